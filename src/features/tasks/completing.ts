// What happens when a task is done: it is closed, a repeating one makes room for its next time, and the card asks
// for one line about how it went.

import type { Press } from '../../../cards/kit/index.ts'
import { taskDoneCard } from '../../../cards/tasks.ts'
import type { CardOutcome, UndoStep } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { copy } from './copy.ts'
import { nextOccurrence } from './repeat.ts'
import { type Changed, changeTask, insertTask } from './store.ts'
import { defaultReminder, type Task, type TaskLine } from './task.ts'
import { showDue, toTaskView } from './view.ts'

/**
 * Name of the action that files the line asked for on a done card. It belongs to the follow-ups, which know the tasks;
 * the tasks do not know them.
 */
export const NOTE_OF_TASK = 'followup.of_task'

/** What was done, and what follows from it. */
export interface Completed {
  readonly line: TaskLine
  readonly next: Task | null
  readonly undo: readonly UndoStep[]
}

/**
 * Marks a task as done.
 * @throws Refusal stale where somebody changed it meanwhile
 */
export async function completeTask(turn: Turn, line: TaskLine): Promise<Completed> {
  const { task } = line
  const [done, next] = await Promise.all([
    changeTask(turn, task, { state: 'done', doneAt: turn.now, repeat: null }, 'task.complete'),
    insertNext(turn, task),
  ])
  return {
    line: { ...line, task: done.task },
    next: next?.task ?? null,
    undo: next === null ? [done.undo] : [done.undo, next.undo],
  }
}

/** Writes the next task of a repeating one; null where it does not repeat or its rule has ended. */
export async function insertNext(turn: Turn, task: Task): Promise<Changed | null> {
  const next = nextOccurrence(task, turn.now, turn.zone)
  if (next === null) return null
  const { title, assigneeId, customerId, ownerId, teamId, branchId, priority } = task
  const lead =
    task.dueAt !== null && task.remindAt !== null ? task.dueAt.getTime() - task.remindAt.getTime() : 0
  const remindAt = defaultReminder(next, Math.max(0, lead), turn.now, turn.zone)
  return insertTask(turn, {
    title,
    assigneeId,
    customerId,
    ownerId,
    teamId,
    branchId,
    priority,
    ...next,
    remindAt,
  })
}

/** The answer to a task that was done. */
export function toDoneOutcome(turn: Turn, { line, next, undo }: Completed): CardOutcome {
  const nextDue = next === null ? null : showDue(next, turn.now, turn.zone)
  return {
    kind: 'card',
    card: taskDoneCard(toTaskView(turn, line), notePress(line), nextDue),
    toast: { tone: 'success', text: copy.toastDone },
    undo,
  }
}

/** The press that files a line about a task as a follow-up; null where there is no customer in the person's scope. */
export function notePress({ task, customerName }: TaskLine): Press | null {
  return customerName === null
    ? null
    : { action: NOTE_OF_TASK, input: { task: task.id, version: task.version } }
}
