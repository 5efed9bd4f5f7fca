// The directory of the stand-in: who there is, under which ids, in which department.
// Ids other than the open_id are derived from it, so that a demo needs no more than one id a person.

import { createHash } from 'node:crypto'

/** Somebody whom the stand-in knows. */
export interface StandInPerson {
  readonly openId: string
  readonly name: string
  /** 工号; the rest of the open_id where missing, none where null. */
  readonly number?: string | null
  readonly role?: string | null
  readonly team?: string | null
  readonly branch?: string | null
  /** open_id of the superior. */
  readonly leader?: string | null
  /** `outside`: not in the app's availability range; `resigned`: left the company. */
  readonly status?: 'active' | 'frozen' | 'resigned' | 'outside'
}

/** The three ids of one account, as events carry them. */
export interface AccountIds {
  readonly open_id: string
  readonly union_id: string
  readonly user_id: string
}

export type IdType = 'open_id' | 'union_id' | 'user_id'

/** A department: a branch below the root, or a team below a branch. */
export interface Department {
  readonly openDepartmentId: string
  readonly name: string
  readonly parent: string
  readonly members: readonly string[]
  /** open_id of whoever leads it: the superior of most of its members. */
  readonly leader: string | null
}

/** The ids of the account with this open_id. */
export function toAccountIds(openId: string): AccountIds {
  const rest = openId.replace(/^ou_/, '')
  return { open_id: openId, union_id: `on_${rest}`, user_id: rest }
}

/** Who there is. */
export interface People {
  readonly all: readonly StandInPerson[]
  readonly departments: readonly Department[]
  find(id: string, type?: IdType): StandInPerson | null
  /** Whether any of the three kinds of id belongs to somebody. */
  knows(id: string): boolean
  departmentsOf(openId: string): readonly string[]
  /** Changes the directory as its administrator would: to this set of people. No event is pushed. */
  replace(all: readonly StandInPerson[]): void
}

/** Makes the directory of a set of people. */
export function createPeople(first: readonly StandInPerson[]): People {
  let all = first
  let byId = indexById(all)
  let departments = toDepartments(all)
  const find = (id: string, type: IdType = 'open_id') => byId.get(`${type}:${id}`) ?? null
  return {
    get all() {
      return all
    },
    get departments() {
      return departments
    },
    replace: (people) => {
      all = people
      byId = indexById(all)
      departments = toDepartments(all)
    },
    find,
    knows: (id) => find(id) !== null || find(id, 'union_id') !== null || find(id, 'user_id') !== null,
    departmentsOf: (openId) =>
      departments.filter((each) => each.members.includes(openId)).map((each) => each.openDepartmentId),
  }
}

function indexById(all: readonly StandInPerson[]): ReadonlyMap<string, StandInPerson> {
  const byId = new Map<string, StandInPerson>()
  for (const person of all) {
    const ids = toAccountIds(person.openId)
    for (const type of ['open_id', 'union_id', 'user_id'] as const) byId.set(`${type}:${ids[type]}`, person)
  }
  return byId
}

/** Whether the application may see somebody: neither gone nor out of its range. */
export function isSeen({ status }: StandInPerson): boolean {
  return status !== 'resigned' && status !== 'outside'
}

function toDepartments(people: readonly StandInPerson[]): Department[] {
  const found = new Map<string, { name: string; parent: string; members: string[] }>()
  const enter = (id: string, name: string, parent: string): string[] => {
    const known = found.get(id) ?? { name, parent, members: [] }
    found.set(id, known)
    return known.members
  }
  for (const person of people) {
    const branch = person.branch ?? null
    if (branch === null) continue
    const branchId = departmentId(branch)
    const ofBranch = enter(branchId, branch, '0')
    const team = person.team ?? null
    const members = team === null ? ofBranch : enter(departmentId(branch, team), team, branchId)
    members.push(person.openId)
  }
  return [...found].map(([openDepartmentId, rest]) => ({
    openDepartmentId,
    ...rest,
    leader: leaderOf(people, rest.members),
  }))
}

function leaderOf(people: readonly StandInPerson[], members: readonly string[]): string | null {
  const leaders = people.flatMap(({ openId, leader }) =>
    members.includes(openId) && leader != null && members.includes(leader) ? [leader] : [],
  )
  return leaders[0] ?? null
}

function departmentId(...path: readonly string[]): string {
  return `od-${createHash('sha256').update(path.join('/')).digest('hex').slice(0, 32)}`
}
