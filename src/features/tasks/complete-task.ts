// Marking a task as done, in words.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { defineCapability } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { WRITES } from './card-actions.ts'
import { completeTask as complete, toDoneOutcome } from './completing.ts'
import { findOneTask } from './find-one-task.ts'
import { refreshReminder } from './reminder.ts'

export const completeTask = defineCapability({
  intent: 'task.complete',
  summary: say('完成任务', 'Complete a task'),
  examples: {
    zh: ['李先生的回电任务完成了', '把资料收集任务结了', '待办里寄发票那条已经做完了'],
    en: ['mark the call to Mr Li as done', 'tick off the proposal task', 'done with the invoice task'],
  },
  access: WRITES,
  input: z.object({
    customer: z.string().optional(),
    title: z.string().optional(),
    task: z.uuid().optional(),
  }),
  run: async (turn: Turn, input) => {
    const completed = await complete(turn, await findOneTask(turn, input))
    const outcome = toDoneOutcome(turn, completed)
    await refreshReminder(turn, completed.line)
    return outcome
  },
})
