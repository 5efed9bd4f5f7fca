// Queries for requests and the changes to them. Row-level security decides which requests exist for the person.

import { and, count, desc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import { approvals } from '../approvals/schema.ts'
import { customers } from '../customers/schema.ts'
import { employees } from '../people/schema.ts'
import { tickets } from './schema.ts'
import { parseTicketNumber, type Ticket, type TicketKind } from './ticket.ts'

const requester = alias(employees, 'requester')
const handler = alias(employees, 'handler')
const approver = alias(employees, 'approver')
const decider = alias(employees, 'decider')

/** A person who has to do with a request. */
export interface Involved {
  readonly id: number
  readonly name: string
  readonly account: string | null
  readonly role: string
}

/** A request with everybody who has to do with it. */
export interface TicketRecord {
  readonly ticket: Ticket
  readonly requester: Involved
  readonly handler: Involved
  /** Null where there is none, or the reader may not see it. */
  readonly customerName: string | null
  /** The decision that was asked for; null for requests that are worked on. */
  readonly approval: typeof approvals.$inferSelect | null
  readonly approverName: string | null
  readonly deciderName: string | null
}

function recordsWhere(turn: Turn, where: SQL | undefined) {
  return turn.db
    .select({
      ticket: tickets,
      requester: { id: requester.id, name: requester.name, account: requester.account, role: requester.role },
      handler: { id: handler.id, name: handler.name, account: handler.account, role: handler.role },
      customerName: customers.name,
      approval: approvals,
      approverName: approver.name,
      deciderName: decider.name,
    })
    .from(tickets)
    .innerJoin(requester, eq(requester.id, tickets.requesterId))
    .innerJoin(handler, eq(handler.id, tickets.handlerId))
    .leftJoin(customers, eq(customers.id, tickets.customerId))
    .leftJoin(approvals, eq(approvals.ticketId, tickets.id))
    .leftJoin(approver, eq(approver.id, approvals.approverId))
    .leftJoin(decider, eq(decider.id, approvals.decidedBy))
    .where(where)
    .$dynamic()
}

/**
 * One request by id.
 * @throws Refusal not_found where it does not exist for this person
 */
export async function getTicket(turn: Turn, id: string): Promise<TicketRecord> {
  const [record] = await recordsWhere(turn, eq(tickets.id, id)).limit(1)
  if (record === undefined) throw new Refusal('not_found')
  return record
}

/**
 * One request by the number that was said.
 * @throws Refusal not_found where it is no number or does not exist for this person
 */
export async function getTicketByNumber(turn: Turn, said: string): Promise<TicketRecord> {
  const number = parseTicketNumber(said)
  if (number === null) throw new Refusal('not_found')
  const [record] = await recordsWhere(turn, eq(tickets.number, number)).limit(1)
  if (record === undefined) throw new Refusal('not_found')
  return record
}

/** Which requests a list holds. */
export interface TicketFilter {
  readonly status?: 'open' | 'overdue' | 'mine' | undefined
  readonly kind?: TicketKind | undefined
  readonly customerId?: string | undefined
}

/** A page of requests, the overdue first, then the newest, and how many there are in all. */
export async function listTickets(turn: Turn, filter: TicketFilter, page: { offset: number; limit: number }) {
  const where = filterWhere(turn, filter)
  const [records, [counted]] = await Promise.all([
    recordsWhere(turn, where)
      .orderBy(
        sql`case when ${overdueBy(turn.now)} then 0 else 1 end`,
        desc(tickets.createdAt),
        desc(tickets.number),
      )
      .limit(page.limit)
      .offset(page.offset),
    turn.db.select({ total: count() }).from(tickets).where(where),
  ])
  return { records, total: counted?.total ?? 0 }
}

function filterWhere({ now, actor }: Turn, { status, kind, customerId }: TicketFilter): SQL | undefined {
  const unfinished = inArray(tickets.status, ['open', 'waiting', 'resolved'])
  const mine = or(eq(tickets.requesterId, actor.id), eq(tickets.handlerId, actor.id))
  return and(
    status === 'overdue' ? overdueBy(now) : unfinished,
    status === 'mine' ? mine : undefined,
    kind === undefined ? undefined : eq(tickets.kind, kind),
    customerId === undefined ? undefined : eq(tickets.customerId, customerId),
  )
}

function overdueBy(now: Date): SQL | undefined {
  return and(inArray(tickets.status, ['open', 'waiting']), lt(tickets.dueAt, now))
}

/** Writes a new request; its number comes from the database. */
export async function insertTicket(
  turn: Turn,
  values: Omit<typeof tickets.$inferInsert, 'id' | 'createdAt'>,
): Promise<Ticket> {
  const [ticket] = await turn.db
    .insert(tickets)
    .values({ ...values, id: turn.newId(), createdAt: turn.now })
    .returning()
  if (ticket === undefined) throw new Error('the inserted ticket did not come back')
  return ticket
}

/**
 * Changes a request that nobody changed since it was read.
 * @throws Refusal stale where somebody did
 */
export async function changeTicket(
  turn: Turn,
  ticket: Ticket,
  change: Partial<Pick<Ticket, 'status' | 'result' | 'handlerId' | 'dueAt'>>,
): Promise<Ticket> {
  const [changed] = await turn.db
    .update(tickets)
    .set({ ...change, version: ticket.version + 1 })
    .where(and(eq(tickets.id, ticket.id), eq(tickets.version, ticket.version)))
    .returning()
  if (changed === undefined) throw new Refusal('stale')
  return changed
}
