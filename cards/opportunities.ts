// Cards about one opportunity: as it stands, a move from stage to stage, and the question before it.

import {
  type Button,
  type Card,
  type Fact,
  type Field,
  inLanguage,
  join,
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
      { node: 'facts', facts: withoutChanged(factsOf(view), parts.differences ?? []) },
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
    heading: { title, tone: view.state === 'lost' ? 'muted' : 'good' },
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
    summary: say('商机待确认', 'An opportunity to check'),
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

/** What stands above as before and after is not said again. */
function withoutChanged(facts: readonly Fact[], differences: readonly Difference[]): readonly Fact[] {
  const changed = new Set(differences.map(({ label }) => inLanguage(label, 'zh')))
  return facts.filter(({ label }) => !changed.has(inLanguage(label, 'zh')))
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

/** The tag of a sale that is over. */
export function tagsOf(view: OpportunityView): readonly Tag[] {
  if (view.state === 'open') return []
  return [
    view.state === 'won'
      ? { text: say('成交', 'Won'), tone: 'good' }
      : { text: say('失败', 'Lost'), tone: 'muted' },
  ]
}

/** A row of buttons, where there are any. */
export function rowOf(buttons: readonly Button[]): Node[] {
  return buttons.length === 0 ? [] : [{ node: 'buttons', buttons }]
}

/** An opportunity for the samples. */
export const sampleView: OpportunityView = {
  name: '李建国-3年期大额存单-50万',
  customer: '李建国',
  product: '3年期大额存单',
  amount: say('50万', '¥500K'),
  stage: say('需求分析', 'Needs analysis'),
  close: say('11月30日（周一）', 'Mon 30 Nov'),
  reason: null,
  state: 'open',
}
/** A button for the samples. */
export const tap = (label: Words, tone: Button['tone'] = 'plain'): Button => ({
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
]
