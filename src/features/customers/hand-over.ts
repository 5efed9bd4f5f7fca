// Moves a customer from one owner to another inside a team. What belongs to the customer goes along by the keys of the
// database; open tasks and their reminders are given to the new owner by hand. Can be taken back.

import { and, count, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Undoer } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { UndoStep } from '../../core/outcome.ts'
import { nextVersion, type Turn } from '../../storage/turn.ts'
import { followUps } from '../follow-ups/schema.ts'
import { opportunities } from '../opportunities/schema.ts'
import { tasks } from '../tasks/schema.ts'
import { customers } from './schema.ts'
import { type Customer, findCustomer } from './store.ts'

/** Kind of the reminders that go along; the tasks' domain answers them. */
const TASK_REMINDER = 'task.reminder'

/** What goes along with a customer. */
export interface Along {
  readonly followUps: number
  readonly opportunities: number
  /** Open ones. */
  readonly tasks: number
}

/** Counts what goes along. */
export async function countAlong({ db }: Turn, customerId: string): Promise<Along> {
  const [notes, sales, open] = await Promise.all([
    db.select({ count: count() }).from(followUps).where(eq(followUps.customerId, customerId)),
    db.select({ count: count() }).from(opportunities).where(eq(opportunities.customerId, customerId)),
    db.select({ count: count() }).from(tasks).where(isOpenTaskOf(customerId)),
  ])
  return { followUps: notes[0]?.count ?? 0, opportunities: sales[0]?.count ?? 0, tasks: open[0]?.count ?? 0 }
}

/**
 * Hands a customer over.
 * @throws Refusal stale where somebody changed the customer meanwhile
 */
export async function handOver(
  turn: Turn,
  customer: Customer,
  to: { readonly id: number },
): Promise<readonly UndoStep[]> {
  const version = await setOwner(turn, customer, to.id)
  const moved = await moveTasks(turn, isOpenTaskOf(customer.id), customer.ownerId, to.id)
  await turn.audit({
    action: 'customer.assign',
    entity: 'customer',
    entityId: customer.id,
    customerId: customer.id,
    facts: { from: customer.ownerId, to: to.id },
  })
  return [
    {
      entity: 'customer.owner',
      id: customer.id,
      version,
      before: { ownerId: customer.ownerId, tasks: moved },
    },
  ]
}

const Before = z.object({ ownerId: z.int(), tasks: z.array(z.string()) })

/** Takes a hand-over back, with the tasks that went along. */
export const undoHandOver: Undoer<Turn> = async (turn, { id, version, before }) => {
  const { ownerId, tasks: moved } = Before.parse(before)
  const customer = await findCustomer(turn, id)
  if (customer === null || customer.version !== version) throw new Refusal('stale')
  await setOwner(turn, customer, ownerId)
  if (moved.length > 0) await moveTasks(turn, inArray(tasks.id, moved), customer.ownerId, ownerId)
  await turn.audit({ action: 'customer.assign.undo', entity: 'customer', entityId: id, customerId: id })
}

async function setOwner(turn: Turn, { id, version }: Customer, ownerId: number): Promise<number> {
  const [changed] = await turn.db
    .update(customers)
    .set({ ownerId, version: nextVersion(customers.version) })
    .where(and(eq(customers.id, id), eq(customers.version, version)))
    .returning({ version: customers.version })
  if (changed === undefined) throw new Refusal('stale')
  return changed.version
}

function isOpenTaskOf(customerId: string) {
  return and(eq(tasks.customerId, customerId), eq(tasks.state, 'open'))
}

/** Gives tasks from one to another. The old reminder finds no task of its person any more and stays silent. */
async function moveTasks(
  turn: Turn,
  which: ReturnType<typeof and>,
  from: number,
  to: number,
): Promise<string[]> {
  const moved = await turn.db
    .update(tasks)
    .set({ assigneeId: to, version: nextVersion(tasks.version) })
    .where(and(which, eq(tasks.assigneeId, from), eq(tasks.state, 'open')))
    .returning({ id: tasks.id, remindAt: tasks.remindAt })
  const reminders = moved.flatMap(({ id, remindAt }) =>
    remindAt !== null && remindAt > turn.now ? [{ id, remindAt }] : [],
  )
  await Promise.all(
    reminders.map(({ id, remindAt }) =>
      turn.arm({ kind: TASK_REMINDER, employeeId: to, dueAt: remindAt, subjectId: id }),
    ),
  )
  return moved.map(({ id }) => id)
}
