// Who stands above somebody: those who may decide for a team and who are told of it, nearest first.

import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Transaction } from '../../storage/database.ts'
import { employees } from './schema.ts'
import { type Employee, listSupervisors } from './store.ts'

/**
 * The supervisors of a team, then the heads of its branch, then the heads of the bank; all of them active. Among the
 * supervisors whoever the directory names as this person's leader comes first.
 */
export async function listSuperiors(
  tx: Transaction,
  { teamId, branchId }: { readonly teamId: number | null; readonly branchId: number | null },
  leaderId: number | null = null,
): Promise<readonly Employee[]> {
  const supervisors = teamId === null ? [] : await listSupervisors(tx, teamId)
  const heads = await tx
    .select()
    .from(employees)
    .where(
      and(
        eq(employees.role, 'head'),
        eq(employees.status, 'active'),
        or(isNull(employees.branchId), branchId === null ? sql`false` : eq(employees.branchId, branchId)),
      ),
    )
    .orderBy(sql`${employees.branchId} nulls last`, employees.id)
  const led = supervisors.filter(({ id }) => id === leaderId)
  return [...led, ...supervisors.filter(({ id }) => id !== leaderId), ...heads]
}
