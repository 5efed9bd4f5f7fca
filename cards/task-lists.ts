// Cards about several tasks: a list a page at a time, and the choice among those that fit.

import {
  type Button,
  type Card,
  join,
  type ListItem,
  type Node,
  type Sample,
  say,
  type Words,
} from './kit/index.ts'
import { rowOf, sampleView, type TaskView, tagsOf, tap } from './tasks.ts'

/** A list of tasks, a page at a time. */
export function taskListCard(list: {
  readonly title: Words
  readonly subtitle: Words
  readonly items: readonly { readonly view: TaskView; readonly buttons: readonly Button[] }[]
  readonly overdue: number
  /** How many tasks the whole list holds. */
  readonly all: number
  readonly empty: Words
  readonly buttons: readonly Button[]
}): Card {
  const counts: Node = {
    node: 'figures',
    figures: [
      { label: say('待办', 'Open'), value: String(list.all) },
      {
        label: say('已过期', 'Overdue'),
        value: String(list.overdue),
        tone: list.overdue > 0 ? 'danger' : 'good',
      },
    ],
  }
  return {
    heading: { title: list.title, subtitle: list.subtitle, tone: list.overdue > 0 ? 'warning' : 'info' },
    summary: say('待办任务', 'Tasks'),
    nodes: [
      ...(list.all === 0
        ? [{ node: 'text', text: list.empty, tone: 'muted' } as const]
        : [counts, listOf(list.items)]),
      ...rowOf(list.buttons),
    ],
  }
}

/** Which of several tasks is meant: each line with its own button. */
export function chooseTaskCard(question: {
  readonly choices: readonly { readonly view: TaskView; readonly button: Button }[]
  /** More tasks fit than are listed. */
  readonly more: number
  readonly cancel: Button
}): Card {
  const title = say('请选择任务', 'Which task?')
  return {
    heading: { title, tone: 'info' },
    summary: title,
    nodes: [
      {
        node: 'text',
        text: say('选择之前不会保存任何内容。', 'Nothing is saved before you choose.'),
        tone: 'muted',
        size: 'small',
      },
      listOf(question.choices.map(({ view, button }) => ({ view, buttons: [button] }))),
      ...(question.more > 0
        ? [
            {
              node: 'text',
              text: say(
                `另有 ${question.more} 项，请说得更具体些。`,
                `${question.more} more fit; please say more.`,
              ),
              tone: 'muted',
              size: 'small',
            } as const,
          ]
        : []),
      { node: 'buttons', buttons: [question.cancel] },
    ],
  }
}

function listOf(items: readonly { readonly view: TaskView; readonly buttons: readonly Button[] }[]): Node {
  return {
    node: 'list',
    items: items.map(
      ({ view, buttons }): ListItem => ({
        title: view.title,
        detail: join(
          [view.customer, view.due, view.assignee].filter((part) => part !== null),
          ' · ',
        ),
        tags: tagsOf(view),
        buttons,
      }),
    ),
  }
}

const done = tap(say('完成', 'Done'))
const reschedule = tap(say('改期', 'Reschedule'))

export const samples: readonly Sample[] = [
  {
    name: 'task list',
    card: taskListCard({
      title: say('我的待办', 'My tasks'),
      subtitle: say('全部未完成', 'Everything open'),
      items: [
        {
          view: {
            ...sampleView,
            title: '回电：利率优惠结果',
            overdue: true,
            due: say('昨天 16:00', 'yesterday 16:00'),
          },
          buttons: [done, reschedule],
        },
        { view: sampleView, buttons: [done, reschedule] },
      ],
      overdue: 1,
      all: 12,
      empty: '',
      buttons: [tap(say('下一页', 'Next'))],
    }),
  },
  {
    name: 'no tasks',
    card: taskListCard({
      title: say('我的待办', 'My tasks'),
      subtitle: say('今天', 'today'),
      items: [],
      overdue: 0,
      all: 0,
      empty: say('没有待办任务。', 'Nothing to do.'),
      buttons: [],
    }),
  },
  {
    name: 'choose a task',
    card: chooseTaskCard({
      choices: [
        { view: sampleView, button: tap(say('选择', 'Choose')) },
        {
          view: { ...sampleView, title: '生日问候', due: say('明天', 'tomorrow') },
          button: tap(say('选择', 'Choose')),
        },
      ],
      more: 3,
      cancel: tap(say('取消', 'Cancel')),
    }),
  },
]
