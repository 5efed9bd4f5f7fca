// Lists requests, a page at a time.

import { z } from 'zod'
import { type BothLanguages, say } from '../../../cards/kit/index.ts'
import { ticketListCard } from '../../../cards/ticket-lists.ts'
import { defineAction, defineCapability } from '../../core/capability.ts'
import type { CardOutcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { findOneCustomer } from '../customers/index.ts'
import { copy } from './copy.ts'
import { READING } from './doors.ts'
import { listTickets, type TicketFilter } from './store.ts'
import { KINDS } from './ticket.ts'
import { toLine } from './view.ts'

const PAGE = 8

const Filter = z.object({
  status: z.enum(['open', 'overdue', 'mine']).optional(),
  kind: z.enum(KINDS).optional(),
})

/** 下一页. */
export const ticketPageAction = defineAction({
  name: 'ticket.page',
  access: READING,
  input: Filter.extend({ customerId: z.uuid().optional(), offset: z.number().int().min(0).max(100_000) }),
  run: (turn: Turn, { offset, ...filter }) => listPage(turn, filter, offset),
})

export const listTicketsCapability = defineCapability({
  intent: 'ticket.list',
  summary: say('查看工单列表', 'List tickets'),
  examples: {
    zh: ['我的工单', '未关闭的投诉工单', '超时的工单有哪些'],
    en: ['my tickets', 'open complaints', 'overdue tickets'],
  },
  access: READING,
  input: Filter.extend({ customer: z.string().optional() }),
  run: async (turn: Turn, { customer, ...filter }) => {
    const found = customer === undefined ? null : await findOneCustomer(turn, customer)
    return listPage(turn, { ...filter, ...(found === null ? {} : { customerId: found.id }) }, 0)
  },
})

async function listPage(turn: Turn, filter: TicketFilter, offset: number): Promise<CardOutcome> {
  const { records, total } = await listTickets(turn, filter, { offset, limit: PAGE })
  const turnTo = (label: BothLanguages, to: number) =>
    ticketPageAction.button(label, { ...JSON.parse(JSON.stringify(filter)), offset: to })
  const buttons = [
    ...(offset > 0 ? [turnTo(copy.first, 0)] : []),
    ...(offset + PAGE < total ? [turnTo(copy.next, offset + PAGE)] : []),
  ]
  const title =
    filter.status === 'overdue' ? copy.overdue : filter.status === 'mine' ? copy.mine : copy.unfinished
  const lines = records.map((record) => toLine(turn, record))
  return { kind: 'card', card: ticketListCard({ title, total, lines, empty: copy.none, buttons }) }
}
