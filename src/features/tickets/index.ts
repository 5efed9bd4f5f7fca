// Requests: opened, shown, worked on, closed. What others may use stands at the end.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { assignTicket } from './assign.ts'
import { closeTicket } from './close.ts'
import { defineCreateTicket } from './create.ts'
import type { Decisions } from './decisions.ts'
import { callBackAction, progressAction, resolveAction } from './doors.ts'
import { listTicketsCapability, ticketPageAction } from './list.ts'
import { progressTicket } from './progress.ts'
import { resolveTicket } from './resolve.ts'
import { defineShowTicket } from './show.ts'
import { defineUndoTicket } from './undo.ts'

/** Makes the feature; the decisions are handed in by whoever puts the features together. */
export function defineTickets(decisions: Decisions): Feature<Turn> {
  return {
    name: 'tickets',
    capabilities: [
      defineCreateTicket(decisions),
      defineShowTicket(decisions),
      listTicketsCapability,
      progressTicket,
      resolveTicket,
      closeTicket,
      assignTicket,
    ],
    actions: [ticketPageAction, progressAction, resolveAction, callBackAction],
    undo: { ticket: defineUndoTicket(decisions) },
  }
}

export type { Decisions } from './decisions.ts'
export { changeTicket, getTicket, getTicketByNumber, type TicketRecord } from './store.ts'
export { showNumber } from './ticket.ts'
export {
  focusOf,
  openButton,
  refreshCopies,
  toDecision,
  toLine,
  toOutcome,
} from './view.ts'
export { auditOf, courseWith } from './work.ts'
