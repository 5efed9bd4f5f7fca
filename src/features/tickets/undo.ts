// Takes one change of a request back: a new one is withdrawn, a step of work is as it was before.

import { z } from 'zod'
import type { Undoer } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import type { Decisions } from './decisions.ts'
import { doorsFor } from './doors.ts'
import { changeTicket, getTicket } from './store.ts'
import { refreshCopies } from './view.ts'
import { auditOf } from './work.ts'

const Before = z.object({
  status: z.enum(['open', 'approved', 'resolved']),
  result: z.string().nullable(),
  handlerId: z.number().int(),
})

/** Makes the undoer; a question that was asked is taken back through the port. */
export function defineUndoTicket(decisions: Decisions): Undoer<Turn> {
  return async (turn, { id, version, before }) => {
    const record = await getTicket(turn, id)
    if (record.ticket.version !== version) throw new Refusal('stale')
    if (before === null && record.approval !== null) await decisions.withdraw(turn, record)
    const change = before === null ? { status: 'withdrawn' as const } : Before.parse(before)
    await changeTicket(turn, record.ticket, change)
    await turn.audit({
      action: before === null ? 'ticket.withdraw' : 'ticket.undo',
      ...auditOf(record.ticket),
    })
    const restored = await getTicket(turn, id)
    await refreshCopies(turn, restored, { requester: doorsFor(restored) })
  }
}
