// Cards that list requests, whatever they are listed for.

import { type Button, type Card, join, type ListItem, type Sample, say, type Words } from './kit/index.ts'
import {
  KIND_WORDS,
  STATUS_WORDS,
  sampleTicket,
  type TicketKindWord,
  type TicketStatusWord,
} from './tickets.ts'

/** A request in a list. */
export interface TicketLine {
  readonly number: string
  readonly kind: TicketKindWord
  readonly status: TicketStatusWord
  readonly customer: string | null
  readonly amount: Words | null
  readonly content: string
  readonly requester: string
  readonly due: Words | null
  readonly overdue: boolean
  readonly buttons: readonly Button[]
}

/** Requests in a list, a page at a time. */
export function ticketListCard(list: {
  readonly title: Words
  readonly total: number
  readonly lines: readonly TicketLine[]
  readonly empty: Words
  readonly buttons: readonly Button[]
}): Card {
  const counted = join([list.title, say(`（${list.total}）`, ` (${list.total})`)])
  return {
    heading: { title: list.total === 0 ? list.title : counted, tone: list.total === 0 ? 'good' : 'info' },
    summary: list.title,
    nodes: [
      list.lines.length === 0
        ? { node: 'text', text: list.empty }
        : { node: 'list', items: list.lines.map(toItem) },
      ...(list.buttons.length === 0 ? [] : [{ node: 'buttons', buttons: list.buttons } as const]),
    ],
  }
}

function toItem(line: TicketLine): ListItem {
  const { text, tone } = STATUS_WORDS[line.status]
  const about = [line.customer, line.amount, line.content].filter((part) => part !== null)
  return {
    title: join([line.number, ' ', KIND_WORDS[line.kind]]),
    detail: join(about, ' · '),
    note:
      line.due === null
        ? line.requester
        : join([line.requester, join([say('期限 ', 'due '), line.due])], ' · '),
    tags: [
      { text, tone },
      ...(line.overdue ? [{ text: say('已超时', 'Overdue'), tone: 'danger' } as const] : []),
    ],
    buttons: line.buttons,
  }
}

const tap = (zh: string, en: string): Button => ({
  label: say(zh, en),
  press: { action: 'sample', input: {} },
})

export const samples: readonly Sample[] = [
  {
    name: 'tickets in a list',
    card: ticketListCard({
      title: say('未完成的工单', 'Open tickets'),
      total: 12,
      lines: [{ ...sampleTicket, buttons: [tap('查看', 'Open')] }],
      empty: say('没有工单。', 'No tickets.'),
      buttons: [tap('下一页', 'Next')],
    }),
  },
]
