// Cards by which customers are recorded and changed: forms, what was saved, and handing over.

import {
  type Button,
  type Card,
  type Field,
  join,
  type Node,
  type Sample,
  say,
  type Words,
} from './kit/index.ts'

/** A form for a customer, filled with what was said (S13). */
export function customerFormCard(form: {
  readonly title: Words
  /** What is missing, not readable, or worth a look before saving. */
  readonly notes: readonly { readonly text: Words; readonly tone: 'warning' | 'muted' }[]
  readonly fields: readonly Field[]
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: { title: form.title, tone: 'info' },
    summary: form.title,
    nodes: [
      ...form.notes.map(({ text, tone }): Node => ({ node: 'text', text, tone, size: 'small' })),
      { node: 'form', name: 'customer', fields: form.fields, buttons: form.buttons },
    ],
  }
}

/** Asks which customer is meant where none was said. */
export function askCustomerCard(question: {
  readonly field: string
  readonly submit: Button
  readonly cancel: Button
}): Card {
  return {
    heading: { title: say('哪位客户？', 'Which customer?'), tone: 'info' },
    summary: say('哪位客户？', 'Which customer?'),
    nodes: [
      {
        node: 'form',
        name: 'who',
        fields: [
          {
            field: 'line',
            name: question.field,
            label: say('姓名、手机号、尾号或客户号', 'Name, phone, last four digits or code'),
            required: true,
          },
        ],
        buttons: [question.submit, question.cancel],
      },
    ],
  }
}

/** A value before and after a change. */
export interface ChangedValue {
  readonly label: Words
  readonly before: Words
  readonly after: Words
}

/** What was saved about a customer. */
export function customerSavedCard(saved: {
  readonly title: Words
  readonly name: string
  readonly code: string
  readonly values: readonly ChangedValue[]
  readonly note?: Words
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: { title: saved.title, subtitle: join([saved.name, ' ', saved.code]), tone: 'good' },
    summary: saved.title,
    nodes: [
      {
        node: 'facts',
        facts: saved.values.map(({ label, before, after }) => ({
          label,
          value: before === '' ? after : join([before, ' → ', after]),
        })),
      },
      ...(saved.note === undefined
        ? []
        : [{ node: 'text' as const, text: saved.note, tone: 'muted' as const, size: 'small' as const }]),
      { node: 'buttons', buttons: saved.buttons },
    ],
  }
}

/** A customer who changes hands: before it happens, or the message to both sides (S122). */
export function handOverCard(handOver: {
  readonly title: Words
  readonly customer: Words
  readonly code: string
  readonly from: string
  readonly to: string
  /** What goes along with the customer. */
  readonly along: Words
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: { title: handOver.title, subtitle: join([handOver.customer, ' ', handOver.code]), tone: 'info' },
    summary: handOver.title,
    nodes: [
      {
        node: 'facts',
        facts: [
          { label: say('原客户经理', 'From'), value: handOver.from },
          { label: say('新客户经理', 'To'), value: handOver.to },
          { label: say('一并移交', 'Goes along'), value: handOver.along },
        ],
      },
      ...(handOver.buttons.length === 0 ? [] : [{ node: 'buttons' as const, buttons: handOver.buttons }]),
    ],
  }
}

const press = (label: Words): Button => ({ label, press: { action: 'resume', input: { pending: 'p' } } })

export const samples: readonly Sample[] = [
  {
    name: 'new customer',
    card: customerFormCard({
      title: say('新建客户', 'New customer'),
      notes: [
        { text: say('保存之前不会写入任何内容。', 'Nothing is written before you save.'), tone: 'muted' },
      ],
      fields: [
        { field: 'line', name: 'name', label: say('姓名', 'Name'), required: true, value: '王小明' },
        { field: 'line', name: 'phone', label: say('手机号', 'Phone'), required: true },
      ],
      buttons: [{ ...press(say('保存', 'Save')), tone: 'primary' }, press(say('取消', 'Cancel'))],
    }),
  },
  {
    name: 'which customer',
    card: askCustomerCard({
      field: 'customer',
      submit: { ...press(say('确认', 'Confirm')), tone: 'primary' },
      cancel: press(say('取消', 'Cancel')),
    }),
  },
  {
    name: 'customer saved',
    card: customerSavedCard({
      title: say('已更新客户', 'Customer updated'),
      name: '李建国',
      code: 'C000001',
      values: [{ label: say('职业', 'Occupation'), before: '教师', after: '企业管理' }],
      buttons: [press(say('撤销', 'Undo')), press(say('查看', 'Open'))],
    }),
  },
  {
    name: 'hand over a customer',
    card: handOverCard({
      title: say('确认移交客户', 'Hand this customer over?'),
      customer: '李建国',
      code: 'C000001',
      from: '王敏',
      to: '李磊',
      along: say('3 条跟进、1 个商机、2 个待办', '3 follow-ups, 1 opportunity, 2 tasks'),
      buttons: [{ ...press(say('确认移交', 'Confirm')), tone: 'primary' }, press(say('取消', 'Cancel'))],
    }),
  },
]
