// Cards about several opportunities: a list a page at a time, the funnel, and the choice among those that fit.

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
import { type OpportunityView, rowOf, sampleView, tagsOf, tap } from './opportunities.ts'

/** Opportunities, a page at a time. */
export function opportunityListCard(list: {
  readonly title: Words
  readonly subtitle: Words
  readonly items: readonly { readonly view: OpportunityView; readonly buttons: readonly Button[] }[]
  readonly all: number
  readonly amount: Words
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: { title: list.title, subtitle: list.subtitle, tone: 'info' },
    summary: say('商机', 'Opportunities'),
    nodes: [
      ...(list.all === 0
        ? [{ node: 'text', text: say('没有符合的商机。', 'No opportunity fits.'), tone: 'muted' } as const]
        : [
            {
              node: 'figures',
              figures: [
                { label: say('商机数', 'Opportunities'), value: String(list.all) },
                { label: say('金额合计', 'Total amount'), value: list.amount },
              ],
            } as const,
            listOf(list.items),
          ]),
      ...rowOf(list.buttons),
    ],
  }
}

/** The funnel: how much stands in each stage, as bars (a later stage may well hold more) and as numbers. */
export function funnelCard(funnel: {
  readonly title: Words
  readonly subtitle: Words
  readonly stages: readonly { readonly stage: Words; readonly count: number; readonly amount: Words }[]
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: { title: funnel.title, subtitle: funnel.subtitle, tone: 'info' },
    summary: funnel.title,
    nodes: [
      {
        node: 'chart',
        chart: {
          form: 'rows',
          title: say('各阶段商机数', 'Opportunities by stage'),
          values: funnel.stages.map(({ count }, at) => ({ label: numberOf(at), value: count })),
        },
      },
      {
        node: 'table',
        columns: [
          { name: 'stage', title: say('阶段', 'Stage') },
          { name: 'count', title: say('商机数', 'Count'), kind: 'number' },
          { name: 'amount', title: say('金额', 'Amount'), kind: 'number' },
        ],
        rows: funnel.stages.map(({ stage, count, amount }, at) => ({
          stage: join([numberOf(at), ' ', stage]),
          count,
          amount,
        })),
      },
      ...rowOf(funnel.buttons),
    ],
  }
}

/** ① and on: a chart knows no languages and a phone has no room in it, so the words stand once, in the table below. */
function numberOf(at: number): string {
  return String.fromCodePoint(0x2460 + at)
}

/** Which of several opportunities is meant. */
export function chooseOpportunityCard(question: {
  readonly choices: readonly { readonly view: OpportunityView; readonly button: Button }[]
  readonly more: number
  readonly cancel: Button
}): Card {
  const title = say('请选择商机', 'Which opportunity?')
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
                `另有 ${question.more} 个，请说得更具体些。`,
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

function listOf(
  items: readonly { readonly view: OpportunityView; readonly buttons: readonly Button[] }[],
): Node {
  return {
    node: 'list',
    items: items.map(
      ({ view, buttons }): ListItem => ({
        title: view.name,
        detail: join(
          [view.stage, view.amount].filter((part) => part !== null),
          ' · ',
        ),
        ...(view.close === null ? {} : { note: join([say('预计成交 ', 'expected close '), view.close]) }),
        tags: tagsOf(view),
        buttons,
      }),
    ),
  }
}

export const samples: readonly Sample[] = [
  {
    name: 'opportunity list',
    card: opportunityListCard({
      title: say('我的商机', 'My opportunities'),
      subtitle: say('进行中', 'open'),
      items: [
        { view: sampleView, buttons: [tap(say('推进', 'Move on'))] },
        {
          view: { ...sampleView, name: '冀东装备-代发工资', amount: null, close: null },
          buttons: [tap(say('推进', 'Move on'))],
        },
      ],
      all: 12,
      amount: say('1.2亿', '¥120M'),
      buttons: [tap(say('下一页', 'Next'))],
    }),
  },
  {
    name: 'funnel',
    card: funnelCard({
      title: say('商机漏斗', 'Funnel'),
      subtitle: say('进行中', 'open'),
      stages: [
        { stage: say('初步接触', 'Initial contact'), count: 18, amount: say('930万', '¥9.3M') },
        { stage: say('需求分析', 'Needs analysis'), count: 11, amount: say('620万', '¥6.2M') },
        { stage: say('方案提供', 'Proposal'), count: 6, amount: say('410万', '¥4.1M') },
        { stage: say('谈判签约', 'Negotiation'), count: 2, amount: say('150万', '¥1.5M') },
      ],
      buttons: [tap(say('初步接触', 'Initial contact')), tap(say('需求分析', 'Needs analysis'))],
    }),
  },
  {
    name: 'choose an opportunity',
    card: chooseOpportunityCard({
      choices: [{ view: sampleView, button: tap(say('选择', 'Choose'), 'primary') }],
      more: 0,
      cancel: tap(say('取消', 'Cancel')),
    }),
  },
]
