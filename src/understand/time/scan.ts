// Walks once through the folded text and asks at each character only the recognisers that can begin there.
import { HeldRuns, readNeeds } from '../needs.ts'
import type { Draft, Piece, Recogniser } from './piece.ts'

/** No message that a person writes has more; a longer one is a pasted log, of which the beginning is read. */
const MOST_PIECES = 500

interface Entry {
  readonly recogniser: Recogniser
  readonly needs: Uint32Array | null
}

type Index = ReadonlyMap<number, readonly Entry[]>

const runs = new HeldRuns()

/** Orders recognisers by the characters with which their matches begin. */
export function indexRecognisers(recognisers: readonly Recogniser[]): Index {
  const index = new Map<number, Entry[]>()
  for (const recogniser of recognisers) {
    const entry: Entry = { recogniser, needs: readNeeds(recogniser.pattern) }
    for (const unit of new Set(recogniser.starts)) {
      const code = unit.charCodeAt(0)
      index.set(code, [...(index.get(code) ?? []), entry])
    }
  }
  return index
}

const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number) => code >= 97 && code <= 122

function splitsWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return (isLetter(before) && isLetter(after)) || (isDigit(before) && isDigit(after))
}

/** Cuts the text into pieces of meaning, longest match first, in order of position. */
export function scanPieces(text: string, index: Index): Piece[] {
  const pieces: Piece[] = []
  runs.note(text)
  let at = 0
  while (at < text.length && pieces.length < MOST_PIECES) {
    const recognisers = continuesNumber(text, at) ? undefined : index.get(text.charCodeAt(at))
    const piece = recognisers ? findLongest(text, at, recognisers) : null
    if (piece && piece.type !== 'skip') pieces.push(piece)
    at = piece ? piece.end : skipWord(text, at)
  }
  return pieces
}

/** The 5 of 3.5 and the 30 of an unread 24:30 begin nothing. */
function continuesNumber(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && /[.:/]/.test(text.charAt(at - 1)) && isDigit(text.charCodeAt(at - 2))
}

const NUMERAL = /[零一二两三四五六七八九十百千]{9,}/y
const REPEATED = /(.)\1{8,}/sy
/** 三十二点 is no 二点, and 十三月 no 三月. */
const TENS = /[二三四五六七八九]?十[一二三四五六七八九]?/y

/** Where to look on: behind the word or number, and behind runs that nobody writes to name a time. */
function skipWord(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const same = isLetter(code) ? isLetter : isDigit(code) ? isDigit : null
  let next = at + 1
  while (same && next < text.length && same(text.charCodeAt(next))) next += 1
  return same ? next : skipRun(text, at)
}

function skipRun(text: string, at: number): number {
  for (const pattern of [NUMERAL, REPEATED, TENS]) {
    pattern.lastIndex = at
    if (pattern.test(text)) return pattern.lastIndex
  }
  return at + 1
}

function findLongest(text: string, at: number, entries: readonly Entry[]): Piece | null {
  let best: Draft | null = null
  let end = at
  for (const { recogniser, needs } of entries) {
    if (!runs.holds(needs)) continue
    const { pattern, read } = recogniser
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match || pattern.lastIndex <= end || splitsWord(text, pattern.lastIndex)) continue
    const reach = pattern.lastIndex
    const draft = read(match, text)
    if (draft) [best, end] = [draft, reach]
  }
  return best && { ...best, index: at, end }
}
