// Endpoints of the directory: people, departments, and the app's range in it.

import type { Context, Hono } from 'hono'
import type { JsonRecord } from '../json.ts'
import { type Department, type IdType, isSeen, type StandInPerson, toAccountIds } from '../people.ts'
import type { Platform } from '../platform.ts'
import { fieldInvalid, PlatformError } from '../platform-error.ts'
import type { Guard } from './gate.ts'
import { takePage } from './page.ts'
import { isIdType } from './receiver.ts'

const ROOT = '0'
const MAX_BATCH = 50

/** Mounts the endpoints of the directory. */
export function mountContact(app: Hono, platform: Platform, guard: Guard): void {
  const base = '/open-apis/contact/v3'
  app.get(
    `${base}/users/batch`,
    guard('GET /contact/v3/users/batch', (c) => ({ data: { items: findBatch(platform, c) } })),
  )
  app.get(
    `${base}/users/find_by_department`,
    guard('GET /contact/v3/users/find_by_department', (c) => ({ data: toPage(c, findMembers(platform, c)) })),
  )
  app.get(
    `${base}/users/:user_id`,
    guard('GET /contact/v3/users/:user_id', (c) => ({
      data: { user: toUser(platform, getUser(platform, c)) },
    })),
  )
  app.get(
    `${base}/departments/:department_id/children`,
    guard('GET /contact/v3/departments/:department_id/children', (c) => ({
      data: toPage(c, findChildren(platform, c).map(toApiDepartment)),
    })),
  )
  app.get(
    `${base}/departments/:department_id`,
    guard('GET /contact/v3/departments/:department_id', (c) => ({
      data: { department: toApiDepartment(getDepartment(platform, c.req.param('department_id') ?? '')) },
    })),
  )
  app.get(
    `${base}/scopes`,
    guard('GET /contact/v3/scopes', () => ({
      data: { department_ids: [ROOT], user_ids: [], group_ids: [], has_more: false },
    })),
  )
}

function readIdType(c: Context): IdType {
  const type = c.req.query('user_id_type') ?? 'open_id'
  if (!isIdType(type)) throw fieldInvalid('user_id_type', 'is not one of open_id, union_id, user_id')
  return type
}

function getUser(platform: Platform, c: Context): StandInPerson {
  const type = readIdType(c)
  const id = c.req.param('user_id') ?? ''
  if (type === 'open_id' && !id.startsWith('ou_')) throw new PlatformError(41012, 'user id invalid error')
  const person = platform.people.find(id, type)
  if (person === null || person.status === 'outside')
    throw new PlatformError(41050, 'no user authority error')
  return person
}

/** People outside of the range are left out without a word. */
function findBatch(platform: Platform, c: Context): readonly JsonRecord[] {
  const type = readIdType(c)
  const ids = c.req.queries('user_ids') ?? []
  if (ids.length === 0 || ids.length > MAX_BATCH) throw fieldInvalid('user_ids', 'has 1 to 50 entries')
  return ids.flatMap((id) => {
    const person = platform.people.find(id, type)
    return person === null || person.status === 'outside' ? [] : [toUser(platform, person)]
  })
}

/** Those who stand in it directly; whoever stands in no department stands below the root. */
function findMembers(platform: Platform, c: Context): readonly JsonRecord[] {
  const { members } = getDepartment(platform, c.req.query('department_id') ?? '')
  return members.flatMap((openId) => {
    const person = platform.people.find(openId)
    return person === null || !isSeen(person) ? [] : [toUser(platform, person)]
  })
}

function findChildren(platform: Platform, c: Context): readonly Department[] {
  const parent = c.req.param('department_id') ?? ''
  const direct = platform.people.departments.filter((each) => each.parent === parent)
  if (c.req.query('fetch_child') !== 'true') return direct
  const below = direct.map((each) => each.openDepartmentId)
  return platform.people.departments.filter((each) => each.parent === parent || below.includes(each.parent))
}

function getDepartment(platform: Platform, id: string): Department {
  const inNone = platform.people.all.filter(({ branch = null }) => branch === null)
  const root = {
    openDepartmentId: ROOT,
    name: 'Root',
    parent: '',
    members: inNone.map(({ openId }) => openId),
    leader: null,
  }
  const found = id === ROOT ? root : platform.people.departments.find((each) => each.openDepartmentId === id)
  if (found === undefined) throw new PlatformError(40008, 'no dept authority error')
  return found
}

function toUser(platform: Platform, person: StandInPerson): JsonRecord {
  const { openId, name, leader, status = 'active', number = openId.replace(/^ou_/, '') } = person
  return {
    ...toAccountIds(openId),
    name,
    employee_no: number ?? '',
    department_ids: departmentIdsOf(platform, person),
    status: {
      is_frozen: status === 'frozen',
      is_resigned: status === 'resigned',
      is_activated: status !== 'resigned',
      is_exited: false,
      is_unjoin: false,
    },
    ...(leader === undefined || leader === null ? {} : { leader_user_id: leader }),
  }
}

function departmentIdsOf(platform: Platform, { openId, branch = null }: StandInPerson): readonly string[] {
  return branch === null ? [ROOT] : platform.people.departmentsOf(openId)
}

function toApiDepartment(department: Department): JsonRecord {
  return {
    name: department.name,
    department_id: department.openDepartmentId,
    open_department_id: department.openDepartmentId,
    parent_department_id: department.parent,
    member_count: department.members.length,
    ...(department.leader === null ? {} : { leader_user_id: department.leader }),
    status: { is_deleted: false },
  }
}

function toPage(c: Context, all: readonly JsonRecord[]): JsonRecord {
  const page = takePage(all, c.req.query(), { usual: 10, most: 50 })
  return { items: page.entries, ...page.marks }
}
