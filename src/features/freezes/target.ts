// What a freeze is about, and who may decide it: whoever is in charge of what it touches, and those who serve the whole
// bank; never the person it is about.

import { and, eq, or, type SQL } from 'drizzle-orm'
import { type BothLanguages, join, say } from '../../../cards/kit/index.ts'
import type { Actor } from '../../core/actor.ts'
import { Refusal } from '../../core/errors.ts'
import type { Transaction } from '../../storage/database.ts'
import { customers } from '../customers/schema.ts'
import { branches, employees } from '../people/schema.ts'
import { SCOPE_WORDS } from './copy.ts'
import type { FreezeScope, freezes } from './schema.ts'

type Freeze = typeof freezes.$inferSelect

/** The bank, a branch, an employee or a customer, and where in the bank that is. */
export interface Target {
  readonly scope: FreezeScope
  readonly branchId: number | null
  readonly employeeId: number | null
  readonly customerId: string | null
  readonly place: { readonly teamId: number | null; readonly branchId: number | null }
  /** How it is called in cards and reports: a customer by the code alone. */
  readonly label: BothLanguages
}

/** Whether somebody may decide about a freeze of this target. */
export function mayDecide(
  actor: Pick<Actor, 'id' | 'role' | 'teamId' | 'branchId'>,
  target: Target,
): boolean {
  if (target.employeeId === actor.id) return false
  switch (actor.role) {
    case 'administrator':
    case 'auditor':
      return true
    case 'head':
      return actor.branchId === null || target.scope === 'bank' || target.place.branchId === actor.branchId
    case 'supervisor':
      return target.place.teamId !== null && target.place.teamId === actor.teamId
    case 'rm':
      return false
  }
}

const WHOLE_BANK: Target = {
  scope: 'bank',
  branchId: null,
  employeeId: null,
  customerId: null,
  place: { teamId: null, branchId: null },
  label: SCOPE_WORDS.bank,
}
const nothing = { branchId: null, employeeId: null, customerId: null }

/**
 * The target that words mean. `asKeeper` steps out of the scope for a customer's place alone, because a freeze is for
 * those too who see no customer data.
 * @throws Refusal not_found where there is none, invalid where several people have that name
 */
export async function findTarget(
  tx: Transaction,
  scope: FreezeScope,
  said: string,
  asKeeper: <R>(work: () => Promise<R>) => Promise<R>,
): Promise<Target> {
  const words = said.normalize('NFKC').trim()
  switch (scope) {
    case 'bank':
      return WHOLE_BANK
    case 'branch':
      return findBranch(tx, or(eq(branches.code, words.toUpperCase()), eq(branches.name, words)))
    case 'employee':
      return findPerson(tx, or(eq(employees.number, words), eq(employees.name, words)))
    case 'customer':
      return asKeeper(() => findCustomer(tx, eq(customers.code, words.toUpperCase())))
  }
}

/** The target of a freeze that stands in the table. */
export function targetOf(
  tx: Transaction,
  { scope, branchId, employeeId, customerId }: Freeze,
  asKeeper: <R>(work: () => Promise<R>) => Promise<R>,
): Promise<Target> {
  switch (scope) {
    case 'bank':
      return Promise.resolve(WHOLE_BANK)
    case 'branch':
      return findBranch(tx, eq(branches.id, branchId ?? 0))
    case 'employee':
      return findPerson(tx, eq(employees.id, employeeId ?? 0))
    case 'customer':
      return asKeeper(() => findCustomer(tx, eq(customers.id, customerId ?? '')))
  }
}

async function findBranch(tx: Transaction, where: SQL | undefined): Promise<Target> {
  const [branch] = await tx.select().from(branches).where(where)
  if (branch === undefined) throw new Refusal('not_found', say('没有这个机构。', 'There is no such branch.'))
  const { id, code, name } = branch
  return {
    ...nothing,
    scope: 'branch',
    branchId: id,
    place: { teamId: null, branchId: id },
    label: say(`${name}（${code}）`, `${code} ${name}`),
  }
}

async function findPerson(tx: Transaction, where: SQL | undefined): Promise<Target> {
  const found = await tx.select().from(employees).where(where)
  const [one] = found
  if (one === undefined) throw new Refusal('not_found', say('没有这名员工。', 'There is no such employee.'))
  if (found.length > 1)
    throw new Refusal(
      'invalid',
      say('有多名员工同名，请用工号。', 'Several employees have this name; use the number.'),
    )
  const { id, number, name, teamId, branchId } = one
  return {
    ...nothing,
    scope: 'employee',
    employeeId: id,
    place: { teamId, branchId },
    label: join([say('员工 ', 'Employee '), `${name} ${number}`]),
  }
}

async function findCustomer(tx: Transaction, where: SQL): Promise<Target> {
  const [customer] = await tx
    .select({
      id: customers.id,
      code: customers.code,
      teamId: customers.teamId,
      branchId: customers.branchId,
    })
    .from(customers)
    .where(and(where))
  if (customer === undefined) throw new Refusal('not_found')
  const { id, code, teamId, branchId } = customer
  return {
    ...nothing,
    scope: 'customer',
    customerId: id,
    place: { teamId, branchId },
    label: join([say('客户 ', 'Customer '), code]),
  }
}
