// The conditions of a customer search: their form, their way into SQL, and what the bot understood them to be (D15).

import {
  and,
  arrayContains,
  eq,
  exists,
  gte,
  ilike,
  isNull,
  lt,
  lte,
  notLike,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { z } from 'zod'
import { type JsonObject, join, say, type Words } from '../../../cards/kit/index.ts'
import { addDays, dayOf, instantOf, isDay, showSpan } from '../../core/calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { showAmount, toFen } from '../money.ts'
import { parseField } from './fields.ts'
import { levelWords } from './find-one.ts'
import { riskWords } from './profile.ts'
import { customers, holdings } from './schema.ts'

const day = z.string().refine(isDay)
const Period = z.object({ from: day, to: day })
const word = z.string().min(1).max(60)
const yuan = z
  .union([z.number(), z.object({ value: z.number() }).transform(({ value }) => value)])
  .pipe(z.number().min(0).max(1e13))

/** The conditions, all of which must hold. */
export const Filters = z.object({
  tag: z.union([word, z.array(word)]).optional(),
  level: word.optional(),
  risk: word.optional(),
  city: word.optional(),
  product: word.optional(),
  inactive_days: z.int().min(0).max(3650).optional(),
  balance_min: yuan.optional(),
  balance_max: yuan.optional(),
  birthday: Period.optional(),
  maturing: Period.optional(),
})
export type Filters = z.output<typeof Filters>

/** Conditions as a press holds them: JSON, in which there is no undefined. */
export function toPress(filters: Filters): z.input<typeof Filters> & JsonObject {
  return JSON.parse(JSON.stringify(filters)) as z.input<typeof Filters> & JsonObject
}

type Condition = (turn: Turn, filters: Filters) => SQL | undefined

/** The conditions as one clause; undefined where there are none. */
export function toWhere(turn: Turn, filters: Filters): SQL | undefined {
  return and(...CONDITIONS.map((condition) => condition(turn, filters)))
}

const CONDITIONS: readonly Condition[] = [
  (_, { tag }) =>
    tag === undefined ? undefined : arrayContains(customers.tags, typeof tag === 'string' ? [tag] : [...tag]),
  (_, { level }) => (level === undefined ? undefined : eq(customers.level, readKept('level', level))),
  (_, { risk }) => (risk === undefined ? undefined : eq(customers.risk, readKept('risk', risk))),
  (_, { city }) =>
    city === undefined ? undefined : ilike(customers.city, `${escapeLike(city.replace(/市$/, ''))}%`),
  (_, { product }) =>
    product === undefined ? undefined : holds(ilike(holdings.product, `%${escapeLike(product)}%`)),
  (turn, { inactive_days: days }) => (days === undefined ? undefined : notContactedFor(turn, days)),
  (_, { balance_min: least }) => (least === undefined ? undefined : gte(balance(), toFen(least))),
  (_, { balance_max: most }) => (most === undefined ? undefined : lte(balance(), toFen(most))),
  (_, { birthday }) => (birthday === undefined ? undefined : hasBirthdayIn(birthday.from, birthday.to)),
  (_, { maturing }) =>
    maturing === undefined
      ? undefined
      : holds(and(gte(holdings.maturesOn, maturing.from), lte(holdings.maturesOn, maturing.to))),
]

// A level or risk that is none of the usual ones is looked for as it was said.
function readKept(field: 'level' | 'risk', said: string): string {
  const read = parseField(field, said, '')
  return read.ok ? read.value : said
}

function holds(condition: SQL | undefined): SQL {
  return exists(
    sql`(select 1 from ${holdings} where ${and(eq(holdings.customerId, customers.id), condition)})`,
  )
}

/** What a customer holds with us, loans left out. */
function balance(): SQL<bigint> {
  return sql`(select coalesce(sum(${holdings.amountFen}), 0) from ${holdings} where ${and(eq(holdings.customerId, customers.id), notLike(holdings.product, '%贷'), notLike(holdings.product, '%贷款'))})`
}

function notContactedFor(turn: Turn, days: number): SQL | undefined {
  const since = instantOf(addDays(dayOf(turn.now, turn.zone), -days), turn.zone)
  return or(isNull(customers.lastContactAt), lt(customers.lastContactAt, since))
}

// Month and day decide, over the turn of the year as well; a whole year holds every birthday.
function hasBirthdayIn(from: string, to: string): SQL | undefined {
  if (addDays(from, 365) <= to) return sql`${customers.birthday} is not null`
  const on = sql`to_char(${customers.birthday}, 'MM-DD')`
  const [first, last] = [from.slice(5), to.slice(5)]
  return first <= last ? and(gte(on, first), lte(on, last)) : or(gte(on, first), lte(on, last))
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** The conditions in words. */
export function filterWords(turn: Turn, filters: Filters): Words {
  const today = dayOf(turn.now, turn.zone)
  const {
    tag,
    level,
    risk,
    city,
    product,
    inactive_days: days,
    balance_min: least,
    balance_max: most,
    birthday,
    maturing,
  } = filters
  const parts: Words[] = [
    ...(tag === undefined
      ? []
      : [join([say('标签 ', 'tag '), typeof tag === 'string' ? tag : tag.join('、')])]),
    ...(level === undefined
      ? []
      : [join([say('等级 ', 'level '), levelWords(readKept('level', level)) ?? level])]),
    ...(risk === undefined ? [] : [join([say('风险 ', 'risk '), riskWords(readKept('risk', risk)) ?? risk])]),
    ...(city === undefined ? [] : [join([say('城市 ', 'city '), city])]),
    ...(product === undefined ? [] : [join([say('持有 ', 'holds '), product])]),
    ...(days === undefined ? [] : [say(`${days} 天未联系`, `not contacted for ${days} days`)]),
    ...(least === undefined ? [] : [join([say('资产不少于 ', 'holds at least '), showAmount(toFen(least))])]),
    ...(most === undefined ? [] : [join([say('资产不超过 ', 'holds at most '), showAmount(toFen(most))])]),
    ...(birthday === undefined ? [] : [join([say('生日 ', 'birthday '), showSpan(birthday, today)])]),
    ...(maturing === undefined ? [] : [join([say('产品到期 ', 'matures '), showSpan(maturing, today)])]),
  ]
  return parts.length === 0 ? say('全部客户', 'all customers') : join(parts, ' · ')
}
