// What the bank calls its customers, products and colleagues, as far as the sender of a message may see it: one row, in
// which the names of a list stand side by side. Lists that are equal are one array, so that what the understanding has
// made of a list serves the next message of the same person.

import { sql } from 'drizzle-orm'
import { customers, products } from '../features/customers/schema.ts'
import { employees } from '../features/people/schema.ts'
import { sqlOnce } from '../storage/built-statement.ts'
import type { Turn } from '../storage/turn.ts'

/** More names than this help no reading; whoever sees more customers is understood from the sentence alone. */
const MOST_NAMES = 3000
/** Lists that are kept; a list is some kilobytes. */
const MOST_LISTS = 500
/** Unit separator: no name holds it, because what people type is stored without control characters. */
const BETWEEN = '\u001f'

/** The names that a reading goes by. */
export interface Lexicon {
  readonly customers: readonly string[]
  readonly products: readonly string[]
  readonly colleagues: readonly string[]
}

/** The names in the scope of a turn. */
export async function readLexicon({ db, actor }: Turn): Promise<Lexicon> {
  const few = actor.reach === 'own' || actor.reach === 'team'
  const [row] = await (few ? namesInScope(db, { most: MOST_NAMES }) : namesOfOthers(db, {}))
  return {
    customers: toList(row?.customers),
    products: toList(row?.products),
    colleagues: toList(row?.colleagues),
  }
}

interface Names {
  readonly customers: string | null
  readonly products: string | null
  readonly colleagues: string | null
}

const others = sql`(select string_agg(name, ${sql.raw(`'${BETWEEN}'`)} order by length(name) desc) from ${products}) as products,
  (select string_agg(name, ${sql.raw(`'${BETWEEN}'`)}) from ${employees} where status = 'active') as colleagues`
const namesInScope = sqlOnce<Names>(sql`select
  (select string_agg(c.name, ${sql.raw(`'${BETWEEN}'`)}) from (select name from ${customers} limit ${sql.placeholder('most')}::int) c) as customers,
  ${others}`)
/** Administrators and auditors have no right even to ask for customers. */
const namesOfOthers = sqlOnce<Names>(sql`select null::text as customers, ${others}`)

const lists = new Map<string, readonly string[]>()

function toList(joined: string | null | undefined): readonly string[] {
  if (joined === null || joined === undefined) return NONE
  const list = lists.get(joined) ?? joined.split(BETWEEN)
  // The list that was used longest ago is the first to go.
  lists.delete(joined)
  lists.set(joined, list)
  const [oldest] = lists.keys()
  if (lists.size > MOST_LISTS && oldest !== undefined) lists.delete(oldest)
  return list
}

const NONE: readonly string[] = []
