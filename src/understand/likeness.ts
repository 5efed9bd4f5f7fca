// How much a message is like what people are known to say for an intent: the nearest sayings of the lexicon, by the
// word pieces that they share. It speaks up where no rule foresaw the wording, and it can be explained by the saying.

import type { Intent } from './frame.ts'
import chineseSayings from './lexicon/sayings-chinese.json' with { type: 'json' }
import englishSayings from './lexicon/sayings-english.json' with { type: 'json' }
import type { Reading } from './reading.ts'

const MARK_LETTERS = 'CWTMPNFERB'
const FIRST_MARK = 0xe000
const MARK_SIZE_BITS = 8
const NEAREST = 8
const COMPARED_LENGTH = 120

interface Saying {
  readonly intent: Intent
  readonly length: number
}

/** The sayings that hold a piece, with the weight that it has in each. */
interface Holders {
  readonly rarity: number
  readonly sayings: Uint16Array
  readonly weights: Float32Array
}

interface SayingIndex {
  readonly sayings: readonly Saying[]
  readonly holders: ReadonlyMap<string, Holders>
}

// a piece that so large a share of all sayings holds tells nothing
const TOO_COMMON = 0.2

// every mark of one kind is the same word to the comparison, upper case so that no typed letter equals it
function toComparable(masked: string): string {
  return masked
    .slice(0, COMPARED_LENGTH)
    .replace(
      /[\ue000-\ue9ff]/g,
      (mark) => MARK_LETTERS[(mark.charCodeAt(0) - FIRST_MARK) >> MARK_SIZE_BITS] ?? ' ',
    )
    .replace(/[\s,，。.!！?？、:：;；~]+/g, ' ')
    .trim()
}

function addPiece(pieces: Map<string, number>, piece: string, weight: number): void {
  pieces.set(piece, Math.max(weight, pieces.get(piece) ?? 0))
}

function listChinesePieces(text: string): Map<string, number> {
  const pieces = new Map<string, number>()
  const framed = `^${text}$`
  for (let at = 0; at < framed.length; at++) {
    if (framed[at] !== ' ') addPiece(pieces, framed.slice(at, at + 1), 0.6)
    if (at + 1 < framed.length) addPiece(pieces, framed.slice(at, at + 2), 1)
    if (at + 2 < framed.length) addPiece(pieces, framed.slice(at, at + 3), 1)
  }
  return pieces
}

function listEnglishPieces(text: string): Map<string, number> {
  const pieces = new Map<string, number>()
  const words = ['^', ...text.split(/[^A-Za-z0-9'-]+/).filter((word) => word !== ''), '$']
  words.forEach((word, at) => {
    addPiece(pieces, word, 1)
    if (at > 0) addPiece(pieces, `${words[at - 1]} ${word}`, 1)
  })
  return pieces
}

function listPieces(text: string): Map<string, number> {
  return /[\u4e00-\u9fff]/.test(text) ? listChinesePieces(text) : listEnglishPieces(text)
}

// The files hold own examples with what varies taken out: <C> customer, <W> colleague, <T> time (<R> repeated, <B> passed),
// <M> money, <P> product, <N> ticket, <F> phone, <E> e-mail.
function listSayings(): { intent: Intent; pieces: Map<string, number> }[] {
  return [chineseSayings, englishSayings].flatMap((byIntent) =>
    Object.entries(byIntent).flatMap(([intent, lines]) =>
      lines.map((line) => ({
        intent: intent as Intent,
        pieces: listPieces(line.replace(/<([A-Z])>/g, '$1')),
      })),
    ),
  )
}

function buildIndex(): SayingIndex {
  const sayings = listSayings()
  const places = new Map<string, [saying: number, weight: number][]>()
  sayings.forEach(({ pieces }, saying) => {
    for (const [piece, weight] of pieces) {
      const known = places.get(piece)
      if (known) known.push([saying, weight])
      else places.set(piece, [[saying, weight]])
    }
  })
  const holders = new Map<string, Holders>()
  const squares = new Float64Array(sayings.length)
  for (const [piece, list] of places) {
    const common = list.length > sayings.length * TOO_COMMON
    const rarity = Math.log(1 + sayings.length / list.length)
    const weights = Float32Array.from(list, ([, weight]) => weight * rarity)
    list.forEach(([saying], at) => {
      squares[saying] = (squares[saying] ?? 0) + (weights[at] ?? 0) ** 2
    })
    const held = common ? [] : list
    holders.set(piece, { rarity, sayings: Uint16Array.from(held, ([saying]) => saying), weights })
  }
  return {
    sayings: sayings.map(({ intent }, saying) => ({ intent, length: Math.sqrt(squares[saying] ?? 0) || 1 })),
    holders,
  }
}

let index: SayingIndex | undefined

function listShared(
  pieces: ReadonlyMap<string, number>,
  { sayings, holders }: SayingIndex,
): { shared: Float64Array; length: number } {
  const shared = new Float64Array(sayings.length)
  const unseen = Math.log(1 + sayings.length)
  let square = 0
  for (const [piece, weight] of pieces) {
    const held = holders.get(piece)
    const own = weight * (held?.rarity ?? unseen)
    square += own * own
    for (let at = 0; at < (held?.sayings.length ?? 0); at++) {
      const saying = held?.sayings[at] ?? 0
      shared[saying] = (shared[saying] ?? 0) + own * (held?.weights[at] ?? 0)
    }
  }
  return { shared, length: Math.sqrt(square) || 1 }
}

interface Near {
  readonly saying: number
  readonly likeness: number
}

function listNearest(pieces: ReadonlyMap<string, number>, known: SayingIndex): readonly Near[] {
  const { shared, length } = listShared(pieces, known)
  const nearest: Near[] = []
  for (let saying = 0; saying < shared.length; saying++) {
    const likeness = (shared[saying] ?? 0) / length / (known.sayings[saying]?.length ?? 1)
    const last = nearest[NEAREST - 1]?.likeness ?? 0
    if (likeness <= last) continue
    let at = Math.min(nearest.length, NEAREST - 1)
    for (; at > 0 && (nearest[at - 1]?.likeness ?? 0) < likeness; at--)
      nearest[at] = nearest[at - 1] ?? { saying, likeness }
    nearest[at] = { saying, likeness }
  }
  return nearest
}

/** For each intent of the nearest sayings how near they are: 0 not at all, 1 word for word, more where many are near. */
export function measureLikeness(reading: Reading): ReadonlyMap<Intent, number> {
  index ??= buildIndex()
  const squares = new Map<Intent, number>()
  for (const { saying, likeness } of listNearest(listPieces(toComparable(reading.masked)), index)) {
    const intent = index.sayings[saying]?.intent ?? 'unknown'
    squares.set(intent, (squares.get(intent) ?? 0) + likeness * likeness)
  }
  return new Map([...squares].map(([intent, square]) => [intent, Math.sqrt(square)]))
}
