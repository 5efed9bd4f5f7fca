// Seals every field under the key that seals now. What is under it already is not touched, so a run that was cut off is
// taken up by the next one, and a second run writes nothing.

import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import type { Sealer } from './seal.ts'
import { keyOf, SEALED_TABLES, type SealedTable } from './sealed-columns.ts'
import { type SealedRow, type Walk, type Walked, walkRows, walkTable } from './walk-sealed.ts'

/** What was done to one table. */
export interface Resealed extends Walked {
  readonly table: string
}

/** Seals every field of every table anew that is not under the current key; `onBatch` hears of each committed batch. */
export async function resealAll(
  db: Database,
  sealer: Sealer,
  onBatch: (table: string, written: number) => void = () => undefined,
): Promise<readonly Resealed[]> {
  const done: Resealed[] = []
  for (const table of SEALED_TABLES) {
    const walk = walkOf(table, sealer, (written) => onBatch(table.table, written))
    const most = await walkTable(db, walk)
    // Whatever somebody held is met now; what does not open is met again and named once.
    const rest = await walkRows(db, walk)
    done.push({
      table: table.table,
      written: most.written + rest.written,
      unreadable: [...new Set([...most.unreadable, ...rest.unreadable])],
    })
  }
  return done
}

function walkOf(table: SealedTable, sealer: Sealer, onBatch: (written: number) => void): Walk {
  const elsewhere = table.fields.map(({ column }) => sql`${keyOf(column)} <> ${sealer.keyId}`)
  return {
    table,
    where: sql`(${sql.join(elsewhere, sql` or `)})`,
    rework: (row) => reseal(table, sealer, row),
    onBatch,
  }
}

async function reseal({ table, fields }: SealedTable, sealer: Sealer, row: SealedRow) {
  const columns = await Promise.all(
    fields.map(async ({ column, place }) => {
      const sealed = row[column]
      if (typeof sealed !== 'string') return []
      const bound = { table, column: place, row: row.row_key }
      const again = await sealer.seal(bound, await sealer.open(bound, sealed))
      return [[column, again] as const]
    }),
  )
  return Object.fromEntries(columns.flat())
}
