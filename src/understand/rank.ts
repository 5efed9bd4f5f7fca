// Weighs every rule against a message, adds what was learnt of its wording, and orders the intents by how likely they are.

import type { Intent } from './frame.ts'
import { INTENT_RULES } from './intents/index.ts'
import { type IntentRule, weigh } from './intents/rule.ts'
import { measureLearnt } from './learnt.ts'
import { asksForFact, isSmallTalk, READING_INTENTS, refusesContact } from './mood.ts'
import { HeldRuns } from './needs.ts'
import type { Reading } from './reading.ts'

/** An intent that a message may have. */
export interface Ranked {
  readonly rule: IntentRule
  /** How likely it is among all of them, `unknown` with them: 0 to 1. */
  readonly probability: number
}

/** What a message may mean, likeliest first, and how likely it is that it means none of them. */
export interface Ranking {
  readonly intents: readonly Ranked[]
  readonly unknown: number
}

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
const QUESTION_COSTS = 9
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

/** What the mood of the sentence says against an intent, in units of the cues. */
function objectTo(intent: Intent, told: number, mood: Mood): number {
  if (mood.asks && !READING_INTENTS.has(intent)) return told * (1 - QUESTION_SHARE) + QUESTION_COSTS
  if (mood.refuses && PLANS.has(intent)) return REFUSAL_COSTS
  if (mood.ticketless && ABOUT_A_TICKET.has(intent)) return TICKETLESS_COSTS
  return ABOUT_ONE.has(intent) ? mood.nameless : 0
}

/** What one unit of the cues is worth beside the logarithm of what was learnt; found on messages that neither had seen. */
const CUE_SHARE = 0.3
/** Cues that agree more than this make nothing surer. */
const MOST_CUES = 12
/** However strange a wording is to what was learnt, a clear cue can still carry it: the logarithm of 1 in 10,000. */
const STRANGEST = Math.log(1e-4)

const runs = new HeldRuns()

/** Orders the intents of a message; none where it is small talk. */
export function rankIntents(reading: Reading): Ranking {
  if (isSmallTalk(reading)) return { intents: [], unknown: 1 }
  runs.note(`${reading.masked}\n${reading.timed}`)
  const mood = readMood(reading)
  const learnt = measureLearnt(reading)
  const unknown = Math.exp(Math.max(learnt.get('unknown') ?? STRANGEST, STRANGEST))
  const weighed = INTENT_RULES.map((rule) => {
    const told = weigh(rule, reading, runs)
    const cues = Math.min(told, MOST_CUES) - objectTo(rule.intent, told, mood)
    // what is done in earnest alone, such as a freeze, has no examples: its cues say it, or nothing does
    const wording = learnt.get(rule.intent) ?? (told > 0 ? 0 : STRANGEST)
    return { rule, weight: Math.exp(CUE_SHARE * cues + Math.max(wording, STRANGEST)) }
  })
  const whole = weighed.reduce((total, { weight }) => total + weight, unknown)
  return {
    intents: weighed
      .map(({ rule, weight }) => ({ rule, probability: weight / whole }))
      .sort((a, b) => b.probability - a.probability),
    unknown: unknown / whole,
  }
}
