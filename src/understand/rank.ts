// Weighs every rule against a message and orders the intents by what speaks for them.

import type { Intent } from './frame.ts'
import { INTENT_RULES } from './intents/index.ts'
import { type IntentRule, weigh } from './intents/rule.ts'
import { measureLikeness } from './likeness.ts'
import { asksForFact, isSmallTalk, READING_INTENTS, refusesContact } from './mood.ts'
import { HeldRuns } from './needs.ts'
import type { Reading } from './reading.ts'

/** An intent with the weight of its evidence. */
export interface Ranked {
  readonly rule: IntentRule
  readonly score: number
}

/** Below this weight a reading is no reading. */
export const LEAST_SCORE = 1.5

const PLANS: ReadonlySet<Intent> = new Set<Intent>([
  'task.create',
  'task.postpone',
  'task.complete',
  'digest.subscribe',
  'message.draft',
])

// nothing can be shown or done here without someone to show or do it for
const ABOUT_ONE: ReadonlySet<Intent> = new Set<Intent>([
  'customer.find',
  'customer.update',
  'customer.tag',
  'customer.assign',
  'insight.recommend',
  'template.apply',
])
const NAMELESS_COSTS = 5
const LEFT_OUT_COSTS = 1.5
const QUESTION_SHARE = 0.4
const QUESTION_COSTS = 3
const REFUSAL_COSTS = 10

interface Mood {
  readonly asks: boolean
  readonly refuses: boolean
  readonly nameless: number
}

function readMood(reading: Reading): Mood {
  const named =
    reading.entities.some((one) => one.kind === 'customer' || one.kind === 'phone') || reading.pronoun
  const nameless = named ? 0 : reading.context.customer === undefined ? NAMELESS_COSTS : LEFT_OUT_COSTS
  return { asks: asksForFact(reading), refuses: refusesContact(reading), nameless }
}

function adjust(rule: IntentRule, score: number, mood: Mood): number {
  if (mood.asks && !READING_INTENTS.has(rule.intent)) return score * QUESTION_SHARE - QUESTION_COSTS
  if (mood.refuses && PLANS.has(rule.intent)) return score - REFUSAL_COSTS
  return ABOUT_ONE.has(rule.intent) ? score - mood.nameless : score
}

// what a saying that is word for word the same is worth beside the cues
const LIKENESS_WEIGHT = 7.5

const runs = new HeldRuns()

/** The intents that a message may have, likeliest first; empty where it has none of them. */
export function rankIntents(reading: Reading): readonly Ranked[] {
  if (isSmallTalk(reading)) return []
  runs.note(`${reading.masked}\n${reading.timed}`)
  const mood = readMood(reading)
  const likeness = measureLikeness(reading)
  const least = Math.max(0, LIKENESS_WEIGHT * (likeness.get('unknown') ?? 0))
  return INTENT_RULES.map((rule) => {
    const like = LIKENESS_WEIGHT * (likeness.get(rule.intent) ?? 0)
    return { rule, score: adjust(rule, weigh(rule, reading, runs, least - like) + like, mood) }
  })
    .filter((one) => one.score > least)
    .sort((a, b) => b.score - a.score)
}
