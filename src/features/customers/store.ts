// Queries for customers. Row-level security decides which rows exist for the person; nothing here filters by owner.

import { type AnyColumn, and, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { builtOnce, type Given, placeholderFor } from '../../storage/built-statement.ts'
import type { Database } from '../../storage/database.ts'
import type { Turn } from '../../storage/turn.ts'
import { LAST_CHARACTER, nameKey, nameKeys, nameSyllables } from './name-keys.ts'
import type { CustomerReference } from './reference.ts'
import { customerNames, customers } from './schema.ts'

export type Customer = typeof customers.$inferSelect
/** What of a customer holds the phone number. */
export type WithPhone = Pick<Customer, 'id' | 'phoneSealed'>

/** More hits than this are not listed; the person is asked to say more. */
export const MOST_HITS = 50
/** Keys that one search follows at most. */
const MOST_KEYS = 200
/** More names than this help no search for near misses. */
const MOST_NAMES = 3000

/** The customers that a reference may mean, own ones first; exact names alone where there are any. */
export async function findCustomers(turn: Turn, reference: CustomerReference): Promise<readonly Customer[]> {
  switch (reference.by) {
    case 'id':
      return byId(turn.db, asked(turn, { id: reference.id }))
    case 'code':
      return byCode(turn.db, asked(turn, { code: reference.code }))
    case 'phone':
      return findByPhone(turn, reference.digits)
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
  const [customer] = await byId(turn.db, asked(turn, { id }))
  return customer ?? null
}

/** The number by which a row was found: its index is keyed and 128 bits long, so another number has another one. */
const foundBy = new WeakMap<WithPhone, string>()

/** The customers in scope with a phone number, given as bare digits. */
export async function findByPhone(turn: Turn, digits: string): Promise<readonly Customer[]> {
  const [phone, phoneBefore = phone] = await turn.sealer.indexes('phone', digits)
  const found = await byPhone(turn.db, asked(turn, { phone, phoneBefore }))
  for (const customer of found) foundBy.set(customer, digits)
  return found
}

/** The digits by which this row was found; undefined where it was found by something else. */
export const getNumberFoundBy = (customer: WithPhone): string | undefined => foundBy.get(customer)

/** Words of one name at most; more of them are a sentence. */
const A_NAME = /^(\p{Script=Han}{2,12}|[a-z]{2,30}( [a-z]{1,20}){0,2})$/iu

/** Whether a message that is nothing but a name, its pinyin or its initials fits anybody in scope. */
export async function isSomebody(turn: Turn, text: string): Promise<boolean> {
  if (turn.actor.reach === 'none' || !A_NAME.test(text.trim())) return false
  const fits = await findCustomers(turn, { by: 'name', name: text.trim() })
  return fits.length > 0
}

/** Names of a person's own or the team's customers, for near misses; whoever sees more is offered none. */
export async function listNames(turn: Turn): Promise<readonly string[]> {
  if (turn.actor.reach !== 'own' && turn.actor.reach !== 'team') return []
  const rows = await turn.db.select({ name: customers.name }).from(customers).limit(MOST_NAMES)
  return rows.map(({ name }) => name)
}

/** Whether a name, as it was said, is all that could be meant: the whole name, its pinyin, its initials or a given name. */
export function isWhole(customer: Customer, said: string): boolean {
  const key = nameKey(said)
  const keys = [
    ...nameKeys(customer.name),
    ...(customer.contactName === null ? [] : nameKeys(customer.contactName)),
  ]
  return keys.includes(key) || (customer.kind === 'company' && [...key].length >= 2)
}

const asked = ({ actor }: Turn, given: Given): Given => ({ ...given, me: actor.id })

/** Customers that meet a condition, those of the one who asks first. */
function customersWhere(condition: (db: Database) => SQL | undefined) {
  return builtOnce((db) =>
    db
      .select()
      .from(customers)
      .where(condition(db))
      .orderBy(desc(sql`${customers.ownerId} = ${sql.placeholder('me')}`), customers.name, customers.code)
      .limit(MOST_HITS),
  )
}

const byId = customersWhere(() => eq(customers.id, sql.placeholder('id')))
const byCode = customersWhere(() => eq(customers.code, sql.placeholder('code')))
const byPhone = customersWhere(() => isEither(customers.phoneIndex, 'phone'))
const byEitherTail = customersWhere(() =>
  or(isEither(customers.phoneTailIndex, 'phone'), isEither(customers.cardTailIndex, 'card')),
)

/** A blind index in the form that is written now, or, while its key is being replaced, in the one under the other key. */
function isEither(column: AnyColumn, name: string): SQL {
  return inArray(column, [placeholderFor(column, name), placeholderFor(column, `${name}Before`)])
}

const byNameKey = customersWhere((db) => inArray(customers.id, idsByKey(db)))
const byNameKeyAndGender = customersWhere((db) =>
  and(
    inArray(customers.id, idsByKey(db)),
    or(eq(customers.gender, sql.placeholder('gender')), isNull(customers.gender)),
  ),
)

function idsByKey(db: Database) {
  const key = sql`${sql.placeholder('key')}::text`
  return (
    db
      .select({ id: customerNames.customerId })
      .from(customerNames)
      .where(and(gte(customerNames.key, key), lt(customerNames.key, sql`${key} || ${LAST_CHARACTER}`)))
      // Whole names stand first in the order of keys; the bound keeps a head's search of a common name short.
      .orderBy(customerNames.key)
      .limit(MOST_KEYS)
  )
}

async function byTail(turn: Turn, digits: string): Promise<readonly Customer[]> {
  const [[phone, phoneBefore = phone], [card, cardBefore = card]] = await Promise.all([
    turn.sealer.indexes('phone_tail', digits),
    turn.sealer.indexes('card_tail', digits),
  ])
  return byEitherTail(turn.db, asked(turn, { phone, phoneBefore, card, cardBefore }))
}

async function byTitle(
  turn: Turn,
  { surname, gender }: { surname: string; gender: 'male' | 'female' | null },
): Promise<readonly Customer[]> {
  const key = nameKey(surname)
  const hits = await byKey(turn, key, gender)
  return hits.filter(({ kind, name, contactName }) =>
    isCalled(kind === 'company' ? (contactName ?? '') : name, key),
  )
}

// A surname in Chinese begins the name. In Latin letters it is the whole pinyin of a beginning (Mr Li is no 林 and no 刘),
// or a word of a name that is itself written in Latin letters (Mr Smith).
function isCalled(name: string, surname: string): boolean {
  if (/\p{Script=Han}/u.test(surname)) return nameKey(name).startsWith(surname)
  if (!/\p{Script=Han}/u.test(name)) return nameKeys(name).some((key) => key.startsWith(surname))
  const syllables = nameSyllables(name)
  return syllables.some((_, last) => syllables.slice(0, last + 1).join('') === surname)
}

async function byName(turn: Turn, name: string): Promise<readonly Customer[]> {
  const key = nameKey(name)
  const hits = await byKey(turn, key, null)
  const exact = hits.filter((customer) => nameKey(customer.name) === key)
  if (exact.length > 0) return exact
  const spelt = hits.filter((customer) => nameKeys(customer.name).includes(key))
  return spelt.length > 0 ? spelt : hits
}

async function byKey(
  turn: Turn,
  key: string,
  gender: 'male' | 'female' | null,
): Promise<readonly Customer[]> {
  if (key === '') return []
  return gender === null
    ? byNameKey(turn.db, asked(turn, { key }))
    : byNameKeyAndGender(turn.db, asked(turn, { key, gender }))
}
