// The reminder of a task on its minute. It says nothing about a task that is done, cancelled or was moved on.

import { taskCard, taskReminderCard } from '../../../cards/tasks.ts'
import type { Schedule } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { cardButtons, reminderButtons, standingCard } from './card-actions.ts'
import { insertNext } from './completing.ts'
import { changeTask, findTaskLine, isToldElsewhere, REMINDER } from './store.ts'
import type { TaskLine } from './task.ts'
import { type Reading, toTaskView } from './view.ts'

export const reminder: Schedule<Turn> = {
  kind: REMINDER,
  toDeputy: true,
  run: async (turn, due) => {
    const line = due.subjectId === null ? null : await findTaskLine(turn, due.subjectId)
    if (line === null || line.task.state !== 'open') return null
    // A colleague who moved the task could not take back what its assignee had armed; the time tells which row counts.
    if (line.task.remindAt?.getTime() !== due.dueAt.getTime()) return null
    if (await isToldElsewhere(turn, due, line.task.id)) return null
    const told = await rollOn(turn, line)
    return {
      kind: 'card',
      card: taskReminderCard(toTaskView(turn, told), reminderButtons(told.task)),
      subject: reminderSubject(told),
    }
  },
}

/** A repeating task makes room for its next time as it falls due; the rule goes on with the next one. */
async function rollOn(turn: Turn, line: TaskLine): Promise<TaskLine> {
  if (line.task.repeat === null) return line
  const [changed] = await Promise.all([
    changeTask(turn, line.task, { repeat: null }, 'task.repeat'),
    insertNext(turn, line.task),
  ])
  return { ...line, task: changed.task }
}

/** Under this name every copy of a reminder is found. */
function reminderSubject({ task }: TaskLine): string {
  return `task:${task.id}:assignee`
}

/**
 * Brings the reminders that were already told up to date, after the task changed elsewhere than on them.
 * `line` holds the task as it is now, with the time at which it had reminded.
 */
export async function refreshReminder(turn: Turn, line: TaskLine): Promise<void> {
  const { remindAt, state } = line.task
  if (remindAt === null || remindAt > turn.now) return
  const reading: Reading = { ...turn, conversation: { id: turn.conversation.id, private: true } }
  const card =
    state === 'open'
      ? taskCard('changed', toTaskView(reading, line), cardButtons(line.task))
      : standingCard({ ...turn, ...reading }, line)
  await turn.refresh(reminderSubject(line), card)
}
