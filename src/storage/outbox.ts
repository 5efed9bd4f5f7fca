// What goes out: sent once under the platform's idempotency key, in order and at the pace that a receiver allows.
// A send whose outcome is unknown is repeated under the same key within the hour, and flagged after it.

import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Card } from '../../cards/kit/index.ts'
import { newId } from '../core/ids.ts'
import type { Content, Delivery, Messenger, Receiver } from '../core/ports.ts'
import { employees } from '../features/people/schema.ts'
import type { Database } from './database.ts'
import { rowsOf } from './database.ts'
import { handOver } from './hand-over.ts'
import { anyFreeze, type Outgoing } from './parking.ts'
import { outbox } from './plumbing-schema.ts'

/** Messages to one receiver in one second, counted over a little more, because each takes its time to arrive. */
const PER_SECOND = 5
const LEASE_MS = 15_000
/** The platform knows a repetition for one hour; some minutes are kept in hand. */
const REPEATABLE_MS = 55 * 60_000
const MAX_ATTEMPTS = 12

/** What one round of sending did. */
export interface SendRound {
  readonly sent: number
  readonly failed: number
  /** When the next waiting message may go, where something still waits. */
  readonly nextAt: Date | null
}

/**
 * Claims what may be sent now, at most one message for each receiver; while something is frozen, what goes out all the
 * same goes first, because it hides numbers and asks those who decide.
 * The first of a receiver is looked up by its index: an anti join, planned while the outbox was empty, compares every
 * waiting message with every other, which takes a second for two thousand.
 */
async function claimOutgoing(db: Database, now: Date, limit: number): Promise<readonly Outgoing[]> {
  const at = sql`${now.toISOString()}::timestamptz`
  return db.transaction(async (tx) => {
    const rows = rowsOf<{ id: string }>(
      await tx.execute(sql`
        update outbox set state = 'sending', attempts = attempts + 1, tried_at = ${at},
          first_tried_at = coalesce(first_tried_at, ${at}),
          leased_until = ${new Date(now.getTime() + LEASE_MS).toISOString()}::timestamptz
        where id in (
          select o.id from outbox o
          where o.state in ('waiting', 'sending') and o.due_at <= ${at}
            and (o.state = 'waiting' or o.leased_until < ${at})
            and o.seq = (select e.seq from outbox e where e.receiver = o.receiver and e.state in ('waiting', 'sending') order by e.seq limit 1)
            and (select count(*) from outbox r where r.receiver = o.receiver and r.tried_at > ${at} - interval '1300 milliseconds' and r.tried_at <= ${at}) < ${PER_SECOND}
          order by ${anyFreeze} and o.in_freeze = 'park', o.seq limit ${limit} for update skip locked)
        returning id`),
    )
    if (rows.length === 0) return []
    return tx
      .select()
      .from(outbox)
      .where(
        inArray(
          outbox.id,
          rows.map(({ id }) => id),
        ),
      )
      .orderBy(outbox.seq)
  })
}

/** Told of each try to send: for which inbound, and how it ended. */
export type Heard = (inboundId: string, delivery: Delivery) => void

/** What a round of sending works with. */
interface Round {
  readonly db: Database
  readonly messenger: Messenger
  readonly now: Date
  readonly heard: Heard
  /** Comes with a freeze. */
  readonly stop: AbortSignal
}

/** Sends what is due, once around. */
export async function sendRound(
  db: Database,
  messenger: Messenger,
  now: Date,
  heard: Heard = () => undefined,
): Promise<SendRound> {
  const claimed = await claimOutgoing(db, now, 20)
  const results = await handOver(db, claimed, (free, stop) =>
    Promise.all(free.map((row) => deliverOne({ db, messenger, now, heard, stop }, row))),
  )
  const sent = results.filter((done) => done).length
  return { sent, failed: claimed.length - sent, nextAt: await nextDueAt(db, now) }
}

async function deliverOne(round: Round, row: Outgoing): Promise<boolean> {
  const { db, messenger, now, heard, stop } = round
  if (row.op === 'refresh') return expandRefresh(db, row, now)
  if (row.firstTriedAt !== null && now.getTime() - row.firstTriedAt.getTime() > REPEATABLE_MS) {
    await settle(db, row, now, { state: 'flagged' })
    return false
  }
  const delivery = await attempt(messenger, row, stop)
  if (row.inboundId !== null) heard(row.inboundId, delivery)
  switch (delivery.outcome) {
    case 'sent':
      if (row.receiverKind === 'account') await learnConversation(db, row.receiverId, delivery.conversation)
      await settle(db, row, now, {
        state: 'sent',
        sentAt: now,
        messageId: delivery.messageId,
        conversation: delivery.conversation,
        failure: null,
      })
      return true
    case 'retry':
      await settle(db, row, now, {
        state: row.attempts >= MAX_ATTEMPTS ? 'dead' : 'waiting',
        dueAt: new Date(now.getTime() + delivery.afterMs),
        failure: delivery.code,
      })
      return false
    case 'dead':
      await settle(db, row, now, { state: 'dead', failure: delivery.code })
      return false
  }
}

// What a freeze lets through is not stopped by one.
async function attempt(messenger: Messenger, row: Outgoing, freeze: AbortSignal): Promise<Delivery> {
  const content = contentOf(row)
  const stop = row.inFreeze === 'park' ? { stop: freeze } : {}
  if (row.op === 'update' && content.kind === 'card') {
    return messenger.update({ messageId: row.receiverId, card: content.card, ...stop })
  }
  const receiver: Receiver = { to: row.receiverKind, id: row.receiverId }
  return messenger.send({ id: row.id, receiver, content, ...stop })
}

function contentOf(row: Outgoing): Content {
  if (row.fileName !== null && row.fileBytes !== null)
    return { kind: 'file', name: row.fileName, bytes: row.fileBytes }
  return { kind: 'card', card: row.card as Card }
}

/** A message to an account tells which conversation is that person's private one. */
async function learnConversation(db: Database, account: string, conversation: string): Promise<void> {
  await db.update(employees).set({ conversation }).where(eq(employees.account, account))
}

// An update keeps the row of the message it changed; only sends are messages of their own. A file is kept for sending
// only: whatever became of it, nobody finds it here afterwards.
async function settle(
  db: Database,
  row: Outgoing,
  now: Date,
  change: Partial<typeof outbox.$inferInsert>,
): Promise<void> {
  const kept = row.op === 'update' ? { ...change, messageId: null } : change
  const emptied = row.fileBytes !== null && change.state !== 'waiting' ? { fileBytes: null } : {}
  await db
    .update(outbox)
    .set({ leasedUntil: null, triedAt: now, ...kept, ...emptied })
    .where(and(eq(outbox.id, row.id), eq(outbox.state, 'sending')))
}

/** Turns a refresh of a subject into one update for each copy that was sent. */
async function expandRefresh(db: Database, row: Outgoing, now: Date): Promise<boolean> {
  await db.transaction(async (tx) => {
    const copies = await tx
      .select({ messageId: outbox.messageId, conversation: outbox.conversation })
      .from(outbox)
      .where(and(eq(outbox.subject, row.receiverId), eq(outbox.op, 'send'), isNotNull(outbox.messageId)))
    const card = row.card as Card
    const { inFreeze } = row
    await tx
      .update(outbox)
      .set({ card })
      .where(and(eq(outbox.subject, row.receiverId), eq(outbox.op, 'send')))
    // The conversation tells a freeze who reads the copy.
    for (const { messageId, conversation } of copies)
      if (messageId !== null)
        await tx.insert(outbox).values({ ...updateOf(messageId, card, now), conversation, inFreeze })
    await tx
      .update(outbox)
      .set({ state: 'sent', sentAt: now, leasedUntil: null })
      .where(eq(outbox.id, row.id))
  })
  return true
}

/** The row by which the card of a message is replaced. */
export function updateOf(messageId: string, card: Card, now: Date): typeof outbox.$inferInsert {
  return {
    id: newId(now),
    op: 'update',
    receiver: `update:${messageId}`,
    receiverKind: 'message',
    receiverId: messageId,
    card,
    dueAt: now,
    createdAt: now,
  }
}

async function nextDueAt(db: Database, now: Date): Promise<Date | null> {
  const [row] = await db
    .select({ dueAt: outbox.dueAt })
    .from(outbox)
    .where(inArray(outbox.state, ['waiting', 'sending']))
    .orderBy(outbox.dueAt)
    .limit(1)
  if (row === undefined) return null
  return row.dueAt > now ? row.dueAt : new Date(now.getTime() + 1000 / PER_SECOND)
}

/** Messages that could not be delivered, for the operator: newest first, without their content. */
export function listDeadLetters(db: Database) {
  return db
    .select({
      id: outbox.id,
      state: outbox.state,
      receiver: outbox.receiver,
      failure: outbox.failure,
      attempts: outbox.attempts,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .where(inArray(outbox.state, ['dead', 'flagged']))
    .orderBy(desc(outbox.seq))
}

/** Lets a dead or flagged card go out again; a file is gone by then. @returns whether there was such a message */
export async function releaseDeadLetter(db: Database, id: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(outbox)
    .set({ state: 'waiting', attempts: 0, firstTriedAt: null, dueAt: now, failure: null })
    .where(and(eq(outbox.id, id), inArray(outbox.state, ['dead', 'flagged']), isNull(outbox.fileName)))
    .returning({ id: outbox.id })
  return rows.length === 1
}
