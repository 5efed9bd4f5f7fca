// A request as a place may show it, and the copies of its card: one living card for each kind of reader, which all change
// when the request does. In a group names are shortened and amounts are ranges, whoever looks.

import { type Node, say, type Words } from '../../../cards/kit/index.ts'
import type { TicketLine } from '../../../cards/ticket-lists.ts'
import { type DecisionView, type TicketView, ticketCard } from '../../../cards/tickets.ts'
import { showMoment, showMomentShort } from '../../core/calendar.ts'
import type { CardOutcome, Focus } from '../../core/outcome.ts'
import { sayButton } from '../../core/presses.ts'
import type { Turn } from '../../storage/turn.ts'
import { maskName, maskPhone, nameHere } from '../customers/index.ts'
import { showAmountHere } from '../money.ts'
import { copy } from './copy.ts'
import type { TicketRecord } from './store.ts'
import { isOverdue, showNumber } from './ticket.ts'

/** For whom a copy of the card is drawn. `group` is every group: there the masks of a group hold. */
export type Reader = 'approver' | 'requester' | 'reader' | 'group'

/** What can be done about a request, for the kinds of reader who can do something. */
export type Doors = { readonly [reader in Reader]?: readonly Node[] }

/** Name under which the copies for one kind of reader are found and refreshed. */
export function subjectFor(ticketId: string, reader: Reader): string {
  return `ticket:${ticketId}:${reader}`
}

/** What the conversation is about after a card of this request. */
export function focusOf({ ticket, customerName }: TicketRecord): Focus {
  const customer =
    ticket.customerId === null || customerName === null
      ? {}
      : { customer: { id: ticket.customerId, name: customerName } }
  return { ticket: showNumber(ticket), ...customer }
}

/** The request as a reader may see it. */
function toView(turn: Turn, record: TicketRecord, reader: Reader): TicketView {
  const { ticket, customerName } = record
  const place = { conversation: { ...turn.conversation, private: reader !== 'group' } }
  return {
    number: showNumber(ticket),
    kind: ticket.kind,
    status: ticket.status,
    urgency: ticket.urgency,
    customer: customerName === null ? null : nameHere(place, customerName),
    product: ticket.product,
    amount: ticket.amountFen === null ? null : showAmountHere(place, ticket.amountFen),
    rateBp: ticket.rateBp,
    content: wordsHere(reader, ticket.content, record),
    requester: record.requester.name,
    handler: record.handler.name,
    approver: record.approverName,
    decision: toDecision(turn, record),
    revokedBy: findRevoker(record),
    createdAt: showMoment(ticket.createdAt, turn.zone, turn.now),
    due: ticket.dueAt === null ? null : showMoment(ticket.dueAt, turn.zone, turn.now),
    overdue: isOverdue(ticket, turn.now),
    course:
      ticket.result === null ? [] : ticket.result.split('\n').map((line) => wordsHere(reader, line, record)),
  }
}

/** What people wrote, as a place may show it: in a group the customer's name and long numbers are masked in it too. */
function wordsHere(reader: Reader, text: string, { ticket, customerName }: TicketRecord): string {
  if (reader !== 'group') return text
  // Whoever may not see the customer cannot know which word is the name.
  if (ticket.customerId !== null && customerName === null) return '***'
  const named = customerName === null ? text : text.replaceAll(customerName, maskName(customerName))
  return named.replace(/\d{7,}/g, maskPhone)
}

/** Who decided what and when; null while it waits, and for requests that nobody decides. */
export function toDecision(turn: Turn, { approval, deciderName }: TicketRecord): DecisionView | null {
  if (approval === null || approval.decision === null || approval.decidedAt === null) return null
  return {
    decision: approval.decision,
    who: deciderName ?? '',
    at: showMoment(approval.decidedAt, turn.zone, turn.now),
    comment: approval.comment,
  }
}

/** Who took the decision back for which it waits again; null where it waits for its first one. */
function findRevoker({ ticket, approval, deciderName }: TicketRecord): string | null {
  return ticket.status === 'waiting' && approval?.decision === null ? deciderName : null
}

/** The request as a line of a list. */
export function toLine(
  turn: Turn,
  record: TicketRecord,
  reader: Reader = turn.conversation.private ? 'reader' : 'group',
): TicketLine {
  const view = toView(turn, record, reader)
  const due = record.ticket.dueAt
  return {
    ...view,
    content: [...view.content].slice(0, 60).join(''),
    due: due === null ? null : showMomentShort(due, turn.zone, turn.now),
    buttons: [openButton(view.number)],
  }
}

/** Opens a request. */
export function openButton(number: string) {
  return { ...sayButton(`工单${number}`), label: copy.open }
}

/** The card of a request as the answer to somebody, with what this reader can do about it. */
export function toOutcome(
  turn: Turn,
  record: TicketRecord,
  reader: Reader,
  doors: readonly Node[],
  note?: Words,
): CardOutcome {
  return {
    kind: 'card',
    card: ticketCard(toView(turn, record, reader), doors, note),
    subject: subjectFor(record.ticket.id, reader),
    focus: focusOf(record),
  }
}

/** Changes every copy of the card, wherever it was sent; `doors` are what its readers can do now. */
export async function refreshCopies(turn: Turn, record: TicketRecord, doors: Doors = {}): Promise<void> {
  const readers: readonly Reader[] =
    record.approval === null ? ['requester', 'reader', 'group'] : ['approver', 'requester', 'reader', 'group']
  await Promise.all(
    readers.map((reader) =>
      turn.refresh(
        subjectFor(record.ticket.id, reader),
        ticketCard(toView(turn, record, reader), doors[reader] ?? []),
      ),
    ),
  )
}

/** Words for a request that can be worked on no more, or not yet. */
export function notInHandWords({ ticket }: TicketRecord): ReturnType<typeof say> {
  const number = showNumber(ticket)
  return ticket.status === 'waiting'
    ? say(
        `${number} 还在等待审批，不能处理。没有任何改动。`,
        `${number} still waits for its approval. Nothing was changed.`,
      )
    : say(
        `${number} 已经结束，不能再处理。没有任何改动。`,
        `${number} has come to its end. Nothing was changed.`,
      )
}
