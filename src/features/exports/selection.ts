// Which customers an export means, and what of them it reads. Row-level security decides which rows exist for the person,
// at the question and again at the confirmation.

import { and, asc, count, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Turn } from '../../storage/turn.ts'
import { Filters, toWhere } from '../customers/index.ts'
import { customers } from '../customers/schema.ts'
import { branches, employees, teams } from '../people/schema.ts'

/** More than these in one file is no list that one person works with: whoever needs them narrows, and asks in parts. */
export const MOST_CUSTOMERS = 2000

/** Everybody who meets the conditions, or the one who was named. */
export const Selection = z.object({ filters: Filters, customer: z.uuid().optional() })
export type Selection = z.output<typeof Selection>

/** How many customers are meant; one more than may be exported stands for all that are too many. */
export async function countSelected(turn: Turn, selection: Selection): Promise<number> {
  const some = turn.db
    .select({ id: customers.id })
    .from(customers)
    .where(toCondition(turn, selection))
    .limit(MOST_CUSTOMERS + 1)
    .as('some')
  const [counted] = await turn.db.select({ total: count() }).from(some)
  return counted?.total ?? 0
}

export type Exported = Awaited<ReturnType<typeof readSelected>>[number]

/** The customers that are meant, by their codes, with who looks after them; one more than may be exported at most. */
export function readSelected(turn: Turn, selection: Selection) {
  const { id, code, name, phoneSealed, kind, level, tags, createdAt, lastContactAt } = customers
  return turn.db
    .select({
      ...{ id, code, name, phoneSealed, kind, level, tags, createdAt, lastContactAt },
      manager: employees.name,
      team: teams.name,
      branch: branches.name,
    })
    .from(customers)
    .innerJoin(employees, eq(employees.id, customers.ownerId))
    .innerJoin(teams, eq(teams.id, customers.teamId))
    .innerJoin(branches, eq(branches.id, customers.branchId))
    .where(toCondition(turn, selection))
    .orderBy(asc(customers.code))
    .limit(MOST_CUSTOMERS + 1)
}

function toCondition(turn: Turn, { filters, customer }: Selection) {
  return and(toWhere(turn, filters), customer === undefined ? undefined : eq(customers.id, customer))
}
