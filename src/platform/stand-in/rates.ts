// Sliding windows of calls: how many in how long, by a key. Measured in running time, not by the bot's clock.

/** At most `limit` calls in `windowMs`. */
export interface Rate {
  readonly limit: number
  readonly windowMs: number
}

export interface Rates {
  /** Counts a call. Returns null, or the rate it broke and the milliseconds until another call may come. */
  take(key: string, rates: readonly Rate[]): { readonly rate: Rate; readonly waitMs: number } | null
}

const MAX_KEYS = 10_000

/** Makes counters on a monotonic time in milliseconds. */
export function createRates(runningMs: () => number): Rates {
  const calls = new Map<string, number[]>()
  return {
    take: (key, rates) => {
      const now = runningMs()
      const longestMs = Math.max(...rates.map((rate) => rate.windowMs))
      const recent = (calls.get(key) ?? []).filter((at) => at > now - longestMs)
      const broken = findBroken(recent, rates, now)
      if (broken === null) recent.push(now)
      calls.delete(key)
      calls.set(key, recent)
      const [stalest] = calls.keys()
      if (calls.size > MAX_KEYS && stalest !== undefined) calls.delete(stalest)
      return broken
    },
  }
}

function findBroken(recent: readonly number[], rates: readonly Rate[], now: number) {
  for (const rate of rates) {
    const inWindow = recent.filter((at) => at > now - rate.windowMs)
    const [first] = inWindow.slice(-rate.limit)
    if (inWindow.length >= rate.limit && first !== undefined) {
      return { rate, waitMs: first + rate.windowMs - now }
    }
  }
  return null
}
