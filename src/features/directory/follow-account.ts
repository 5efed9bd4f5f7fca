// What an event of the directory does to somebody's access. It takes away at once; it gives back only what the directory
// itself had taken, so nobody whom the bank's operator froze comes back by an event.

import { and, eq, or } from 'drizzle-orm'
import { newId } from '../../core/ids.ts'
import type { AccountInbound } from '../../core/inbound.ts'
import { audit } from '../audit/schema.ts'
import type { Employee } from '../people/index.ts'
import { employees, teams } from '../people/schema.ts'
import { type Ending, endAccess } from './leaving.ts'
import { askForSync } from './nightly.ts'

/** Follows a change of an account, in the service's scope. */
export async function followAccount(ending: Ending, inbound: AccountInbound): Promise<void> {
  const employee = await findBound(ending, inbound)
  if (employee === null) return
  switch (inbound.change) {
    case 'removed':
      await endAccess(ending, employee, 'left')
      return
    case 'frozen':
      await endAccess(ending, employee, 'frozen')
      return
    case 'active':
      return giveBack(ending, employee)
    case 'moved':
      return followMove(ending, employee, inbound.departments ?? [])
  }
}

async function findBound({ tx }: Ending, { person }: AccountInbound): Promise<Employee | null> {
  const [employee] = await tx
    .select()
    .from(employees)
    .where(
      or(
        eq(employees.account, person.account),
        person.unionAccount === undefined ? undefined : eq(employees.unionAccount, person.unionAccount),
      ),
    )
  return employee ?? null
}

async function giveBack({ tx, now, cause }: Ending, { id }: Employee): Promise<void> {
  const rows = await tx
    .update(employees)
    .set({ status: 'active', statusBy: null })
    .where(and(eq(employees.id, id), eq(employees.status, 'frozen'), eq(employees.statusBy, 'directory')))
    .returning({ id: employees.id })
  if (rows.length === 0) return
  await tx.insert(audit).values({
    id: newId(now),
    at: now,
    actorId: null,
    action: 'directory.active',
    result: 'done',
    entity: 'employee',
    entityId: String(id),
    facts: { cause: cause.split(':')[0] ?? '' },
  })
}

/** Out of the own team's department the access ends; where the event alone does not tell, everybody is compared. */
async function followMove(ending: Ending, employee: Employee, departments: readonly string[]): Promise<void> {
  const [team] = await ending.tx
    .select()
    .from(teams)
    .where(eq(teams.id, employee.teamId ?? 0))
  if (team === undefined || team.department === null) return askForSync(ending.tx)
  if (!departments.includes(team.department)) await endAccess(ending, employee, 'moved')
}
