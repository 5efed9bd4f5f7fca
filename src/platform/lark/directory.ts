// The Directory of the house on the real platform: departments and people, page by page, through the official SDK.
// What the application may not see is missing from the answers; what was refused or cut short is a Fault.

import { z } from 'zod'
import { Fault } from '../../core/errors.ts'
import type { Directory, DirectoryDepartment, DirectoryPerson } from '../../core/ports.ts'
import type { Result } from '../../core/result.ts'
import { type Call, type LarkAccess, openCalls } from './calls.ts'
import { findRemedy, type LarkFailure } from './errors.ts'
import { Ids, MaybeId, toAccount } from './normalise/about.ts'
import { Status, stateOf } from './normalise/account.ts'

const ROOT = '0'
const PAGE = 50
/** Tries of one page; a rate limit says how long to wait. */
const TRIES = 4
const USUAL_WAIT_MS = 1000
/** The application's range does not hold the whole company: nobody stands directly below the root then. */
const OUT_OF_RANGE: ReadonlySet<number> = new Set([40004, 40008, 40014, 41050])

const Page = z.object({
  data: z
    .object({
      items: z.array(z.unknown()).nullish(),
      has_more: z.boolean().nullish(),
      page_token: z.string().nullish(),
    })
    .nullish(),
})
const User = Ids.extend({
  name: z.string().nullish(),
  employee_no: z.string().nullish(),
  department_ids: z.array(z.string()).nullish(),
  leader_user_id: MaybeId,
  status: Status.nullish(),
})
const Department = z.object({
  open_department_id: z.string().min(1),
  department_id: z.string().nullish(),
  name: z.string().nullish(),
  parent_department_id: z.string().nullish(),
  leader_user_id: MaybeId,
  status: z.object({ is_deleted: z.boolean().nullish() }).nullish(),
})

/** Connects to the platform's directory. Nothing is asked before the first call. */
export function larkDirectory(access: LarkAccess): Directory {
  const call = openCalls(access)
  return {
    readTree: async () => {
      const departments = await readDepartments(call)
      const people = new Map<string, DirectoryPerson>()
      for (const id of [ROOT, ...departments.map((department) => department.id)])
        for (const person of await readMembers(call, id)) people.set(person.who.account, person)
      return { departments, people: [...people.values()] }
    },
    readPeople: async (accounts) => {
      const people: DirectoryPerson[] = []
      for (let from = 0; from < accounts.length; from += PAGE)
        people.push(...(await readBatch(call, accounts.slice(from, from + PAGE))))
      return people
    },
  }
}

async function readDepartments(call: Call): Promise<readonly DirectoryDepartment[]> {
  const items = await readPages('department.children', (page_token) =>
    call('department.children', (client) =>
      client.contact.v3.department.children({
        path: { department_id: ROOT },
        params: {
          fetch_child: true,
          page_size: PAGE,
          department_id_type: 'open_department_id',
          user_id_type: 'open_id',
          ...page_token,
        },
      }),
    ),
  )
  return items.map((item) => parse(Department, item)).flatMap(toDepartment)
}

async function readMembers(call: Call, department_id: string): Promise<readonly DirectoryPerson[]> {
  const items = await readPages(
    'user.find_by_department',
    (page_token) =>
      call('user.find_by_department', (client) =>
        client.contact.v3.user.findByDepartment({
          params: {
            department_id,
            department_id_type: 'open_department_id',
            user_id_type: 'open_id',
            page_size: PAGE,
            ...page_token,
          },
        }),
      ),
    department_id === ROOT ? OUT_OF_RANGE : new Set(),
  )
  return items.map((item) => toPerson(parse(User, item)))
}

async function readBatch(call: Call, user_ids: readonly string[]): Promise<readonly DirectoryPerson[]> {
  const items = await readPages('user.batch', () =>
    call('user.batch', (client) =>
      client.contact.v3.user.batch({
        params: {
          user_ids: [...user_ids],
          user_id_type: 'open_id',
          department_id_type: 'open_department_id',
        },
      }),
    ),
  )
  return items.map((item) => toPerson(parse(User, item)))
}

type AskPage = (token: { readonly page_token?: string }) => Promise<Result<unknown, LarkFailure>>

/** Every entry of every page; `empty` holds the failures that mean that there are none. */
async function readPages(
  name: string,
  ask: AskPage,
  empty: ReadonlySet<number> = new Set(),
): Promise<readonly unknown[]> {
  const items: unknown[] = []
  for (let token: { readonly page_token?: string } = {}; ; ) {
    const answer = await askPatiently(() => ask(token))
    if (!answer.ok && empty.has(answer.reason.code)) return items
    if (!answer.ok) throw toFault(name, answer.reason)
    const { data } = parse(Page, answer.value)
    items.push(...(data?.items ?? []))
    if (data?.has_more !== true) return items
    if (!data.page_token || data.page_token === token.page_token) throw toFault(name)
    token = { page_token: data.page_token }
  }
}

async function askPatiently(
  ask: () => Promise<Result<unknown, LarkFailure>>,
): Promise<Result<unknown, LarkFailure>> {
  for (let tried = 1; ; tried += 1) {
    const answer = await ask()
    if (answer.ok || tried === TRIES || findRemedy(answer.reason) !== 'retry') return answer
    const waitMs = answer.reason.waitMs ?? USUAL_WAIT_MS
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
}

function toDepartment({
  open_department_id: id,
  department_id: code,
  name,
  parent_department_id: parent,
  leader_user_id: leader,
  status,
}: z.output<typeof Department>): readonly DirectoryDepartment[] {
  if (status?.is_deleted === true) return []
  return [
    {
      id,
      code: code && code !== id ? code : null,
      name: name?.trim() || id,
      parent: !parent || parent === ROOT ? null : parent,
      leader: leader || null,
    },
  ]
}

function toPerson(user: z.output<typeof User>): DirectoryPerson {
  return {
    who: toAccount(user),
    name: user.name?.trim() ?? '',
    number: user.employee_no?.trim() || null,
    departments: user.department_ids ?? null,
    leader: user.leader_user_id || null,
    state: user.status ? stateOf(user.status) : 'unknown',
  }
}

function parse<Form>(form: z.ZodType<Form>, value: unknown): Form {
  const parsed = form.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Fault('lark', 'read the directory: an entry has another form', { retryable: false })
}

function toFault(name: string, cause?: LarkFailure): Fault {
  return new Fault('lark', name, {
    retryable: cause !== undefined && findRemedy(cause) === 'retry',
    ...(cause === undefined ? {} : { cause }),
  })
}
