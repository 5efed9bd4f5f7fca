// Cards of the breach plan: the question what to freeze, the state of a freeze with what may be done about it, and what
// people who are frozen read. No customer is ever named on them.

import {
  type Button,
  type Card,
  type Fact,
  join,
  type Option,
  type Sample,
  say,
  type Words,
} from './kit/index.ts'
import { noticeCard } from './notice.ts'
import { CODE_FIELD } from './step-up.ts'

const PLAN = say('泄露应急预案', 'Breach plan')

/** What somebody reads whose data is frozen, whatever they ask for. */
export function frozenCard(words: Words): Card {
  return noticeCard({ title: say('资料已冻结', 'Data is frozen'), text: words, tone: 'danger' })
}

/** What to freeze, why, and the code. */
export function askFreezeCard(question: {
  readonly scopes: readonly Option[]
  readonly scope: string
  readonly target: string
  readonly reasons: readonly Option[]
  readonly submit: Button
  readonly cancel: Button
}): Card {
  return {
    heading: { title: PLAN, tone: 'danger' },
    summary: PLAN,
    nodes: [
      {
        node: 'text',
        text: say(
          '提交后立即生效：范围内的客户资料不再显示和发送，导出作废，完整号码隐藏，定时任务暂停。登录和审计照常。需另一位负责人确认；解冻须由另外两人同意。',
          'It takes effect at once: customer data in scope is neither shown nor sent, exports are void, full numbers are hidden, jobs wait. Sign-in and audit go on. A second person confirms; two others must agree to a thaw.',
        ),
      },
      {
        node: 'form',
        name: 'freeze',
        fields: [
          {
            field: 'choice',
            name: 'scope',
            label: say('范围', 'Scope'),
            options: question.scopes,
            value: question.scope,
            required: true,
          },
          {
            field: 'line',
            name: 'target',
            label: say('对象', 'Of whom'),
            placeholder: say(
              '机构号、工号或客户编号；全行留空',
              'Branch code, employee number or customer code',
            ),
            maxLength: 60,
            ...(question.target === '' ? {} : { value: question.target }),
          },
          {
            field: 'choice',
            name: 'reason',
            label: say('原因', 'Reason'),
            options: question.reasons,
            required: true,
          },
          CODE_FIELD,
        ],
        buttons: [question.submit, question.cancel],
      },
    ],
  }
}

/** One freeze as people see it. */
export interface FreezeView {
  readonly label: Words
  readonly reason: Words
  readonly started: Words
  /** Null while no second person confirmed it. */
  readonly confirmed: Words | null
  /** Who asked for the thaw; null while nobody did. */
  readonly thawAsked: Words | null
  /** Null while it is in force. */
  readonly thawed: Words | null
}

/** The state of a freeze, with what the reader may do about it. */
export function freezeCard(freeze: FreezeView, buttons: readonly Button[]): Card {
  const title = freeze.thawed === null ? say('已冻结', 'Frozen') : say('已解冻', 'Thawed')
  return {
    heading: {
      title: join([title, say('：', ': '), freeze.label]),
      tone: freeze.thawed === null ? 'danger' : 'good',
      ...(freeze.thawed === null && freeze.confirmed === null
        ? { tags: [{ text: say('待第二人确认', 'To be confirmed'), tone: 'warning' as const }] }
        : {}),
    },
    summary: PLAN,
    nodes: [
      { node: 'facts', facts: factsOf(freeze) },
      ...(buttons.length === 0 ? [] : [{ node: 'buttons' as const, buttons }]),
    ],
  }
}

function factsOf({ reason, started, confirmed, thawAsked, thawed }: FreezeView): Fact[] {
  return [
    { label: say('原因', 'Reason'), value: reason },
    { label: say('冻结', 'Frozen'), value: started },
    {
      label: say('确认', 'Confirmed'),
      value: confirmed ?? say('等待另一位负责人', 'Waits for a second person'),
    },
    ...(thawAsked === null ? [] : [{ label: say('申请解冻', 'Thaw asked'), value: thawAsked }]),
    ...(thawed === null ? [] : [{ label: say('解冻', 'Thawed'), value: thawed }]),
  ]
}

/** Asks for the code before a confirmation or a thaw. */
export function askCodeCard(asked: {
  readonly freeze: FreezeView
  readonly what: Words
  readonly submit: Button
  readonly back: Button
}): Card {
  return {
    heading: { title: asked.what, subtitle: asked.freeze.label, tone: 'warning' },
    summary: PLAN,
    nodes: [
      { node: 'facts', facts: factsOf(asked.freeze) },
      { node: 'form', name: 'freeze', fields: [CODE_FIELD], buttons: [asked.submit, asked.back] },
    ],
  }
}

/** The freezes in force. */
export function freezeListCard(
  items: readonly { readonly freeze: FreezeView; readonly buttons: readonly Button[] }[],
  buttons: readonly Button[],
): Card {
  const title =
    items.length === 0
      ? say('没有您可处理的冻结', 'No freeze for you to decide about')
      : say(`当前冻结 ${items.length} 项`, `${items.length} in force`)
  return {
    heading: { title, tone: items.length === 0 ? 'good' : 'danger' },
    summary: PLAN,
    nodes: [
      ...(items.length === 0
        ? [
            {
              node: 'text' as const,
              text: say(
                '发现泄露迹象时，请说“启动泄露预案”。',
                'Should you suspect a leak, write “start the breach plan”.',
              ),
            },
          ]
        : [
            {
              node: 'list' as const,
              items: items.map(({ freeze, buttons: own }) => ({
                title: freeze.label,
                detail: join([freeze.reason, ' · ', freeze.started]),
                note:
                  freeze.thawAsked === null
                    ? (freeze.confirmed ?? say('待第二人确认', 'To be confirmed'))
                    : join([say('申请解冻：', 'Thaw asked: '), freeze.thawAsked]),
                ...(own.length === 0 ? {} : { buttons: own }),
              })),
            },
          ]),
      ...(buttons.length === 0 ? [] : [{ node: 'buttons' as const, buttons }]),
    ],
  }
}

/** What became of the messages that waited during a freeze. */
export function backlogCard(backlog: {
  readonly sent: number
  readonly unseen: number
  readonly old: number
}): Card {
  const dropped = backlog.unseen + backlog.old
  return noticeCard({
    title: say('冻结期间的消息', 'Messages held by the freeze'),
    text: say(
      `补发 ${backlog.sent} 条，丢弃 ${dropped} 条（权限已变化 ${backlog.unseen} 条，超过一天 ${backlog.old} 条）。需要的内容请重新查询。`,
      `${backlog.sent} are sent now, ${dropped} were dropped (${backlog.unseen} no longer yours to see, ${backlog.old} older than a day). Please ask again for what you need.`,
    ),
    tone: dropped === 0 ? 'info' : 'warning',
  })
}

const tap = (label: Words, tone?: Button['tone']): Button => ({
  label,
  press: { action: 'sample', input: {} },
  ...(tone === undefined ? {} : { tone }),
})
const view: FreezeView = {
  label: say('唐山分行营业部路北支行（TS02）', 'Branch TS02 路北支行'),
  reason: say('疑似资料外泄', 'Suspected leak of data'),
  started: say('11月21日 10:32 孙航', '21 Nov 10:32 孙航'),
  confirmed: null,
  thawAsked: null,
  thawed: null,
}

export const samples: readonly Sample[] = [
  {
    name: 'what is frozen, to somebody who asks',
    card: frozenCard(
      say(
        '泄露应急冻结中：暂停查看和修改客户资料，没有执行任何操作。',
        'Frozen after a suspected breach: customer data can be neither seen nor changed, and nothing was done.',
      ),
    ),
  },
  {
    name: 'what to freeze',
    card: askFreezeCard({
      scopes: [{ value: 'bank', label: say('全行', 'The whole bank') }],
      scope: 'bank',
      target: '',
      reasons: [{ value: 'leak', label: say('疑似资料外泄', 'Suspected leak of data') }],
      submit: tap(say('确认冻结', 'Confirm'), 'danger'),
      cancel: tap(say('取消', 'Cancel')),
    }),
  },
  {
    name: 'frozen, to be confirmed',
    card: freezeCard(view, [
      tap(say('确认冻结', 'Confirm'), 'danger'),
      tap(say('申请解冻', 'Ask for a thaw')),
    ]),
  },
  {
    name: 'thawed',
    card: freezeCard(
      {
        ...view,
        confirmed: say('11月21日 10:40 何梅', '21 Nov 10:40 何梅'),
        thawAsked: say('11月21日 15:02 周凯', '21 Nov 15:02 周凯'),
        thawed: say('11月21日 15:10 吴静', '21 Nov 15:10 吴静'),
      },
      [],
    ),
  },
  {
    name: 'code before a thaw',
    card: askCodeCard({
      freeze: view,
      what: say('申请解冻', 'Ask for a thaw'),
      submit: tap(say('确认解冻', 'Confirm'), 'primary'),
      back: tap(say('取消', 'Cancel')),
    }),
  },
  {
    name: 'freezes in force',
    card: freezeListCard(
      [{ freeze: view, buttons: [tap(say('确认冻结', 'Confirm'))] }],
      [tap(say('冻结报告', 'Incident report'))],
    ),
  },
  { name: 'no freeze to decide about', card: freezeListCard([], []) },
  { name: 'messages after a thaw', card: backlogCard({ sent: 4, unseen: 1, old: 2 }) },
]
