// What is to do: the list in words, its pages, and the buttons on its lines, which leave the list in place.

import { z } from 'zod'
import { type Button, join, say, type Words } from '../../../cards/kit/index.ts'
import { taskListCard } from '../../../cards/task-lists.ts'
import { dayOf, isDay, showSpan } from '../../core/calendar.ts'
import { type Access, defineAction, defineCapability } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { CardOutcome, Outcome } from '../../core/outcome.ts'
import type { Turn } from '../../storage/turn.ts'
import { findColleague } from './assignee.ts'
import { getTaskLine, missedWords, Target, targetOf, WRITES } from './card-actions.ts'
import { completeTask } from './completing.ts'
import { copy } from './copy.ts'
import { editTaskCard, saveTaskForm } from './editing.ts'
import { refreshReminder } from './reminder.ts'
import { countTasks, listTasks as list, type TaskFilter } from './store.ts'
import type { TaskLine } from './task.ts'
import { toTaskView } from './view.ts'

const PAGE = 5
const READS: Access = { mode: 'read', roles: ['rm', 'supervisor', 'head'] }

/** Which list it is, as its buttons carry it; `who` is an employee, or null for everybody in scope. */
const Query = z.object({
  who: z.int().nullable(),
  from: z.string().refine(isDay).nullable(),
  to: z.string().refine(isDay).nullable(),
  overdue: z.boolean(),
  offset: z.int().min(0).max(10_000),
})
type Query = z.output<typeof Query>

const Period = z.object({ from: z.string().refine(isDay), to: z.string().refine(isDay) })

export const listTasks = defineCapability({
  intent: 'task.list',
  summary: say('查看待办', 'What is to do'),
  examples: {
    zh: ['今天做什么', '我的待办', '还有哪些任务过期了'],
    en: ["what's on my plate today?", 'my tasks', 'which tasks are overdue'],
  },
  access: READS,
  input: z.object({
    period: Period.optional(),
    overdue: z.boolean().optional(),
    assignee: z.string().optional(),
  }),
  run: async (turn: Turn, { period, overdue, assignee }) =>
    renderList(turn, {
      who: await whose(turn, assignee),
      from: period?.from ?? null,
      to: period?.to ?? null,
      overdue: overdue ?? false,
      offset: 0,
    }),
})

/** 下一页, and from one's own list to the team's. */
export const turnPage = defineAction({
  name: 'task.page',
  access: READS,
  input: Query,
  run: async (turn: Turn, query): Promise<Outcome> => renderList(turn, query),
})

/** 完成 on a line. */
export const doneInList = defineAction({
  name: 'task.list_done',
  access: WRITES,
  input: Target.extend({ list: Query }),
  run: async (turn: Turn, { list: query, ...target }) =>
    onLine(turn, target, query, async (line) => {
      const completed = await completeTask(turn, line)
      await refreshReminder(turn, completed.line)
      const outcome = await renderList(turn, query)
      return { ...outcome, toast: { tone: 'success', text: copy.toastDone }, undo: completed.undo }
    }),
})

/** 改期 on a line: opens the form. */
export const editInList = defineAction({
  name: 'task.list_edit',
  access: WRITES,
  input: Target.extend({ list: Query }),
  run: async (turn: Turn, { list: query, ...target }) =>
    onLine(turn, target, query, async (line) => ({
      kind: 'card',
      card: editTaskCard(turn, line, 'time', [
        saveInList.button(copy.save, { ...target, list: query }, { tone: 'primary' }),
        turnPage.button(copy.dismiss, query),
      ]),
    })),
})

/** 保存 on that form: back to the list. */
export const saveInList = defineAction({
  name: 'task.list_save',
  corrects: true,
  access: WRITES,
  input: Target.extend({ list: Query }),
  run: async (turn: Turn, { list: query, ...target }, click) =>
    onLine(turn, target, query, async (line) => {
      const changed = await saveTaskForm(turn, line.task, click.form)
      await refreshReminder(turn, { ...line, task: { ...changed.task, remindAt: line.task.remindAt } })
      const outcome = await renderList(turn, query)
      return { ...outcome, toast: { tone: 'success', text: copy.toastSaved }, undo: [changed.undo] }
    }),
})

type OnLine = (line: TaskLine) => Promise<CardOutcome>

/** Runs on the task that the line showed; a line of an earlier state brings the list up to date instead. */
async function onLine(
  turn: Turn,
  target: z.output<typeof Target>,
  query: Query,
  run: OnLine,
): Promise<Outcome> {
  const line = await getTaskLine(turn, target.id)
  const missed = missedWords(line.task, target)
  if (missed === null) return run(line)
  return { ...(await renderList(turn, query)), toast: { tone: 'warning', text: missed } }
}

async function whose(turn: Turn, assignee: string | undefined): Promise<number | null> {
  if (assignee !== undefined) {
    const colleague = await findColleague(turn, assignee)
    if (colleague === null) throw new Refusal('not_found', copy.notInTeam)
    return colleague.id
  }
  return turn.actor.role === 'head' ? null : turn.actor.id
}

async function renderList(turn: Turn, query: Query): Promise<CardOutcome> {
  const filter = toFilter(query)
  const [lines, counts] = await Promise.all([
    list(turn, filter, { offset: query.offset, limit: PAGE }),
    countTasks(turn, filter),
  ])
  // The last line of a last page is done: the page before it is shown.
  if (lines.length === 0 && query.offset > 0)
    return renderList(turn, { ...query, offset: Math.max(0, query.offset - PAGE) })
  return {
    kind: 'card',
    card: taskListCard({
      title: titleOf(turn, query, lines),
      subtitle: subtitleOf(turn, query),
      items: lines.map((line) => ({ view: toTaskView(turn, line), buttons: lineButtons(turn, line, query) })),
      ...counts,
      empty: copy.empty,
      buttons: listButtons(turn, query, counts.all),
    }),
  }
}

function toFilter({ who, from, to, overdue }: Query): TaskFilter {
  return {
    assigneeId: who,
    overdue,
    ...(from === null || to === null ? {} : { span: { from, to } }),
  }
}

function lineButtons(turn: Turn, { task }: TaskLine, query: Query): readonly Button[] {
  if (task.state !== 'open' || !WRITES.roles.includes(turn.actor.role)) return []
  const input = { ...targetOf(task), list: query }
  return [doneInList.button(copy.done, input), editInList.button(copy.reschedule, input)]
}

function listButtons(turn: Turn, query: Query, all: number): readonly Button[] {
  const buttons: Button[] = []
  if (query.offset + PAGE < all)
    buttons.push(turnPage.button(copy.next, { ...query, offset: query.offset + PAGE }))
  else if (query.offset > 0) buttons.push(turnPage.button(copy.first, { ...query, offset: 0 }))
  if (turn.actor.role === 'supervisor') {
    const other = query.who === null ? turn.actor.id : null
    buttons.push(turnPage.button(other === null ? copy.team : copy.mine, { ...query, who: other, offset: 0 }))
  }
  return buttons
}

function titleOf(turn: Turn, { who }: Query, [first]: readonly TaskLine[]): Words {
  if (who === null) return copy.teamTitle
  if (who === turn.actor.id) return copy.mine
  const name = first?.assigneeName ?? say('同事', 'Colleague')
  return join([name, say('的待办', "'s tasks")])
}

function subtitleOf(turn: Turn, { from, to, overdue, offset }: Query): Words {
  const span = from === null || to === null ? null : showSpan({ from, to }, dayOf(turn.now, turn.zone))
  const what = overdue ? copy.onlyOverdue : (span ?? copy.allOpen)
  return offset === 0
    ? what
    : join([what, say(`第 ${offset / PAGE + 1} 页`, `page ${offset / PAGE + 1}`)], ' · ')
}
