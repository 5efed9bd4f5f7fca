// Turns the weight of evidence into a probability. The steps were counted on phrases of our own that the rules and the
// sayings had not seen: what matters most is how far a reading is ahead of the next one. Between the steps, and with
// every kind of evidence, the probability never falls while the evidence grows.

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
  [0, 0.3],
  [0.6, 0.45],
  [1.2, 0.6],
  [2.2, 0.7],
  [3.2, 0.8],
  [4.3, 0.88],
  [5.3, 0.92],
  [6.3, 0.96],
  [7.6, 0.985],
]

const MOST_MARGIN = 7
const MOST_SCORE = 12
const SCORE_SHARE = 0.05
const INCOMPLETE_COSTS = 1.5

function toStrength({ score, margin, incomplete }: Evidence): number {
  const lead = Math.min(Math.max(margin, 0), MOST_MARGIN)
  const weight = Math.min(Math.max(score, 0), MOST_SCORE) * SCORE_SHARE
  return Math.max(0, lead + weight - (incomplete ? INCOMPLETE_COSTS : 0))
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
