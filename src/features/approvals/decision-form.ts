// The two buttons of a decision, on the approver's card, in a group, and in the list of what waits.
// Anybody may press them; who presses is judged at the press, whatever the button carries.

import { z } from 'zod'
import { decisionForm } from '../../../cards/approvals.ts'
import type { Node } from '../../../cards/kit/index.ts'
import { type Access, type Click, defineAction } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { CardOutcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { getTicket, type TicketRecord, toOutcome } from '../tickets/index.ts'
import { copy } from './copy.ts'
import { alreadyDecided, type Decision, decide } from './decide.ts'

/** Those who may be asked to decide: a head where a team has no other supervisor. */
export const DECIDING: Access = { mode: 'write', roles: ['supervisor', 'head'] }

/** What a button of a decision carries: which request, and the version of it that was shown. */
export const DecisionInput = z.object({ ticket: z.uuid(), version: z.number().int() })
const Comment = z.object({ comment: z.string().trim().min(1).max(200).optional().catch(undefined) })

export const approveAction = defineAction({
  name: 'approval.approve',
  access: DECIDING,
  input: DecisionInput,
  run: (turn: Turn, input, click) => press(turn, input, 'approved', click),
})

export const rejectAction = defineAction({
  name: 'approval.reject',
  access: DECIDING,
  input: DecisionInput,
  run: (turn: Turn, input, click) => press(turn, input, 'rejected', click),
})

/** Where a decision is taken, for the request as it stands. */
export function formFor({ ticket }: TicketRecord): Node {
  const input = { ticket: ticket.id, version: ticket.version }
  return decisionForm([
    approveAction.button(copy.approve, input, { tone: 'primary' }),
    rejectAction.button(copy.reject, input, { tone: 'danger' }),
  ])
}

async function press(
  turn: Turn,
  input: z.output<typeof DecisionInput>,
  decision: 'approved' | 'rejected',
  click: Click,
): Promise<CardOutcome> {
  const record = await getTicket(turn, input.ticket)
  assertSeen(record, input.version)
  const { comment } = Comment.parse(click.form)
  return answerDecision(turn, await decide(turn, record, decision, comment ?? null))
}

/** What was shown must be what is decided; a decision that fell meanwhile is told as such. */
export function assertSeen({ ticket }: TicketRecord, version: number): void {
  if (ticket.status === 'waiting' && ticket.version !== version) throw new Refusal('stale')
}

/** The request as it stands after the press, and who decided it where that was somebody else before. */
export function answerDecision(turn: Turn, { record, fell }: Decision): CardOutcome {
  const outcome = toOutcome(turn, record, turn.conversation.private ? 'approver' : 'group', [])
  return { ...outcome, toast: toastOf(turn, { record, fell }) }
}

/** The short words for whoever pressed. */
export function toastOf(turn: Turn, { record, fell }: Decision): NonNullable<CardOutcome['toast']> {
  if (!fell) return { tone: 'warning', text: alreadyDecided(turn, record) }
  return { tone: 'success', text: record.ticket.status === 'approved' ? copy.approved : copy.rejected }
}
