// What the digests tell of tasks: the lines of some days, and the counts.

import type { TaskView } from '../../../cards/tasks.ts'
import { type DaySpan, dayOf } from '../../core/calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { countTasks, listTasks } from './store.ts'
import type { Task } from './task.ts'
import { toTaskView } from './view.ts'

/** One line of what is due. */
export interface DueTask {
  readonly task: Task
  readonly view: TaskView
}

/**
 * The person's own open tasks that are due on these days, ranked; a span that holds today brings what is overdue, first.
 * With `everybody`, those of all in scope.
 */
export async function listDueTasks(
  turn: Turn,
  span: DaySpan,
  options: { readonly everybody?: boolean; readonly limit?: number } = {},
): Promise<readonly DueTask[]> {
  const assigneeId = options.everybody === true ? null : turn.actor.id
  const lines = await listTasks(turn, { assigneeId, span }, { offset: 0, limit: options.limit ?? 50 })
  return lines.map((line) => ({ task: line.task, view: toTaskView(turn, line) }))
}

/** How many tasks are open, due today (with what is overdue) and overdue: the person's own, or of all in scope. */
export async function countOpenTasks(
  turn: Turn,
  options: { readonly everybody?: boolean } = {},
): Promise<{ readonly open: number; readonly today: number; readonly overdue: number }> {
  const assigneeId = options.everybody === true ? null : turn.actor.id
  const today = dayOf(turn.now, turn.zone)
  const [open, due] = await Promise.all([
    countTasks(turn, { assigneeId }),
    countTasks(turn, { assigneeId, span: { from: today, to: today } }),
  ])
  return { open: open.all, today: due.all, overdue: open.overdue }
}
