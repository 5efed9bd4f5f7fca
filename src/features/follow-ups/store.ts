// Queries for follow-ups and the changes to them. A contact moves the customer's last contact, which is no edit of the
// customer: its version stays. Row-level security decides which follow-ups exist for the person.

import { and, count, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { JsonObject } from '../../../cards/kit/index.ts'
import { type DaySpan, instantsOf } from '../../core/calendar.ts'
import { Refusal } from '../../core/errors.ts'
import type { UndoStep } from '../../core/outcome.ts'
import { builtOnce, columnsOf, placeholderFor, placeholdersFor } from '../../storage/built-statement.ts'
import type { Turn } from '../../storage/turn.ts'
import { customers } from '../customers/schema.ts'
import { employees } from '../people/schema.ts'
import { followUps } from './schema.ts'

export type FollowUp = typeof followUps.$inferSelect
export type Channel = NonNullable<FollowUp['channel']>

/** Every way in which a contact can take place. */
export const CHANNELS = ['phone', 'visit', 'wechat', 'email', 'sms', 'video', 'branch'] as const

/** A follow-up with the names that its line shows. */
export interface FollowUpLine {
  readonly followUp: FollowUp
  readonly customerName: string
  readonly authorName: string | null
}

/** The customer of a follow-up, as far as it is needed. */
export interface Contacted {
  readonly id: string
  readonly name: string
  readonly ownerId: number
  readonly teamId: number
  readonly branchId: number
  readonly lastContactAt: Date | null
}

/** What a follow-up is made of. */
export interface NewFollowUp {
  /** Made beforehand, so that what goes with it can name it in the same round trip. */
  readonly id: string
  readonly content: string
  readonly channel: Channel | null
  readonly happenedAt: Date
  readonly interest: string | null
}

/** A follow-up that was written, and how everything of it is taken back. */
export interface Written {
  readonly followUp: FollowUp
  readonly undo: readonly UndoStep[]
}

/**
 * Writes a follow-up of a customer, moves the last contact and audits it; statements go out together.
 * @throws Refusal conflict where a follow-up of the given id is there already
 */
export async function insertFollowUp(turn: Turn, customer: Contacted, given: NewFollowUp): Promise<Written> {
  const followUp: FollowUp = {
    customerId: customer.id,
    authorId: turn.actor.id,
    ...given,
    ownerId: customer.ownerId,
    teamId: customer.teamId,
    branchId: customer.branchId,
    createdAt: turn.now,
    version: 1,
  }
  const moves = customer.lastContactAt === null || customer.lastContactAt < given.happenedAt
  const [rows] = await Promise.all([
    insertNewFollowUp(turn.db, followUp),
    moves ? setLastContact(turn, customer.id, given.happenedAt) : undefined,
    turn.audit({ action: 'followup.log', ...subjectOf(followUp) }),
  ])
  if (rows.length === 0) throw new Refusal('conflict')
  const written: UndoStep = { entity: 'follow_up', id: followUp.id, version: 1, before: null }
  const contact: UndoStep = {
    entity: 'last_contact',
    id: customer.id,
    version: 0,
    before: { at: given.happenedAt.toISOString(), was: customer.lastContactAt?.toISOString() ?? null },
  }
  return { followUp, undo: moves ? [written, contact] : [written] }
}

const insertNewFollowUp = builtOnce((db) =>
  db
    .insert(followUps)
    .values(placeholdersFor(columnsOf(followUps)))
    .onConflictDoNothing()
    .returning({ id: followUps.id }),
)

/** The columns of a follow-up that its author can correct. */
export type FollowUpChange = Partial<Pick<FollowUp, 'content' | 'channel' | 'interest'>>

/**
 * Corrects a follow-up that nobody changed since it was read.
 * @throws Refusal stale where somebody did
 */
export async function changeFollowUp(
  turn: Turn,
  followUp: FollowUp,
  change: FollowUpChange,
): Promise<Written> {
  const changed: FollowUp = { ...followUp, ...change, version: followUp.version + 1 }
  const [rows] = await Promise.all([
    turn.db
      .update(followUps)
      .set({ ...change, version: changed.version })
      .where(and(eq(followUps.id, followUp.id), eq(followUps.version, followUp.version)))
      .returning({ id: followUps.id }),
    turn.audit({ action: 'followup.edit', ...subjectOf(followUp) }),
  ])
  if (rows.length === 0) throw new Refusal('stale')
  const { content, channel, interest } = followUp
  const before: JsonObject = { content, channel, interest }
  return {
    followUp: changed,
    undo: [{ entity: 'follow_up', id: followUp.id, version: changed.version, before }],
  }
}

const Before = z.object({
  content: z.string(),
  channel: z.enum(CHANNELS).nullable(),
  interest: z.string().nullable(),
})

/**
 * Takes one change of a follow-up back.
 * @throws Refusal stale where it has moved on since
 */
export async function undoFollowUp(turn: Turn, step: UndoStep): Promise<void> {
  const line = await findFollowUp(turn, step.id)
  if (line === null || line.followUp.version !== step.version) throw new Refusal('stale')
  if (step.before !== null) {
    await changeFollowUp(turn, line.followUp, Before.parse(step.before))
    return
  }
  await Promise.all([
    turn.db.delete(followUps).where(and(eq(followUps.id, step.id), eq(followUps.version, step.version))),
    turn.audit({ action: 'followup.undo', ...subjectOf(line.followUp) }),
  ])
}

const Contact = z.object({ at: z.string(), was: z.string().nullable() })

/** Takes the last contact back to what it was, unless another contact has moved it on. */
export async function undoLastContact(turn: Turn, step: UndoStep): Promise<void> {
  const { at, was } = Contact.parse(step.before)
  await turn.db
    .update(customers)
    .set({ lastContactAt: was === null ? null : new Date(was) })
    .where(and(eq(customers.id, step.id), eq(customers.lastContactAt, new Date(at))))
}

async function setLastContact(turn: Turn, customerId: string, at: Date): Promise<void> {
  await moveLastContact(turn.db, { customerId, at })
}

const moveLastContact = builtOnce((db) =>
  db
    .update(customers)
    .set({ lastContactAt: placeholderFor(customers.lastContactAt, 'at') })
    .where(eq(customers.id, sql.placeholder('customerId'))),
)

/** One follow-up by id; null where it does not exist for this person. */
export async function findFollowUp(turn: Turn, id: string): Promise<FollowUpLine | null> {
  const [line] = await linesWhere(turn, eq(followUps.id, id)).limit(1)
  return line ?? null
}

/** The customers in scope who were contacted last, for picking one. */
export async function listRecentCustomers(turn: Turn) {
  return turn.db
    .select({ id: customers.id, name: customers.name, code: customers.code })
    .from(customers)
    .orderBy(sql`${customers.lastContactAt} desc nulls last`, customers.id)
    .limit(20)
}

/** Which follow-ups a list holds. */
export interface FollowUpFilter {
  readonly customerId?: string
  readonly span?: DaySpan
  readonly channel?: Channel
  readonly authorId?: number
}

/** A page of follow-ups, the latest first. */
export async function listFollowUps(
  turn: Turn,
  filter: FollowUpFilter,
  page: { offset: number; limit: number },
): Promise<readonly FollowUpLine[]> {
  return linesWhere(turn, filterWhere(turn, filter))
    .orderBy(desc(followUps.happenedAt), desc(followUps.id))
    .limit(page.limit)
    .offset(page.offset)
}

/** How many follow-ups a list holds. */
export async function countListed(turn: Turn, filter: FollowUpFilter): Promise<number> {
  const [row] = await turn.db.select({ all: count() }).from(followUps).where(filterWhere(turn, filter))
  return row?.all ?? 0
}

function linesWhere(turn: Turn, where: SQL | undefined) {
  return turn.db
    .select({ followUp: followUps, customerName: customers.name, authorName: employees.name })
    .from(followUps)
    .innerJoin(customers, eq(customers.id, followUps.customerId))
    .leftJoin(employees, eq(employees.id, followUps.authorId))
    .where(where)
    .$dynamic()
}

function filterWhere(turn: Turn, { customerId, span, channel, authorId }: FollowUpFilter): SQL | undefined {
  const within = span === undefined ? undefined : instantsOf(span, turn.zone)
  return and(
    customerId === undefined ? undefined : eq(followUps.customerId, customerId),
    within === undefined
      ? undefined
      : and(gte(followUps.happenedAt, within.from), lt(followUps.happenedAt, within.before)),
    channel === undefined ? undefined : eq(followUps.channel, channel),
    authorId === undefined ? undefined : eq(followUps.authorId, authorId),
  )
}

function subjectOf({ id, customerId }: FollowUp) {
  return { entity: 'follow_up', entityId: id, customerId }
}
