// Which department of the directory is which branch and team of the bank. Pure.
// A department with nobody below it and a branch above it is a team; whatever stands above a team is a branch.

import type { DirectoryDepartment } from '../../core/ports.ts'

/** A branch or team of the bank, as far as it is compared. */
export interface KnownPlace {
  readonly id: number
  readonly name: string
  readonly department: string | null
}
export interface KnownBranch extends KnownPlace {
  readonly code: string
}
export interface KnownTeam extends KnownPlace {
  readonly branchId: number
}

/** A department that is a branch or a team; `known` is null where the bank has none of it yet. */
export interface Linked<Known extends KnownPlace> {
  readonly department: DirectoryDepartment
  readonly known: Known | null
}
export interface LinkedTeam extends Linked<KnownTeam> {
  readonly branch: Linked<KnownBranch>
}

export interface LinkedDepartments {
  readonly branches: readonly Linked<KnownBranch>[]
  readonly teams: readonly LinkedTeam[]
}

/** Finds the branches and teams among the departments: by what was linked before, else by code and name. */
export function linkDepartments(
  departments: readonly DirectoryDepartment[],
  known: { readonly branches: readonly KnownBranch[]; readonly teams: readonly KnownTeam[] },
): LinkedDepartments {
  const parents = new Set(departments.flatMap(({ parent }) => (parent === null ? [] : [parent])))
  const isTeam = (department: DirectoryDepartment) =>
    department.parent !== null && !parents.has(department.id)
  const branchIds = new Set(departments.filter(isTeam).map(({ parent }) => parent))
  const branches = departments
    .filter(({ id, code, name }) => branchIds.has(id) || known.branches.some(isBranch(id, code, name)))
    .map((department) => ({
      department,
      known: findKnown(known.branches, department, isBranch(department.id, department.code, department.name)),
    }))
  const teams = departments.filter(isTeam).flatMap((department) => {
    const branch = branches.find((candidate) => candidate.department.id === department.parent)
    if (branch === undefined) return []
    const isIt = (team: KnownTeam) =>
      team.department === null && team.name === department.name && team.branchId === branch.known?.id
    return [{ department, branch, known: findKnown(known.teams, department, isIt) }]
  })
  return { branches, teams }
}

function isBranch(id: string, code: string | null, name: string) {
  return (branch: KnownBranch) =>
    branch.department === id || (branch.department === null && (branch.code === code || branch.name === name))
}

function findKnown<Known extends KnownPlace>(
  all: readonly Known[],
  { id }: DirectoryDepartment,
  isIt: (place: Known) => boolean,
): Known | null {
  return all.find(({ department }) => department === id) ?? all.find(isIt) ?? null
}

/** Whether a department is another one or stands below it. */
export function isWithin(departments: readonly DirectoryDepartment[], id: string, above: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at); ) {
    if (at === above) return true
    seen.add(at)
    at = departments.find((department) => department.id === at)?.parent ?? null
  }
  return false
}
