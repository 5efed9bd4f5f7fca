// Decisions on requests, and the port through which the requests ask for them.

import type { Feature } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import type { Employee } from '../people/index.ts'
import { type Decisions, getTicket, type TicketRecord, toOutcome } from '../tickets/index.ts'
import { judge, withdraw } from './approval.ts'
import { approveRequest } from './approve.ts'
import { copy } from './copy.ts'
import { askedOf } from './decide.ts'
import { approveAction, formFor, rejectAction } from './decision-form.ts'
import { approveInListAction, listApprovals, waitingPageAction } from './list.ts'
import { rejectRequest } from './reject.ts'
import { findApprover, insertApproval, settleApproval, standsInFor } from './store.ts'

export const approvals: Feature<Turn> = {
  name: 'approvals',
  capabilities: [listApprovals, approveRequest, rejectRequest],
  actions: [approveAction, rejectAction, approveInListAction, waitingPageAction],
}

/** How requests ask for decisions. */
export const decisions: Decisions = {
  findApprover: async (turn, teamId, requesterId) => {
    const approver = await findApprover(turn, teamId, requesterId)
    if (approver === null) throw new Refusal('invalid', copy.noApprover)
    return approver
  },
  ask,
  mayDecide: async (turn, record) => {
    if (turn.actor.role === 'head' && record.approval?.approverId !== turn.actor.id) return false
    const { approval, asked } = askedOf(turn, record)
    const standsIn = await standsInFor(turn, approval.approverId)
    return judge(asked, { employeeId: turn.actor.id, standsIn }).ok
  },
  form: formFor,
  withdraw: takeBack,
}

async function ask(turn: Turn, ticketId: string, approver: Employee): Promise<void> {
  await insertApproval(turn, ticketId, approver.id)
  if (approver.account === null) return
  const record = await getTicket(turn, ticketId)
  const {
    card,
    subject = '',
    focus = {},
  } = toOutcome(turn, record, 'approver', [formFor(record)], copy.asked)
  await turn.send({
    receiver: { to: 'account', id: approver.account },
    card,
    subject,
    focus,
    key: 'approver',
  })
}

/** @throws Refusal conflict where it was decided meanwhile, forbidden where somebody else asked */
async function takeBack(turn: Turn, record: TicketRecord): Promise<void> {
  const { approval, asked } = askedOf(turn, record)
  const withdrawn = withdraw(asked, turn.actor.id)
  if (!withdrawn.ok) throw new Refusal(withdrawn.reason === 'decided' ? 'conflict' : 'forbidden')
  const fell = await settleApproval(turn, approval, { decision: 'withdrawn', comment: null })
  if (!fell) throw new Refusal('conflict')
}
