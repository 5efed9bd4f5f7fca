// Moving a task to another time, in words. A day without a clock time keeps the clock time the task had.

import { z } from 'zod'
import { say } from '../../../cards/kit/index.ts'
import { taskFormCard } from '../../../cards/tasks.ts'
import { defineCapability } from '../../core/capability.ts'
import { Question } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { toTaskOutcome, WRITES } from './card-actions.ts'
import { copy } from './copy.ts'
import { getTimeAhead, toMomentField } from './due.ts'
import { findOneTask } from './find-one-task.ts'
import { refreshReminder } from './reminder.ts'
import { changeTask } from './store.ts'
import { moveTo, type TaskLine } from './task.ts'
import { toTaskView } from './view.ts'

export const postponeTask = defineCapability({
  intent: 'task.postpone',
  summary: say('任务改期', 'Move a task'),
  examples: {
    zh: ['李建国那个会面改到后天下午3点', '周报任务顺延到周五', '把回电任务推迟到明天上午10点'],
    en: [
      'move the proposal task to next Wednesday',
      'postpone the call to Mr Li to tomorrow at 10am',
      'push the report task to Friday',
    ],
  },
  access: WRITES,
  input: z.object({
    customer: z.string().optional(),
    title: z.string().optional(),
    due: z.string().optional(),
    task: z.uuid().optional(),
    confirmed: z.boolean().optional(),
  }),
  run: async (turn: Turn, input) => {
    const line = await findOneTask(turn, input)
    if (input.due === undefined) throw askTime(turn, line, undefined)
    const said = getTimeAhead(turn, input.due)
    if (said.guessed && input.confirmed !== true) throw askTime(turn, line, toMomentField(said))
    const times = moveTo(line.task, said, turn.now, turn.zone)
    const changed = await changeTask(turn, line.task, times, 'task.postpone')
    await refreshReminder(turn, { ...line, task: { ...changed.task, remindAt: line.task.remindAt } })
    return toTaskOutcome(turn, 'changed', line, changed)
  },
})

function askTime(turn: Turn, line: TaskLine, guess: string | undefined): Question {
  const view = toTaskView(turn, line)
  return new Question(
    (resume) =>
      taskFormCard({
        title: copy.newTime,
        text: guess === undefined ? copy.asked : copy.guessed,
        facts: [
          { label: copy.titleField, value: view.title },
          ...(view.customer === null ? [] : [{ label: copy.customerField, value: view.customer }]),
        ],
        fields: [
          {
            field: 'moment',
            name: 'due',
            label: copy.dueField,
            required: true,
            ...(guess === undefined ? {} : { value: guess, guessed: true }),
          },
        ],
        buttons: [
          resume.button(copy.confirm, { task: line.task.id, confirmed: true }, { tone: 'primary' }),
          resume.cancel(copy.dismiss),
        ],
      }),
    guess === undefined ? {} : { confirmPatch: { task: line.task.id, confirmed: true } },
  )
}
