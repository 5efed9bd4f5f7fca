// gap.list: what the understanding missed and what people put right, for the administrator, to read and as a file.

import { z } from 'zod'
import { gapListCard } from '../../../cards/gaps.ts'
import { type Button, say } from '../../../cards/kit/index.ts'
import { showMoment } from '../../core/calendar.ts'
import { type Access, defineAction, defineCapability } from '../../core/capability.ts'
import { GAP_KINDS } from '../../core/gap.ts'
import type { CardOutcome } from '../../core/outcome.ts'
import { assertPrivate } from '../../core/private-chat.ts'
import type { Turn } from '../../storage/turn.ts'
import { toGapFile } from './gap-file.ts'
import { countGaps, type GapRow, listGaps } from './store.ts'
import { KIND_WORDS } from './words.ts'

const READERS: Access = { mode: 'read', roles: ['administrator'] }
const PAGE = 8
/** The newest that one file holds. */
const MOST_IN_FILE = 10_000

const Shown = z.object({ kind: z.enum(GAP_KINDS).optional(), offset: z.int().min(0).max(1_000_000) })
type Shown = z.output<typeof Shown>

const turnPage = defineAction({
  name: 'gap.page',
  access: READERS,
  input: Shown,
  run: (turn: Turn, shown, { form }) => {
    const kind = GAP_KINDS.find((known) => known === form['option'])
    if (form['option'] === undefined) return showGaps(turn, shown)
    return showGaps(turn, { offset: 0, ...(kind === undefined ? {} : { kind }) })
  },
})

const exportAll = defineAction({
  name: 'gap.export',
  access: READERS,
  input: Shown.pick({ kind: true }),
  run: async (turn: Turn, { kind }) => {
    assertPrivate(turn)
    const rows = await listGaps(turn.db, { kind }, { limit: MOST_IN_FILE, offset: 0 })
    await turn.audit({ action: 'gap.export', facts: { rows: rows.length } })
    return { kind: 'file', ...toGapFile(rows, turn.now, turn.zone) }
  },
})

const list = defineCapability({
  intent: 'gap.list',
  summary: say('未识别和被更正的消息', 'Messages that were missed or put right'),
  examples: { zh: ['未识别的消息', '理解缺口清单'], en: ['messages that were not understood', 'gap list'] },
  access: READERS,
  input: z.object({}),
  run: (turn: Turn) => showGaps(turn, { offset: 0 }),
})

/** The capability and the actions of its card. */
export const gapList = { capability: list, actions: [turnPage, exportAll] }

async function showGaps(turn: Turn, { kind, offset }: Shown): Promise<CardOutcome> {
  assertPrivate(turn)
  const [rows, total] = await Promise.all([
    listGaps(turn.db, { kind }, { limit: PAGE, offset }),
    countGaps(turn.db, { kind }),
  ])
  const of = kind === undefined ? {} : { kind }
  const to = (label: Button['label'], target: number): Button =>
    turnPage.button(label, { ...of, offset: target })
  const buttons = [
    ...(total === 0 ? [] : [exportAll.button(say('导出', 'Export'), of)]),
    ...(offset > 0 ? [to(say('上一页', 'Previous'), Math.max(0, offset - PAGE))] : []),
    ...(offset + PAGE < total ? [to(say('下一页', 'Next'), offset + PAGE)] : []),
  ]
  return {
    kind: 'card',
    card: gapListCard({
      total,
      of: kind === undefined ? null : KIND_WORDS[kind],
      lines: rows.map((row) => toLine(turn, row)),
      kinds: GAP_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
      pick: turnPage.press({ offset: 0 }),
      buttons,
    }),
  }
}

function toLine(turn: Turn, { at, kind, text, guess, facts }: GapRow) {
  const { chosen, changed, filled } = facts
  const fields = [changed, filled].flatMap((names) => (Array.isArray(names) ? names.map(String) : []))
  return {
    at: showMoment(at, turn.zone, turn.now),
    kind: KIND_WORDS[kind],
    text,
    guess: guess ?? '',
    chosen: typeof chosen === 'string' ? chosen : null,
    fields,
  }
}
