// The posts that stand from the first day: a personal digest for everybody who has customers, one for each team.
// For loading a bank and for new employees; in the service's scope, never on behalf of a message.

import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { derivedId } from '../../core/ids.ts'
import { nextDue } from '../../schedule/working-calendar.ts'
import type { Database, Transaction } from '../../storage/database.ts'
import { schedules } from '../../storage/plumbing-schema.ts'
import { employees, teams } from '../people/schema.ts'
import { DEFAULT_TIME, type DigestKind, scheduleKind, subjectOf, toCadence } from './subscription.ts'

/**
 * Arms the standing posts of these employees, or of everybody: each manager and supervisor at 08:30, each team at 18:00
 * in its conversation. What stands already is left as it is.
 */
export async function defaultSchedules(
  db: Database | Transaction,
  now: Date,
  zone: string,
  employeeIds?: readonly number[],
): Promise<void> {
  const people = await db
    .select({
      id: employees.id,
      role: employees.role,
      deputyOf: employees.deputyOf,
      teamId: employees.teamId,
      conversation: teams.conversation,
    })
    .from(employees)
    .leftJoin(teams, eq(teams.id, employees.teamId))
    .where(
      and(inArray(employees.role, ['rm', 'supervisor']), eq(employees.status, 'active'), among(employeeIds)),
    )
    .orderBy(asc(employees.id))
  const personal = await Promise.all(people.map(({ id }) => rowFor('personal', id, id, null, { now, zone })))
  const leaders = people.filter(({ role, deputyOf }) => role === 'supervisor' && deputyOf === null)
  const firsts = leaders.filter(
    ({ teamId }, index) => leaders.findIndex((other) => other.teamId === teamId) === index,
  )
  const team = await Promise.all(
    firsts.flatMap(({ id, teamId, conversation }) =>
      teamId === null ? [] : [rowFor('team', teamId, id, conversation, { now, zone })],
    ),
  )
  const rows = [...personal, ...team]
  if (rows.length > 0) await db.insert(schedules).values(rows).onConflictDoNothing()
}

function among(employeeIds: readonly number[] | undefined) {
  if (employeeIds === undefined) return isNotNull(employees.id)
  return employeeIds.length === 0 ? sql`false` : inArray(employees.id, [...employeeIds])
}

async function rowFor(
  kind: DigestKind,
  subjectId: number,
  employeeId: number,
  conversation: string | null,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Promise<typeof schedules.$inferInsert> {
  const cadence = toCadence(DEFAULT_TIME[kind], null)
  const subject = subjectOf(kind, subjectId, 'daily')
  return {
    id: await derivedId('standing', subject),
    kind: scheduleKind(kind),
    employeeId,
    createdBy: employeeId,
    subjectId: subject,
    conversation,
    dueAt: nextDue(cadence, now, zone),
    cadence,
  }
}
