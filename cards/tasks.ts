// Cards about one task: as it stands, its reminder, done with a line about it, and the form of its times.

import {
  type Button,
  type Card,
  type Fact,
  type Field,
  join,
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
    heading: { title, tone: view.overdue ? 'danger' : 'warning', tags: importanceOf(view) },
    summary: title,
    nodes: [...bodyOf(view), ...rowOf(buttons)],
  }
}

/** A task that is done, with room for one line about how it went. */
export function taskDoneCard(view: TaskView, note: Press | null, next: Words | null): Card {
  const title = say('任务已完成', 'Task done')
  return {
    heading: { title, tone: 'good', tags: importanceOf(view) },
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

/** The tags of a task: important, overdue, done. */
export function tagsOf(view: TaskView): readonly Tag[] {
  return [
    ...importanceOf(view),
    ...(view.overdue ? [{ text: say('已过期', 'Overdue'), tone: 'danger' } as const] : []),
    ...(view.state === 'done' ? [{ text: say('已完成', 'Done'), tone: 'good' } as const] : []),
    ...(view.state === 'cancelled' ? [{ text: say('已取消', 'Cancelled'), tone: 'muted' } as const] : []),
  ]
}

/** What a title that says the state itself leaves to its tags. */
function importanceOf({ important }: TaskView): readonly Tag[] {
  return important ? [{ text: say('重要', 'Important'), tone: 'danger' }] : []
}

/** A row of buttons, where there are any. */
export function rowOf(buttons: readonly Button[]): Node[] {
  return buttons.length === 0 ? [] : [{ node: 'buttons', buttons }]
}

/** A task for the samples. */
export const sampleView: TaskView = {
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
/** A button for the samples. */
export const tap = (label: Words): Button => ({ label, press: { action: 'sample', input: {} } })
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
]
