// Turns the weight of evidence into a probability. The bins were counted on the project's own table of examples;
// within and between them the probability never falls while the evidence grows.

/** What speaks for the best reading. */
export interface Evidence {
  /** Weight of the best reading. */
  readonly score: number
  /** How far it is ahead of the second. */
  readonly margin: number
  /** Whether a slot without which the intent makes no sense is missing. */
  readonly incomplete: boolean
}

/** Below this confidence the person is asked which reading is meant. */
export const ASK_BELOW = 0.6

const STEPS: readonly (readonly [strength: number, probability: number])[] = [
  [0, 0.05],
  [1, 0.2],
  [2, 0.45],
  [3, 0.65],
  [4, 0.8],
  [5, 0.88],
  [6, 0.93],
  [8, 0.96],
  [11, 0.98],
]

/** One number for the evidence: the score counts, the lead over the second counts half as much again. */
export function toStrength({ score, margin, incomplete }: Evidence): number {
  const lead = Math.min(Math.max(margin, 0), 4)
  return Math.max(0, Math.min(score, 7) * 0.7 + lead * 0.9 - (incomplete ? 2 : 0) - 0.5)
}

/** The probability, 0 to 1, that a reading with this evidence is right; it never falls as the evidence grows. */
export function toConfidence(evidence: Evidence): number {
  const strength = toStrength(evidence)
  const upper = STEPS.findIndex(([step]) => step >= strength)
  if (upper === 0) return STEPS[0]?.[1] ?? 0
  if (upper < 0) return STEPS.at(-1)?.[1] ?? 1
  const [fromStep, from] = STEPS[upper - 1] ?? [0, 0]
  const [toStep, to] = STEPS[upper] ?? [1, 1]
  return Math.round((from + ((strength - fromStep) / (toStep - fromStep)) * (to - from)) * 1000) / 1000
}
