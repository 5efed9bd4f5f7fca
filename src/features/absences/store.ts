// Days on which people are away, and who stands in for them. People may read them; only the service writes them, each
// person's own by this person's turn, anybody's by the operator.

import { and, asc, eq, gte, lte } from 'drizzle-orm'
import { addDays, daysBetween, isDay } from '../../core/calendar.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Database, Transaction } from '../../storage/database.ts'
import { listPossibleDeputies } from '../people/index.ts'
import { absences, employees } from '../people/schema.ts'

/** Days off, both included; `deputyId` is null where the standing deputy is meant. */
export interface Absence {
  readonly fromOn: string
  readonly toOn: string
  readonly deputyId: number | null
}

/** An absence with the deputy's name. */
export interface ShownAbsence extends Absence {
  readonly deputy: string | null
}

/** Why an absence cannot be. */
export type NoAbsence = 'no days' | 'turned round' | 'over' | 'too long' | 'overlaps' | 'no deputy'

/** Longer than this it is no leave. */
const MOST_DAYS = 366

/** What is or will be of somebody's absences, the next one first. */
export function listAbsences(
  db: Database | Transaction,
  employeeId: number,
  today: string,
): Promise<readonly ShownAbsence[]> {
  return db
    .select({
      fromOn: absences.fromOn,
      toOn: absences.toOn,
      deputyId: absences.deputyId,
      deputy: employees.name,
    })
    .from(absences)
    .leftJoin(employees, eq(employees.id, absences.deputyId))
    .where(and(eq(absences.employeeId, employeeId), gte(absences.toOn, today)))
    .orderBy(asc(absences.fromOn))
}

type Absent = Parameters<typeof listPossibleDeputies>[1]

/** Whether these days can be somebody's absence. */
export async function checkAbsence(
  tx: Transaction,
  who: Absent,
  { fromOn, toOn, deputyId }: Absence,
  today: string,
): Promise<Result<null, NoAbsence>> {
  if (!isDay(fromOn) || !isDay(toOn)) return fail('no days')
  if (toOn < fromOn) return fail('turned round')
  if (toOn < today) return fail('over')
  if (daysBetween(fromOn, toOn) > MOST_DAYS) return fail('too long')
  const [other] = await tx
    .select()
    .from(absences)
    .where(and(eq(absences.employeeId, who.id), lte(absences.fromOn, toOn), gte(absences.toOn, fromOn)))
    .limit(1)
  if (other !== undefined) return fail('overlaps')
  if (deputyId === null) return ok(null)
  const possible = await listPossibleDeputies(tx, who)
  return possible.some(({ id }) => id === deputyId) ? ok(null) : fail('no deputy')
}

/** Writes an absence, in the service's scope. */
export async function insertAbsence(tx: Transaction, employeeId: number, absence: Absence): Promise<void> {
  const { fromOn, toOn, deputyId } = absence
  await tx.insert(absences).values({ employeeId, fromOn, toOn, deputyId })
}

/**
 * Takes an absence back, in the service's scope: what is to come goes, of what has begun the days from today on.
 * @returns what it was; null where there is none
 */
export async function endAbsence(
  tx: Transaction,
  employeeId: number,
  fromOn: string,
  today: string,
): Promise<Absence | null> {
  const isIt = and(
    eq(absences.employeeId, employeeId),
    eq(absences.fromOn, fromOn),
    gte(absences.toOn, today),
  )
  const [was] = await tx.select().from(absences).where(isIt).for('update')
  if (was === undefined) return null
  if (fromOn >= today) await tx.delete(absences).where(isIt)
  else
    await tx
      .update(absences)
      .set({ toOn: addDays(today, -1) })
      .where(isIt)
  return was
}

/** Puts an absence back to what it was, in the service's scope. */
export async function restoreAbsence(tx: Transaction, employeeId: number, was: Absence): Promise<void> {
  const { fromOn, toOn, deputyId } = was
  await tx
    .insert(absences)
    .values({ employeeId, fromOn, toOn, deputyId })
    .onConflictDoUpdate({ target: [absences.employeeId, absences.fromOn], set: { toOn, deputyId } })
}
