// A task as its reader may see it: names shortened in groups, times in the bank's zone.

import type { Words } from '../../../cards/kit/index.ts'
import type { TaskView } from '../../../cards/tasks.ts'
import { dayOf, showDay, showMomentShort } from '../../core/calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { nameHere } from '../customers/index.ts'
import { showRepeat } from './repeat.ts'
import { type DueTime, isOverdue, type TaskLine } from './task.ts'

/** Where a view is read; a turn is one, and so is the private chat of somebody else. */
export type Reading = Pick<Turn, 'conversation' | 'now' | 'zone' | 'actor'>

/** The task as the reader of this conversation may see it. */
export function toTaskView(reading: Reading, { task, customerName, assigneeName }: TaskLine): TaskView {
  const { now, zone, actor } = reading
  const shownName = customerName === null ? null : nameHere(reading, customerName)
  return {
    title:
      customerName === null || shownName === null
        ? task.title
        : task.title.replaceAll(customerName, shownName),
    customer: shownName,
    due: showDue(task, now, zone),
    remind: task.remindAt === null ? null : showMomentShort(task.remindAt, zone, now),
    repeat: task.repeat === null ? null : showRepeat(task.repeat),
    assignee: task.assigneeId === actor.id ? null : assigneeName,
    important: task.priority === 'high',
    overdue: isOverdue(task, now, zone),
    state: task.state,
  }
}

/** A due time in words; null where the task has none. */
export function showDue({ dueAt, dueOn }: DueTime, now: Date, zone: string): Words | null {
  if (dueAt !== null) return showMomentShort(dueAt, zone, now)
  return dueOn === null ? null : showDay(dueOn, dayOf(now, zone))
}
