// Whose task it is: one's own, or a team member's where a supervisor says so.

import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import { type Employee, findEmployee, listColleagues } from '../people/index.ts'
import { copy } from './copy.ts'

/** An employee who can have tasks: one with a team. */
export type Assignee = Employee & { readonly teamId: number; readonly branchId: number }

/** The active colleague of that name, one of the own team first; null where there is none. */
export async function findColleague(turn: Turn, said: string): Promise<Employee | null> {
  const name = said.normalize('NFKC').trim().toLowerCase()
  if (/^(我|我自己|自己|本人|me|myself)$/.test(name)) return findEmployee(turn.db, turn.actor.id)
  const fits = (await listColleagues(turn.db)).filter((colleague) => colleague.name.toLowerCase() === name)
  return fits.find(({ teamId }) => teamId === turn.actor.teamId) ?? fits[0] ?? null
}

/**
 * Who gets a task.
 * @throws Refusal forbidden where the sender may not give this person tasks
 */
export async function getAssignee(turn: Turn, said: string | undefined): Promise<Assignee> {
  const chosen =
    said === undefined ? await findEmployee(turn.db, turn.actor.id) : await findColleague(turn, said)
  if (chosen === null) throw new Refusal('not_found', copy.notInTeam)
  if (chosen.id !== turn.actor.id) {
    if (turn.actor.role !== 'supervisor') throw new Refusal('forbidden', copy.onlySupervisors)
    if (chosen.teamId !== turn.actor.teamId) throw new Refusal('forbidden', copy.notInTeam)
  }
  if (!hasTeam(chosen)) throw new Refusal('forbidden', copy.noTeam)
  return chosen
}

function hasTeam(employee: Employee): employee is Assignee {
  return employee.teamId !== null && employee.branchId !== null
}
