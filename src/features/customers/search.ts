// customer.search: the customers in scope that meet conditions, a page at a time.

import { asc, count, desc, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type CustomerLine, customerListCard } from '../../../cards/customers.ts'
import { type Button, join, say, type Words } from '../../../cards/kit/index.ts'
import { dayOf, showDay } from '../../core/calendar.ts'
import { defineAction, defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { CardOutcome } from '../../core/outcome.ts'
import { startButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import { copy } from './copy.ts'
import { Filters, filterWords, toPress, toWhere } from './filters.ts'
import { showCustomer } from './find.ts'
import { levelWords } from './find-one.ts'
import { nameHere } from './mask.ts'
import { customers } from './schema.ts'
import type { Customer } from './store.ts'

const PAGE = 10
const SHOWN_TAGS = 12
const MOST_TAGS = 500
const READERS = { mode: 'read', roles: ['rm', 'supervisor', 'head'] } as const

/** Turns to a page of a list; the list is made again, so it is never older than the press. */
export const turnPage = defineAction({
  name: 'customer.page',
  access: READERS,
  input: z.object({ filters: Filters, page: z.int().min(1).max(10_000) }),
  run: (turn: Turn, { filters, page }) => listCustomers(turn, filters, page),
})

export const searchCapability = defineCapability({
  intent: 'customer.search',
  summary: say('按条件筛选客户', 'List customers by condition'),
  examples: {
    zh: ['高净值客户有哪些', '30天没联系的VIP客户', '下个月到期的客户'],
    en: ['which customers are tagged high net worth', 'customers not contacted for 30 days'],
  },
  access: READERS,
  input: z.object({ filters: Filters.optional() }),
  run: (turn: Turn, { filters }) => listCustomers(turn, filters ?? {}, 1),
})

async function listCustomers(turn: Turn, filters: Filters, page: number): Promise<CardOutcome> {
  const where = toWhere(turn, filters)
  const [[counted], rows] = await Promise.all([
    turn.db.select({ total: count() }).from(customers).where(where),
    turn.db
      .select()
      .from(customers)
      .where(where)
      .orderBy(
        desc(sql`${customers.level} = 'VIP'`),
        sql`${customers.lastContactAt} nulls first`,
        asc(customers.code),
      )
      .limit(PAGE)
      .offset((page - 1) * PAGE),
  ])
  const total = counted?.total ?? 0
  if (total === 0) await refuseUnknownTag(turn, filters)
  const pages = Math.ceil(total / PAGE)
  const card = customerListCard({
    understood: filterWords(turn, filters),
    total,
    page,
    pages,
    customers: rows.map((customer) => toLine(turn, customer)),
    buttons: [...turningButtons(filters, page, pages), ...exportButton(turn, filters, total)],
  })
  return { kind: 'card', card }
}

/**
 * A tag that no customer in scope has is said to be unknown, with the tags that there are.
 * @throws Refusal invalid
 */
export async function refuseUnknownTag(turn: Turn, { tag }: Filters): Promise<void> {
  if (tag === undefined) return
  const known = await listTags(turn)
  const unknown = (typeof tag === 'string' ? [tag] : tag).filter((one) => !known.includes(one))
  if (unknown.length === 0) return
  const some = known.slice(0, SHOWN_TAGS)
  throw new Refusal(
    'invalid',
    say(
      `没有客户带「${unknown.join('、')}」标签。${some.length === 0 ? '还没有任何标签。' : `现有标签：${some.join('、')}`}`,
      `No customer is tagged ${unknown.join(', ')}. ${some.length === 0 ? 'There are no tags yet.' : `Tags in use: ${some.join(', ')}`}`,
    ),
  )
}

/** The tags in use on the customers in scope, the commonest first. */
async function listTags(turn: Turn): Promise<string[]> {
  const tag = sql<string>`unnest(${customers.tags})`.as('tag')
  const each = turn.db.select({ tag }).from(customers).as('each')
  const rows = await turn.db
    .select({ tag: each.tag })
    .from(each)
    .groupBy(each.tag)
    .orderBy(desc(count()), asc(each.tag))
    .limit(MOST_TAGS)
  return rows.map((row) => row.tag)
}

function turningButtons(filters: Filters, page: number, pages: number): Button[] {
  const to = (label: Words, target: number) =>
    turnPage.button(label, { filters: toPress(filters), page: target })
  return [
    ...(page > 1 ? [to(copy.previous, page - 1)] : []),
    ...(page < pages ? [to(copy.next, page + 1)] : []),
  ]
}

/** In a group the list would make room for a card that says to go on in private. */
function exportButton({ conversation }: Turn, filters: Filters, total: number): Button[] {
  if (!conversation.private || total === 0) return []
  return [startButton(copy.export, 'customer.export', { filters: toPress(filters) })]
}

function toLine(turn: Turn, { id, name, code, company, level, lastContactAt }: Customer): CustomerLine {
  const last =
    lastContactAt === null
      ? say('从未联系', 'never contacted')
      : join([
          say('最近联系 ', 'last contact '),
          showDay(dayOf(lastContactAt, turn.zone), dayOf(turn.now, turn.zone)),
        ])
  return {
    name: nameHere(turn, name),
    code,
    detail: company === null || !turn.conversation.private ? last : join([company, ' · ', last]),
    level: levelWords(level),
    button: showCustomer.button(copy.open, { id }),
  }
}
