// Takes a decision back: the rule, the one guarded statement, the request waits again, every copy of its card has the form that
// it had, the person who asked hears of it once, and whoever is to decide again is asked.

import { revokedNewsCard } from '../../../cards/approvals.ts'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import { findEmployee } from '../people/index.ts'
import {
  auditOf,
  changeTicket,
  courseWith,
  focusOf,
  getTicket,
  openButton,
  refreshCopies,
  showNumber,
  type TicketRecord,
} from '../tickets/index.ts'
import { type NoRevocation, revoke } from './approval.ts'
import { askApprover } from './ask.ts'
import { notTheirsWords, revokedLine, tooLateWords, undecidedWords, wentOnWords } from './copy.ts'
import { askedOf, mayDecide } from './decide.ts'
import { formFor } from './decision-form.ts'
import { type Approval, revokeDecision } from './store.ts'

/** A decision that stands and that this person may take back. */
export type Revocable = Approval & { readonly decision: 'approved' | 'rejected'; readonly decidedAt: Date }

/**
 * The decision of a request, where this person may take it back now.
 * @throws Refusal with what stands against it
 */
export function getRevocable(turn: Turn, record: TicketRecord): Revocable {
  const { approval, asked } = askedOf(turn, record)
  const revoked = revoke(asked, { employeeId: turn.actor.id, now: turn.now })
  if (!revoked.ok) throw toRefusal(turn, record, revoked.reason)
  // A head writes to a request only while it is in the own hands.
  if (turn.actor.role === 'head' && record.ticket.handlerId !== turn.actor.id)
    throw toRefusal(turn, record, 'over')
  return approval as Revocable
}

function toRefusal({ actor }: Turn, record: TicketRecord, reason: NoRevocation): Refusal {
  const number = showNumber(record.ticket)
  const { handler, requester } = record
  switch (reason) {
    case 'undecided':
      return new Refusal('conflict', undecidedWords(number))
    case 'over':
      return new Refusal(
        'conflict',
        wentOnWords(number, (handler.id === actor.id ? requester : handler).name),
      )
    case 'not_yours':
      return new Refusal('forbidden', notTheirsWords(number, record.deciderName ?? ''))
    case 'too_late':
      return new Refusal('limit', tooLateWords(number))
  }
}

/**
 * Takes the decision back and tells everybody whom it concerns.
 * @returns the request as it waits again
 * @throws Refusal conflict or stale where somebody was faster
 */
export async function takeBack(
  turn: Turn,
  record: TicketRecord,
  approval: Revocable,
  reason: string,
): Promise<TicketRecord> {
  const { ticket } = record
  if (!(await revokeDecision(turn, approval))) throw new Refusal('conflict')
  const result = courseWith(turn, record, revokedLine(approval.decision), reason)
  await changeTicket(turn, ticket, { status: 'waiting', result })
  await turn.audit({ action: 'approval.revoked', ...auditOf(ticket), facts: { approval: approval.id } })
  const now = await getTicket(turn, ticket.id)
  const form = [formFor(now)]
  await Promise.all([
    refreshCopies(turn, now, { approver: form, group: form }),
    tellRequester(turn, now, reason),
    askAgain(turn, now, approval),
  ])
  return now
}

async function tellRequester(turn: Turn, record: TicketRecord, reason: string): Promise<void> {
  if (record.requester.account === null) return
  const number = showNumber(record.ticket)
  const { content } = record.ticket
  await turn.send({
    receiver: { to: 'account', id: record.requester.account },
    card: revokedNewsCard({ number, who: turn.actor.name, reason, content, open: openButton(number) }),
    focus: focusOf(record),
    key: 'revoked',
  })
}

// A deputy whose days are over may take the own decision back and not decide again.
async function askAgain(turn: Turn, record: TicketRecord, { approverId }: Revocable): Promise<void> {
  if (await mayDecide(turn, record)) return
  const approver = await findEmployee(turn.db, approverId)
  if (approver !== null) await askApprover(turn, record, approver)
}
