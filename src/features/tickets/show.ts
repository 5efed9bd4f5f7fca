// Shows one request by its number, to each reader with what they can do about it.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { defineCapability } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import type { Decisions } from './decisions.ts'
import { doorsFor, READING, readerHere } from './doors.ts'
import { getTicketByNumber } from './store.ts'
import { toOutcome } from './view.ts'

/** Makes the capability; where a decision waits, the port draws where it is taken. */
export function defineShowTicket(decisions: Decisions) {
  return defineCapability({
    intent: 'ticket.show',
    summary: say('查看工单', 'Show a ticket'),
    examples: { zh: ['工单T1024', '#1024 什么情况'], en: ['ticket T1024', 'show me #1024'] },
    access: READING,
    input: z.object({ ticket: z.string() }),
    run: async (turn: Turn, { ticket }) => {
      const record = await getTicketByNumber(turn, ticket)
      const reader = readerHere(turn)
      const waits = record.ticket.status === 'waiting'
      if (waits && reader === 'group') return toOutcome(turn, record, reader, [decisions.form(record)])
      if (waits && (await decisions.mayDecide(turn, record))) {
        return toOutcome(turn, record, 'approver', [decisions.form(record)])
      }
      return toOutcome(turn, record, reader, reader === 'requester' ? doorsFor(record) : [])
    },
  })
}
