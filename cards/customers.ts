// Cards by which a customer is found: the choice among several, nobody found, the whole picture of one, and lists.

import {
  type Button,
  type Card,
  type Fact,
  join,
  type ListItem,
  type Node,
  type Sample,
  say,
  type Words,
} from './kit/index.ts'
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

/** Everything about one customer that is seen at a glance. Values are shown as this place may see them. */
export interface CustomerProfile {
  readonly name: string
  readonly code: string
  readonly level: Words | null
  readonly tags: readonly string[]
  readonly facts: readonly Fact[]
  readonly openComplaints: number
  readonly holdings: readonly {
    readonly product: string
    readonly amount: Words
    readonly maturesOn: Words | null
  }[]
  readonly followUps: readonly {
    readonly at: Words
    readonly channel: Words | null
    readonly content: string
  }[]
  readonly opportunities: readonly {
    readonly name: string
    readonly amount: Words | null
    readonly stage: Words
    readonly closeOn: Words | null
  }[]
  readonly tickets: readonly {
    readonly number: string
    readonly kind: Words
    readonly status: Words
    readonly content: string
  }[]
  readonly nextTask: { readonly title: string; readonly due: Words | null } | null
  readonly buttons: readonly Button[]
}

/** The whole picture of one customer (S19, D4). */
export function customerProfileCard(profile: CustomerProfile): Card {
  const { name, code, level, tags } = profile
  return {
    heading: {
      title: name,
      subtitle: code,
      tone: profile.openComplaints > 0 ? 'danger' : 'info',
      tags: [
        ...(level === null ? [] : [{ text: level, tone: 'info' as const }]),
        ...tags.map((text) => ({ text })),
      ],
    },
    summary: say('客户概览', 'Customer overview'),
    nodes: [
      ...complaints(profile.openComplaints),
      { node: 'facts', facts: profile.facts },
      ...nextStep(profile.nextTask),
      ...section(say('进行中的商机', 'Open opportunities'), profile.opportunities.map(toOpportunityItem)),
      ...section(say('未办结工单', 'Open tickets'), profile.tickets.map(toTicketItem)),
      ...section(say('最近跟进', 'Last follow-ups'), profile.followUps.map(toFollowUpItem)),
      ...folded(
        say(`资产（${profile.holdings.length}）`, `Holdings (${profile.holdings.length})`),
        profile.holdings.map(toHoldingItem),
      ),
      ...(profile.buttons.length === 0 ? [] : [{ node: 'buttons' as const, buttons: profile.buttons }]),
    ],
  }
}

function complaints(count: number): Node[] {
  if (count === 0) return []
  return [
    {
      node: 'text',
      text: say(
        `有 ${count} 个未办结投诉，营销请先让路。`,
        `${count} open ${count === 1 ? 'complaint' : 'complaints'}: settle that before any marketing.`,
      ),
      tone: 'danger',
    },
  ]
}

function nextStep(task: CustomerProfile['nextTask']): Node[] {
  if (task === null)
    return [{ node: 'text', text: say('下一步：暂无待办。', 'Next step: nothing planned.'), tone: 'muted' }]
  const due = task.due === null ? task.title : join([task.due, ' ', task.title])
  return [{ node: 'text', text: join([say('下一步：', 'Next step: '), due]) }]
}

function section(title: Words, items: readonly ListItem[]): Node[] {
  if (items.length === 0) return []
  return [
    { node: 'text', text: title, tone: 'muted', size: 'small' },
    { node: 'list', items },
  ]
}

function folded(title: Words, items: readonly ListItem[]): Node[] {
  return items.length === 0 ? [] : [{ node: 'panel', title, nodes: [{ node: 'list', items }] }]
}

function toOpportunityItem({
  name,
  amount,
  stage,
  closeOn,
}: CustomerProfile['opportunities'][number]): ListItem {
  return {
    title: name,
    tags: [{ text: stage, tone: 'info' }],
    ...(amount === null ? {} : { detail: amount }),
    ...(closeOn === null ? {} : { note: join([say('预计成交 ', 'Expected close '), closeOn]) }),
  }
}

function toTicketItem({ number, kind, status, content }: CustomerProfile['tickets'][number]): ListItem {
  return { title: join([number, ' ', kind]), detail: content, tags: [{ text: status, tone: 'warning' }] }
}

function toFollowUpItem({ at, channel, content }: CustomerProfile['followUps'][number]): ListItem {
  return { title: channel === null ? at : join([at, ' ', channel]), detail: content }
}

function toHoldingItem({ product, amount, maturesOn }: CustomerProfile['holdings'][number]): ListItem {
  return {
    title: product,
    detail: amount,
    ...(maturesOn === null ? {} : { note: join([maturesOn, say('到期', ' matures')]) }),
  }
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
  readonly turning: readonly Button[]
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
      ...(list.turning.length === 0 ? [] : [{ node: 'buttons' as const, buttons: list.turning }]),
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
    name: 'customer',
    card: customerProfileCard({
      name: '李建国',
      code: 'C000001',
      level: 'VIP',
      tags: ['高净值'],
      facts: [
        { label: say('手机号', 'Phone'), value: '138****1234' },
        { label: say('单位', 'Company'), value: '唐山宏远机电' },
        { label: say('生日', 'Birthday'), value: say('5月12日', '12 May') },
      ],
      openComplaints: 1,
      holdings: [
        { product: '结构性存款', amount: say('50万', '¥500K'), maturesOn: say('12月11日', '11 Dec') },
      ],
      followUps: [
        {
          at: say('昨天 10:30', 'yesterday 10:30'),
          channel: say('电话', 'Phone'),
          content: '询问3年期大额存单利率。',
        },
      ],
      opportunities: [
        {
          name: '李建国-3年期大额存单-50万',
          amount: say('50万', '¥500K'),
          stage: say('需求分析', 'Needs analysis'),
          closeOn: say('12月21日', '21 Dec'),
        },
      ],
      tickets: [
        {
          number: 'T1031',
          kind: say('投诉', 'Complaint'),
          status: say('处理中', 'Open'),
          content: '手机银行转账失败',
        },
      ],
      nextTask: { title: '网点详谈', due: say('周三 14:00', 'Wed 14:00') },
      buttons: [
        press(say('记跟进', 'Log follow-up')),
        press(say('建任务', 'New task')),
        press(say('建商机', 'New opportunity')),
      ],
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
      turning: [press(say('下一页', 'Next'))],
    }),
  },
]
