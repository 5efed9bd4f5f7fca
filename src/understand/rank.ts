// Weighs every rule against a message and orders the intents by what speaks for them.

import type { Intent } from './frame.ts'
import { INTENT_RULES } from './intents/index.ts'
import { type IntentRule, weigh } from './intents/rule.ts'
import { asksForFact, isSmallTalk, READING_INTENTS, refusesContact } from './mood.ts'
import type { Reading } from './reading.ts'

/** An intent with the weight of its evidence. */
export interface Ranked {
  readonly rule: IntentRule
  readonly score: number
}

/** Below this weight a reading is no reading. */
export const LEAST_SCORE = 2

const PLANS: ReadonlySet<Intent> = new Set<Intent>([
  'task.create',
  'task.postpone',
  'task.cancel',
  'task.complete',
  'digest.subscribe',
  'message.draft',
])

function adjust(rule: IntentRule, score: number, mood: { asks: boolean; refuses: boolean }): number {
  if (mood.asks && !READING_INTENTS.has(rule.intent)) return score - 4
  if (mood.refuses && PLANS.has(rule.intent)) return score - 6
  return mood.refuses && rule.intent === 'followup.log' ? score + 2 : score
}

/** The intents that a message may have, likeliest first; empty where it has none of them. */
export function rankIntents(reading: Reading): readonly Ranked[] {
  if (isSmallTalk(reading)) return []
  const mood = { asks: asksForFact(reading), refuses: refusesContact(reading) }
  return INTENT_RULES.map((rule) => ({ rule, score: adjust(rule, weigh(rule, reading), mood) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
}
