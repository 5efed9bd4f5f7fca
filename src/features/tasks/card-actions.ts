// The buttons on a task's own card and on its reminder: done, later, another time, edit, cancel.
// Every click is decided on the task as it stands now; a card of an earlier state is shown the present one.

import { z } from 'zod'
import type { Button } from '../../../cards/kit/index.ts'
import { type TaskNews, taskCard, taskDoneCard } from '../../../cards/tasks.ts'
import { type Access, defineAction } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { CardOutcome, Outcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { completeTask, notePress, toDoneOutcome } from './completing.ts'
import { copy } from './copy.ts'
import { editTaskCard, Scope, saveTaskForm } from './editing.ts'
import { type Changed, changeTask, findTaskLine } from './store.ts'
import { type Task, type TaskLine, snooze as toSnoozed } from './task.ts'
import { toTaskView } from './view.ts'

/** Tasks are written by those who have customers; heads only read. */
export const WRITES: Access = { mode: 'write', roles: ['rm', 'supervisor'] }

/** The task that a button stands for, and the version that its card showed. */
export const Target = z.object({ id: z.uuid(), version: z.int() })
type Target = z.output<typeof Target>

/** A second press that comes this soon is a slip of the finger: the card it would replace is already right. */
const SLIP_MS = 60_000

/** 完成 on a card of the task. */
export const done = defineAction({
  name: 'task.done',
  access: WRITES,
  input: Target,
  run: async (turn: Turn, target) =>
    onOpen(turn, target, async (line) => toDoneOutcome(turn, await completeTask(turn, line))),
})

/** 1小时后 and 明早. */
export const snooze = defineAction({
  name: 'task.snooze',
  access: WRITES,
  input: Target.extend({ by: z.enum(['hour', 'morning']) }),
  run: async (turn: Turn, { by, ...target }) =>
    onOpen(turn, target, async (line) => {
      const times = toSnoozed(line.task, by, turn.now, turn.zone)
      return toChangedOutcome(turn, line, await changeTask(turn, line.task, times, 'task.snooze'))
    }),
})

/** 修改 and 改期: opens the form. */
export const edit = defineAction({
  name: 'task.edit',
  access: WRITES,
  input: Target.extend({ scope: Scope }),
  run: async (turn: Turn, { scope, ...target }) =>
    onOpen(turn, target, async (line) => ({
      kind: 'card',
      card: editTaskCard(turn, line, scope, [
        save.button(copy.save, target, { tone: 'primary' }),
        show.button(copy.dismiss, { id: target.id }),
      ]),
    })),
})

/** 保存 on the form. */
export const save = defineAction({
  name: 'task.save',
  corrects: true,
  access: WRITES,
  input: Target,
  run: async (turn: Turn, target, click) =>
    onOpen(turn, target, async (line) =>
      toChangedOutcome(turn, line, await saveTaskForm(turn, line.task, click.form)),
    ),
})

/** 取消任务. */
export const drop = defineAction({
  name: 'task.drop',
  access: WRITES,
  input: Target,
  run: async (turn: Turn, target) => onOpen(turn, target, async (line) => toCancelledOutcome(turn, line)),
})

/** Back from a form to the task. */
export const show = defineAction({
  name: 'task.show',
  access: { mode: 'read', roles: ['rm', 'supervisor', 'head'] },
  input: z.object({ id: z.uuid() }),
  run: async (turn: Turn, { id }): Promise<Outcome> => ({
    kind: 'card',
    card: standingCard(turn, await getTaskLine(turn, id)),
  }),
})

/** The buttons of an open task's card. */
export function cardButtons(task: Task): readonly Button[] {
  const target = targetOf(task)
  return [
    done.button(copy.done, target, { tone: 'primary' }),
    edit.button(copy.edit, { ...target, scope: 'all' }),
    drop.button(copy.cancelTask, target),
  ]
}

/** The buttons of a reminder (D6). */
export function reminderButtons(task: Task): readonly Button[] {
  const target = targetOf(task)
  return [
    done.button(copy.done, target, { tone: 'primary' }),
    snooze.button(copy.inAnHour, { ...target, by: 'hour' }),
    snooze.button(copy.tomorrow, { ...target, by: 'morning' }),
    edit.button(copy.reschedule, { ...target, scope: 'time' }),
  ]
}

/** The press target of a task as it stands. */
export function targetOf({ id, version }: Task): Target {
  return { id, version }
}

/** The answer to a task that was created or changed. */
export function toTaskOutcome(turn: Turn, news: TaskNews, line: TaskLine, changed: Changed): CardOutcome {
  const now = { ...line, task: changed.task }
  return {
    kind: 'card',
    card: taskCard(news, toTaskView(turn, now), cardButtons(now.task)),
    undo: [changed.undo],
  }
}

function toChangedOutcome(turn: Turn, line: TaskLine, changed: Changed): CardOutcome {
  return {
    ...toTaskOutcome(turn, 'changed', line, changed),
    toast: { tone: 'success', text: copy.toastSaved },
  }
}

/** Cancels a task and says so. */
export async function toCancelledOutcome(turn: Turn, line: TaskLine): Promise<CardOutcome> {
  const changed = await changeTask(turn, line.task, { state: 'cancelled' }, 'task.cancel')
  const view = toTaskView(turn, { ...line, task: changed.task })
  return {
    kind: 'card',
    card: taskCard('cancelled', view, []),
    toast: { tone: 'success', text: copy.toastCancelled },
    undo: [changed.undo],
  }
}

/** One task for this person. Throws Refusal not_found where there is none. */
export async function getTaskLine(turn: Turn, id: string): Promise<TaskLine> {
  const line = await findTaskLine(turn, id)
  if (line === null) throw new Refusal('not_found')
  return line
}

/** Runs on the open task that the card showed; otherwise the card becomes what the task is now, with a word about it. */
async function onOpen(
  turn: Turn,
  target: Target,
  run: (line: TaskLine) => Promise<Outcome>,
): Promise<Outcome> {
  const line = await getTaskLine(turn, target.id)
  const missed = missedWords(line.task, target)
  if (missed === null) return run(line)
  const toast = { tone: 'warning', text: missed } as const
  const { doneAt } = line.task
  if (doneAt !== null && turn.now.getTime() - doneAt.getTime() < SLIP_MS) return { kind: 'toast', toast }
  return { kind: 'card', card: standingCard(turn, line), toast }
}

/** Why a target cannot be acted on any more; null where it can. */
export function missedWords(task: Task, target: Target) {
  if (task.state === 'done') return copy.toastAlreadyDone
  if (task.state === 'cancelled') return copy.toastAlreadyCancelled
  return task.version === target.version ? null : copy.toastMoved
}

/** The task as it stands, with the buttons that fit. */
export function standingCard(turn: Turn, line: TaskLine) {
  const view = toTaskView(turn, line)
  if (line.task.state === 'done') return taskDoneCard(view, notePress(line), null)
  const writes = WRITES.roles.includes(turn.actor.role)
  return taskCard('shown', view, line.task.state === 'open' && writes ? cardButtons(line.task) : [])
}
