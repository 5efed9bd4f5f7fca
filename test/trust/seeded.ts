// Chance that repeats: every failure names a seed with which it comes again.

export interface Chance {
  /** A whole number from 0 up to, not including, the bound. */
  below(bound: number): number
  pick<T>(from: readonly T[]): T
}

/** Mulberry32: 32 bits of state, good enough to choose probes. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const below = (bound: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
  return {
    below,
    pick: <T>(from: readonly T[]): T => {
      if (from.length === 0) throw new Error('nothing to pick from')
      return from[below(from.length)] as T
    },
  }
}
