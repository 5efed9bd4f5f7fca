// Puts a request before whoever is to decide it, in the own private chat.

import type { Turn } from '../../storage/turn.ts'
import type { Employee } from '../people/index.ts'
import { type TicketRecord, toOutcome } from '../tickets/index.ts'
import { copy } from './copy.ts'
import { formFor } from './decision-form.ts'

/** Sends the request to the approver, with where it is decided. */
export async function askApprover(
  turn: Turn,
  record: TicketRecord,
  { account }: Pick<Employee, 'account'>,
): Promise<void> {
  if (account === null) return
  const {
    card,
    subject = '',
    focus = {},
  } = toOutcome(turn, record, 'approver', [formFor(record)], copy.asked)
  await turn.send({ receiver: { to: 'account', id: account }, card, subject, focus, key: 'approver' })
}
