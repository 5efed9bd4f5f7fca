// What the personal digest tells: counts, what is going wrong, and what falls due. Everything in the scope of the person.

import {
  and,
  asc,
  count,
  eq,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { addDays, dayOf, instantOf, weekOf } from '../../core/calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { approvals } from '../approvals/schema.ts'
import { customers, holdings } from '../customers/schema.ts'
import { opportunities } from '../opportunities/schema.ts'
import { tasks } from '../tasks/schema.ts'
import { tickets } from '../tickets/schema.ts'

/** Products are told of so many days before they mature, birthdays so many days before they come (S52, D21). */
const MATURING_DAYS = 30
const BIRTHDAY_DAYS = 3
/** A customer of the highest level who was not contacted for so long is told of. */
const SILENT_DAYS = 30
const MOST_LINES = 10

/** A count now, and the same count one period before. */
export interface Compared {
  readonly now: number
  readonly before: number
}

/** The three numbers of the morning (S9). */
export async function readFigures(
  turn: Turn,
): Promise<{ readonly newCustomers: Compared; readonly maturing: Compared; readonly dueYesterday: number }> {
  const today = dayOf(turn.now, turn.zone)
  const monday = instantOf(weekOf(today).from, turn.zone)
  const weekMs = turn.now.getTime() - monday.getTime()
  const lastMonday = instantOf(addDays(weekOf(today).from, -7), turn.zone)
  const [now, before, maturing, matured, yesterday] = await Promise.all([
    countNewCustomers(turn, monday, turn.now),
    countNewCustomers(turn, lastMonday, new Date(lastMonday.getTime() + weekMs)),
    countMaturing(turn, today),
    countMaturing(turn, addDays(today, -7)),
    countWhere(
      turn,
      tasks,
      and(
        eq(tasks.assigneeId, turn.actor.id),
        eq(tasks.dueOn, addDays(today, -1)),
        ne(tasks.state, 'cancelled'),
      ),
    ),
  ])
  return {
    newCustomers: { now, before },
    maturing: { now: maturing, before: matured },
    dueYesterday: yesterday,
  }
}

function countNewCustomers(turn: Turn, from: Date, before: Date): Promise<number> {
  return countWhere(turn, customers, and(gte(customers.createdAt, from), lte(customers.createdAt, before)))
}

function countMaturing(turn: Turn, day: string): Promise<number> {
  return countWhere(turn, holdings, maturingFrom(day))
}

function maturingFrom(day: string): SQL | undefined {
  return and(gte(holdings.maturesOn, day), lte(holdings.maturesOn, addDays(day, MATURING_DAYS)))
}

/** What is going wrong, as counts; only what concerns the person. */
export async function readWarnings(turn: Turn) {
  const today = dayOf(turn.now, turn.zone)
  const silentSince = instantOf(addDays(today, -SILENT_DAYS), turn.zone)
  const [overdueTickets, waiting, silent, lateOpportunities] = await Promise.all([
    countWhere(turn, tickets, and(inArray(tickets.status, ['open', 'waiting']), lt(tickets.dueAt, turn.now))),
    countWhere(turn, approvals, and(eq(approvals.approverId, turn.actor.id), isNull(approvals.decision))),
    countWhere(
      turn,
      customers,
      and(
        eq(customers.level, 'VIP'),
        or(isNull(customers.lastContactAt), lt(customers.lastContactAt, silentSince)),
      ),
    ),
    countWhere(
      turn,
      opportunities,
      and(notInArray(opportunities.stage, ['won', 'lost']), lt(opportunities.closeOn, today)),
    ),
  ])
  return { overdueTickets, waiting, silent, lateOpportunities }
}

/** Products that mature soon, the nearest first, one for each customer. */
export async function listMaturing(turn: Turn) {
  const rows = await turn.db
    .select({
      customerId: customers.id,
      name: customers.name,
      product: holdings.product,
      amountFen: holdings.amountFen,
      maturesOn: holdings.maturesOn,
    })
    .from(holdings)
    .innerJoin(customers, eq(customers.id, holdings.customerId))
    .where(maturingFrom(dayOf(turn.now, turn.zone)))
    .orderBy(asc(holdings.maturesOn), asc(holdings.id))
    .limit(MOST_LINES * 2)
  const seen = new Set<string>()
  return rows.filter(({ customerId }) => !seen.has(customerId) && seen.add(customerId)).slice(0, MOST_LINES)
}

/** Birthdays of today and the next days, the nearest first. */
export async function listBirthdays(turn: Turn) {
  const today = dayOf(turn.now, turn.zone)
  const days = Array.from({ length: BIRTHDAY_DAYS + 1 }, (_, ahead) => addDays(today, ahead))
  const rows = await turn.db
    .select({ customerId: customers.id, name: customers.name, birthday: customers.birthday })
    .from(customers)
    .where(inArray(sql`to_char(${customers.birthday}, 'MM-DD')`, days.map(monthAndDay)))
    .orderBy(asc(customers.name), asc(customers.id))
    .limit(MOST_LINES)
  const nextOf = (birthday: string | null) =>
    days.find((day) => birthday !== null && monthAndDay(day) === monthAndDay(birthday)) ?? today
  return rows
    .map(({ birthday, ...row }) => ({ ...row, on: nextOf(birthday) }))
    .sort((a, b) => a.on.localeCompare(b.on))
}

function monthAndDay(day: string): string {
  return day.slice(5)
}

async function countWhere(
  { db }: Turn,
  table:
    | typeof customers
    | typeof holdings
    | typeof tasks
    | typeof tickets
    | typeof approvals
    | typeof opportunities,
  where: SQL | undefined,
): Promise<number> {
  const [row] = await db.select({ value: count() }).from(table).where(where)
  return row?.value ?? 0
}
