// Cards about people who come and go by the company's directory: what a leaver leaves behind, for the superior; what was
// found in a comparison, for administrators. Names of employees and counts; customers only for whoever may see them.

import {
  type Button,
  type Card,
  type Fact,
  join,
  type Node,
  type Sample,
  say,
  type Words,
} from './kit/index.ts'

/** A customer to be handed over, as far as the reader may see one. */
export interface LeftCustomer {
  readonly name: Words
  readonly code: string
  readonly buttons: readonly Button[]
}

/** What somebody who lost the access leaves behind. */
export function leaverCard(leaver: {
  readonly name: string
  readonly number: string
  readonly reason: Words
  readonly customers: number
  readonly tasks: number
  readonly opportunities: number
  readonly tickets: number
  readonly approvals: number
  readonly listed: readonly LeftCustomer[]
  readonly buttons: readonly Button[]
}): Card {
  const left = leaver.customers + leaver.tasks + leaver.opportunities + leaver.tickets + leaver.approvals
  const fact = (label: Words, value: number): Fact => ({ label, value: String(value) })
  return {
    heading: { title: say('成员已停用，请安排交接', 'Access has ended: please hand over'), tone: 'warning' },
    summary: say('成员已停用，请安排交接', 'Access has ended: please hand over'),
    nodes: [
      { node: 'text', text: join([leaver.name, ` (${leaver.number}) · `, leaver.reason]) },
      {
        node: 'facts',
        facts: [
          fact(say('客户', 'Customers'), leaver.customers),
          fact(say('未完成任务', 'Open tasks'), leaver.tasks),
          fact(say('进行中的商机', 'Open opportunities'), leaver.opportunities),
          fact(say('未办结的工单', 'Open tickets'), leaver.tickets),
          fact(say('等其审批的申请', 'Waiting for their decision'), leaver.approvals),
        ],
      },
      ...listNodes(leaver.listed),
      ...(left === 0
        ? [{ node: 'text', text: say('没有需要交接的内容。', 'There is nothing to hand over.') } as const]
        : []),
      ...(leaver.buttons.length === 0 ? [] : [{ node: 'buttons', buttons: leaver.buttons } as const]),
    ],
  }
}

function listNodes(listed: readonly LeftCustomer[]): readonly Node[] {
  if (listed.length === 0) return []
  const items = listed.map(({ name, code, buttons }) => ({ title: name, detail: code, buttons }))
  return [{ node: 'divider' }, { node: 'list', items }]
}

/** What a comparison with the directory found, for whoever keeps the people. */
export function directoryNewsCard(news: {
  readonly lines: readonly { readonly title: Words; readonly detail: Words }[]
  readonly more: number
}): Card {
  const more = say(
    `另有 ${news.more} 项，见 directory sync --dry-run`,
    `${news.more} more: directory sync --dry-run`,
  )
  return {
    heading: { title: say('通讯录核对结果', 'Compared with the directory'), tone: 'info' },
    summary: say('通讯录核对结果', 'Compared with the directory'),
    nodes: [
      { node: 'list', items: news.lines.map(({ title, detail }) => ({ title, detail })) },
      ...(news.more === 0 ? [] : [{ node: 'text', text: more, tone: 'muted', size: 'small' } as const]),
    ],
  }
}

const press = (label: Words): Button => ({ label, press: { action: 'sample', input: {} } })

export const samples: readonly Sample[] = [
  {
    name: 'a leaver, for the supervisor',
    card: leaverCard({
      name: '李磊',
      number: '802102',
      reason: say('已离职', 'has left'),
      customers: 40,
      tasks: 6,
      opportunities: 3,
      tickets: 1,
      approvals: 0,
      listed: [
        { name: '赵敏', code: 'C000061', buttons: [press(say('移交', 'Hand over'))] },
        { name: '张伟', code: 'C000062', buttons: [press(say('移交', 'Hand over'))] },
      ],
      buttons: [press(say('下一页', 'Next'))],
    }),
  },
  {
    name: 'compared with the directory',
    card: directoryNewsCard({
      lines: [
        { title: '李磊 · 802102', detail: say('已离职，访问已停止', 'has left; access has ended') },
        {
          title: '林一 · E0010023',
          detail: say('新员工，已加入零售一组', 'is new and was added to 零售一组'),
        },
      ],
      more: 2,
    }),
  },
]
