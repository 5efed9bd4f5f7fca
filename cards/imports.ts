// Cards about lists of customers that come in as a file: what was checked, and what was written.

import { type Button, type Card, type Sample, say, type Words } from './kit/index.ts'

/** What became of a list, or would. */
export interface ImportCounts {
  readonly good: number
  readonly bad: number
  readonly known: number
}

/** A row that cannot be taken in. */
export interface BadRow {
  /** Number of the row in the file, the header being row 1. */
  readonly row: number
  readonly reason: Words
}

/** What was found in a file before anything is written (S26, D19), or what was written of it. */
export function importCard(checked: {
  readonly title: Words
  readonly file: string
  readonly counts: ImportCounts
  readonly rows: readonly BadRow[]
  /** Rows that are left out of the card. */
  readonly more: number
  readonly note: Words
  readonly buttons: readonly Button[]
}): Card {
  const { counts, rows, more } = checked
  return {
    heading: {
      title: checked.title,
      subtitle: checked.file,
      tone: counts.bad + counts.known > 0 ? 'warning' : 'info',
    },
    summary: checked.title,
    nodes: [
      {
        node: 'figures',
        figures: [
          { label: say('成功', 'Good'), value: String(counts.good), tone: 'good' },
          {
            label: say('失败', 'Failed'),
            value: String(counts.bad),
            tone: counts.bad > 0 ? 'danger' : 'muted',
          },
          {
            label: say('重复', 'Known'),
            value: String(counts.known),
            tone: counts.known > 0 ? 'warning' : 'muted',
          },
        ],
      },
      ...(rows.length === 0
        ? []
        : [
            {
              node: 'list' as const,
              items: rows.map(({ row, reason }) => ({
                title: say(`第 ${row} 行`, `Row ${row}`),
                detail: reason,
              })),
            },
          ]),
      ...(more === 0
        ? []
        : [
            {
              node: 'text' as const,
              text: say(`另有 ${more} 行`, `${more} more rows`),
              tone: 'muted' as const,
            },
          ]),
      { node: 'text', text: checked.note, tone: 'muted', size: 'small' },
      ...(checked.buttons.length === 0 ? [] : [{ node: 'buttons' as const, buttons: checked.buttons }]),
    ],
  }
}

const press = (label: Words): Button => ({ label, press: { action: 'resume', input: { pending: 'p' } } })

export const samples: readonly Sample[] = [
  {
    name: 'a list was checked',
    card: importCard({
      title: say('导入检查', 'Import check'),
      file: '名单.csv',
      counts: { good: 18, bad: 2, known: 1 },
      rows: [
        { row: 5, reason: say('手机号不能识别', 'the phone cannot be read') },
        { row: 9, reason: say('缺姓名', 'no name') },
        { row: 12, reason: say('重复：手机号已登记', 'known: the phone is on record') },
      ],
      more: 0,
      note: say('确认之前不会写入任何内容。', 'Nothing is written before you confirm.'),
      buttons: [
        { ...press(say('确认导入 18 位', 'Confirm 18')), tone: 'primary' },
        press(say('取消', 'Cancel')),
      ],
    }),
  },
]
