// Queries for customers. Row-level security decides which rows exist for the person; nothing here filters by owner.

import { and, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Turn } from '../../storage/turn.ts'
import { LAST_CHARACTER, nameKey } from './name-keys.ts'
import type { CustomerReference } from './reference.ts'
import { customerNames, customers } from './schema.ts'

export type Customer = typeof customers.$inferSelect

/** More hits than this are not listed; the person is asked to say more. */
const MOST_HITS = 50

/** The customers that a reference may mean, best fits first; exact names alone where there are any. */
export async function findCustomers(turn: Turn, reference: CustomerReference): Promise<readonly Customer[]> {
  switch (reference.by) {
    case 'id':
      return where(turn, eq(customers.id, reference.id))
    case 'code':
      return where(turn, eq(customers.code, reference.code))
    case 'phone':
      return where(turn, eq(customers.phoneIndex, await turn.sealer.index('phone', reference.digits)))
    case 'tail':
      return byTail(turn, reference.digits)
    case 'title':
      return byTitle(turn, reference)
    case 'name':
      return byName(turn, reference.name)
  }
}

/** One customer by id; null where it does not exist for this person. */
export async function findCustomer(turn: Turn, id: string): Promise<Customer | null> {
  const [customer] = await where(turn, eq(customers.id, id))
  return customer ?? null
}

/** Names of the customers in scope, for near misses. */
export async function listNames(turn: Turn): Promise<readonly string[]> {
  const rows = await turn.db.select({ name: customers.name }).from(customers).limit(3000)
  return rows.map(({ name }) => name)
}

async function where(turn: Turn, condition: SQL | undefined): Promise<readonly Customer[]> {
  return turn.db.select().from(customers).where(condition).orderBy(customers.name, customers.code).limit(MOST_HITS)
}

async function byTail(turn: Turn, digits: string): Promise<readonly Customer[]> {
  const [phone, card] = await Promise.all([turn.sealer.index('phone_tail', digits), turn.sealer.index('card_tail', digits)])
  return where(turn, or(eq(customers.phoneTailIndex, phone), eq(customers.cardTailIndex, card)))
}

async function byTitle(turn: Turn, { surname, gender }: { surname: string; gender: 'male' | 'female' | null }): Promise<readonly Customer[]> {
  const hits = await byKey(turn, surname, gender === null ? undefined : or(eq(customers.gender, gender), isNull(customers.gender)))
  const key = nameKey(surname)
  return hits.filter(({ kind, name, contactName }) => nameKey(kind === 'company' ? (contactName ?? '') : name).startsWith(key))
}

async function byName(turn: Turn, name: string): Promise<readonly Customer[]> {
  const hits = await byKey(turn, name, undefined)
  const exact = hits.filter((customer) => nameKey(customer.name) === nameKey(name))
  return exact.length > 0 ? exact : hits
}

async function byKey(turn: Turn, said: string, and_: SQL | undefined): Promise<readonly Customer[]> {
  const key = nameKey(said)
  if (key === '') return []
  const ids = turn.db
    .select({ id: customerNames.customerId })
    .from(customerNames)
    .where(and(gte(customerNames.key, key), lt(customerNames.key, sql`${key} || ${LAST_CHARACTER}`)))
  return where(turn, and(inArray(customers.id, ids), and_))
}
