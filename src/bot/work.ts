// The bot's work: claims what came in, answers it, sends what is to be sent. Many instances do so on one database.

import { type Card, say } from '../../cards/kit/index.ts'
import type { ClickInbound, Inbound } from '../core/inbound.ts'
import type { ClickAnswer } from '../core/ports.ts'
import { toStorable } from '../core/storable.ts'
import { type Claimed, claimInbound, finishInbound, releaseInbound, storeInbound } from '../storage/inbox.ts'
import { sendRound, updateOf } from '../storage/outbox.ts'
import { outbox } from '../storage/plumbing-schema.ts'
import { answerClick, finishClick } from './answer-click.ts'
import { answerMessage } from './answer-message.ts'
import { answerOther } from './answer-other.ts'
import type { BotParts } from './bot.ts'

/** Conversations worked on at the same time by one instance. */
const PARALLEL = 8
/** A click is answered within the platform's 3 seconds; half a second is kept for the way. */
const CLICK_MS = 2500

/** Takes an event in: durable before this resolves. */
export async function accept(parts: BotParts, came: Inbound): Promise<'new' | 'known'> {
  const inbound = toStorable(came)
  const known = await storeInbound(parts.store.db, parts.sealer, inbound, parts.clock.now())
  if (known === 'new')
    parts.trace.note(inbound.id, () => ({ step: 'received', facts: { kind: inbound.kind } }))
  return known
}

/**
 * Answers a click in time: what takes longer goes on, and the card changes when it is done.
 * `defer` keeps the process alive for it (waitUntil on Workers).
 */
export async function click(
  parts: BotParts,
  inbound: ClickInbound,
  defer: (work: Promise<unknown>) => void,
): Promise<ClickAnswer> {
  const answering = parts.trace
    .during(inbound.id, () => answerClick(parts, inbound))
    .then((answer) => withPictures(parts, answer))
  const timer = deadline(CLICK_MS)
  const first = await Promise.race([answering.then((answer) => ({ answer })), timer.passed.then(() => null)])
  timer.cancel()
  if (first !== null) return first.answer
  defer(
    answering.then(({ card, kept = card }) =>
      kept === undefined ? undefined : updateLater(parts, inbound, kept),
    ),
  )
  return {
    toast: {
      tone: 'info',
      text: say('处理中，完成后卡片会更新…', 'Working on it; the card will change when it is done…'),
    },
  }
}

/** The answer as it can be shown; most cards hold no picture. */
async function withPictures({ messenger }: BotParts, answer: ClickAnswer): Promise<ClickAnswer> {
  return answer.card === undefined ? answer : { ...answer, card: await messenger.placePictures(answer.card) }
}

async function updateLater(
  parts: BotParts,
  { messageId, conversation }: ClickInbound,
  card: Card,
): Promise<void> {
  await parts.store.db
    .insert(outbox)
    .values({ ...updateOf(messageId, card, parts.clock.now()), conversation })
}

function deadline(ms: number): { readonly passed: Promise<void>; cancel(): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  return { passed: promise, cancel: () => clearTimeout(timer) }
}

/** Works until nothing is left that can be done now. @returns when the next message may go, if one waits */
export async function drain(parts: BotParts): Promise<Date | null> {
  for (;;) {
    const answered = await workInbox(parts)
    const { sent, nextAt } = await sendRoundOf(parts)
    if (sent === 0 && answered === 0) return nextAt
  }
}

/** Answers what came in, several conversations at a time, until none is open. @returns how many were worked on */
export async function workInbox(parts: BotParts, answered: () => void = () => undefined): Promise<number> {
  if (!(await workOne(parts))) return 0
  answered()
  const lanes = await Promise.all(Array.from({ length: PARALLEL }, () => workLane(parts, answered)))
  return lanes.reduce((sum, count) => sum + count, 1)
}

async function workLane(parts: BotParts, answered: () => void): Promise<number> {
  let count = 0
  while (await workOne(parts)) {
    count += 1
    answered()
  }
  return count
}

/** One round of sending; whoever watches hears what went out. */
function sendRoundOf(parts: BotParts) {
  return sendRound(parts.store.db, parts.messenger, parts.clock.now(), (inboundId, delivery) =>
    parts.trace.note(inboundId, () => ({ step: 'sent', facts: { ...delivery } })),
  )
}

/** Sends what may go, until the rest must wait. @returns when the next one may go, if one waits */
export async function workOutbox(parts: BotParts): Promise<Date | null> {
  for (;;) {
    const { sent, failed, nextAt } = await sendRoundOf(parts)
    if (sent + failed === 0) return nextAt
  }
}

async function workOne(parts: BotParts): Promise<boolean> {
  const claimed = await claimInbound(parts.store.db, parts.sealer, parts.clock.now(), crypto.randomUUID())
  if (claimed === null) return false
  try {
    await parts.trace.during(claimed.inbound.id, () => answerClaimed(parts, claimed))
  } catch (error) {
    parts.log.error('inbound.failed', error, { id: claimed.inbound.id, attempts: claimed.attempts })
    await releaseInbound(
      parts.store.db,
      claimed,
      parts.clock.now(),
      error instanceof Error ? error.name : 'unknown',
    )
  }
  return true
}

async function answerClaimed(parts: BotParts, { inbound, lease, attempts }: Claimed): Promise<void> {
  switch (inbound.kind) {
    case 'message':
      return answerMessage(parts, inbound, lease, attempts)
    case 'click': {
      // An instance died with this click in hand: its effect is made up for, and the card is changed afterwards.
      const { card, kept = card } = await finishClick(parts, inbound, lease)
      return kept === undefined ? undefined : updateLater(parts, inbound, kept)
    }
    default:
      return answerOther(parts, inbound, (tx) => finishInbound(tx, inbound.id, lease, parts.clock.now()))
  }
}
