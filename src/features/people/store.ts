// Who is who. Employees are open to read for everybody in the bank; nothing here is customer data.

import { and, eq, getTableColumns, gte, lte, or, sql } from 'drizzle-orm'
import type { Account, Actor, Reach, Role } from '../../core/actor.ts'
import { builtOnce } from '../../storage/built-statement.ts'
import type { Transaction } from '../../storage/database.ts'
import { freezesInForce, isFrozen } from '../../storage/frozen.ts'
import { absences, employees } from './schema.ts'

export type Employee = typeof employees.$inferSelect

/** An employee as found at the beginning of a turn: what is frozen then is known with them. */
export interface Recognised extends Employee {
  readonly frozen: boolean
  /** The freezes in force at that time. */
  readonly freezes: string
}

/** How far a role sees: heads see their branch, or the bank where they belong to none. */
export function reachOf(role: Role, branchId: number | null): Reach {
  switch (role) {
    case 'rm':
      return 'own'
    case 'supervisor':
      return 'team'
    case 'head':
      return branchId === null ? 'bank' : 'branch'
    case 'administrator':
    case 'auditor':
      return 'none'
  }
}

/** An employee as somebody who acts. */
export function toActor(employee: Employee & Partial<Recognised>): Actor {
  return {
    id: employee.id,
    account: employee.account ?? '',
    name: employee.name,
    role: employee.role,
    reach: reachOf(employee.role, employee.branchId),
    teamId: employee.teamId,
    branchId: employee.branchId,
    language: employee.language,
    alwaysConfirm: employee.alwaysConfirm,
    frozen: employee.frozen ?? false,
  }
}

/** The active employee behind a chat account; null for a stranger, a leaver or a frozen account. */
export async function findEmployeeByAccount(tx: Transaction, who: Account): Promise<Recognised | null> {
  const [employee] = await activeByAccount(tx, { ...who })
  return employee ?? null
}

// An identity that is not given is null, which equals nothing.
const activeByAccount = builtOnce((db) =>
  db
    .select({ ...getTableColumns(employees), frozen: isFrozen, freezes: freezesInForce })
    .from(employees)
    .where(
      and(
        eq(employees.status, 'active'),
        or(
          eq(employees.account, sql.placeholder('account')),
          eq(employees.unionAccount, sql.placeholder('unionAccount')),
          eq(employees.userAccount, sql.placeholder('userAccount')),
        ),
      ),
    )
    .limit(1),
)

/** One employee by id; null where there is none. */
export async function findEmployee(tx: Transaction, id: number): Promise<Employee | null> {
  const [employee] = await tx.select().from(employees).where(eq(employees.id, id))
  return employee ?? null
}

/** Active colleagues by name. */
export async function listColleagues(tx: Transaction): Promise<readonly Employee[]> {
  return tx.select().from(employees).where(eq(employees.status, 'active')).orderBy(employees.id)
}

/** The supervisors of a team, the main one before deputies. */
export async function listSupervisors(tx: Transaction, teamId: number): Promise<readonly Employee[]> {
  return tx
    .select()
    .from(employees)
    .where(
      and(eq(employees.teamId, teamId), eq(employees.role, 'supervisor'), eq(employees.status, 'active')),
    )
    .orderBy(sql`${employees.deputyOf} nulls first`, employees.id)
}

/** Whether an employee is away on a day of the bank's zone. */
export async function isAbsent(tx: Transaction, employeeId: number, on: string): Promise<boolean> {
  const rows = await tx
    .select({ id: absences.employeeId })
    .from(absences)
    .where(and(eq(absences.employeeId, employeeId), lte(absences.fromOn, on), gte(absences.toOn, on)))
    .limit(1)
  return rows.length > 0
}

/** Remembers the private conversation of an employee, and the language last written in. */
export async function rememberConversation(tx: Transaction, id: number, conversation: string): Promise<void> {
  await tx.update(employees).set({ conversation }).where(eq(employees.id, id))
}
