// Walks through every row of a table with sealed fields, batch by batch, each in a short transaction of its own: the bot
// reads and writes meanwhile. A row that somebody else holds is left to a later round, so nobody waits for anybody.

import { type SQL, sql } from 'drizzle-orm'
import { type Database, rowsOf, type Transaction } from './database.ts'
import { roleOf, type SealedTable } from './sealed-columns.ts'

/** A locked row: its key as text, and its fields by column. */
export interface SealedRow {
  readonly row_key: string
  readonly [column: string]: unknown
}

/** Values to write by column, as text that the database reads; a column that is missing stays as it is. */
type Values = Readonly<Record<string, string>>

/** What is done with a row: the values to write, or null to leave it; a throw counts as unreadable. */
export type Rework = (row: SealedRow) => Promise<Values | null>

/** A walk through one table. */
export interface Walk {
  readonly table: SealedTable
  /** Columns that are read beside the sealed ones. */
  readonly also?: readonly string[]
  /** Which rows are looked at. */
  readonly where: SQL
  readonly rework: Rework
  /** Told after each batch, when it is committed. */
  readonly onBatch?: (written: number) => void
}

/** What a walk did. */
export interface Walked {
  readonly written: number
  /** Keys of rows that do not open; they are as they were. */
  readonly unreadable: readonly string[]
}

const BATCH = 500

/** Walks through a table once, leaving out what somebody else holds. */
export function walkTable(db: Database, walk: Walk): Promise<Walked> {
  return walkInBatches(db, walk, { size: BATCH, wait: false })
}

/** Walks through a table row by row and waits for each: for the few that somebody held before. */
export function walkRows(db: Database, walk: Walk): Promise<Walked> {
  return walkInBatches(db, walk, { size: 1, wait: true })
}

interface Pace {
  readonly size: number
  readonly wait: boolean
}

async function walkInBatches(db: Database, walk: Walk, pace: Pace): Promise<Walked> {
  const unreadable: string[] = []
  let written = 0
  let after: string | null = null
  for (;;) {
    const batch = await reworkBatch(db, walk, pace, after)
    written += batch.written
    unreadable.push(...batch.unreadable)
    walk.onBatch?.(batch.written)
    if (batch.last === null) return { written, unreadable }
    after = batch.last
  }
}

interface Batch extends Walked {
  readonly last: string | null
}

function reworkBatch(db: Database, walk: Walk, pace: Pace, after: string | null): Promise<Batch> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', ${roleOf(walk.table)}, true)`)
    const rows = await lockRows(tx, walk, pace, after)
    const unreadable: string[] = []
    const changes: Values[] = []
    for (const row of rows) {
      const values = await walk.rework(row).catch(() => {
        unreadable.push(row.row_key)
        return null
      })
      if (values !== null) changes.push({ ...values, [walk.table.key]: row.row_key })
    }
    if (changes.length > 0) await writeRows(tx, walk.table, changes)
    return { written: changes.length, unreadable, last: rows.at(-1)?.row_key ?? null }
  })
}

// Columns no key refers to are written, so a weaker lock does, which a reader or a row that points here never meets.
async function lockRows(
  tx: Transaction,
  { table, also = [], where }: Walk,
  { size, wait }: Pace,
  after: string | null,
): Promise<readonly SealedRow[]> {
  const key = sql.identifier(table.key)
  const columns = [...table.fields.map(({ column }) => column), ...also].map((name) => sql.identifier(name))
  return rowsOf<SealedRow>(
    await tx.execute(sql`select ${key}::text as row_key, ${sql.join(columns, sql`, `)}
      from ${sql.identifier(table.table)}
      where ${where}${after === null ? sql`` : sql` and ${key} > ${after}`}
      order by ${key} limit ${size} for no key update ${wait ? sql`` : sql`skip locked`}`),
  )
}

/** Writes the rows of a batch in one statement: one for each takes longer than opening and sealing them. */
async function writeRows(
  tx: Transaction,
  { table, key }: SealedTable,
  changes: readonly Values[],
): Promise<void> {
  const columns = new Set(changes.flatMap(Object.keys))
  columns.delete(key)
  const set = [...columns].map((column) => {
    const name = sql.identifier(column)
    return sql`${name} = coalesce(v.${name}, t.${name})`
  })
  const [name, id] = [sql.identifier(table), sql.identifier(key)]
  await tx.execute(sql`update ${name} t set ${sql.join(set, sql`, `)}
    from json_populate_recordset(null::${name}, ${JSON.stringify(changes)}::json) v where t.${id} = v.${id}`)
}
