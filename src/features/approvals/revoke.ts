// approval.revoke (撤回审批): whoever decided takes the decision back within a day, in the private chat, with a second factor
// and a reason that the person who asked reads. There is nothing to undo: the request is decided again.

import { z } from 'zod'
import { askRevokeCard } from '../../../cards/approvals.ts'
import { type Card, type JsonObject, say } from '../../../cards/kit/index.ts'
import { sentPrivatelyCard } from '../../../cards/notice.ts'
import { ticketListCard } from '../../../cards/ticket-lists.ts'
import { showMoment } from '../../core/calendar.ts'
import { defineAction, defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { CardOutcome, Outcome } from '../../core/outcome.ts'
import { startButton } from '../../core/presses.ts'
import { assertPrivate } from '../../core/private-chat.ts'
import type { Turn } from '../../storage/turn.ts'
import { hasSecondFactor, offerFactor, proveStepUp, writeRefused } from '../step-up/index.ts'
import {
  focusOf,
  getTicket,
  getTicketByNumber,
  openButton,
  showNumber,
  type TicketRecord,
  toDecision,
  toLine,
  toOutcome,
} from '../tickets/index.ts'
import { REVOCABLE_MS } from './approval.ts'
import { changedWords, copy } from './copy.ts'
import { mayDecide } from './decide.ts'
import { DECIDING, DecisionInput, formFor } from './decision-form.ts'
import { getRevocable, type Revocable, takeBack } from './revocation.ts'
import { holdApproval, listRevocable } from './store.ts'

const MOST = 8
const MOST_REASON = 200

const Form = z.object({
  reason: z.string().trim().min(1).max(MOST_REASON),
  code: z.string().trim().min(1).max(40),
})

/** 确认撤回. Who may and how long comes before the code, so that a code is used up by a decision that is revoked. */
export const revokeAction = defineAction({
  name: 'approval.revoke',
  access: DECIDING,
  input: DecisionInput,
  run: async (turn: Turn, { ticket, version }, { form }) => {
    assertPrivate(turn)
    const written = Form.safeParse(form)
    if (!written.success) throw new Refusal('invalid', copy.revocationIncomplete)
    await holdApproval(turn, ticket)
    const record = await getTicket(turn, ticket)
    const approval = getRevocable(turn, record)
    if (record.ticket.version !== version) throw new Refusal('stale', changedWords(showNumber(record.ticket)))
    const proof = await proveStepUp(turn, written.data.code)
    if (!proof.ok) {
      await noteRefused(turn, record, { approval: approval.id })
      return { kind: 'toast', toast: { tone: 'error', text: proof.words } }
    }
    return answerRevoked(turn, await takeBack(turn, record, approval, written.data.reason))
  },
})

export const revokeApproval = defineCapability({
  intent: 'approval.revoke',
  summary: say('撤回自己的审批', 'Revoke a decision of your own'),
  examples: {
    zh: ['撤回对T1024的审批', '撤回审批 T1024 利率看错了'],
    en: ['revoke the approval of T1024'],
  },
  access: DECIDING,
  input: z.object({
    ticket: z.string().optional(),
    // What is too long is shown cut in the form, where it is written to the end.
    reason: z
      .string()
      .trim()
      .transform((said) => [...said].slice(0, MOST_REASON).join(''))
      .optional(),
  }),
  run: async (turn: Turn, { ticket, reason }) => {
    if (ticket === undefined) return answerPrivately(turn, await listOwn(turn))
    const record = await getTicketByNumber(turn, ticket)
    if (isLeftOut(turn, record) && !(await listRevocable(turn)).includes(record.ticket.id))
      return answerPrivately(turn, await listOwn(turn))
    const approval = getRevocable(turn, record)
    if (!(await hasSecondFactor(turn))) {
      await noteRefused(turn, record, { approval: approval.id, code: 'no_factor' })
      return offerFactor(turn)
    }
    const card = toQuestion(turn, record, approval, reason)
    return answerPrivately(turn, { kind: 'card', card, focus: focusOf(record) })
  },
})

/** Whether no number was said: then it is the request that the conversation was about last. */
function isLeftOut({ text }: Turn, { ticket }: TicketRecord): boolean {
  return text !== '' && !text.normalize('NFKC').includes(String(ticket.number))
}

/** What was asked in a group is answered in the private chat. */
async function answerPrivately(turn: Turn, answer: CardOutcome): Promise<CardOutcome> {
  if (turn.conversation.private) return answer
  const { card, focus = {} } = answer
  const receiver = { to: 'account', id: turn.actor.account } as const
  await turn.send({ receiver, card, focus, key: 'approval.revoke' })
  return { kind: 'card', card: sentPrivatelyCard() }
}

function toQuestion(
  turn: Turn,
  record: TicketRecord,
  { decidedAt }: Revocable,
  reason: string | undefined,
): Card {
  const { ticket, requester } = record
  const decision = toDecision(turn, record)
  if (decision === null) throw new Error('a decision that can be revoked was taken')
  const number = showNumber(ticket)
  return askRevokeCard({
    number,
    decision,
    requester: requester.name,
    until: showMoment(new Date(decidedAt.getTime() + REVOCABLE_MS), turn.zone, turn.now),
    reason,
    submit: revokeAction.button(
      copy.submitRevocation,
      { ticket: ticket.id, version: ticket.version },
      { tone: 'danger' },
    ),
    cancel: { ...openButton(number), label: copy.cancel },
  })
}

/** The request as it waits again, with where it is decided for whoever may. */
async function answerRevoked(turn: Turn, record: TicketRecord): Promise<Outcome> {
  const doors = (await mayDecide(turn, record)) ? [formFor(record)] : []
  const toast = { tone: 'success', text: copy.revoked } as const
  return { ...toOutcome(turn, record, 'approver', doors), toast }
}

/** What this person could take back; which of several is meant is never guessed. */
async function listOwn(turn: Turn): Promise<CardOutcome> {
  const decided = await listRevocable(turn)
  const records = await Promise.all(decided.slice(0, MOST).map((id) => getTicket(turn, id)))
  const lines = records.map((record) => {
    const line = toLine(turn, record, 'reader')
    const revoke = startButton(copy.revoke, 'approval.revoke', { ticket: line.number })
    return { ...line, buttons: [{ ...revoke, tone: 'danger' as const }, ...line.buttons] }
  })
  const title = decided.length === 0 ? copy.revoking : copy.whichToRevoke
  const card = ticketListCard({
    title,
    total: decided.length,
    lines,
    empty: copy.nothingToRevoke,
    buttons: [],
  })
  return { kind: 'card', card }
}

function noteRefused(turn: Turn, { ticket: { customerId } }: TicketRecord, facts: JsonObject): Promise<void> {
  const about = customerId === null ? {} : { customerId }
  return writeRefused(turn, { action: 'approval.revoke', ...about, facts })
}
