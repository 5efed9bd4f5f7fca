// What waits for a decision of this person, each with its buttons; a decision from the list leaves the list in place.

import { z } from 'zod'
import { type BothLanguages, say } from '../../../cards/kit/index.ts'
import { ticketListCard } from '../../../cards/ticket-lists.ts'
import { type Access, defineAction, defineCapability } from '../../core/capability.ts'
import type { CardOutcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { getTicket, showNumber, type TicketRecord, toLine } from '../tickets/index.ts'
import { copy } from './copy.ts'
import { decide } from './decide.ts'
import { assertSeen, DECIDING, DecisionInput, toastOf } from './decision-form.ts'
import { listWaiting } from './store.ts'

const PAGE = 8
const READING: Access = { mode: 'read', roles: ['rm', 'supervisor', 'head'] }

/** 同意 on a line of the list. */
export const approveInListAction = defineAction({
  name: 'approval.approve-in-list',
  access: DECIDING,
  input: DecisionInput,
  run: async (turn: Turn, { ticket, version }) => {
    const record = await getTicket(turn, ticket)
    assertSeen(record, version)
    const decided = await decide(turn, record, 'approved', null)
    return { ...(await showWaiting(turn, 0)), toast: toastOf(turn, decided) }
  },
})

/** 下一页. */
export const waitingPageAction = defineAction({
  name: 'approval.page',
  access: READING,
  input: z.object({ offset: z.number().int().min(0).max(100_000) }),
  run: (turn: Turn, { offset }) => showWaiting(turn, offset),
})

export const listApprovals = defineCapability({
  intent: 'approval.list',
  summary: say('待我审批', 'What waits for my approval'),
  examples: { zh: ['待我审批', '谁的申请卡在我这儿了'], en: ['what is waiting for my approval'] },
  access: READING,
  input: z.object({}),
  run: (turn: Turn) => showWaiting(turn, 0),
})

/** The list from an offset on. */
export async function showWaiting(
  turn: Turn,
  offset: number,
  title: BothLanguages = copy.waiting,
): Promise<CardOutcome> {
  const waiting = await listWaiting(turn)
  const records = await Promise.all(waiting.slice(offset, offset + PAGE).map((id) => getTicket(turn, id)))
  const buttons = [
    ...(offset > 0 ? [waitingPageAction.button(copy.first, { offset: 0 })] : []),
    ...(offset + PAGE < waiting.length
      ? [waitingPageAction.button(copy.next, { offset: offset + PAGE })]
      : []),
  ]
  const lines = records.map((record) => toWaitingLine(turn, record))
  const card = ticketListCard({ title, total: waiting.length, lines, empty: copy.nothingWaits, buttons })
  return { kind: 'card', card }
}

function toWaitingLine(turn: Turn, record: TicketRecord) {
  const line = toLine(turn, record)
  const input = { ticket: record.ticket.id, version: record.ticket.version }
  const confirm = { title: copy.approve, text: showNumber(record.ticket) }
  return {
    ...line,
    buttons: [approveInListAction.button(copy.approve, input, { tone: 'primary', confirm }), ...line.buttons],
  }
}
