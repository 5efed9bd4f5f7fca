// What the directory and the bank disagree about, and what follows from it. Pure. A right is only ever taken away here:
// roles are never changed, nobody is bound or thawed, and whoever is new becomes a relationship manager without customers.

import type { DirectoryPerson, DirectoryTree } from '../../core/ports.ts'
import type { Employee } from '../people/index.ts'
import {
  isWithin,
  type KnownBranch,
  type KnownTeam,
  type LinkedDepartments,
  linkDepartments,
} from './departments.ts'

/** Why somebody loses the access: left or frozen in the directory, in another department, or no longer to be seen. */
export type Loss = 'left' | 'frozen' | 'moved' | 'missing'

/** The bank as it is compared. */
export interface Staff {
  readonly employees: readonly Employee[]
  readonly branches: readonly KnownBranch[]
  readonly teams: readonly KnownTeam[]
}

/** Something that only an administrator can settle. */
export interface Remark {
  readonly what:
    | 'no number'
    | 'no team'
    | 'has left before'
    | 'leads a team'
    | 'may come back'
    | 'status unseen'
  /** Number of the employee, or the account where there is none. */
  readonly who: string
  readonly name: string
  readonly team?: string
}

/** Somebody new, with the department that is the team. */
export interface Joiner {
  readonly number: string
  readonly name: string
  readonly department: string
}

/** What is to be done. */
export interface Plan {
  readonly links: LinkedDepartments
  readonly joiners: readonly Joiner[]
  readonly losses: readonly { readonly employee: Employee; readonly why: Loss }[]
  /** Losses that are held back, because so many at once look like a wrong range. */
  readonly held: readonly { readonly employee: Employee; readonly why: Loss }[]
  readonly facts: readonly { readonly employee: Employee; readonly person: DirectoryPerson }[]
  readonly remarks: readonly Remark[]
}

/** So many people may be missing or moved at once without a word of the operator; or a third of all who are bound, if that is more. */
const FEW = 3

/** Compares. Whoever is bound and not among the people of the tree counts as missing. */
export function compare(tree: DirectoryTree, staff: Staff, options: { readonly evenMany: boolean }): Plan {
  const links = linkDepartments(tree.departments, staff)
  const matched = matchPeople(tree, staff)
  const all = staff.employees.flatMap((employee) => {
    const why = lossOf(employee, matched.get(employee.id) ?? null, tree, staff, links)
    return why === null ? [] : [{ employee, why }]
  })
  const doubtful = all.filter(({ why }) => why === 'missing' || why === 'moved')
  const bound = staff.employees.filter(({ status, account }) => status === 'active' && account !== null)
  const holds = !options.evenMany && doubtful.length > Math.max(FEW, bound.length / 3)
  const news = tree.people.filter((person) => ![...matched.values()].includes(person))
  return {
    links,
    losses: holds ? all.filter((loss) => !doubtful.includes(loss)) : all,
    held: holds ? doubtful : [],
    joiners: news.flatMap((person) => toJoiner(person, staff, links)),
    facts: staff.employees.flatMap((employee) => {
      const person = matched.get(employee.id)
      return person === undefined ? [] : [{ employee, person }]
    }),
    remarks: [
      ...news.flatMap((person) => remarkOnNew(person, staff, links)),
      ...staff.employees.flatMap((employee) => remarkOnKnown(employee, matched.get(employee.id))),
      ...leadersWithoutRole(staff, links),
    ],
  }
}

/** The person behind each employee: by account where one is bound, else by number. */
function matchPeople({ people }: DirectoryTree, { employees }: Staff): ReadonlyMap<number, DirectoryPerson> {
  const found = new Map<number, DirectoryPerson>()
  for (const employee of employees.filter(({ status }) => status !== 'left')) {
    const person =
      employee.account === null
        ? people.find(({ number }) => number === employee.number)
        : people.find(({ who }) => isSame(employee, who))
    if (person !== undefined) found.set(employee.id, person)
  }
  return found
}

function isSame(employee: Employee, { account, unionAccount }: DirectoryPerson['who']): boolean {
  return (
    employee.account === account || (unionAccount !== undefined && employee.unionAccount === unionAccount)
  )
}

function lossOf(
  employee: Employee,
  person: DirectoryPerson | null,
  tree: DirectoryTree,
  staff: Staff,
  links: LinkedDepartments,
): Loss | null {
  if (employee.status === 'left') return null
  if (person?.state === 'left') return 'left'
  if (employee.status === 'frozen') return null
  // Somebody whose account was never bound cannot have used it, and may stand outside of the range for good.
  if (person === null) return employee.account === null ? null : 'missing'
  if (person.state === 'frozen') return 'frozen'
  return hasMoved(employee, person, tree, staff, links) ? 'moved' : null
}

/** Whether somebody no longer stands in the department of the own team or branch; unknown departments say nothing. */
function hasMoved(
  employee: Employee,
  { departments }: DirectoryPerson,
  tree: DirectoryTree,
  { teams, branches }: Staff,
  links: LinkedDepartments,
): boolean {
  if (departments === null) return false
  const place =
    employee.teamId === null
      ? links.branches.find(({ known }) => known !== null && known.id === employee.branchId)
      : links.teams.find(({ known }) => known !== null && known.id === employee.teamId)
  const linked =
    employee.teamId === null
      ? branches.find(({ id }) => id === employee.branchId)?.department
      : teams.find(({ id }) => id === employee.teamId)?.department
  // A department that was linked and is gone from the tree takes its people along.
  const home = place?.department.id ?? linked ?? null
  return home !== null && !departments.some((id) => isWithin(tree.departments, id, home))
}

function toJoiner(
  person: DirectoryPerson,
  { employees }: Staff,
  links: LinkedDepartments,
): readonly Joiner[] {
  const { number, name, departments, state } = person
  if (state !== 'active' || number === null || employees.some((known) => known.number === number)) return []
  const [team, ...more] = links.teams.filter(({ department }) => departments?.includes(department.id))
  if (team === undefined || more.length > 0) return []
  return [{ number, name, department: team.department.id }]
}

function remarkOnNew(person: DirectoryPerson, staff: Staff, links: LinkedDepartments): readonly Remark[] {
  const { number, name, state, who } = person
  if (state !== 'active') return []
  if (number === null) return [{ what: 'no number', who: who.account, name }]
  if (staff.employees.some((known) => known.number === number && known.status === 'left'))
    return [{ what: 'has left before', who: number, name }]
  return toJoiner(person, staff, links).length > 0 || staff.employees.some((known) => known.number === number)
    ? []
    : [{ what: 'no team', who: number, name }]
}

function remarkOnKnown(employee: Employee, person: DirectoryPerson | undefined): readonly Remark[] {
  const { number: who, name, status } = employee
  if (person?.state === 'unknown' && status === 'active') return [{ what: 'status unseen', who, name }]
  return person?.state === 'active' && status === 'frozen' ? [{ what: 'may come back', who, name }] : []
}

/** Leaders who are no supervisors of their team: the directory gives no role, it only suggests one. */
function leadersWithoutRole({ employees }: Staff, { teams }: LinkedDepartments): readonly Remark[] {
  return teams.flatMap(({ department, known }) => {
    const leader = employees.find(({ account }) => account !== null && account === department.leader)
    if (leader === undefined || known === null || leader.status !== 'active') return []
    if (leader.role !== 'rm') return []
    return [{ what: 'leads a team', who: leader.number, name: leader.name, team: known.name } as const]
  })
}
