// After a thaw: each message that waited is held against the rights of now. Whoever it was written for must still be here,
// and whoever it was written by must still see every customer in it; what is older than a day is not sent either. What is
// dropped is said. Run with each tick, because a message may be parked by a round that had begun before the thaw.

import { and, eq, gt, inArray, or } from 'drizzle-orm'
import { backlogCard } from '../../cards/freezes.ts'
import { newId } from '../core/ids.ts'
import type { Receiver } from '../core/ports.ts'
import { customers } from '../features/customers/schema.ts'
import { employees } from '../features/people/schema.ts'
import { type Employee, toActor } from '../features/people/store.ts'
import type { Database, Transaction } from '../storage/database.ts'
import { holdsNoData } from '../storage/frozen.ts'
import { findCovered, keysIn, type Outgoing } from '../storage/parking.ts'
import { outbox } from '../storage/plumbing-schema.ts'
import { lookUpAsKeeper, takeScope, takeServiceScope } from '../storage/scope.ts'
import { receiverKey } from '../storage/turn.ts'

const STALE_MS = 24 * 60 * 60_000
/** Messages reviewed in one transaction. */
const BATCH = 200

type Verdict = 'sent' | 'unseen' | 'old'

/** Reviews what waits and is covered by no freeze any more. */
export async function reviewParked(db: Database, now: Date): Promise<void> {
  for (let after: number | null = 0; after !== null; ) after = await reviewBatch(db, after, now)
}

/** @returns where the next batch begins; null after the last */
function reviewBatch(db: Database, after: number, now: Date): Promise<number | null> {
  return db.transaction(async (tx) => {
    const parked = await tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.state, 'parked'), gt(outbox.seq, after)))
      .orderBy(outbox.seq)
      .limit(BATCH)
      .for('update', { skipLocked: true })
    if (parked.length === 0) return null
    const covered = await findCovered(tx, parked)
    const free = parked.filter(({ id }) => !covered.has(id))
    const counts = new Map<number, Record<Verdict, number>>()
    for (const row of free) {
      const people = await concernedBy(tx, row)
      const author = people.find(({ id }) => id === row.employeeId) ?? people[0]
      const verdict = await judge(tx, row, people, author, now)
      await settle(tx, row, verdict, now)
      if (author === undefined) continue
      const own = counts.get(author.id) ?? { sent: 0, unseen: 0, old: 0 }
      counts.set(author.id, { ...own, [verdict]: own[verdict] + 1 })
    }
    for (const [employeeId, own] of counts) await tell(tx, employeeId, own, now)
    return parked.length < BATCH ? null : (parked.at(-1)?.seq ?? null)
  })
}

/** In whose name a message is, and whose private chat it goes to. */
function concernedBy(tx: Transaction, row: Outgoing): Promise<readonly Employee[]> {
  return tx
    .select()
    .from(employees)
    .where(
      or(
        eq(employees.id, row.employeeId ?? 0),
        eq(employees.account, row.receiverId),
        inArray(employees.conversation, [row.receiverId, row.conversation ?? row.receiverId]),
      ),
    )
}

async function judge(
  tx: Transaction,
  row: Outgoing,
  people: readonly Employee[],
  author: Employee | undefined,
  now: Date,
): Promise<Verdict> {
  if (now.getTime() - row.createdAt.getTime() > STALE_MS) return 'old'
  if (people.some(({ status }) => status !== 'active')) return 'unseen'
  return author !== undefined && (await seesAllOf(tx, author, row)) ? 'sent' : 'unseen'
}

/** Whether somebody sees, in their own scope of now, every customer that a message names by id or code. */
async function seesAllOf(tx: Transaction, author: Employee, row: Outgoing): Promise<boolean> {
  const { ids, codes } = keysIn(row)
  const wanted = or(inArray(customers.id, [...ids]), inArray(customers.code, [...codes]))
  const read = () => tx.select({ id: customers.id }).from(customers).where(wanted)
  const all = await lookUpAsKeeper(tx, read)
  if (all.length === 0) return true
  const actor = toActor(author)
  if (holdsNoData(actor)) return false
  await takeScope(tx, actor)
  const seen = await read()
  await takeServiceScope(tx)
  return seen.length === all.length
}

async function settle(tx: Transaction, { id }: Outgoing, verdict: Verdict, now: Date): Promise<void> {
  const change =
    verdict === 'sent'
      ? { state: 'waiting' as const, dueAt: now }
      : { state: 'dropped' as const, card: null, fileName: null, fileBytes: null }
  await tx
    .update(outbox)
    .set(change)
    .where(and(eq(outbox.id, id), eq(outbox.state, 'parked')))
}

async function tell(
  tx: Transaction,
  employeeId: number,
  counts: Readonly<Record<Verdict, number>>,
  now: Date,
): Promise<void> {
  const [person] = await tx.select().from(employees).where(eq(employees.id, employeeId))
  if (person?.status !== 'active' || person.account === null) return
  const receiver: Receiver = { to: 'account', id: person.account }
  await tx.insert(outbox).values({
    id: newId(now),
    employeeId,
    receiver: receiverKey(receiver),
    receiverKind: receiver.to,
    receiverId: receiver.id,
    card: backlogCard(counts),
    inFreeze: 'send',
    dueAt: now,
    createdAt: now,
  })
}
