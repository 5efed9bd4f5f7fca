// Cards by which a customer is found: the choice among several, nobody found, the whole picture of one, and lists.

import { type Button, type Card, join, type ListItem, type Sample, say, type Words } from './kit/index.ts'
import { noticeCard } from './notice.ts'

/** A customer among several that fit. */
export interface CustomerChoice {
  readonly name: string
  readonly code: string
  /** Masked. */
  readonly phone: string | null
  readonly company: string | null
  readonly level: Words | null
  readonly lastContact: Words | null
  readonly button: Button
}

/** Which of several customers is meant: each line with its own button. */
export function chooseCustomerCard(question: {
  readonly said: string
  readonly total: Words
  readonly choices: readonly CustomerChoice[]
  readonly turning: readonly Button[]
  readonly cancel: Button
}): Card {
  return {
    heading: {
      title: say('请选择客户', 'Which customer?'),
      subtitle: join([
        say('“', '“'),
        question.said,
        say('”对应 ', '” fits '),
        question.total,
        say(' 位客户', ' customers'),
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
      { node: 'list', items: question.choices.map(toItem) },
      { node: 'buttons', buttons: [...question.turning, question.cancel] },
    ],
  }
}

function toItem({ name, code, phone, company, level, lastContact, button }: CustomerChoice): ListItem {
  const note: Words =
    lastContact === null
      ? code
      : join(
          [code, say('最近联系 ', 'last contact '), lastContact].map((part, index) =>
            index === 1 ? join([' · ', part]) : part,
          ),
        )
  return {
    title: name,
    detail: [phone, company].filter((part) => part !== null).join(' · '),
    note,
    ...(level === null ? {} : { tags: [{ text: level, tone: 'info' }] }),
    buttons: [button],
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
    buttons: question.create === null ? [question.cancel] : [question.create, question.cancel],
  })
}

/** One customer in a list of those who meet conditions. */
export interface CustomerLine {
  readonly name: string
  readonly code: string
  readonly detail: Words
  readonly level: Words | null
  readonly button: Button
}

/** A page of the customers that meet conditions, under what the bot understood them to be (D15). */
export function customerListCard(list: {
  readonly understood: Words
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly customers: readonly CustomerLine[]
  readonly buttons: readonly Button[]
}): Card {
  const { total, page, pages } = list
  const place: Words = pages <= 1 ? '' : say(`，第 ${page} / ${pages} 页`, `, page ${page} of ${pages}`)
  return {
    heading: {
      title: say('客户清单', 'Customers'),
      subtitle: join([say(`共 ${total} 位`, `${total} in all`), place]),
      tone: 'info',
    },
    summary: say('客户清单', 'Customers'),
    nodes: [
      {
        node: 'text',
        text: join([say('我理解为：', 'I understood: '), list.understood]),
        tone: 'muted',
        size: 'small',
      },
      ...(total === 0
        ? [
            {
              node: 'text' as const,
              text: say(
                '没有符合条件的客户。可以放宽条件再试。',
                'Nobody meets these conditions. Try wider ones.',
              ),
            },
          ]
        : [{ node: 'list' as const, items: list.customers.map(toLineItem) }]),
      ...(list.buttons.length === 0 ? [] : [{ node: 'buttons' as const, buttons: list.buttons }]),
    ],
  }
}

function toLineItem({ name, code, detail, level, button }: CustomerLine): ListItem {
  return {
    title: name,
    detail,
    note: code,
    buttons: [button],
    ...(level === null ? {} : { tags: [{ text: level, tone: 'info' }] }),
  }
}

const press = (label: Words): Button => ({ label, press: { action: 'resume', input: { pending: 'p' } } })
const cancel = press(say('取消', 'Cancel'))
const choose: Button = { ...press(say('选择', 'Choose')), tone: 'primary' }

export const samples: readonly Sample[] = [
  {
    name: 'choose a customer',
    card: chooseCustomerCard({
      said: '张伟',
      total: '2',
      choices: [
        {
          name: '张伟',
          code: 'C000104',
          phone: '139****1111',
          company: '唐山瑞丰建材',
          level: 'VIP',
          lastContact: say('昨天', 'yesterday'),
          button: choose,
        },
        {
          name: '张伟',
          code: 'C000105',
          phone: '139****2222',
          company: '恒通物流',
          level: say('普通', 'Regular'),
          lastContact: null,
          button: choose,
        },
      ],
      turning: [],
      cancel,
    }),
  },
  {
    name: 'customer not found',
    card: customerNotFoundCard({
      said: '李健国',
      near: [press('李建国')],
      create: press(say('新建客户', 'New customer')),
      cancel,
    }),
  },
  {
    name: 'list of customers',
    card: customerListCard({
      understood: say('标签 高净值 · 30 天未联系', 'tag 高净值 · not contacted for 30 days'),
      total: 12,
      page: 1,
      pages: 2,
      customers: [
        {
          name: '李建国',
          code: 'C000001',
          detail: say('最近联系 10月2日', 'last contact 2 Oct'),
          level: 'VIP',
          button: press(say('查看', 'Open')),
        },
      ],
      buttons: [press(say('下一页', 'Next')), press(say('导出', 'Export'))],
    }),
  },
]
