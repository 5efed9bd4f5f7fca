// Cards about being away: the days and the deputy of a person, the form for new ones, and the word to whoever stands in.

import { type Button, type Card, join, type Option, type Sample, say, type Words } from './kit/index.ts'
import { noticeCard } from './notice.ts'

/** Days off of a person. */
export interface AbsenceLine {
  readonly days: Words
  readonly deputy: Words
  readonly buttons: readonly Button[]
}

/** What is entered, and the form for more. `deputies` may be empty: then nobody can be named. */
export function absencesCard(absences: {
  readonly lines: readonly AbsenceLine[]
  readonly deputies: readonly Option[]
  readonly today: string
  readonly save: Button
  readonly note?: Words
}): Card {
  const { lines, deputies, today, save, note } = absences
  const choice =
    deputies.length === 0
      ? []
      : [{ field: 'choice', name: 'deputy', label: say('代理人', 'Deputy'), options: deputies } as const]
  return {
    heading: { title: say('请假与代理', 'Leave and deputy'), tone: 'info' },
    summary: say('请假与代理', 'Leave and deputy'),
    nodes: [
      ...(note === undefined ? [] : [{ node: 'text', text: note, tone: 'good' } as const]),
      ...(lines.length === 0
        ? [{ node: 'text', text: say('没有登记请假。', 'No leave is entered.'), tone: 'muted' } as const]
        : [
            {
              node: 'list',
              items: lines.map(({ days, deputy, buttons }) => ({ title: days, detail: deputy, buttons })),
            } as const,
          ]),
      { node: 'divider' },
      {
        node: 'form',
        name: 'absence',
        fields: [
          { field: 'date', name: 'from', label: say('从', 'From'), required: true, value: today },
          {
            field: 'date',
            name: 'to',
            label: say('到（含）', 'To (included)'),
            required: true,
            value: today,
          },
          ...choice,
        ],
        buttons: [save],
      },
      {
        node: 'text',
        text: say(
          '请假期间，审批和提醒交给代理人。',
          'While you are away, approvals and reminders go to the deputy.',
        ),
        tone: 'muted',
        size: 'small',
      },
    ],
  }
}

/** Whoever stands in is told. */
export function standInCard({ name, days }: { readonly name: string; readonly days: Words }): Card {
  return noticeCard({
    title: say('请您代理', 'You stand in for a colleague'),
    text: join([
      name,
      say(' 请假：', ' is away: '),
      days,
      say('。期间的审批和提醒会发给您。', '. Approvals and reminders come to you.'),
    ]),
  })
}

const press = (label: Words): Button => ({ label, press: { action: 'sample', input: {} } })
const DAYS = say('11月23日 周一 — 11月25日 周三', 'Mon, Nov 23 – Wed, Nov 25')

export const samples: readonly Sample[] = [
  {
    name: 'leave and deputy',
    card: absencesCard({
      lines: [
        {
          days: DAYS,
          deputy: say('代理人：周杰', 'Deputy: 周杰'),
          buttons: [press(say('取消请假', 'Cancel'))],
        },
      ],
      deputies: [{ value: '7', label: '周杰' }],
      today: '2026-11-21',
      save: { ...press(say('保存', 'Save')), tone: 'primary' },
    }),
  },
  { name: 'stand in for a colleague', card: standInCard({ name: '赵强', days: DAYS }) },
]
