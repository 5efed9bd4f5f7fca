// Past contacts in words: of a customer, a period, a way of contact or a colleague, a page at a time.

import { z } from 'zod'
import { followUpListCard } from '../../../cards/follow-ups.ts'
import { type Button, join, say, type Words } from '../../../cards/kit/index.ts'
import { dayOf, isDay, showSpan } from '../../core/calendar.ts'
import { type Access, defineAction, defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { CardOutcome, Outcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { findCustomer, findOneCustomer, focusOn, nameHere } from '../customers/index.ts'
import { listColleagues } from '../people/index.ts'
import { CHANNEL_WORDS, copy } from './copy.ts'
import { CHANNELS, countListed, type FollowUpFilter, listFollowUps as list } from './store.ts'
import { toFollowUpView } from './view.ts'

const PAGE = 5
const READS: Access = { mode: 'read', roles: ['rm', 'supervisor', 'head'] }

/** Which list it is, as its buttons carry it. */
const Query = z.object({
  customer: z.uuid().nullable(),
  from: z.string().refine(isDay).nullable(),
  to: z.string().refine(isDay).nullable(),
  channel: z.enum(CHANNELS).nullable(),
  by: z.int().nullable(),
  offset: z.int().min(0).max(10_000),
})
type Query = z.output<typeof Query>

export const listFollowUps = defineCapability({
  intent: 'followup.list',
  summary: say('查看跟进记录', 'Past follow-ups'),
  examples: {
    zh: ['李先生的跟进记录', '今天的跟进记录有哪些', '上周拜访了谁'],
    en: ['my contact notes from last week', "show Mr Li's follow-ups", 'who did I visit this month'],
  },
  access: READS,
  input: z.object({
    customer: z.string().optional(),
    period: z.object({ from: z.string().refine(isDay), to: z.string().refine(isDay) }).optional(),
    channel: z.enum(CHANNELS).optional().catch(undefined),
    by: z.string().optional(),
  }),
  run: async (turn: Turn, { customer, period, channel, by }) => {
    const one = customer === undefined ? null : await findOneCustomer(turn, customer)
    const outcome = await renderList(turn, {
      customer: one?.id ?? null,
      from: period?.from ?? null,
      to: period?.to ?? null,
      channel: channel ?? null,
      by: await authorOf(turn, by),
      offset: 0,
    })
    return one === null ? outcome : { ...outcome, focus: focusOn(one) }
  },
})

/** 下一页. */
export const turnPage = defineAction({
  name: 'followup.page',
  access: READS,
  input: Query,
  run: async (turn: Turn, query): Promise<Outcome> => renderList(turn, query),
})

async function authorOf(turn: Turn, by: string | undefined): Promise<number | null> {
  if (by === undefined) return null
  if (/^(我|我自己|本人|me|myself)$/i.test(by.trim())) return turn.actor.id
  const name = by.normalize('NFKC').trim().toLowerCase()
  const fits = (await listColleagues(turn.db)).filter((colleague) => colleague.name.toLowerCase() === name)
  const author = fits.find(({ teamId }) => teamId === turn.actor.teamId) ?? fits[0]
  if (author === undefined) throw new Refusal('not_found', copy.noColleague)
  return author.id
}

async function renderList(turn: Turn, query: Query): Promise<CardOutcome> {
  const filter = toFilter(query)
  const [lines, all, customer] = await Promise.all([
    list(turn, filter, { offset: query.offset, limit: PAGE }),
    countListed(turn, filter),
    query.customer === null ? null : findCustomer(turn, query.customer),
  ])
  return {
    kind: 'card',
    card: followUpListCard({
      title:
        customer === null
          ? copy.listTitle
          : join([nameHere(turn, customer.name), say(' 的跟进记录', "'s follow-ups")]),
      subtitle: subtitleOf(turn, query, all),
      items: lines.map((line) => toFollowUpView(turn, line)),
      all,
      buttons: pageButtons(query, all),
    }),
  }
}

function toFilter({ customer, from, to, channel, by }: Query): FollowUpFilter {
  return {
    ...(customer === null ? {} : { customerId: customer }),
    ...(from === null || to === null ? {} : { span: { from, to } }),
    ...(channel === null ? {} : { channel }),
    ...(by === null ? {} : { authorId: by }),
  }
}

function pageButtons(query: Query, all: number): readonly Button[] {
  if (query.offset + PAGE < all)
    return [turnPage.button(copy.next, { ...query, offset: query.offset + PAGE })]
  return query.offset > 0 ? [turnPage.button(copy.first, { ...query, offset: 0 })] : []
}

function subtitleOf(turn: Turn, { from, to, channel, offset }: Query, all: number): Words {
  const parts: Words[] = []
  if (from !== null && to !== null) parts.push(showSpan({ from, to }, dayOf(turn.now, turn.zone)))
  if (channel !== null) parts.push(CHANNEL_WORDS[channel])
  parts.push(say(`共 ${all} 条`, `${all} in all`))
  if (all > PAGE) parts.push(say(`第 ${offset / PAGE + 1} 页`, `page ${offset / PAGE + 1}`))
  return join(parts, ' · ')
}
