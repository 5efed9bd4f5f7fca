// The work on a request: progress, solution, call-back, handing on. Each step is one change with its audit line and its undo.

import { type BothLanguages, inLanguage } from '../../../cards/kit/index.ts'
import { wallOf } from '../../core/calendar.ts'
import { Refusal } from '../../core/errors.ts'
import type { UndoStep } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { copy } from './copy.ts'
import { changeTicket, type Involved, type TicketRecord } from './store.ts'
import { addToCourse, isInHand, type Ticket } from './ticket.ts'
import { notInHandWords } from './view.ts'

/** A change that was made, and how it is taken back. */
export interface Worked {
  readonly record: TicketRecord
  readonly undo: readonly UndoStep[]
}

/** Writes down what was done. @throws Refusal invalid where the request is not in hand or nothing was written */
export function addProgress(turn: Turn, record: TicketRecord, content: string | undefined): Promise<Worked> {
  assertInHand(record)
  if (content === undefined) throw new Refusal('invalid', copy.askProgress)
  return change(turn, record, 'ticket.progress', {
    result: courseWith(turn, record, copy.lineProgress, content),
  })
}

/** Says that it is solved; the customer is to be called back next. */
export function markResolved(turn: Turn, record: TicketRecord, content: string | undefined): Promise<Worked> {
  assertInHand(record)
  const result = courseWith(turn, record, copy.lineResolved, content)
  return change(turn, record, 'ticket.resolve', { status: 'resolved', result })
}

/** Keeps the result of the call-back: a satisfied customer closes the request, an unsatisfied one reopens it (D14, S61). */
export function recordCallBack(
  turn: Turn,
  record: TicketRecord,
  satisfied: boolean,
  content?: string,
): Promise<Worked> {
  if (!isInHand(record.ticket) && record.ticket.status !== 'resolved')
    throw new Refusal('invalid', notInHandWords(record))
  const line = satisfied ? copy.lineSatisfied : copy.lineUnsatisfied
  const result = courseWith(turn, record, line, content)
  return change(turn, record, satisfied ? 'ticket.close' : 'ticket.reopen', {
    status: satisfied ? 'closed' : 'open',
    result,
  })
}

/** Hands it to a colleague. */
export async function handTo(turn: Turn, record: TicketRecord, to: Involved): Promise<Worked> {
  assertInHand(record)
  const worked = await change(turn, record, 'ticket.assign', { handlerId: to.id })
  return { ...worked, record: { ...worked.record, handler: to } }
}

function assertInHand(record: TicketRecord): void {
  if (!isInHand(record.ticket)) throw new Refusal('invalid', notInHandWords(record))
}

/**
 * The course of a request with what this person did just now. Lines are kept in the language of whoever works: they are what
 * happened, not labels.
 */
export function courseWith(
  turn: Turn,
  { ticket }: TicketRecord,
  what: BothLanguages,
  content: string | undefined,
): string {
  const head = `${wallOf(turn.now, turn.zone).replace('T', ' ')} ${turn.actor.name} ${inLanguage(what, turn.language)}`
  const line = content === undefined ? head : `${head}：${content.replace(/\s*\n\s*/g, ' ')}`
  return addToCourse(ticket.result, line)
}

async function change(
  turn: Turn,
  record: TicketRecord,
  action: string,
  values: Partial<Pick<Ticket, 'status' | 'result' | 'handlerId'>>,
): Promise<Worked> {
  const { ticket } = record
  const [changed] = await Promise.all([
    changeTicket(turn, ticket, values),
    turn.audit({ action, ...auditOf(ticket) }),
  ])
  const before = { status: ticket.status, result: ticket.result, handlerId: ticket.handlerId }
  return {
    record: { ...record, ticket: changed },
    undo: [{ entity: 'ticket', id: ticket.id, version: changed.version, before }],
  }
}

/** A request as the audit trail names it. */
export function auditOf(ticket: Ticket) {
  return {
    entity: 'ticket',
    entityId: ticket.id,
    ...(ticket.customerId === null ? {} : { customerId: ticket.customerId }),
  }
}
