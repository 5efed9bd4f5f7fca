// Cards of the gap list: what the understanding missed and what people put right, without the people in it.

import {
  type Button,
  type Card,
  join,
  type ListItem,
  type Node,
  type Option,
  type Press,
  type Sample,
  say,
  type Words,
} from './kit/index.ts'

/** One gap. */
export interface GapLine {
  readonly at: Words
  readonly kind: Words
  readonly text: string
  /** The intent as which it was read. */
  readonly guess: string
  /** The intent that was meant; null where nobody said. */
  readonly chosen: string | null
  /** Fields that were changed or filled in. */
  readonly fields: readonly string[]
}

/** A page of the list. */
export function gapListCard(list: {
  readonly total: number
  /** The kind that is shown; null for all. */
  readonly of: Words | null
  readonly lines: readonly GapLine[]
  readonly kinds: readonly Option[]
  readonly pick: Press
  readonly buttons: readonly Button[]
}): Card {
  const title = say('未识别和被更正的消息', 'Missed and put right')
  return {
    heading: {
      title,
      subtitle: join([
        ...(list.of === null ? [] : [list.of, say('，', ', ')]),
        say(`共 ${list.total} 条，不含个人信息`, `${list.total} in all, without personal data`),
      ]),
      tone: 'info',
    },
    summary: title,
    nodes: [
      list.lines.length === 0
        ? { node: 'text', text: say('没有记录。', 'There is nothing on record.'), tone: 'muted' }
        : { node: 'list', items: list.lines.map(toItem) },
      ...(list.total === 0 && list.of === null ? [] : [kindSelect(list)]),
      ...(list.buttons.length === 0 ? [] : [{ node: 'buttons' as const, buttons: list.buttons }]),
    ],
  }
}

function kindSelect({ kinds, pick }: { readonly kinds: readonly Option[]; readonly pick: Press }): Node {
  const all: Option = { value: 'all', label: say('全部', 'All') }
  return {
    node: 'select',
    name: 'kind',
    placeholder: say('按类别查看', 'Show one kind'),
    options: [all, ...kinds],
    press: pick,
  }
}

function toItem({ at, kind, text, guess, chosen, fields }: GapLine): ListItem {
  const read = say(`读作 ${guess}`, `Read as ${guess}`)
  const meant = chosen === null ? [] : [say(`，实为 ${chosen}`, `, meant ${chosen}`)]
  const changed =
    fields.length === 0 ? [] : [say(`，改了 ${fields.join('、')}`, `, changed ${fields.join(', ')}`)]
  return { title: text, detail: join([read, ...meant, ...changed]), note: at, tags: [{ text: kind }] }
}

const tap = (zh: string, en: string): Button => ({
  label: say(zh, en),
  press: { action: 'sample', input: {} },
})
const at = say('11月21日（周六）10:02', 'Sat 21 Nov 10:02')

export const samples: readonly Sample[] = [
  {
    name: 'gap list',
    card: gapListCard({
      total: 23,
      of: null,
      lines: [
        {
          at,
          kind: say('已选定', 'Chosen'),
          text: '[name]那边怎么样了',
          guess: 'followup.list',
          chosen: 'customer.find',
          fields: [],
        },
        {
          at,
          kind: say('被修改', 'Edited'),
          text: '见了[name]，约下周来网点',
          guess: 'followup.log',
          chosen: null,
          fields: ['next_at', 'channel'],
        },
        {
          at,
          kind: say('未识别', 'Missed'),
          text: '捋一捋上周的单子',
          guess: 'unknown',
          chosen: null,
          fields: [],
        },
      ],
      kinds: [{ value: 'missed', label: say('未识别', 'Missed') }],
      pick: { action: 'sample', input: {} },
      buttons: [tap('导出', 'Export'), tap('下一页', 'Next')],
    }),
  },
  {
    name: 'gap list, empty',
    card: gapListCard({
      total: 0,
      of: null,
      lines: [],
      kinds: [],
      pick: { action: 'sample', input: {} },
      buttons: [],
    }),
  },
]
