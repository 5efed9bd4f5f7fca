// Cards about follow-ups: what was saved in one go, the question before it, and the list of past contacts.

import {
  type Button,
  type Card,
  type Fact,
  type Field,
  join,
  type ListItem,
  type Node,
  type Sample,
  say,
  type Tone,
  type Words,
} from './kit/index.ts'

/** A contact as its reader may see it. */
export interface FollowUpView {
  readonly customer: Words
  /** The words as they were written. */
  readonly content: string
  readonly channel: Words | null
  readonly happened: Words
  readonly interest: string | null
  /** Only where it is somebody else. */
  readonly author: Words | null
}

/** The appointment that was made with a contact. */
export interface AppointmentView {
  readonly title: Words
  readonly due: Words | null
  readonly remind: Words | null
}

export type FollowUpNews = 'saved' | 'changed' | 'shown'

const NEWS: Readonly<Record<FollowUpNews, { readonly title: Words; readonly tone: Tone }>> = {
  saved: { title: say('已记录跟进', 'Follow-up saved'), tone: 'good' },
  changed: { title: say('跟进已更新', 'Follow-up changed'), tone: 'good' },
  shown: { title: say('跟进记录', 'Follow-up'), tone: 'info' },
}

/** Everything that one sentence saved: the note, the appointment with its reminder, the opportunity. */
export function followUpCard(
  news: FollowUpNews,
  view: FollowUpView,
  parts: {
    readonly appointment: AppointmentView | null
    /** Name of the opportunity that was made of it. */
    readonly opportunity: Words | null
    /** Name of an opportunity for the same that is open already. */
    readonly existing: Words | null
    /** The ways of contact to tap where none was said. */
    readonly channels: readonly Button[]
    readonly buttons: readonly Button[]
  },
): Card {
  const { title, tone } = NEWS[news]
  return {
    heading: {
      title,
      subtitle: view.customer,
      tone,
      ...(view.channel === null ? {} : { tags: [{ text: view.channel, tone: 'info' }] }),
    },
    summary: title,
    nodes: [
      { node: 'quote', text: view.content },
      {
        node: 'facts',
        facts: [...factsOf(view), ...appointmentFacts(parts.appointment), ...saleFacts(parts)],
      },
      ...channelNodes(parts.channels),
      ...rowOf(parts.buttons),
    ],
  }
}

function factsOf(view: FollowUpView): readonly Fact[] {
  return present([
    { label: say('时间', 'When'), value: view.happened },
    { label: say('意向产品', 'Interest'), value: view.interest },
    { label: say('记录人', 'Author'), value: view.author },
  ])
}

function appointmentFacts(appointment: AppointmentView | null): readonly Fact[] {
  if (appointment === null) return []
  const { title, due, remind } = appointment
  return present([
    { label: say('下次预约', 'Next'), value: due === null ? title : join([due, title], ' · ') },
    { label: say('提醒', 'Reminder'), value: remind },
  ])
}

function saleFacts(parts: {
  readonly opportunity: Words | null
  readonly existing: Words | null
}): readonly Fact[] {
  return present([
    { label: say('新建商机', 'New opportunity'), value: parts.opportunity },
    { label: say('已有商机', 'Open already'), value: parts.existing },
  ])
}

function present(facts: readonly { readonly label: Words; readonly value: Words | null }[]): readonly Fact[] {
  return facts.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
}

function channelNodes(channels: readonly Button[]): Node[] {
  if (channels.length === 0) return []
  return [
    { node: 'text', text: say('是哪种方式？', 'How did you talk?'), tone: 'muted', size: 'small' },
    { node: 'buttons', buttons: channels },
  ]
}

function rowOf(buttons: readonly Button[]): Node[] {
  return buttons.length === 0 ? [] : [{ node: 'buttons', buttons }]
}

/** A form about a follow-up: what is missing or was guessed, or what is to be changed. */
export function followUpFormCard(form: {
  readonly title: Words
  readonly text: Words
  readonly customer: Words | null
  readonly quote?: string
  readonly fields: readonly Field[]
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: {
      title: form.title,
      tone: 'info',
      ...(form.customer === null ? {} : { subtitle: form.customer }),
    },
    summary: form.title,
    nodes: [
      ...(form.quote === undefined ? [] : [{ node: 'quote', text: form.quote } as const]),
      { node: 'text', text: form.text, tone: 'muted', size: 'small' },
      { node: 'form', name: 'follow_up', fields: form.fields, buttons: form.buttons },
    ],
  }
}

/** Past contacts, a page at a time, the latest first. */
export function followUpListCard(list: {
  readonly title: Words
  readonly subtitle: Words
  readonly items: readonly FollowUpView[]
  readonly all: number
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: { title: list.title, subtitle: list.subtitle, tone: 'info' },
    summary: say('跟进记录', 'Follow-ups'),
    nodes: [
      list.all === 0
        ? { node: 'text', text: say('没有符合的跟进记录。', 'No follow-up fits.'), tone: 'muted' }
        : { node: 'list', items: list.items.map(toItem) },
      ...rowOf(list.buttons),
    ],
  }
}

function toItem(view: FollowUpView): ListItem {
  return {
    title: view.channel === null ? view.customer : join([view.customer, view.channel], ' · '),
    detail: view.content,
    note: join([view.happened, ...(view.author === null ? [] : [view.author])], ' · '),
    ...(view.interest === null ? {} : { tags: [{ text: view.interest, tone: 'info' }] }),
  }
}

const sampleView: FollowUpView = {
  customer: '李建国',
  content: '电话沟通，咨询了最新一期大额存单利率，对3年期感兴趣，希望利率能有上浮。',
  channel: say('电话', 'Phone'),
  happened: say('今天 10:00', 'today 10:00'),
  interest: '3年期大额存单',
  author: null,
}
const appointment: AppointmentView = {
  title: '来网点详谈',
  due: say('11月25日（周三）14:00', 'Wed 25 Nov 14:00'),
  remind: say('11月25日（周三）13:00', 'Wed 25 Nov 13:00'),
}
const tap = (label: Words, tone: Button['tone'] = 'plain'): Button => ({
  label,
  tone,
  press: { action: 'sample', input: {} },
})
const edit = tap(say('修改', 'Edit'))
const undo = tap(say('撤销', 'Undo'))

export const samples: readonly Sample[] = [
  {
    name: 'follow-up saved',
    card: followUpCard('saved', sampleView, {
      appointment,
      opportunity: null,
      existing: '李建国-3年期大额存单-50万',
      channels: [],
      buttons: [tap(say('同时建商机', 'Create opportunity too'), 'primary'), edit, undo],
    }),
  },
  {
    name: 'follow-up with its opportunity',
    card: followUpCard('changed', sampleView, {
      appointment,
      opportunity: '李建国-3年期大额存单',
      existing: null,
      channels: [],
      buttons: [edit, undo],
    }),
  },
  {
    name: 'follow-up without a channel',
    card: followUpCard(
      'saved',
      { ...sampleView, channel: null, interest: null },
      {
        appointment: null,
        opportunity: null,
        existing: null,
        channels: [
          tap(say('电话', 'Phone')),
          tap(say('拜访', 'Visit')),
          tap(say('微信', 'WeChat')),
          tap(say('邮件', 'E-mail')),
        ],
        buttons: [edit, undo],
      },
    ),
  },
  {
    name: 'ask before saving a follow-up',
    card: followUpFormCard({
      title: say('请确认跟进', 'Please check the follow-up'),
      text: say(
        '标记的内容是推测的。确认之前不会保存。',
        'What is marked was guessed. Nothing is saved before you confirm.',
      ),
      customer: '李建国',
      fields: [
        {
          field: 'lines',
          name: 'note',
          label: say('内容', 'Note'),
          value: sampleView.content,
          required: true,
        },
        {
          field: 'moment',
          name: 'next_at',
          label: say('下次时间', 'Next'),
          value: '2026-11-25 15:00',
          guessed: true,
        },
      ],
      buttons: [tap(say('确认', 'Confirm'), 'primary'), tap(say('放弃', 'Discard'))],
    }),
  },
  {
    name: 'follow-up list',
    card: followUpListCard({
      title: say('李建国的跟进记录', 'Follow-ups of 李建国'),
      subtitle: say('共 12 条', '12 in all'),
      items: [
        sampleView,
        {
          ...sampleView,
          channel: say('微信', 'WeChat'),
          interest: null,
          happened: say('11月12日（周四）16:20', 'Thu 12 Nov 16:20'),
          author: '赵强',
        },
      ],
      all: 12,
      buttons: [tap(say('下一页', 'Next'))],
    }),
  },
]
