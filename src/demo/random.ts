// Numbers that look random and repeat for the same seed, so that a demo bank is the same bank wherever it is loaded.
// Not for keys or codes: whoever knows the seed knows every number.

/** A repeatable source of numbers. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  next(): number
  /** A whole number between two bounds, both included. */
  between(least: number, most: number): number
  /** One of several. */
  pick<const T>(from: readonly [T, ...T[]]): T
  /** Whether something with this probability happens. */
  chance(probability: number): boolean
  /** A UUID of version 8 (RFC 9562), whose bits are this source's. */
  uuid(): string
}

/**
 * Opens a source: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state, of which the seed is one word.
 * @example openRandom(7).between(1, 6)
 */
export function openRandom(seed: number): Random {
  const word = sfc32(seed)
  for (let round = 0; round < 15; round += 1) word()
  const next = () => word() / 0x1_0000_0000
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    pick: (from) => from[between(0, from.length - 1)] ?? from[0],
    chance: (probability) => next() < probability,
    uuid: () => toUuid([word(), word(), word(), word()]),
  }
}

function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1]
  return () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
}

function toUuid(words: readonly number[]): string {
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
