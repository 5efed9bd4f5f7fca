// Ends somebody's access, at once and in one transaction: the account, what was begun and not confirmed, the trail, and a
// card to the nearest superior that lists what must be handed over, as far as that superior may see it.

import { and, asc, count, eq, isNull, notInArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { leaverCard } from '../../../cards/directory.ts'
import type { Card } from '../../../cards/kit/index.ts'
import type { Actor } from '../../core/actor.ts'
import { dayOf } from '../../core/calendar.ts'
import { defineAction } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { derivedId, newId } from '../../core/ids.ts'
import { startButton } from '../../core/presses.ts'
import type { Transaction } from '../../storage/database.ts'
import { outbox, pending } from '../../storage/plumbing-schema.ts'
import { takeScope, takeServiceScope } from '../../storage/scope.ts'
import { receiverKey, type Turn } from '../../storage/turn.ts'
import { approvals } from '../approvals/schema.ts'
import { audit } from '../audit/schema.ts'
import { customers } from '../customers/schema.ts'
import { opportunities } from '../opportunities/schema.ts'
import { type Employee, findEmployee, findOnDuty, listSuperiors, toActor } from '../people/index.ts'
import { bindingCodes, employees } from '../people/schema.ts'
import { recoveryCodes, secondFactors } from '../step-up/schema.ts'
import { tasks } from '../tasks/schema.ts'
import { tickets } from '../tickets/schema.ts'
import type { Loss } from './compare.ts'
import { copy, LOSS_WORDS } from './words.ts'

const PAGE = 8

/** In what somebody's access ends. `cause` is the event or run; the same one again writes nothing twice. */
export interface Ending {
  readonly tx: Transaction
  readonly now: Date
  readonly zone: string
  readonly cause: string
}

/**
 * Ends the access of an employee, in the service's scope, which is there again afterwards. Whoever had lost it already
 * is left as they are, but a frozen one can still leave.
 * @returns whether anything ended
 */
export async function endAccess(ending: Ending, employee: Employee, why: Loss): Promise<boolean> {
  const { tx, now, cause } = ending
  const ended = await setEnded(tx, employee, why)
  if (!ended) return false
  await forget(tx, employee.id, why)
  await tx.insert(audit).values({
    id: newId(now),
    at: now,
    actorId: null,
    action: `directory.${why}`,
    result: 'done',
    entity: 'employee',
    entityId: String(employee.id),
    facts: { cause: cause.split(':')[0] ?? '' },
  })
  await tellSuperior(ending, employee, why)
  return true
}

async function setEnded(tx: Transaction, { id }: Employee, why: Loss): Promise<boolean> {
  const gone = { account: null, unionAccount: null, userAccount: null, conversation: null }
  const rows = await tx
    .update(employees)
    .set(
      why === 'left'
        ? { status: 'left', statusBy: 'operator', ...gone }
        : { status: 'frozen', statusBy: why === 'frozen' ? 'directory' : 'operator' },
    )
    .where(
      and(eq(employees.id, id), notInArray(employees.status, why === 'left' ? ['left'] : ['left', 'frozen'])),
    )
    .returning({ id: employees.id })
  return rows.length > 0
}

/** What only the person could have gone on with. The second factor of a leaver goes for good. */
async function forget(tx: Transaction, employeeId: number, why: Loss): Promise<void> {
  await tx.delete(bindingCodes).where(eq(bindingCodes.employeeId, employeeId))
  await tx.delete(pending).where(eq(pending.employeeId, employeeId))
  if (why !== 'left') return
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.employeeId, employeeId))
  await tx.delete(secondFactors).where(eq(secondFactors.employeeId, employeeId))
}

async function tellSuperior({ tx, now, zone, cause }: Ending, employee: Employee, why: Loss): Promise<void> {
  const superior = await findSuperior(tx, employee, dayOf(now, zone))
  if (superior === null || superior.account === null) return
  const reader = toActor(superior)
  await takeScope(tx, reader)
  const card = await makeLeaverCard(tx, reader, employee, why, 0)
  await takeServiceScope(tx)
  const receiver = { to: 'account', id: superior.account } as const
  await tx
    .insert(outbox)
    .values({
      id: await derivedId('leaver', cause, String(employee.id)),
      employeeId: superior.id,
      receiver: receiverKey(receiver),
      receiverKind: receiver.to,
      receiverId: receiver.id,
      card,
      inboundId: cause,
      dueAt: now,
      createdAt: now,
    })
    .onConflictDoNothing()
}

/** The nearest superior with an account who is there today, or the deputy. */
async function findSuperior(tx: Transaction, employee: Employee, today: string): Promise<Employee | null> {
  const all = await listSuperiors(tx, employee, employee.leaderId)
  return findOnDuty(
    tx,
    all.filter(({ id, account }) => id !== employee.id && account !== null),
    today,
  )
}

/** What somebody leaves behind, as the reader's scope shows it; the transaction has that scope. */
async function makeLeaverCard(
  tx: Transaction,
  reader: Actor,
  employee: Employee,
  why: Loss,
  offset: number,
): Promise<Card> {
  const owner = employee.id
  const own = eq(customers.ownerId, owner)
  const [counted, listed] = await Promise.all([
    countLeft(tx, owner),
    tx
      .select({ id: customers.id, name: customers.name, code: customers.code })
      .from(customers)
      .where(own)
      .orderBy(asc(customers.code))
      .limit(PAGE)
      .offset(offset),
  ])
  const page = (to: number) => ({ employee: owner, why, offset: to })
  const mayHandOver = reader.role === 'supervisor'
  return leaverCard({
    name: employee.name,
    number: employee.number,
    reason: LOSS_WORDS[why],
    ...counted,
    listed: listed.map(({ id, name, code }) => ({
      name,
      code,
      buttons: mayHandOver ? [startButton(copy.handOver, 'customer.assign', { customer: `id:${id}` })] : [],
    })),
    buttons: [
      ...(offset > 0 ? [leaverPageAction.button(copy.first, page(0))] : []),
      ...(offset + PAGE < counted.customers ? [leaverPageAction.button(copy.next, page(offset + PAGE))] : []),
    ],
  })
}

async function countLeft(tx: Transaction, owner: number) {
  const number = (rows: readonly { readonly count: number }[]) => rows[0]?.count ?? 0
  const [theirs, todo, sales, requests, decisions] = await Promise.all([
    tx.select({ count: count() }).from(customers).where(eq(customers.ownerId, owner)),
    tx
      .select({ count: count() })
      .from(tasks)
      .where(and(eq(tasks.assigneeId, owner), eq(tasks.state, 'open'))),
    tx
      .select({ count: count() })
      .from(opportunities)
      .where(and(eq(opportunities.ownerId, owner), notInArray(opportunities.stage, ['won', 'lost']))),
    tx
      .select({ count: count() })
      .from(tickets)
      .where(and(eq(tickets.handlerId, owner), sql`${tickets.status} in ('open', 'resolved')`)),
    tx
      .select({ count: count() })
      .from(approvals)
      .where(and(eq(approvals.approverId, owner), isNull(approvals.decision))),
  ])
  return {
    customers: number(theirs),
    tasks: number(todo),
    opportunities: number(sales),
    tickets: number(requests),
    approvals: number(decisions),
  }
}

/** 下一页 on a leaver's card. */
export const leaverPageAction = defineAction({
  name: 'directory.leaver-page',
  access: { mode: 'read', roles: ['supervisor', 'head'] },
  input: z.object({
    employee: z.int(),
    why: z.enum(['left', 'frozen', 'moved', 'missing']),
    offset: z.int().min(0).max(1_000_000),
  }),
  run: async (turn: Turn, { employee: id, why, offset }) => {
    const employee = await findEmployee(turn.db, id)
    // Somebody who works again, or of another team, leaves nothing behind that this reader has to hand over.
    const theirs = turn.actor.reach !== 'team' || employee?.teamId === turn.actor.teamId
    if (employee === null || employee.status === 'active' || !theirs) throw new Refusal('not_found')
    return { kind: 'card', card: await makeLeaverCard(turn.db, turn.actor, employee, why, offset) }
  },
})
