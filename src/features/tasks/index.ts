// Tasks: what they can do, and what other features may use of them.

import type { Feature } from '../../core/capability.ts'
import type { Turn } from '../../storage/turn.ts'
import { cancelTask } from './cancel-task.ts'
import { done, drop, edit, save, show, snooze } from './card-actions.ts'
import { completeTask } from './complete-task.ts'
import { createTask } from './create-task.ts'
import { doneInList, editInList, listTasks, saveInList, turnPage } from './list-tasks.ts'
import { postponeTask } from './postpone-task.ts'
import { reminder } from './reminder.ts'
import { undoTask } from './store.ts'

export { completeTask as finishTask, NOTE_OF_TASK } from './completing.ts'
export { getTimeAhead, instantToField, toMomentField } from './due.ts'
export { countOpenTasks, type DueTask, listDueTasks } from './figures.ts'
export { type Changed, changeTask, findTaskLine, findTaskOf, insertTask } from './store.ts'
export { APPOINTMENT_LEAD_MS, defaultReminder, isPast, moveTo, type Task, toDueTime } from './task.ts'

export const tasks: Feature<Turn> = {
  name: 'tasks',
  capabilities: [createTask, listTasks, completeTask, postponeTask, cancelTask],
  actions: [done, snooze, edit, save, drop, show, turnPage, doneInList, editInList, saveInList],
  undo: { task: undoTask },
  schedules: [reminder],
}
