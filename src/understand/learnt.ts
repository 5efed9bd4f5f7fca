// How likely each intent is by what was learnt from our own examples (`npm run learn`): one weight for each piece of a
// message and intent, added up. It speaks where no rule foresaw the wording, and the rules are held against it.

import { INTENTS, type Intent } from './frame.ts'
import chineseWeights from './lexicon/weights-chinese.json' with { type: 'json' }
import englishWeights from './lexicon/weights-english.json' with { type: 'json' }
import { isChinese, listPieces, toComparable } from './pieces.ts'
import type { Reading } from './reading.ts'

/** Weights as `npm run learn` writes them. */
export interface WrittenWeights {
  /** Of what they were learnt: the fingerprint of the examples and of how their pieces are taken. */
  readonly learntFrom: string
  readonly intents: readonly string[]
  readonly pieces: readonly string[]
  /** One byte for each piece and intent, signed, times `scale`: base64. */
  readonly weights: string
  readonly scale: number
  readonly bias: readonly number[]
}

interface Weights {
  readonly intents: readonly Intent[]
  readonly places: ReadonlyMap<string, number>
  readonly weights: Int8Array
  readonly scale: number
  readonly bias: readonly number[]
}

const KNOWN: ReadonlySet<string> = new Set(INTENTS)
const isIntent = (name: string): name is Intent => KNOWN.has(name)

/** Makes written weights ready to be added up. */
export function openWeights(written: WrittenWeights): Weights {
  const bytes = Uint8Array.from(atob(written.weights), (character) => character.charCodeAt(0))
  return {
    intents: written.intents.filter(isIntent),
    places: new Map(written.pieces.map((piece, place) => [piece, place])),
    weights: new Int8Array(bytes.buffer),
    scale: written.scale,
    bias: written.bias,
  }
}

/** The logarithm of the probability of each intent for a message of these pieces. */
export function weighPieces(pieces: ReadonlySet<string>, known: Weights): ReadonlyMap<Intent, number> {
  const count = known.intents.length
  const sums = new Float64Array(count)
  let found = 0
  for (const piece of pieces) {
    const place = known.places.get(piece)
    if (place === undefined) continue
    found += 1
    for (let at = 0; at < count; at += 1)
      sums[at] = (sums[at] ?? 0) + (known.weights[place * count + at] ?? 0)
  }
  const share = known.scale / Math.sqrt(found + 1)
  for (let at = 0; at < count; at += 1) sums[at] = (sums[at] ?? 0) * share + (known.bias[at] ?? 0)
  const most = Math.max(...sums)
  const whole = most + Math.log(sums.reduce((total, one) => total + Math.exp(one - most), 0))
  return new Map(known.intents.map((intent, at) => [intent, (sums[at] ?? 0) - whole]))
}

const opened = new Map<WrittenWeights, Weights>()

/** For each intent that was learnt, the logarithm of how likely it is by the wording alone. */
export function measureLearnt(reading: Reading): ReadonlyMap<Intent, number> {
  const text = toComparable(reading)
  const written = isChinese(text) ? chineseWeights : englishWeights
  const known = opened.get(written) ?? openWeights(written)
  opened.set(written, known)
  return weighPieces(listPieces(text), known)
}
