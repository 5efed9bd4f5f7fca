// What the team digest tells: contacts, new and won opportunities, overdue tasks, by person or by team.
// Counts and sums only; nothing in it belongs to one customer.

import { and, count, eq, gte, lt, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { addDays, instantOf, weekOf } from '../../core/calendar.ts'
import { isWorkingDay } from '../../schedule/working-calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { followUps } from '../follow-ups/schema.ts'
import { opportunities } from '../opportunities/schema.ts'
import { employees, teams } from '../people/schema.ts'
import { tasks } from '../tasks/schema.ts'

/** Whose rows stand in the table: the people of a team, or the teams of a branch or the bank. */
export type GroupBy = 'person' | 'team'

/** What a row of the table counts. */
interface TeamMember {
  readonly id: number
  readonly name: string
}

/** Everything that the evening card tells of one day. */
export interface TeamFigures {
  readonly members: readonly TeamMember[]
  /** Contacts of this week and the last by member and day. */
  readonly contacts: readonly { readonly member: number; readonly day: string; readonly value: number }[]
  readonly created: readonly { readonly member: number; readonly value: number; readonly fen: bigint }[]
  readonly won: { readonly value: number; readonly fen: bigint }
  readonly overdue: readonly { readonly member: number; readonly value: number }[]
}

/** Reads the figures as they stand at the end of a day. */
export async function readTeamFigures(turn: Turn, day: string, by: GroupBy): Promise<TeamFigures> {
  const { from } = weekOf(day)
  const weekFrom = instantOf(from, turn.zone)
  const before = instantOf(addDays(day, 1), turn.zone)
  const [members, contacts, created, [won], overdue] = await Promise.all([
    listMembers(turn, by),
    countContacts(
      turn,
      by === 'person' ? followUps.authorId : followUps.teamId,
      instantOf(addDays(from, -7), turn.zone),
      before,
    ),
    sumOpportunities(turn, by === 'person' ? opportunities.ownerId : opportunities.teamId, weekFrom, before),
    turn.db
      .select({ value: count(), fen: sumFen })
      .from(opportunities)
      .where(
        and(
          eq(opportunities.stage, 'won'),
          gte(opportunities.stageChangedAt, weekFrom),
          lt(opportunities.stageChangedAt, before),
        ),
      ),
    countOverdue(turn, by === 'person' ? tasks.assigneeId : tasks.teamId, day),
  ])
  return { members, contacts, created, won: won ?? { value: 0, fen: 0n }, overdue }
}

const sumFen = sql<string>`coalesce(sum(${opportunities.amountFen}), 0)::text`.mapWith((text: string) =>
  BigInt(text),
)

async function listMembers({ db, actor }: Turn, by: GroupBy): Promise<readonly TeamMember[]> {
  if (by === 'person') {
    const mates = and(
      eq(employees.role, 'rm'),
      eq(employees.status, 'active'),
      actor.teamId === null ? undefined : eq(employees.teamId, actor.teamId),
    )
    return db
      .select({ id: employees.id, name: employees.name })
      .from(employees)
      .where(mates)
      .orderBy(employees.id)
  }
  const inBranch = actor.branchId === null ? undefined : eq(teams.branchId, actor.branchId)
  return db.select({ id: teams.id, name: teams.name }).from(teams).where(inBranch).orderBy(teams.id)
}

// The grouping names the column by its place: the zone is a parameter, and two parameters are never the same expression.
async function countContacts({ db, zone }: Turn, member: PgColumn, from: Date, before: Date) {
  const rows = await db
    .select({
      member: sql<number>`${member}`.mapWith(Number),
      day: sql<string>`to_char(${followUps.happenedAt} at time zone ${zone}, 'YYYY-MM-DD')`,
      value: count(),
    })
    .from(followUps)
    .where(and(gte(followUps.happenedAt, from), lt(followUps.happenedAt, before)))
    .groupBy(sql`1`, sql`2`)
  return rows
}

function sumOpportunities({ db }: Turn, member: PgColumn, from: Date, before: Date) {
  return db
    .select({ member: sql<number>`${member}`.mapWith(Number), value: count(), fen: sumFen })
    .from(opportunities)
    .where(and(gte(opportunities.createdAt, from), lt(opportunities.createdAt, before)))
    .groupBy(sql`1`)
}

function countOverdue({ db }: Turn, member: PgColumn, day: string) {
  return db
    .select({ member: sql<number>`${member}`.mapWith(Number), value: count() })
    .from(tasks)
    .where(and(eq(tasks.state, 'open'), lt(tasks.dueOn, day)))
    .groupBy(sql`1`)
}

/** The working day before a day. */
export function workingDayBefore(day: string): string {
  let before = addDays(day, -1)
  while (!isWorkingDay(before)) before = addDays(before, -1)
  return before
}
