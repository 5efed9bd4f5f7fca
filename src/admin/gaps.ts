// Commands about what the understanding missed and what people put right: to read, and as a file to learn from.

import { writeFile } from 'node:fs/promises'
import { listGaps, toGapFile } from '../features/gaps/index.ts'
import { beginningOf, limitOf } from './bounds.ts'
import { type Command, toLine } from './command.ts'
import { writeDown } from './write-down.ts'

/** The newest that one export holds. */
const MOST_EXPORTED = 1_000_000

const list: Command = {
  name: 'gaps list',
  usage: '[--limit N]',
  does: 'sentences that were missed or put right, newest first, personal data taken out',
  run: async ({ store }, args) => {
    const rows = await listGaps(store.db, {}, { limit: limitOf(args), offset: 0 })
    return rows.map(({ at, kind, guess, text, facts }) =>
      toLine([at.toISOString(), kind, guess, text.replace(/\s+/g, ' '), JSON.stringify(facts)]),
    )
  },
}

const exportAll: Command = {
  name: 'gaps export',
  usage: '[--since DAY] [--to FILE]',
  does: 'the same as CSV, to learn from',
  run: async ({ store, now, zone }, { options }) => {
    const since = options['since'] === undefined ? undefined : beginningOf(options['since'], zone)
    const rows = await listGaps(store.db, { since }, { limit: MOST_EXPORTED, offset: 0 })
    await writeDown(store.db, now, {
      action: 'admin.gaps.export',
      entity: 'gaps',
      entityId: options['since'] ?? 'all',
      facts: { rows: rows.length },
    })
    const file = toGapFile(rows, now, zone)
    if (options['to'] === undefined) return new TextDecoder().decode(file.bytes).trimEnd().split('\r\n')
    await writeFile(options['to'], file.bytes, { mode: 0o600 })
    return [`${options['to']} holds ${rows.length} gaps`]
  },
}

/** Commands about gaps. */
export const gapCommands: readonly Command[] = [list, exportAll]
