// The form of a rule: an intent, the cues that speak for and against it, and how its slots are read.
// Knows how to weigh cues, not which intents there are.

import type { Intent, Slots } from '../frame.ts'
import { over, type Reading } from '../reading.ts'

/** One piece of evidence: its weight counts once when the pattern fits the masked text, with times masked or not. */
export interface Cue {
  readonly weight: number
  readonly pattern: RegExp
  /** The script without which the pattern cannot fit; asked first because it is cheap. */
  readonly script: Script | null
}

type Script = 'han' | 'latin'

function findScript(source: string): Script | null {
  const words = source.replace(/<[A-Z-]+>|\\[a-z]/g, ' ')
  const han = /[\u4e00-\u9fff]/.test(words)
  const latin = /[a-z]{2}/.test(words)
  if (han === latin) return null
  return han ? 'han' : 'latin'
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
  return { weight, pattern: over(source), script: findScript(source) }
}

const fits = ({ pattern }: Cue, reading: Reading): boolean =>
  pattern.test(reading.masked) || (reading.timed !== reading.masked && pattern.test(reading.timed))

/** The sum of the cues that fit. */
export function weigh(rule: IntentRule, reading: Reading): number {
  let sum = 0
  for (const one of rule.cues) {
    const absent = (one.script === 'han' && !reading.chinese) || (one.script === 'latin' && !reading.latin)
    if (!absent && fits(one, reading)) sum += one.weight
  }
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
