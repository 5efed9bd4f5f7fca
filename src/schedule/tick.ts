// Runs what has fallen due, each row in one transaction that moves it on, does its work and puts its message into the
// outbox: whatever crashes, repeats or runs at the same time, it happens once. Called each minute and after the clock moved.

import type { BotParts } from '../bot/bot.ts'
import { begin } from '../bot/prelude.ts'
import { dayOf } from '../core/calendar.ts'
import { coverCard } from '../core/cover.ts'
import { derivedId } from '../core/ids.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Receiver } from '../core/ports.ts'
import { findDeputy } from '../features/people/deputies.ts'
import { type Employee, toActor } from '../features/people/store.ts'
import type { Transaction } from '../storage/database.ts'
import { holdsNoData } from '../storage/frozen.ts'
import { outbox } from '../storage/plumbing-schema.ts'
import { takeServiceScope } from '../storage/scope.ts'
import { receiverKey } from '../storage/turn.ts'
import { advanceRow, type ClaimedRow, claimDueRow, meantDue, passesUnrun, putOffRow } from './due-rows.ts'
import { reviewParked } from './review-parked.ts'
import { nextDue } from './working-calendar.ts'

export { nextDueAt } from './due-rows.ts'

/** Rows worked on at the same time by one instance. */
const PARALLEL = 4

/** What one tick did. */
export interface Ticked {
  readonly ran: number
  readonly failed: number
}

/**
 * Runs everything that is due. A row that fails is put off and never stands in the way of another.
 * @throws Error where the database is away; nothing is lost
 */
export async function tick(parts: BotParts, now: Date): Promise<Ticked> {
  await reviewParked(parts.store.db, now)
  // All of them are waited for, also when one fails: nothing of a tick goes on after it.
  const shares = await Promise.allSettled(Array.from({ length: PARALLEL }, () => runWhileDue(parts, now)))
  const counts = { ran: 0, failed: 0 }
  for (const share of shares) {
    if (share.status === 'rejected') throw share.reason
    counts.ran += share.value.ran
    counts.failed += share.value.failed
  }
  return counts
}

async function runWhileDue(parts: BotParts, now: Date): Promise<Ticked> {
  const counts = { ran: 0, failed: 0 }
  for (;;) {
    const result = await runOne(parts, now)
    if (result === 'none') return counts
    counts[result] += 1
  }
}

// The work stands behind a savepoint: when it fails, the row is put off while its lock is still held.
function runOne(parts: BotParts, now: Date): Promise<'ran' | 'failed' | 'none'> {
  return parts.store.db.transaction(async (tx) => {
    const claimed = await claimDueRow(tx, now)
    if (claimed === null) return 'none'
    try {
      await tx.transaction((inner) => runClaimed(parts, inner, claimed, now))
      return 'ran'
    } catch (cause) {
      const { id, kind, attempts } = claimed.row
      const givenUp = await putOffRow(tx, claimed.row, now, parts.zone)
      parts.log.error(givenUp ? 'schedule.given-up' : 'schedule.failed', cause, {
        id,
        kind,
        attempts: attempts + 1,
      })
      return 'failed'
    }
  })
}

async function runClaimed(parts: BotParts, tx: Transaction, claimed: ClaimedRow, now: Date): Promise<void> {
  const { row, employee } = claimed
  const dueAt = meantDue(row, now, parts.zone)
  await advanceRow(tx, row, dueAt, row.cadence === null ? null : nextDue(row.cadence, now, parts.zone))
  if (employee === null || passesUnrun(claimed, dueAt, now)) return
  await runRow(parts, tx, { row, employee, dueAt }, now)
}

/** A row whose work is to be done, for one due time. */
interface DueRow {
  readonly row: ClaimedRow['row']
  readonly employee: Employee
  readonly dueAt: Date
}

async function runRow(parts: BotParts, tx: Transaction, due: DueRow, now: Date): Promise<void> {
  const { row, employee, dueAt } = due
  const schedule = parts.house.registry.schedules.get(row.kind)
  if (schedule === undefined) throw new Error(`nothing is registered for schedules of kind ${row.kind}`)
  const privately = row.conversation === null || row.conversation === employee.conversation
  const person = await personFor(
    tx,
    { employee, privately, toDeputy: schedule.toDeputy === true },
    now,
    parts.zone,
  )
  const receiver = receiverOf(privately ? person.conversation : row.conversation, person)
  if (receiver === null) return
  const conversation = { id: receiver.id, private: privately }
  const inboundId = `schedule:${row.id}:${dueAt.toISOString()}`
  const turn = begin(parts, tx, toActor(person), { inboundId, conversation, text: '' }, now)
  const outcome = await schedule.run(turn, { id: row.id, dueAt, subjectId: row.subjectId })
  if (outcome === null || outcome.kind === 'toast') return
  const shown =
    outcome.kind === 'card' && !conversation.private ? { ...outcome, card: coverCard(outcome.card) } : outcome
  await post(tx, { due: { ...due, employee: person }, receiver, inboundId, outcome: shown, now })
}

/** Whose turn it is: the row's own person, or the deputy where that person is away and the post is a private one. */
async function personFor(
  tx: Transaction,
  wanted: { readonly employee: Employee; readonly privately: boolean; readonly toDeputy: boolean },
  now: Date,
  zone: string,
): Promise<Employee> {
  const { employee, privately, toDeputy } = wanted
  if (!privately || !toDeputy) return employee
  return (await findDeputy(tx, employee.id, dayOf(now, zone))) ?? employee
}

/** The conversation of the row, else the employee's private one, else the account, which opens it; null without any. */
function receiverOf(conversation: string | null, employee: Employee): Receiver | null {
  const known = conversation ?? employee.conversation
  if (known !== null) return { to: 'conversation', id: known }
  return employee.account === null ? null : { to: 'account', id: employee.account }
}

interface Posting {
  readonly due: DueRow
  readonly receiver: Receiver
  readonly inboundId: string
  readonly outcome: Exclude<Outcome, { kind: 'toast' }>
  readonly now: Date
}

/** One message for one due time: its id follows from both, so a repetition is the same row. */
async function post(tx: Transaction, { due, receiver, inboundId, outcome, now }: Posting): Promise<void> {
  const content =
    outcome.kind === 'card'
      ? { card: outcome.card, subject: outcome.subject ?? null, focus: outcome.focus ?? null }
      : { fileName: outcome.name, fileBytes: outcome.bytes }
  await takeServiceScope(tx)
  await tx
    .insert(outbox)
    .values({
      id: await derivedId('schedule', due.row.id, due.dueAt.toISOString()),
      employeeId: due.employee.id,
      receiver: receiverKey(receiver),
      receiverKind: receiver.to,
      receiverId: receiver.id,
      conversation: receiver.to === 'conversation' ? receiver.id : null,
      inboundId,
      inFreeze: holdsNoData(toActor(due.employee)) ? 'send' : 'park',
      dueAt: now,
      createdAt: now,
      ...content,
    })
    .onConflictDoNothing()
}
