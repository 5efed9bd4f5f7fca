// The form of a task that exists, and what becomes of what was filled in.

import { z } from 'zod'
import type { Button, Card, Field, JsonObject } from '../../../cards/kit/index.ts'
import { taskFormCard } from '../../../cards/tasks.ts'
import { instantOf } from '../../core/calendar.ts'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import { copy } from './copy.ts'
import { getTimeAhead, instantToField } from './due.ts'
import { type Changed, changeTask, type TaskChange } from './store.ts'
import { moveTo, type Task, type TaskLine } from './task.ts'
import { toTaskView } from './view.ts'

/** Which fields a form offers: all of them, or the time alone. */
export const Scope = z.enum(['all', 'time'])
export type Scope = z.output<typeof Scope>

/** The form of a task as it stands. */
export function editTaskCard(turn: Turn, line: TaskLine, scope: Scope, buttons: readonly Button[]): Card {
  const view = toTaskView(turn, line)
  const facts = scope === 'time' ? [{ label: copy.titleField, value: view.title }] : []
  return taskFormCard({
    title: scope === 'time' ? copy.newTime : copy.editTitle,
    facts: view.customer === null ? facts : [...facts, { label: copy.customerField, value: view.customer }],
    fields: scope === 'time' ? [dueField(turn, line.task)] : allFields(turn, line.task),
    buttons,
  })
}

function allFields(turn: Turn, task: Task): readonly Field[] {
  return [
    {
      field: 'line',
      name: 'title',
      label: copy.titleField,
      value: task.title,
      required: true,
      maxLength: 200,
    },
    dueField(turn, task),
    {
      field: 'moment',
      name: 'remind',
      label: copy.remindField,
      ...(task.remindAt === null ? {} : { value: instantToField(task.remindAt, turn.zone) }),
    },
    {
      field: 'choice',
      name: 'priority',
      label: copy.priorityField,
      value: task.priority,
      options: [
        { label: copy.normal, value: 'normal' },
        { label: copy.high, value: 'high' },
      ],
    },
  ]
}

function dueField(turn: Turn, task: Task): Field {
  const at = task.dueAt ?? (task.dueOn === null ? null : instantOf(`${task.dueOn}T09:00`, turn.zone))
  return {
    field: 'moment',
    name: 'due',
    label: copy.dueField,
    required: true,
    ...(at === null ? {} : { value: instantToField(at, turn.zone) }),
  }
}

const Filled = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  due: z.string().optional(),
  remind: z.string().optional(),
  priority: z.enum(['normal', 'high']).optional(),
})

/**
 * Saves a filled form; what was left as it was is not touched.
 * @throws Refusal invalid where a time cannot be read or has passed
 */
export async function saveTaskForm(turn: Turn, task: Task, form: JsonObject): Promise<Changed> {
  const read = Filled.safeParse(form)
  if (!read.success) throw new Refusal('invalid')
  const { title, due, remind, priority } = read.data
  const change: TaskChange = {
    ...(title === undefined ? {} : { title }),
    ...(priority === undefined ? {} : { priority }),
    ...changedTimes(turn, task, due, remind),
  }
  return changeTask(turn, task, change, 'task.edit')
}

function changedTimes(
  turn: Turn,
  task: Task,
  due: string | undefined,
  remind: string | undefined,
): TaskChange {
  const shownDue = dueField(turn, task)
  const kept = due === undefined || due === '' || ('value' in shownDue && due === shownDue.value)
  const moved = kept ? timesOf(task) : moveTo(task, getTimeAhead(turn, due), turn.now, turn.zone)
  const shownRemind = task.remindAt === null ? '' : instantToField(task.remindAt, turn.zone)
  if (remind === undefined || remind === shownRemind) return moved
  const remindAt = remind === '' ? null : instantOf(toWall(turn, remind), turn.zone)
  if (remindAt !== null && moved.dueAt !== null && remindAt > moved.dueAt)
    throw new Refusal('invalid', copy.remindAfterDue)
  return { ...moved, remindAt }
}

function timesOf({ dueAt, dueOn, remindAt }: Task) {
  return { dueAt, dueOn, remindAt }
}

function toWall(turn: Turn, said: string): string {
  const { on, time } = getTimeAhead(turn, said)
  return `${on}T${time ?? '09:00'}`
}
