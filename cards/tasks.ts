// Cards about tasks: one task as it stands, its reminder, a list of them, the form of its times, the choice among several.

import {
  type Button,
  type Card,
  type Fact,
  type Field,
  join,
  type ListItem,
  type Node,
  type Press,
  type Sample,
  say,
  type Tag,
  type Tone,
  type Words,
} from './kit/index.ts'

/** A task as its reader may see it. */
export interface TaskView {
  readonly title: Words
  readonly customer: Words | null
  readonly due: Words | null
  readonly remind: Words | null
  readonly repeat: Words | null
  /** Only where it is somebody else. */
  readonly assignee: Words | null
  readonly important: boolean
  readonly overdue: boolean
  readonly state: 'open' | 'done' | 'cancelled'
}

/** What has just become of a task. */
export type TaskNews = 'created' | 'assigned' | 'changed' | 'cancelled' | 'shown'

const NEWS: Readonly<Record<TaskNews, { readonly title: Words; readonly tone: Tone }>> = {
  created: { title: say('已新建任务', 'Task created'), tone: 'good' },
  assigned: { title: say('您有一项新任务', 'A task for you'), tone: 'info' },
  changed: { title: say('任务已更新', 'Task changed'), tone: 'good' },
  cancelled: { title: say('任务已取消', 'Task cancelled'), tone: 'muted' },
  shown: { title: say('任务现状', 'The task as it stands'), tone: 'info' },
}

/** One task with what became of it. */
export function taskCard(news: TaskNews, view: TaskView, buttons: readonly Button[], note?: Words): Card {
  const { title, tone } = NEWS[news]
  return {
    heading: { title, tone, tags: tagsOf(view) },
    summary: title,
    nodes: [
      ...(note === undefined ? [] : [{ node: 'text', text: note, tone: 'warning', size: 'small' } as const]),
      ...bodyOf(view),
      ...rowOf(buttons),
    ],
  }
}

/** The reminder of a task, on its minute. */
export function taskReminderCard(view: TaskView, buttons: readonly Button[]): Card {
  const title = view.overdue ? say('任务已过期', 'Overdue task') : say('任务提醒', 'Reminder')
  return {
    heading: { title, tone: view.overdue ? 'danger' : 'warning', tags: tagsOf(view) },
    summary: title,
    nodes: [...bodyOf(view), ...rowOf(buttons)],
  }
}

/** A task that is done, with room for one line about how it went. */
export function taskDoneCard(view: TaskView, note: Press | null, next: Words | null): Card {
  const title = say('任务已完成', 'Task done')
  return {
    heading: { title, tone: 'good', tags: tagsOf(view) },
    summary: title,
    nodes: [
      ...bodyOf(view),
      ...(next === null
        ? []
        : [
            {
              node: 'text',
              text: join([say('下一次：', 'Next: '), next]),
              tone: 'muted',
              size: 'small',
            } as const,
          ]),
      ...(note === null ? [] : [noteForm(note)]),
    ],
  }
}

function noteForm(press: Press): Node {
  return {
    node: 'form',
    name: 'task_note',
    fields: [
      {
        field: 'line',
        name: 'note',
        label: say('结果如何？（可不填，保存为跟进）', 'How did it go? (optional, saved as a follow-up)'),
        maxLength: 500,
      },
    ],
    buttons: [{ label: say('保存跟进', 'Save follow-up'), press, tone: 'primary' }],
  }
}

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
    summary: list.title,
    nodes: [
      ...(list.all === 0
        ? [{ node: 'text', text: list.empty, tone: 'muted' } as const]
        : [counts, listOf(list.items)]),
      ...rowOf(list.buttons),
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

/** A form about a task: what is missing or was guessed, or what is to be changed. */
export function taskFormCard(form: {
  readonly title: Words
  readonly text?: Words
  readonly facts?: readonly Fact[]
  readonly fields: readonly Field[]
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: { title: form.title, tone: 'info' },
    summary: form.title,
    nodes: [
      ...(form.text === undefined
        ? []
        : [{ node: 'text', text: form.text, tone: 'muted', size: 'small' } as const]),
      ...(form.facts === undefined || form.facts.length === 0
        ? []
        : [{ node: 'facts', facts: form.facts } as const]),
      { node: 'form', name: 'task', fields: form.fields, buttons: form.buttons },
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

function bodyOf(view: TaskView): Node[] {
  const facts: Fact[] = [
    { label: say('客户', 'Customer'), value: view.customer },
    { label: say('时间', 'When'), value: view.due, ...(view.overdue ? { tone: 'danger' as const } : {}) },
    { label: say('提醒', 'Reminder'), value: view.state === 'open' ? view.remind : null },
    { label: say('重复', 'Repeats'), value: view.repeat },
    { label: say('负责人', 'Assignee'), value: view.assignee },
  ].flatMap((fact) => (fact.value === null ? [] : [{ ...fact, value: fact.value }]))
  const text: Node = {
    node: 'text',
    text: view.title,
    size: 'large',
    ...(view.state === 'open' ? {} : { tone: 'muted' as const }),
  }
  return facts.length === 0 ? [text] : [text, { node: 'facts', facts }]
}

function tagsOf(view: TaskView): readonly Tag[] {
  return [
    ...(view.important ? [{ text: say('重要', 'Important'), tone: 'danger' } as const] : []),
    ...(view.overdue ? [{ text: say('已过期', 'Overdue'), tone: 'danger' } as const] : []),
    ...(view.state === 'done' ? [{ text: say('已完成', 'Done'), tone: 'good' } as const] : []),
    ...(view.state === 'cancelled' ? [{ text: say('已取消', 'Cancelled'), tone: 'muted' } as const] : []),
  ]
}

function rowOf(buttons: readonly Button[]): Node[] {
  return buttons.length === 0 ? [] : [{ node: 'buttons', buttons }]
}

const sampleView: TaskView = {
  title: '来网点详谈大额存单',
  customer: '李建国',
  due: say('11月25日（周三）14:00', 'Wed 25 Nov 14:00'),
  remind: say('11月25日（周三）13:00', 'Wed 25 Nov 13:00'),
  repeat: null,
  assignee: null,
  important: false,
  overdue: false,
  state: 'open',
}
const tap = (label: Words): Button => ({ label, press: { action: 'sample', input: {} } })
const done = tap(say('完成', 'Done'))
const reschedule = tap(say('改期', 'Reschedule'))
const reminderButtons = [
  { ...done, tone: 'primary' as const },
  tap(say('1小时后', 'In 1 hour')),
  tap(say('明早', 'Tomorrow morning')),
  reschedule,
]

export const samples: readonly Sample[] = [
  {
    name: 'task created',
    card: taskCard('created', sampleView, [done, tap(say('修改', 'Edit')), tap(say('撤销', 'Undo'))]),
  },
  { name: 'task assigned', card: taskCard('assigned', { ...sampleView, important: true }, reminderButtons) },
  { name: 'task reminder', card: taskReminderCard(sampleView, reminderButtons) },
  {
    name: 'overdue task reminder',
    card: taskReminderCard({ ...sampleView, overdue: true, important: true }, reminderButtons),
  },
  {
    name: 'task done',
    card: taskDoneCard({ ...sampleView, state: 'done' }, { action: 'sample', input: {} }, null),
  },
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
    name: 'task form',
    card: taskFormCard({
      title: say('请确认任务时间', 'Please check the time'),
      text: say(
        '标记的内容是推测的。确认之前不会保存。',
        'What is marked was guessed. Nothing is saved before you confirm.',
      ),
      fields: [
        { field: 'line', name: 'title', label: say('任务', 'Task'), value: '联系李建国', required: true },
        {
          field: 'moment',
          name: 'due',
          label: say('时间', 'When'),
          value: '2026-11-25 15:00',
          guessed: true,
        },
      ],
      buttons: [{ ...tap(say('确认', 'Confirm')), tone: 'primary' }, tap(say('取消', 'Cancel'))],
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
