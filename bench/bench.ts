// What a benchmark is: a figure of ours beside the limit measured in the same run, because machines are noisy.

/** One figure. `value` and `limit` are in `unit`; `ratio` is what counts, and `goal` what it must reach. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly limit: number
  readonly ratio: number
  readonly unit: string
  /** What the ratio, or the value where there is no limit, is held against. */
  readonly goal: string
  readonly met: boolean
}

/** A benchmark gives some figures, or says why it cannot run here. */
export interface Benchmark {
  readonly name: string
  run(): Promise<readonly Figure[]>
}

/** A rate of ours as a share of the limit's. */
export function share(name: string, value: number, limit: number, unit: string, goal: number): Figure {
  const ratio = value / limit
  return { name, value, limit, ratio, unit, goal: `ratio ≥ ${goal}`, met: ratio >= goal }
}

/** A value that must stay below a bound. */
export function atMost(name: string, value: number, bound: number, unit: string): Figure {
  return {
    name,
    value,
    limit: bound,
    ratio: value / bound,
    unit,
    goal: `≤ ${bound} ${unit}`,
    met: value <= bound,
  }
}

/** The middle of some figures. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
