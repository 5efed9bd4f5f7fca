// The rows that fall due: claimed one by one, moved on, put off after a failure. Runs in the service's scope.
// While tries fail, `due_at` is when the next try is made and `last_due_at` keeps the due time that is meant.

import { and, eq, lte, not, sql } from 'drizzle-orm'
import { employees } from '../features/people/schema.ts'
import type { Employee } from '../features/people/store.ts'
import type { Database, Transaction } from '../storage/database.ts'
import { isFrozen } from '../storage/frozen.ts'
import { schedules } from '../storage/plumbing-schema.ts'
import { findNextDue, latestDue } from './working-calendar.ts'

/** After so many tries a due time is given up. With the pauses in between that is half an hour. */
const MAX_ATTEMPTS = 6
const FIRST_PAUSE_MS = 60_000
/** A post that may be skipped is not made up for when it is later than this. */
const STALE_MS = 60 * 60_000

type Row = typeof schedules.$inferSelect

/** A claimed row, and the employee in whose scope it runs. */
export interface ClaimedRow {
  readonly row: Row
  readonly employee: Employee | null
}

/** Claims the row that has been due longest and that nobody else works on, for the length of the transaction. */
export async function claimDueRow(tx: Transaction, now: Date): Promise<ClaimedRow | null> {
  const [claimed] = await tx
    .select({ row: schedules, employee: employees })
    .from(schedules)
    .leftJoin(employees, eq(employees.id, schedules.employeeId))
    // What would run in a frozen scope stays armed, and is run or passed over after the thaw as its own rules say.
    .where(and(eq(schedules.state, 'armed'), lte(schedules.dueAt, now), not(isFrozen)))
    .orderBy(schedules.dueAt, schedules.id)
    .limit(1)
    .for('update', { of: schedules, skipLocked: true })
  return claimed ?? null
}

/** The first due time that has not been run: while tries fail it is not the time of the next try. */
function firstDue(row: Row): Date {
  return row.attempts > 0 && row.lastDueAt !== null ? row.lastDueAt : row.dueAt
}

/**
 * The due time that a row is run for: of several that were missed, the last.
 * @throws RangeError where its cadence names no day or no time
 */
export function meantDue(row: Row, now: Date, zone: string): Date {
  return row.cadence === null ? firstDue(row) : latestDue(row.cadence, firstDue(row), now, zone)
}

/** Whether a row only moves on: its employee may not use the bot now, or it comes too late to be of use. */
export function passesUnrun({ row, employee }: ClaimedRow, dueAt: Date, now: Date): boolean {
  const late = now.getTime() - dueAt.getTime() > STALE_MS
  return employee?.status !== 'active' || (row.cadence?.missed === 'skip' && late)
}

/** Moves a claimed row on: to its next due time after now, or to its end where it falls due once. */
export async function advanceRow(tx: Transaction, row: Row, dueAt: Date, next: Date | null): Promise<void> {
  const change = next === null ? { state: 'done' as const } : { dueAt: next }
  await tx
    .update(schedules)
    .set({ lastDueAt: dueAt, attempts: 0, ...change })
    .where(eq(schedules.id, row.id))
}

/**
 * Puts a row off after a failed try, longer each time, and gives its due time up in the end: a row that falls due once
 * is marked failed, a standing one goes on with its next due time.
 * @returns whether it was given up
 */
export async function putOffRow(tx: Transaction, row: Row, now: Date, zone: string): Promise<boolean> {
  const attempts = row.attempts + 1
  const givenUp = attempts >= MAX_ATTEMPTS
  const change = givenUp ? toGivenUp(row, now, zone) : { dueAt: pausedUntil(row, now) }
  await tx
    .update(schedules)
    .set({ attempts, lastDueAt: firstDue(row), ...change })
    .where(eq(schedules.id, row.id))
  return givenUp
}

function pausedUntil(row: Row, now: Date): Date {
  return new Date(now.getTime() + FIRST_PAUSE_MS * 2 ** row.attempts)
}

function toGivenUp(row: Row, now: Date, zone: string): Partial<Row> {
  const next = row.cadence === null ? null : findNextDue(row.cadence, now, zone)
  return next === null ? { state: 'failed' } : { attempts: 0, dueAt: next }
}

/** When something falls due next; null where nothing is armed. */
export async function nextDueAt(db: Database): Promise<Date | null> {
  const [row] = await db
    .select({ dueAt: sql<string | null>`min(${schedules.dueAt})` })
    .from(schedules)
    .where(eq(schedules.state, 'armed'))
  return row?.dueAt == null ? null : new Date(row.dueAt)
}
