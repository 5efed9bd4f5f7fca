// Lets a decision fall: the rule, the one guarded statement, the request's new state, every copy of its card, and the one
// message by which the person who asked hears of it.

import { decisionNewsCard } from '../../../cards/approvals.ts'
import type { BothLanguages } from '../../../cards/kit/index.ts'
import { decisionWords } from '../../../cards/tickets.ts'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import {
  auditOf,
  changeTicket,
  focusOf,
  getTicket,
  openButton,
  refreshCopies,
  showNumber,
  type TicketRecord,
  toDecision,
} from '../tickets/index.ts'
import { decideOn, judge, type NoDecision, type Taken } from './approval.ts'
import { alreadyWords, copy } from './copy.ts'
import { settleApproval, standsInFor } from './store.ts'

/** How an attempt to decide ended: it fell now, or had fallen before. */
export interface Decision {
  readonly record: TicketRecord
  readonly fell: boolean
}

/**
 * The approval of a request as the rule sees it, and its row.
 * @throws Refusal invalid where no decision is asked, read_only for a head whom nobody asked
 */
export function askedOf({ actor }: Turn, { ticket, approval }: TicketRecord) {
  if (approval === null) throw new Refusal('invalid', copy.notAsking)
  if (actor.role === 'head' && approval.approverId !== actor.id) throw new Refusal('read_only')
  const asked: Taken = { ...approval, requesterId: ticket.requesterId, status: ticket.status }
  return { approval, asked }
}

/** Whether this person may decide it now. */
export async function mayDecide(turn: Turn, record: TicketRecord): Promise<boolean> {
  if (turn.actor.role === 'head' && record.approval?.approverId !== turn.actor.id) return false
  const { approval, asked } = askedOf(turn, record)
  const standsIn = await standsInFor(turn, approval.approverId)
  return judge(asked, { employeeId: turn.actor.id, standsIn }).ok
}

/**
 * Decides a request.
 * @throws Refusal forbidden where this person may not, invalid where a reason is missing or nothing is to be decided
 */
export async function decide(
  turn: Turn,
  record: TicketRecord,
  decision: 'approved' | 'rejected',
  comment: string | null,
): Promise<Decision> {
  const { approval, asked } = askedOf(turn, record)
  const standsIn = await standsInFor(turn, approval.approverId)
  const decided = decideOn(asked, { employeeId: turn.actor.id, standsIn, decision, comment })
  if (!decided.ok) return notDecided(record, decided.reason)
  if (!(await settleApproval(turn, approval, { decision, comment }))) {
    return { record: await getTicket(turn, record.ticket.id), fell: false }
  }
  await changeTicket(turn, record.ticket, { status: decision })
  await turn.audit({
    action: `approval.${decision}`,
    ...auditOf(record.ticket),
    facts: { approval: approval.id },
  })
  const now = await getTicket(turn, record.ticket.id)
  await Promise.all([refreshCopies(turn, now), tellRequester(turn, now)])
  return { record: now, fell: true }
}

function notDecided(record: TicketRecord, reason: NoDecision): Decision {
  switch (reason) {
    case 'decided':
      return { record, fell: false }
    case 'own':
      throw new Refusal('forbidden', copy.own)
    case 'not_asked':
      throw new Refusal('forbidden', copy.notAsked)
    case 'reason_missing':
      throw new Refusal('invalid', copy.reasonMissing)
  }
}

/** Who decided before, and when. */
export function alreadyDecided(turn: Turn, record: TicketRecord): BothLanguages {
  const decision = toDecision(turn, record)
  return alreadyWords(decision === null ? showNumber(record.ticket) : decisionWords(decision))
}

async function tellRequester(turn: Turn, record: TicketRecord): Promise<void> {
  const decision = toDecision(turn, record)
  if (decision === null || record.requester.account === null) return
  const number = showNumber(record.ticket)
  const { content } = record.ticket
  await turn.send({
    receiver: { to: 'account', id: record.requester.account },
    card: decisionNewsCard({ number, decision, content, open: openButton(number) }),
    focus: focusOf(record),
    key: 'decision',
  })
}
