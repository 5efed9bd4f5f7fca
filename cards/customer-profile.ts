// The card of one customer: the whole picture at a glance (S19, D4).

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

const press = (label: Words): Button => ({ label, press: { action: 'say', input: {} } })

export const samples: readonly Sample[] = [
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
]
