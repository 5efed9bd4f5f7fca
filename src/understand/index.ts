// Reads one chat message into a frame: what the sender wants and what was said about it, how sure that is, and what
// else it may mean. Pure: no database, no network, no clock but the one in the context.

import { toConfidence } from './calibration.ts'
import type { Frame, Intent, Slots, UnderstandingContext, Wish } from './frame.ts'
import { READING_INTENTS } from './mood.ts'
import { type Ranked, rankIntents } from './rank.ts'
import { type Reading, readMessage } from './reading.ts'
import { listTogether } from './together.ts'
import { splitWishes } from './wishes.ts'

export { ASK_BELOW } from './calibration.ts'
export type { Frame, UnderstandingContext } from './frame.ts'
export { INTENTS } from './frame.ts'

const NEEDED: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  'customer.find': ['customer'],
  'customer.search': ['filters'],
  'customer.create': ['name'],
  'customer.update': ['customer', 'field', 'value'],
  'customer.tag': ['customer'],
  'customer.assign': ['customer', 'to'],
  'followup.log': ['customer'],
  'task.create': ['title'],
  'task.postpone': ['due'],
  'opportunity.create': ['customer'],
  'opportunity.move': ['customer', 'stage'],
  'opportunity.update': ['customer'],
  'ticket.create': ['kind'],
  'ticket.show': ['ticket'],
  'ticket.progress': ['ticket'],
  'ticket.resolve': ['ticket'],
  'ticket.close': ['ticket'],
  'ticket.assign': ['ticket', 'to'],
  'report.show': ['report'],
  'report.build': ['source', 'dimensions'],
}

function isIncomplete(intent: Intent, slots: Slots): boolean {
  return (NEEDED[intent] ?? []).some((name) => slots[name] === undefined)
}

const ALTERNATIVES = 2
/** A reading that is less likely than this is no help as a choice. */
const LEAST_CHOICE = 0.04

function listAlternatives(reading: Reading, others: readonly Ranked[]): Wish[] {
  return others
    .filter(({ probability }) => probability >= LEAST_CHOICE)
    .slice(0, ALTERNATIVES)
    .map(({ rule }) => ({ intent: rule.intent, slots: rule.slots(reading) }))
}

function withAlternatives(frame: Frame, alternatives: readonly Wish[]): Frame {
  return alternatives.length > 0 ? { ...frame, alternatives } : frame
}

function readOne(text: string, context: UnderstandingContext): Frame {
  const reading = readMessage(text, context)
  const { intents, unknown } = rankIntents(reading)
  const [best, ...others] = intents
  if (best === undefined || best.probability <= unknown) {
    const frame: Frame = { intent: 'unknown', slots: {}, confidence: toConfidence(unknown, false) }
    return withAlternatives(frame, listAlternatives(reading, intents))
  }
  const { intent, slots: readSlots } = best.rule
  const slots = readSlots(reading)
  const confidence = toConfidence(best.probability, isIncomplete(intent, slots))
  const also = listTogether(reading, { intent, slots })
  const frame: Frame = { intent, slots, confidence, ...(also.length > 0 ? { also } : {}) }
  return withAlternatives(frame, listAlternatives(reading, others))
}

const writes = (frame: Frame): boolean => !READING_INTENTS.has(frame.intent)
const SURE_OF_A_WISH = 0.6

function readSeveral(parts: readonly string[], context: UnderstandingContext): Frame | null {
  const frames: Frame[] = []
  let current = context
  for (const part of parts) {
    const frame = readOne(part, current)
    if (frame.intent === 'unknown' || frame.confidence < SURE_OF_A_WISH) return null
    const customer = frame.slots['customer'] ?? frame.slots['name']
    if (typeof customer === 'string') current = { ...current, customer }
    frames.push(frame)
  }
  const main = frames.find(writes) ?? frames[0]
  if (!main) return null
  const further = frames.flatMap((frame) => [
    ...(frame === main ? [] : [{ intent: frame.intent, slots: frame.slots }]),
    ...(frame.also ?? []),
  ])
  return { ...main, also: further }
}

/** Reads one message; never throws, and says `unknown` where it cannot tell. */
export function understand(text: string, context: UnderstandingContext): Frame {
  const parts = splitWishes(text)
  return (parts.length > 1 ? readSeveral(parts, context) : null) ?? readOne(text, context)
}

const FIRST_MESSAGES = [
  '刚跟李先生通了电话,想看看大额存单,下周三下午2点来办',
  '明天上午10点提醒我给王总打电话,顺便建个商机50万',
  'just called Mr Li about the term deposit, he will come in next Friday at 3pm',
  'remind me every Monday at 9 to check the pipeline',
]

/**
 * Builds the tables of the understanding and lets its patterns compile, a quarter of a second or so, before the first
 * message of a person would pay for them. For processes that live on; a Worker would only pay it at every start.
 */
export function warmUnderstanding(): void {
  const context: UnderstandingContext = { now: new Date(0), zone: 'UTC', customers: ['李先生', 'Mr Li'] }
  for (const text of FIRST_MESSAGES) understand(text, context)
}
