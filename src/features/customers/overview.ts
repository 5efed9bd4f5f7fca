// What stands around one customer: the last contacts, open sales and requests, the next task, the holdings.
// Row-level security has the say about each table; what this person may not see is not there.

import { and, asc, count, desc, eq, inArray, notInArray } from 'drizzle-orm'
import type { Turn } from '../../storage/turn.ts'
import { followUps } from '../follow-ups/schema.ts'
import { opportunities } from '../opportunities/schema.ts'
import { employees } from '../people/schema.ts'
import { tasks } from '../tasks/schema.ts'
import { tickets } from '../tickets/schema.ts'
import { holdings } from './schema.ts'
import type { Customer } from './store.ts'

const LAST_FOLLOW_UPS = 3
const MOST_OPEN = 5
const MOST_HOLDINGS = 20

export type Overview = Awaited<ReturnType<typeof readOverview>>

/** Reads everything in one round trip. */
export async function readOverview({ db }: Turn, { id, ownerId }: Customer) {
  const [last, sales, requests, complaints, next, held, owner] = await Promise.all([
    db
      .select()
      .from(followUps)
      .where(eq(followUps.customerId, id))
      .orderBy(desc(followUps.happenedAt))
      .limit(LAST_FOLLOW_UPS),
    db
      .select()
      .from(opportunities)
      .where(and(eq(opportunities.customerId, id), notInArray(opportunities.stage, ['won', 'lost'])))
      .orderBy(asc(opportunities.closeOn))
      .limit(MOST_OPEN),
    db
      .select()
      .from(tickets)
      .where(and(eq(tickets.customerId, id), inArray(tickets.status, ['open', 'waiting'])))
      .orderBy(desc(tickets.createdAt))
      .limit(MOST_OPEN),
    db
      .select({ count: count() })
      .from(tickets)
      .where(
        and(
          eq(tickets.customerId, id),
          eq(tickets.kind, 'complaint'),
          inArray(tickets.status, ['open', 'waiting']),
        ),
      ),
    db
      .select()
      .from(tasks)
      .where(and(eq(tasks.customerId, id), eq(tasks.state, 'open')))
      .orderBy(asc(tasks.dueOn), asc(tasks.dueAt))
      .limit(1),
    db
      .select()
      .from(holdings)
      .where(eq(holdings.customerId, id))
      .orderBy(asc(holdings.maturesOn))
      .limit(MOST_HOLDINGS),
    db.select({ name: employees.name }).from(employees).where(eq(employees.id, ownerId)),
  ])
  return {
    followUps: last,
    opportunities: sales,
    tickets: requests,
    openComplaints: complaints[0]?.count ?? 0,
    nextTask: next[0] ?? null,
    holdings: held,
    owner: owner[0]?.name ?? null,
  }
}
