// Cards about customers: the choice among several, and nobody found.

import { type Button, type Card, join, type ListItem, type Sample, say } from './kit/index.ts'
import { noticeCard } from './notice.ts'

/** A customer among several that fit. */
export interface CustomerChoice {
  readonly name: string
  readonly code: string
  /** Masked. */
  readonly phone: string | null
  readonly company: string | null
  readonly level: string | null
  readonly button: Button
}

/** Which of several customers is meant: each line with its own button. */
export function chooseCustomerCard(question: {
  readonly said: string
  readonly choices: readonly CustomerChoice[]
  readonly cancel: Button
}): Card {
  const items = question.choices.map(
    ({ name, code, phone, company, level, button }): ListItem => ({
      title: name,
      detail: [phone, company].filter((part) => part !== null).join(' · '),
      note: code,
      ...(level === null ? {} : { tags: [{ text: level, tone: 'info' }] }),
      buttons: [button],
    }),
  )
  return {
    heading: {
      title: say('请选择客户', 'Which customer?'),
      subtitle: join([
        say('“', '“'),
        question.said,
        say(`”对应 ${items.length} 位客户`, `” fits ${items.length} customers`),
      ]),
      tone: 'info',
    },
    summary: say('请选择客户', 'Which customer?'),
    nodes: [
      {
        node: 'text',
        text: say('选择之前不会保存任何内容。', 'Nothing is saved before you choose.'),
        tone: 'muted',
        size: 'small',
      },
      { node: 'list', items },
      { node: 'buttons', buttons: [question.cancel] },
    ],
  }
}

/** Nobody fits: near names from the person's own customers, and the offer to create one. */
export function customerNotFoundCard(question: {
  readonly said: string
  readonly near: readonly Button[]
  readonly create: Button | null
  readonly cancel: Button
}): Card {
  return noticeCard({
    title: say('未找到客户', 'No such customer'),
    text: join([
      say('在您的权限范围内未找到“', 'Within your scope nobody is called “'),
      question.said,
      say('”。没有保存任何内容。', '”. Nothing was saved.'),
    ]),
    tone: 'warning',
    nodes:
      question.near.length === 0
        ? []
        : [
            { node: 'text', text: say('您是不是想找：', 'Did you mean:'), tone: 'muted' },
            { node: 'buttons', buttons: question.near },
          ],
    buttons:
      question.create === null
        ? [question.cancel]
        : [{ ...question.create, label: say('新建客户', 'New customer') }, question.cancel],
  })
}

const choose = (id: string): Button => ({
  label: say('选择', 'Choose'),
  tone: 'primary',
  press: { action: 'resume', input: { pending: 'p', patch: { customer: id } } },
})
const cancel: Button = { label: say('取消', 'Cancel'), press: { action: 'cancel', input: { pending: 'p' } } }

export const samples: readonly Sample[] = [
  {
    name: 'choose a customer',
    card: chooseCustomerCard({
      said: '张伟',
      choices: [
        {
          name: '张伟',
          code: 'C000104',
          phone: '139****1111',
          company: '唐山瑞丰建材',
          level: 'VIP',
          button: choose('a'),
        },
        {
          name: '张伟',
          code: 'C000105',
          phone: '139****2222',
          company: '恒通物流',
          level: '普通',
          button: choose('b'),
        },
      ],
      cancel,
    }),
  },
  {
    name: 'customer not found',
    card: customerNotFoundCard({
      said: '李健国',
      near: [{ label: '李建国', press: { action: 'resume', input: {} } }],
      create: { label: '', press: { action: 'say', input: {} } },
      cancel,
    }),
  },
]
