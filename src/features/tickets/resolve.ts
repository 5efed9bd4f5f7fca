// Says that a request is solved.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { defineCapability } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { copy } from './copy.ts'
import { answerWork, WORKING } from './doors.ts'
import { getTicketByNumber } from './store.ts'
import { markResolved } from './work.ts'

export const resolveTicket = defineCapability({
  intent: 'ticket.resolve',
  summary: say('标记工单已解决', 'Mark a ticket as solved'),
  examples: {
    zh: ['T1024处理完毕，已为客户重置密码', '工单T1030已解决'],
    en: ['T1024 is solved, password was reset'],
  },
  access: WORKING,
  input: z.object({ ticket: z.string(), content: z.string().trim().min(1).max(500).optional() }),
  run: async (turn: Turn, { ticket, content }) =>
    answerWork(turn, await markResolved(turn, await getTicketByNumber(turn, ticket), content), copy.solved),
})
