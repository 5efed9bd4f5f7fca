// Cards of the audit trail: who did what on a customer, page by page, and a checkpoint of the chain.

import { type Button, type Card, join, type Sample, say, type Words } from './kit/index.ts'

/** A checkpoint: enough for anybody to hold against the trail later. */
export function checkpointCard(checkpoint: {
  readonly seq: number
  readonly hash: string
  readonly at: string
  /** The whole checkpoint as it stands in the file. */
  readonly line: string
}): Card {
  return {
    heading: { title: say('审计链检查点', 'Audit checkpoint'), tone: 'muted' },
    summary: say('审计链检查点', 'Audit checkpoint'),
    nodes: [
      {
        node: 'facts',
        facts: [
          { label: say('已封存', 'Sealed'), value: say(`${checkpoint.seq} 条`, `${checkpoint.seq} entries`) },
          { label: say('校验值', 'Hash'), value: checkpoint.hash.slice(0, 16) },
          { label: say('时间', 'Time'), value: checkpoint.at },
        ],
      },
      { node: 'quote', text: checkpoint.line },
    ],
  }
}

/** One entry of the trail. */
export interface AuditLine {
  readonly at: Words
  readonly who: Words
  readonly deed: Words
  /** Further facts, for instance which field and why. */
  readonly detail: Words | null
  readonly refused: boolean
  /** Whether the entry is the one that was sealed; null while it waits for the sealer. */
  readonly intact: boolean | null
}

/** A page of the trail of one customer. */
export function auditCard(trail: {
  readonly about: Words
  readonly understood: Words | null
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly lines: readonly AuditLine[]
  readonly chain: Words
  readonly turning: readonly Button[]
}): Card {
  const { total, page, pages } = trail
  const place: Words = pages <= 1 ? '' : say(`，第 ${page} / ${pages} 页`, `, page ${page} of ${pages}`)
  const broken = trail.lines.some(({ intact }) => intact === false)
  return {
    heading: {
      title: join([say('审计 ', 'Audit of '), trail.about]),
      subtitle: join([
        ...(trail.understood === null ? [] : [trail.understood, say('，', ', ')]),
        say(`共 ${total} 条`, `${total} entries`),
        place,
      ]),
      tone: broken ? 'danger' : 'info',
    },
    summary: say('审计记录', 'Audit trail'),
    nodes: [
      trail.lines.length === 0
        ? { node: 'text', text: say('没有记录。', 'There is nothing on record.') }
        : { node: 'list', items: trail.lines.map(toItem) },
      {
        node: 'text',
        text: broken
          ? say(
              '有记录与封存时不一致，请立即通知安全负责人，并运行 audit verify。',
              'An entry is not as it was sealed. Tell the security officer at once and run audit verify.',
            )
          : trail.chain,
        tone: broken ? 'danger' : 'muted',
        size: 'small',
      },
      ...(trail.turning.length === 0 ? [] : [{ node: 'buttons' as const, buttons: trail.turning }]),
    ],
  }
}

function toItem({ at, who, deed, detail, refused, intact }: AuditLine) {
  const tags = [
    ...(refused ? [{ text: say('已拒绝', 'Refused'), tone: 'warning' as const }] : []),
    ...(intact === false ? [{ text: say('已被改动', 'Altered'), tone: 'danger' as const }] : []),
    ...(intact === null ? [{ text: say('待封存', 'Unsealed'), tone: 'muted' as const }] : []),
  ]
  return {
    title: join([who, ' · ', deed]),
    note: at,
    ...(detail === null ? {} : { detail }),
    ...(tags.length === 0 ? {} : { tags }),
  }
}

const line = (who: string, deed: Words, more: Partial<AuditLine> = {}): AuditLine => ({
  at: say('11月21日 10:32', '21 Nov 10:32'),
  who,
  deed,
  detail: null,
  refused: false,
  intact: true,
  ...more,
})

export const samples: readonly Sample[] = [
  {
    name: 'audit trail',
    card: auditCard({
      about: 'C000001',
      understood: null,
      total: 23,
      page: 1,
      pages: 3,
      lines: [
        line('王敏', say('查看完整号码', 'Saw a full number'), {
          detail: say('手机号 · 联系客户', 'Phone · to contact the customer'),
          intact: null,
        }),
        line('王敏', say('修改客户', 'Changed the customer')),
        line('李磊', say('查看完整号码', 'Saw a full number'), { refused: true }),
      ],
      chain: say(
        '审计链已封存 12345 条，本页记录与封存时一致。',
        'The chain holds 12345 entries; this page is as it was sealed.',
      ),
      turning: [{ label: say('下一页', 'Next'), press: { action: 'sample', input: {} } }],
    }),
  },
  {
    name: 'audit checkpoint',
    card: checkpointCard({
      seq: 12345,
      hash: '9f2c41d0a7b35e68'.repeat(4),
      at: '2026-11-21T02:32:05.000Z',
      line: '{"seq":12345,"hash":"9f2c41d0a7b35e68…","at":"2026-11-21T02:32:05.000Z"}',
    }),
  },
]
