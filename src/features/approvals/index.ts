// Decisions on requests, and the port through which the requests ask for them.

import type { Feature } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import type { Employee } from '../people/index.ts'
import { type Decisions, getTicket, type TicketRecord } from '../tickets/index.ts'
import { withdraw } from './approval.ts'
import { approveRequest } from './approve.ts'
import { askApprover } from './ask.ts'
import { copy } from './copy.ts'
import { askedOf, mayDecide } from './decide.ts'
import { approveAction, formFor, rejectAction } from './decision-form.ts'
import { approveInListAction, listApprovals, waitingPageAction } from './list.ts'
import { rejectRequest } from './reject.ts'
import { revokeAction, revokeApproval } from './revoke.ts'
import { findApprover, insertApproval, settleApproval } from './store.ts'

export const approvals: Feature<Turn> = {
  name: 'approvals',
  capabilities: [listApprovals, approveRequest, rejectRequest, revokeApproval],
  actions: [approveAction, rejectAction, approveInListAction, waitingPageAction, revokeAction],
}

/** How requests ask for decisions. */
export const decisions: Decisions = {
  findApprover: async (turn, teamId, requesterId) => {
    const approver = await findApprover(turn, teamId, requesterId)
    if (approver === null) throw new Refusal('invalid', copy.noApprover)
    return approver
  },
  ask,
  mayDecide,
  form: formFor,
  withdraw: takeBack,
}

async function ask(turn: Turn, ticketId: string, approver: Employee): Promise<void> {
  await insertApproval(turn, ticketId, approver.id)
  await askApprover(turn, await getTicket(turn, ticketId), approver)
}

/** @throws Refusal conflict where it was decided meanwhile, forbidden where somebody else asked */
async function takeBack(turn: Turn, record: TicketRecord): Promise<void> {
  const { approval, asked } = askedOf(turn, record)
  const withdrawn = withdraw(asked, turn.actor.id)
  if (!withdrawn.ok) throw new Refusal(withdrawn.reason === 'decided' ? 'conflict' : 'forbidden')
  const fell = await settleApproval(turn, approval, { decision: 'withdrawn', comment: null })
  if (!fell) throw new Refusal('conflict')
}
