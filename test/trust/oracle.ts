// Who may see and do what, said a second time: plain TypeScript over a copy of the bank, read once by the keeper.
// It shares nothing with the policies and the stores that it judges; it names columns, and nothing else of theirs.

import { sql } from 'drizzle-orm'
import { rowsOf, type Store } from '../../src/storage/database.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import type { Sealer } from '../../src/storage/seal.ts'

export interface Person {
  readonly id: number
  readonly name: string
  readonly account: string
  readonly role: 'rm' | 'supervisor' | 'head' | 'administrator' | 'auditor'
  readonly team: number | null
  readonly branch: number | null
}

/** A row that belongs to somebody's customer. */
export interface Owned {
  readonly id: string
  readonly owner: number
  readonly team: number
  readonly branch: number
}

export interface KnownCustomer extends Owned {
  readonly code: string
  readonly name: string
  readonly phone: string | null
  readonly level: string | null
  readonly city: string | null
  readonly tags: readonly string[]
}

export interface KnownTask extends Owned {
  readonly customer: string | null
  readonly assignee: number
  readonly title: string
  readonly state: string
  readonly version: number
}

export interface KnownTicket extends Owned {
  readonly customer: string | null
  readonly number: number
  readonly requester: number
  readonly handler: number
  readonly status: string
  readonly version: number
}

export interface KnownNote extends Owned {
  readonly customer: string
  readonly content: string
  readonly version: number
}

export interface KnownSale extends Owned {
  readonly customer: string
  readonly stage: string
  readonly fen: bigint
  readonly version: number
}

/** The bank as it is, whoever looks. */
export interface Bank {
  readonly people: readonly Person[]
  readonly customers: readonly KnownCustomer[]
  readonly notes: readonly KnownNote[]
  readonly tasks: readonly KnownTask[]
  readonly sales: readonly KnownSale[]
  readonly tickets: readonly KnownTicket[]
  readonly holdings: readonly Owned[]
}

/** Whether this person sees a row that belongs to somebody's customer. */
function reaches(who: Person, row: Owned): boolean {
  switch (who.role) {
    case 'rm':
      return row.owner === who.id
    case 'supervisor':
      return row.team === who.team
    case 'head':
      return who.branch === null || row.branch === who.branch
    case 'administrator':
    case 'auditor':
      return false
  }
}

/** What exists for a person. */
export const sees = {
  customer: reaches,
  note: reaches,
  sale: reaches,
  holding: reaches,
  /** A manager also sees the tasks that were given to them. */
  task: (who: Person, task: KnownTask) =>
    reaches(who, task) || (who.role === 'rm' && task.assignee === who.id),
  /** A manager also sees the requests that they made or handle. */
  ticket: (who: Person, ticket: KnownTicket) =>
    reaches(who, ticket) || (who.role === 'rm' && [ticket.requester, ticket.handler].includes(who.id)),
} as const

/** Whether a person may look at customer data at all, and whether they may change it. */
export const mayRead = ({ role }: Person) => role === 'rm' || role === 'supervisor' || role === 'head'
export const mayWrite = ({ role }: Person) => role === 'rm' || role === 'supervisor'

/** Copies the bank. */
export async function copyBank(store: Store, sealer: Sealer): Promise<Bank> {
  const read = async <Row>(query: string): Promise<Row[]> => [
    ...(await asKeeper(store.db, 'test', async (tx) => rowsOf<Row>(await tx.execute(sql.raw(query))))),
  ]
  const owned = 'id::text, owner_id as owner, team_id as team, branch_id as branch'
  const people = await read<Person>(
    'select id, name, account, role, team_id as team, branch_id as branch from employees order by id',
  )
  const sealed = await read<KnownCustomer & { readonly sealed: string | null }>(
    `select ${owned}, code, name, level, city, tags, phone_sealed as sealed from customers order by code`,
  )
  const customers = await Promise.all(
    sealed.map(async ({ sealed: text, ...customer }) => ({
      ...customer,
      phone:
        text === null
          ? null
          : await sealer.open({ table: 'customers', column: 'phone', row: customer.id }, text),
    })),
  )
  const sales = await read<KnownSale>(
    `select ${owned}, customer_id::text as customer, stage, coalesce(amount_fen, 0)::text as fen, version from opportunities order by id`,
  )
  return {
    people,
    customers,
    notes: await read(
      `select ${owned}, customer_id::text as customer, content, version from follow_ups order by id`,
    ),
    tasks: await read(
      `select ${owned}, customer_id::text as customer, assignee_id as assignee, title, state, version from tasks order by id`,
    ),
    sales: sales.map((sale) => ({ ...sale, fen: BigInt(sale.fen) })),
    tickets: await read(
      `select ${owned}, customer_id::text as customer, number, requester_id as requester, handler_id as handler, status, version from tickets order by number`,
    ),
    holdings: await read(`select ${owned} from holdings order by id`),
  }
}
