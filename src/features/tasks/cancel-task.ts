// Cancelling a task, in words.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { defineCapability } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { toCancelledOutcome, WRITES } from './card-actions.ts'
import { findOneTask } from './find-one-task.ts'
import { refreshReminder } from './reminder.ts'

export const cancelTask = defineCapability({
  intent: 'task.cancel',
  summary: say('取消任务', 'Cancel a task'),
  examples: {
    zh: ['取消李先生的见面任务', '取消寄材料的任务', '取消那个回电任务'],
    en: [
      'cancel the meeting task with Mr Li',
      'cancel the proposal task',
      'delete the task about the invoice',
    ],
  },
  access: WRITES,
  input: z.object({
    customer: z.string().optional(),
    title: z.string().optional(),
    task: z.uuid().optional(),
  }),
  run: async (turn: Turn, input) => {
    const line = await findOneTask(turn, input)
    const outcome = await toCancelledOutcome(turn, line)
    await refreshReminder(turn, { ...line, task: { ...line.task, state: 'cancelled' } })
    return outcome
  },
})
