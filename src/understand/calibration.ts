// What the likelihood of a reading is worth: how often readings of that likelihood were right, counted on messages of our
// own that neither the rules nor what was learnt had seen. Between the steps, the probability never falls.

/** Below this confidence the person is asked which reading is meant. */
export const ASK_BELOW = 0.6

const STEPS: readonly (readonly [likelihood: number, right: number])[] = [
  [0, 0.2],
  [0.4, 0.5],
  [0.6, 0.72],
  [0.75, 0.85],
  [0.9, 0.96],
  [1, 0.99],
]

/** A reading without a slot that its intent needs is right less often. */
const INCOMPLETE_SHARE = 0.85

/**
 * The probability, 0 to 1, that a reading is right; it never falls as the likelihood grows.
 * @param likelihood of the reading among all that the message may have, 0 to 1
 * @param incomplete whether a slot without which the intent makes no sense is missing
 */
export function toConfidence(likelihood: number, incomplete: boolean): number {
  const above = STEPS.findIndex(([step]) => step >= likelihood)
  const upper = above < 0 ? STEPS.length - 1 : Math.max(1, above)
  const [fromStep, from] = STEPS[upper - 1] ?? [0, 0]
  const [toStep, to] = STEPS[upper] ?? [1, 1]
  const part = Math.min(1, (likelihood - fromStep) / (toStep - fromStep))
  const right = from + part * (to - from)
  return Math.round(right * (incomplete ? INCOMPLETE_SHARE : 1) * 1000) / 1000
}
