// Cards about opportunities: one as it stands, a move from stage to stage, the question before it, lists and the funnel.

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
  type Tag,
  type Tone,
  type Words,
} from './kit/index.ts'

/** An opportunity as its reader may see it. */
export interface OpportunityView {
  readonly name: Words
  readonly customer: Words
  readonly product: Words
  readonly amount: Words | null
  readonly stage: Words
  readonly close: Words | null
  readonly reason: Words | null
  readonly state: 'open' | 'won' | 'lost'
}

/** What has just become of an opportunity. */
export type OpportunityNews = 'created' | 'changed' | 'shown'

const NEWS: Readonly<Record<OpportunityNews, { readonly title: Words; readonly tone: Tone }>> = {
  created: { title: say('已新建商机', 'Opportunity created'), tone: 'good' },
  changed: { title: say('商机已更新', 'Opportunity changed'), tone: 'good' },
  shown: { title: say('商机现状', 'The opportunity as it stands'), tone: 'info' },
}

/** One value before and after a change. */
export interface Difference {
  readonly label: Words
  readonly before: Words
  readonly after: Words
}

/** One opportunity with what became of it; where something changed, before and after. */
export function opportunityCard(
  news: OpportunityNews,
  view: OpportunityView,
  parts: {
    readonly differences?: readonly Difference[]
    readonly note?: Words
    readonly buttons: readonly Button[]
  },
): Card {
  const { title, tone } = NEWS[news]
  return {
    heading: { title, tone, tags: tagsOf(view) },
    summary: title,
    nodes: [
      { node: 'text', text: view.name, size: 'large' },
      ...changesOf(parts.differences ?? []),
      { node: 'facts', facts: factsOf(view) },
      ...(parts.note === undefined
        ? []
        : [{ node: 'text', text: parts.note, tone: 'muted', size: 'small' } as const]),
      ...rowOf(parts.buttons),
    ],
  }
}

/** A move that was made: the stage before and the stage after. */
export function movedCard(
  view: OpportunityView,
  parts: {
    readonly differences: readonly Difference[]
    readonly note?: Words
    readonly buttons: readonly Button[]
  },
): Card {
  const title =
    view.state === 'won'
      ? say('恭喜成交', 'Deal won')
      : view.state === 'lost'
        ? say('商机已关闭', 'Opportunity closed')
        : say('商机已推进', 'Opportunity moved')
  const card = opportunityCard('changed', view, parts)
  return {
    ...card,
    heading: { ...card.heading, title, tone: view.state === 'lost' ? 'muted' : 'good' },
    summary: title,
  }
}

/** A question about an opportunity before anything is saved. */
export function askOpportunityCard(question: {
  readonly title: Words
  readonly text: Words
  readonly view?: OpportunityView
  readonly differences?: readonly Difference[]
  readonly fields: readonly Field[]
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: { title: question.title, tone: 'warning' },
    summary: question.title,
    nodes: [
      ...(question.view === undefined
        ? []
        : [{ node: 'text', text: question.view.name, size: 'large' } as const]),
      ...changesOf(question.differences ?? []),
      { node: 'text', text: question.text, tone: 'muted', size: 'small' },
      ...(question.fields.length === 0
        ? rowOf(question.buttons)
        : [
            {
              node: 'form',
              name: 'opportunity',
              fields: question.fields,
              buttons: question.buttons,
            } as const,
          ]),
    ],
  }
}

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
    summary: list.title,
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

/** The funnel: how much stands in each stage, as a chart and as numbers. */
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
          form: 'funnel',
          title: say('各阶段商机数', 'Opportunities by stage'),
          values: funnel.stages.map(({ stage, count }) => ({ label: stage, value: count })),
        },
      },
      {
        node: 'table',
        columns: [
          { name: 'stage', title: say('阶段', 'Stage') },
          { name: 'count', title: say('商机数', 'Count'), kind: 'number' },
          { name: 'amount', title: say('金额', 'Amount') },
        ],
        rows: funnel.stages.map(({ stage, count, amount }) => ({ stage, count, amount })),
      },
      ...rowOf(funnel.buttons),
    ],
  }
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

function factsOf(view: OpportunityView): readonly Fact[] {
  return [
    { label: say('客户', 'Customer'), value: view.customer },
    { label: say('产品', 'Product'), value: view.product },
    { label: say('金额', 'Amount'), value: view.amount },
    { label: say('阶段', 'Stage'), value: view.stage },
    { label: say('预计成交', 'Expected close'), value: view.close },
    { label: say('原因', 'Reason'), value: view.reason },
  ].flatMap((fact) => (fact.value === null ? [] : [{ label: fact.label, value: fact.value }]))
}

function changesOf(differences: readonly Difference[]): Node[] {
  if (differences.length === 0) return []
  return [
    {
      node: 'facts',
      facts: differences.map(({ label, before, after }) => ({
        label,
        value: join([before, ' → ', after]),
        tone: 'info',
      })),
    },
  ]
}

function tagsOf(view: OpportunityView): readonly Tag[] {
  if (view.state === 'open') return []
  return [
    view.state === 'won'
      ? { text: say('成交', 'Won'), tone: 'good' }
      : { text: say('失败', 'Lost'), tone: 'muted' },
  ]
}

function rowOf(buttons: readonly Button[]): Node[] {
  return buttons.length === 0 ? [] : [{ node: 'buttons', buttons }]
}

const sampleView: OpportunityView = {
  name: '李建国-3年期大额存单-50万',
  customer: '李建国',
  product: '3年期大额存单',
  amount: say('50万', '¥500K'),
  stage: say('需求分析', 'Needs analysis'),
  close: say('11月30日（周一）', 'Mon 30 Nov'),
  reason: null,
  state: 'open',
}
const tap = (label: Words, tone: Button['tone'] = 'plain'): Button => ({
  label,
  tone,
  press: { action: 'sample', input: {} },
})
const stageChange: Difference = {
  label: say('阶段', 'Stage'),
  before: say('需求分析', 'Needs analysis'),
  after: say('方案提供', 'Proposal'),
}

export const samples: readonly Sample[] = [
  {
    name: 'opportunity created',
    card: opportunityCard('created', sampleView, {
      buttons: [tap(say('推进', 'Move on'), 'primary'), tap(say('修改', 'Edit')), tap(say('撤销', 'Undo'))],
    }),
  },
  {
    name: 'opportunity moved',
    card: movedCard(
      { ...sampleView, stage: say('方案提供', 'Proposal') },
      {
        differences: [stageChange],
        buttons: [
          tap(say('建任务：回访方案意见', 'Task: ask about the proposal'), 'primary'),
          tap(say('撤销', 'Undo')),
        ],
      },
    ),
  },
  {
    name: 'opportunity won',
    card: movedCard(
      { ...sampleView, stage: say('成交', 'Won'), state: 'won' },
      { differences: [{ ...stageChange, after: say('成交', 'Won') }], buttons: [tap(say('撤销', 'Undo'))] },
    ),
  },
  {
    name: 'ask before losing',
    card: askOpportunityCard({
      title: say('确认丢单？', 'Lost?'),
      text: say('确认之前不会保存。', 'Nothing is saved before you confirm.'),
      view: sampleView,
      differences: [{ ...stageChange, after: say('失败', 'Lost') }],
      fields: [{ field: 'line', name: 'reason', label: say('原因', 'Reason'), required: true }],
      buttons: [tap(say('确认', 'Confirm'), 'primary'), tap(say('取消', 'Cancel'))],
    }),
  },
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
