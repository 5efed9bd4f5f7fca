// Cards of the regular posts: the personal one of the morning, the team's of the evening, and what is subscribed to.

import {
  type Button,
  type Card,
  type Chart,
  join,
  type ListItem,
  type Node,
  type Sample,
  say,
  type Words,
} from './kit/index.ts'
import { noticeCard } from './notice.ts'

/** A number with how it compares. */
export interface Figure {
  readonly label: Words
  readonly value: Words
  readonly note: Words
}

/** One line of what matters today, or of what is going wrong. */
export interface DigestLine {
  readonly title: Words
  readonly detail: Words | null
  readonly note: Words | null
  readonly tag: { readonly text: Words; readonly tone: 'info' | 'warning' | 'danger' | 'good' }
  readonly buttons: readonly Button[]
}

/** The morning card: three numbers, at most three warnings, at most ten lines in the order in which to do them (D7). */
export function personalDigestCard(digest: {
  readonly name: string
  readonly day: Words
  readonly figures: readonly Figure[]
  readonly warnings: readonly DigestLine[]
  readonly lines: readonly DigestLine[]
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: {
      title: join([digest.name, say(' · 今日简报', ' · today')]),
      subtitle: digest.day,
      tone: 'info',
    },
    summary: say('今日简报', 'Your digest for today'),
    nodes: [
      { node: 'figures', figures: digest.figures },
      ...titled(say('需要留意', 'Mind this'), digest.warnings),
      ...(digest.lines.length === 0
        ? [{ node: 'text', text: say('今天没有待办。', 'Nothing to do today.'), tone: 'good' } as const]
        : titled(say('今天先做', 'First today'), digest.lines)),
      ...rowOf(digest.buttons),
    ],
  }
}

function titled(title: Words, lines: readonly DigestLine[]): readonly Node[] {
  if (lines.length === 0) return []
  return [
    { node: 'text', text: title, size: 'large' },
    { node: 'list', items: lines.map(toItem) },
  ]
}

function toItem({ title, detail, note, tag, buttons }: DigestLine): ListItem {
  const said = [detail, note].filter((words) => words !== null)
  return {
    title,
    ...(said.length === 0 ? {} : { detail: join(said, ' · ') }),
    tags: [tag],
    buttons,
  }
}

function rowOf(buttons: readonly Button[]): readonly Node[] {
  return buttons.length === 0 ? [] : [{ node: 'buttons', buttons }]
}

/** A row of the team's table: a person, or a team where a branch looks. */
export interface TeamRow {
  readonly name: string
  readonly today: number
  readonly week: number
  readonly opportunities: number
  readonly overdue: number
}

/** The evening card: figures, the week as a chart, a row each. It never holds a customer's name (D8). */
export function teamDigestCard(digest: {
  readonly name: Words
  readonly day: Words
  readonly figures: readonly Figure[]
  readonly trend: Words
  readonly chart: Chart
  readonly rows: readonly TeamRow[]
  readonly buttons: readonly Button[]
}): Card {
  return {
    heading: {
      title: join([digest.name, say(' · 团队简报', ' · team digest')]),
      subtitle: digest.day,
      tone: 'info',
    },
    summary: say('团队简报', 'Team digest'),
    nodes: [
      { node: 'figures', figures: digest.figures },
      { node: 'text', text: digest.trend },
      { node: 'chart', chart: digest.chart },
      {
        node: 'table',
        columns: TEAM_COLUMNS,
        rows: digest.rows.map(({ name, ...counts }) => ({ who: name, ...counts })),
      },
      ...rowOf(digest.buttons),
    ],
  }
}

const TEAM_COLUMNS = [
  { name: 'who', title: say('姓名', 'Name') },
  { name: 'today', title: say('今日跟进', 'Contacts today'), kind: 'number' },
  { name: 'week', title: say('本周跟进', 'This week'), kind: 'number' },
  { name: 'opportunities', title: say('本周新商机', 'New deals'), kind: 'number' },
  { name: 'overdue', title: say('过期任务', 'Overdue tasks'), kind: 'number' },
] as const

/** What is subscribed to now, and when it comes next. */
export function subscribedCard(subscription: {
  readonly what: Words
  readonly when: Words
  readonly next: Words
  readonly where: Words
  readonly buttons: readonly Button[]
}): Card {
  return noticeCard({
    title: say('已订阅', 'Subscribed'),
    tone: 'good',
    nodes: [
      {
        node: 'facts',
        facts: [
          { label: say('内容', 'What'), value: subscription.what },
          { label: say('时间', 'When'), value: subscription.when },
          { label: say('发送到', 'Where'), value: subscription.where },
          { label: say('下一次', 'Next'), value: subscription.next },
        ],
      },
    ],
    buttons: subscription.buttons,
  })
}

const tap = (zh: string, en: string): Button => ({
  label: say(zh, en),
  press: { action: 'sample', input: {} },
})

export const samples: readonly Sample[] = [
  {
    name: 'personal digest',
    card: personalDigestCard({
      name: '王敏',
      day: say('11月23日（周一）', 'Mon 23 Nov'),
      figures: [
        { label: say('今日待办', 'To do today'), value: '6', note: say('昨天 4', 'yesterday 4') },
        {
          label: say('本周新客户', 'New customers this week'),
          value: '2',
          note: say('上周同期 1', 'last week 1'),
        },
        {
          label: say('30天内到期', 'Maturing in 30 days'),
          value: '3',
          note: say('一周前 2', 'a week ago 2'),
        },
      ],
      warnings: [
        {
          title: say('2 个工单已超时', '2 tickets are overdue'),
          detail: null,
          note: null,
          tag: { text: say('工单', 'Tickets'), tone: 'danger' },
          buttons: [tap('查看', 'Open')],
        },
      ],
      lines: [
        {
          title: '给李秀英发产品资料',
          detail: '李秀英',
          note: say('昨天', 'yesterday'),
          tag: { text: say('已过期', 'Overdue'), tone: 'danger' },
          buttons: [tap('完成', 'Done'), tap('客户', 'Customer')],
        },
        {
          title: '与李建国详谈3年期大额存单',
          detail: '李建国',
          note: say('今天 14:00', 'today 14:00'),
          tag: { text: say('今天', 'Today'), tone: 'info' },
          buttons: [tap('完成', 'Done'), tap('客户', 'Customer')],
        },
        {
          title: say('李建国 · 结构性存款到期', '李建国 · 结构性存款 matures'),
          detail: say('50万', '¥500K'),
          note: say('12月11日（周五）', 'Fri 11 Dec'),
          tag: { text: say('到期', 'Maturing'), tone: 'warning' },
          buttons: [tap('客户', 'Customer')],
        },
      ],
      buttons: [tap('我的待办', 'My tasks')],
    }),
  },
  {
    name: 'team digest',
    card: teamDigestCard({
      name: '零售一组',
      day: say('11月20日（周五）', 'Fri 20 Nov'),
      figures: [
        {
          label: say('今日跟进', 'Contacts today'),
          value: '9',
          note: say('上一工作日 7', 'working day before 7'),
        },
        {
          label: say('本周新商机', 'New deals this week'),
          value: '4',
          note: say('100万–500万', '¥1M–¥5M'),
        },
        { label: say('本周成交', 'Won this week'), value: '1', note: say('10万–50万', '¥100K–¥500K') },
      ],
      trend: say(
        '本周跟进 31 次，比上周同期多 5 次。',
        '31 contacts this week, 5 more than last week by now.',
      ),
      chart: {
        form: 'bar',
        title: say('本周每日跟进', 'Contacts by day'),
        values: [6, 5, 4, 7, 9].map((value, index) => ({ label: `11/${16 + index}`, value })),
      },
      rows: [
        { name: '王敏', today: 5, week: 17, opportunities: 3, overdue: 1 },
        { name: '李磊', today: 4, week: 14, opportunities: 1, overdue: 0 },
      ],
      buttons: [tap('团队待办', 'Team tasks')],
    }),
  },
  {
    name: 'subscribed',
    card: subscribedCard({
      what: say('个人简报', 'Personal digest'),
      when: say('每个工作日 08:30', 'working days at 08:30'),
      where: say('与我的私聊', 'our private chat'),
      next: say('11月23日（周一）08:30', 'Mon 23 Nov 08:30'),
      buttons: [tap('退订', 'Unsubscribe')],
    }),
  },
]
