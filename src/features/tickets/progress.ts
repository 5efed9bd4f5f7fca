// Adds what was done about a request.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { defineCapability } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { copy } from './copy.ts'
import { answerWork, WORKING } from './doors.ts'
import { getTicketByNumber } from './store.ts'
import { addProgress } from './work.ts'

export const progressTicket = defineCapability({
  intent: 'ticket.progress',
  summary: say('记录工单进展', 'Add progress to a ticket'),
  examples: {
    zh: ['T1024 已联系科技部，周五前修复', '工单T1030进展：客户已补资料'],
    en: ['T1024: called the client, waiting for the card team'],
  },
  access: WORKING,
  input: z.object({ ticket: z.string(), content: z.string().trim().min(1).max(500).optional() }),
  run: async (turn: Turn, { ticket, content }) =>
    answerWork(turn, await addProgress(turn, await getTicketByNumber(turn, ticket), content), copy.saved),
})
