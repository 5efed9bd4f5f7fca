// Operations that are under way when a freeze comes in: messages to be answered, and messages that wait to be sent.

import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { frozenCard } from '../cards/freezes.ts'
import { inLanguage } from '../cards/kit/index.ts'
import { noticeCard } from '../cards/notice.ts'
import { Refusal } from '../src/core/errors.ts'
import { newId } from '../src/core/ids.ts'
import { refusalWords } from '../src/core/refusal-words.ts'
import { type Database, rowsOf } from '../src/storage/database.ts'
import { storeInbound } from '../src/storage/inbox.ts'
import { outbox } from '../src/storage/plumbing-schema.ts'
import type { Sealer } from '../src/storage/seal.ts'
import { normalisedMessage } from './normalised-message.ts'
import type { Writer } from './path-bank.ts'

/** Of so many waiting messages one is a file, and one hides a number that is shown. */
const A_FILE = 40
const A_COVER = 20
const FILE_BYTES = 200_000
/** Rows in one insert. */
const BATCH = 500
/** What tells the waiting messages apart from those that the bot wrote. */
const WAITING = 'bench:'

/** Puts so many messages into the inbox: look-ups and follow-ups by turns. */
export async function fillInbox(
  db: Database,
  sealer: Sealer,
  writers: readonly Writer[],
  count: number,
): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => from + i)
    await Promise.all(batch.map((i) => storeInbound(db, sealer, messageOf(writers, i), new Date())))
  }
}

function messageOf(writers: readonly Writer[], i: number) {
  const writer = writers[i % writers.length]
  if (writer === undefined) throw new Error('no writer')
  const round = Math.floor(i / writers.length)
  return normalisedMessage(writer, round % 3 === 2 ? writer.sentence : writer.customer)
}

/** Puts so many messages about customers into the outbox, each to a conversation of its own. */
export async function fillOutbox(db: Database, writers: readonly Writer[], count: number): Promise<void> {
  for (let from = 0; from < count; from += BATCH)
    await db
      .insert(outbox)
      .values(Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => rowOf(writers, from + i)))
}

function rowOf(writers: readonly Writer[], i: number): typeof outbox.$inferInsert {
  const now = new Date()
  const card = noticeCard({ title: `${writers[i % writers.length]?.customer} 的存单到期` })
  const content =
    i % A_FILE === 0 ? { fileName: 'customers.csv', fileBytes: randomBytes(FILE_BYTES) } : { card }
  return {
    id: newId(now),
    receiver: `conversation:oc_far_${i}`,
    receiverKind: 'conversation',
    receiverId: `oc_far_${i}`,
    inboundId: `${WAITING}${i}`,
    inFreeze: 'park',
    dueAt: now,
    createdAt: now,
    ...content,
    ...(i % A_COVER === 1 ? hidingOf(i) : {}),
  }
}

/** Hides a number that is shown; not due before the freeze makes it so. */
function hidingOf(i: number): Partial<typeof outbox.$inferInsert> {
  return {
    op: 'update',
    receiver: `update:om_far_${i}`,
    receiverKind: 'message',
    receiverId: `om_far_${i}`,
    inFreeze: 'cover',
    dueAt: new Date(Date.now() + 60_000 * 60),
  }
}

/** What became of the operations. */
export interface Fates {
  /** Answered or sent with what they hold. */
  readonly sent: number
  /** Waiting for the thaw; of a file, void. */
  readonly parked: number
  /** Answered with the notice of the freeze, or replaced by it. */
  readonly refused: number
}

/** How many messages of the inbox were answered. */
export async function countAnswered(db: Database): Promise<number> {
  const [row] = rowsOf<{ n: number }>(
    await db.execute(sql`select count(*)::int as n from inbox where done_at is not null`),
  )
  return row?.n ?? 0
}

/** Whether nothing is left to answer or to send. */
export async function isQuiet(db: Database): Promise<boolean> {
  const [row] = rowsOf<{ quiet: boolean }>(
    await db.execute(sql`select not exists (select from inbox where done_at is null)
      and not exists (select from outbox where state in ('waiting', 'sending')) as quiet`),
  )
  return row?.quiet ?? false
}

const NOTICE = `%${inLanguage(frozenCard(refusalWords(new Refusal('frozen'))).heading.title, 'zh')}%`

/** Counts each operation once; one that is in none of the counts is lost. */
export async function countFates(db: Database): Promise<Fates> {
  const [fates] = rowsOf<Fates>(
    await db.execute(sql`
      with operation as (
        select id from inbox where kind = 'message' union all select inbound_id from outbox where inbound_id like ${`${WAITING}%`}),
      fate as (
        select p.id, bool_or(o.state in ('parked', 'dropped')) as parked, bool_or(o.card::text like ${NOTICE}) as refused,
          bool_and(o.state in ('sent', 'parked', 'dropped')) as known
        from operation p join outbox o on o.inbound_id = p.id group by p.id)
      select count(*) filter (where parked)::int as parked, count(*) filter (where refused and not parked)::int as refused,
        count(*) filter (where not coalesce(refused, false) and not parked)::int as sent from fate where known`),
  )
  if (fates === undefined) throw new Error('nothing was counted')
  return fates
}
