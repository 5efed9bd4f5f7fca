// Who stands in for whom on a day of the bank's zone. Nobody stands in for somebody who stands in: a deputy who is away is
// no deputy, and what was handed to a deputy is handed no further.

import { and, eq, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '../../core/actor.ts'
import type { Transaction } from '../../storage/database.ts'
import { absences, employees } from './schema.ts'
import { type Employee, isAbsent } from './store.ts'

/**
 * Whoever stands in for an employee who is away: the one named for these days, else the standing deputy; null where the
 * employee is there, or nobody is left who works and is there.
 */
export async function findDeputy(tx: Transaction, employeeId: number, on: string): Promise<Employee | null> {
  const [away] = await tx
    .select({ deputyId: absences.deputyId })
    .from(absences)
    .where(and(eq(absences.employeeId, employeeId), isOn(on)))
    .limit(1)
  if (away === undefined) return null
  const named = away.deputyId === null ? eq(employees.deputyOf, employeeId) : eq(employees.id, away.deputyId)
  const candidates = await tx
    .select()
    .from(employees)
    .where(and(named, eq(employees.status, 'active'), ne(employees.id, employeeId)))
    .orderBy(employees.id)
  for (const candidate of candidates) if (!(await isAbsent(tx, candidate.id, on))) return candidate
  return null
}

function isOn(day: string) {
  return and(lte(absences.fromOn, day), gte(absences.toOn, day))
}

/**
 * The nearest of some people who is there, or who is stood in for by another of them; whoever is asked for themselves is
 * nobody. Where everybody is away it is the nearest all the same; null where there is none.
 */
export async function findOnDuty(
  tx: Transaction,
  nearestFirst: readonly Employee[],
  on: string,
): Promise<Employee | null> {
  for (const person of nearestFirst) {
    if (!(await isAbsent(tx, person.id, on))) return person
    const deputy = await findDeputy(tx, person.id, on)
    const fits = nearestFirst.find(({ id }) => id === deputy?.id)
    if (fits !== undefined) return fits
  }
  return nearestFirst[0] ?? null
}

/**
 * Those in whose place this supervisor may act today: who is away and named no other, and who lost the access and
 * belonged to the same team.
 */
export async function listStoodInFor(tx: Transaction, actor: Actor, on: string): Promise<readonly number[]> {
  const [me] = await tx.select().from(employees).where(eq(employees.id, actor.id))
  // A head decides only what was put to this very head; the database holds the same line.
  if (me?.role !== 'supervisor' || (await isAbsent(tx, me.id, on))) return []
  const away = alias(employees, 'away')
  const [absent, gone] = await Promise.all([
    tx
      .select({ id: absences.employeeId })
      .from(absences)
      .innerJoin(away, eq(away.id, absences.employeeId))
      .where(
        and(
          isOn(on),
          eq(away.role, me.role),
          or(
            eq(absences.deputyId, me.id),
            me.deputyOf === null
              ? undefined
              : and(isNull(absences.deputyId), eq(absences.employeeId, me.deputyOf)),
          ),
        ),
      ),
    me.teamId === null
      ? []
      : tx
          .select({ id: employees.id })
          .from(employees)
          .where(
            and(
              eq(employees.teamId, me.teamId),
              eq(employees.role, 'supervisor'),
              inArray(employees.status, ['frozen', 'left']),
            ),
          ),
  ])
  return [...absent, ...gone].map(({ id }) => id)
}

/** Who may be named to stand in for somebody: those whose own reach holds everything that the absent one's holds. */
export async function listPossibleDeputies(
  tx: Transaction,
  { id, role, teamId, branchId }: Pick<Employee, 'id' | 'role' | 'teamId' | 'branchId'>,
): Promise<readonly Employee[]> {
  const reach =
    role === 'head'
      ? and(
          eq(employees.role, 'head'),
          or(isNull(employees.branchId), branchId === null ? undefined : eq(employees.branchId, branchId)),
        )
      : and(eq(employees.role, 'supervisor'), eq(employees.teamId, teamId ?? 0))
  if (role === 'administrator' || role === 'auditor') return []
  return tx
    .select()
    .from(employees)
    .where(and(reach, eq(employees.status, 'active'), ne(employees.id, id)))
    .orderBy(employees.id)
}
