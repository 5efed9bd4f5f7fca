// The form of a rule: an intent, the cues that speak for and against it, and how its slots are read.
// Knows how to weigh cues, not which intents there are.

import type { Intent, Slots } from '../frame.ts'
import { over, type Reading } from '../reading.ts'

/** One piece of evidence: its weight counts once when the pattern fits the masked text, with times masked or not. */
export interface Cue {
  readonly weight: number
  readonly pattern: RegExp
}

/** One intent, the evidence for it, and the reading of its slots. */
export interface IntentRule {
  readonly intent: Intent
  readonly cues: readonly Cue[]
  readonly slots: (reading: Reading) => Slots
  /** Evidence that no pattern can tell, added to the sum. */
  readonly weighMore?: (reading: Reading) => number
}

/**
 * A cue over the masked text, with the letters of `over` for what was found.
 * @example cue(4, '提醒(?:我|一下)')
 */
export function cue(weight: number, source: string): Cue {
  return { weight, pattern: over(source) }
}

/** The sum of the cues that fit. */
export function weigh(rule: IntentRule, reading: Reading): number {
  let sum = 0
  const same = reading.timed === reading.masked
  for (const { weight, pattern } of rule.cues) if (pattern.test(reading.masked) || (!same && pattern.test(reading.timed))) sum += weight
  return sum + (rule.weighMore?.(reading) ?? 0)
}

/** The slots without those that were not stated. */
export function stated(slots: Readonly<Record<string, unknown>>): Slots {
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(slots)) {
    const empty =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    const hollow =
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
    if (!empty && !hollow) out[name] = value
  }
  return out
}
