// Closes a request. Without the result of a call-back it stays as it is, and the result is asked for (D14, S61).

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { callBackCard } from '../../../cards/tickets.ts'
import { defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { copy } from './copy.ts'
import { answerCallBack, WORKING } from './doors.ts'
import { getTicketByNumber } from './store.ts'
import { isInHand, showNumber } from './ticket.ts'
import { focusOf, notInHandWords } from './view.ts'
import { recordCallBack } from './work.ts'

export const closeTicket = defineCapability({
  intent: 'ticket.close',
  summary: say('回访后关闭工单', 'Close a ticket after the call-back'),
  examples: {
    zh: ['T1024已回访，客户满意，关闭工单', '关闭工单T1030'],
    en: ['close T1024, customer is happy with it'],
  },
  access: WORKING,
  input: z.object({ ticket: z.string(), satisfied: z.boolean().optional() }),
  run: async (turn: Turn, { ticket, satisfied }) => {
    const record = await getTicketByNumber(turn, ticket)
    if (satisfied !== undefined)
      return answerCallBack(turn, await recordCallBack(turn, record, satisfied), satisfied)
    if (!isInHand(record.ticket) && record.ticket.status !== 'resolved')
      throw new Refusal('invalid', notInHandWords(record))
    throw new Question(
      (resume) =>
        callBackCard({
          number: showNumber(record.ticket),
          buttons: [
            resume.button(copy.satisfied, { satisfied: true }, { tone: 'primary' }),
            resume.button(copy.unsatisfied, { satisfied: false }),
            resume.cancel(copy.cancel),
          ],
        }),
      { focus: focusOf(record) },
    )
  },
})
