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
  /** Whether a cue speaks for it, not the likeness to a saying alone. */
  readonly cued: boolean
}

/** Below this weight a reading is no reading. */
export const LEAST_SCORE = 1.5

// a saying that is a little alike tells nothing where no cue speaks up
const LEAST_LIKENESS = 2

/** Whether there is enough behind a reading to act on it, or to ask. */
export const isReading = ({ score, cued }: Ranked): boolean => score >= (cued ? LEAST_SCORE : LEAST_LIKENESS)

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
// nothing can be done to a ticket that neither the message nor the conversation holds
const ABOUT_A_TICKET: ReadonlySet<Intent> = new Set<Intent>([
  'ticket.show',
  'ticket.progress',
  'ticket.resolve',
  'ticket.close',
  'ticket.assign',
])
const TICKETLESS_COSTS = 2
const NAMELESS_COSTS = 5
const LEFT_OUT_COSTS = 1.5
const QUESTION_SHARE = 0.4
const QUESTION_COSTS = 3
const REFUSAL_COSTS = 10

interface Mood {
  readonly asks: boolean
  readonly refuses: boolean
  readonly nameless: number
  readonly ticketless: boolean
}

function readMood(reading: Reading): Mood {
  const named =
    reading.entities.some((one) => one.kind === 'customer' || one.kind === 'phone') || reading.pronoun
  const nameless = named ? 0 : reading.context.customer === undefined ? NAMELESS_COSTS : LEFT_OUT_COSTS
  const ticketless =
    reading.context.ticket === undefined &&
    !reading.entities.some((one) => one.kind === 'ticket') &&
    !/工单|\btickets?\b|\bcase\b/.test(reading.masked)
  return { asks: asksForFact(reading), refuses: refusesContact(reading), nameless, ticketless }
}

function adjust(rule: IntentRule, score: number, mood: Mood): number {
  if (mood.asks && !READING_INTENTS.has(rule.intent)) return score * QUESTION_SHARE - QUESTION_COSTS
  if (mood.refuses && PLANS.has(rule.intent)) return score - REFUSAL_COSTS
  if (mood.ticketless && ABOUT_A_TICKET.has(rule.intent)) return score - TICKETLESS_COSTS
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
    const told = weigh(rule, reading, runs, least - like)
    return { rule, score: adjust(rule, told + like, mood), cued: told > 0 }
  })
    .filter((one) => one.score > least)
    .sort((a, b) => b.score - a.score)
}
