// Restores a backup into an empty place, in one transaction that is held against the file's own tallies before it commits.
// What comes of it is disarmed: it sends nothing, runs nothing and takes nothing in until an operator arms it.

import { inArray, sql } from 'drizzle-orm'
import { Fault } from '../../core/errors.ts'
import { type Database, rowsOf, type Transaction } from '../database.ts'
import { outbox } from '../plumbing-schema.ts'
import type { OpenedBackup } from './format.ts'
import { disarmed } from './schema.ts'
import { fixTexts, quote, readTables, schemaOf, type Table, takeRole, walkTable } from './tables.ts'
import type { Manifest } from './write.ts'

interface RowsFrame {
  readonly table: string
  readonly rows: readonly (readonly (string | null)[])[]
}

/**
 * Restores everything or nothing.
 * @throws Fault where the place is not empty, its tables are others, the file is not whole, or a table reads otherwise
 */
export function restoreBackup(db: Database, { header, frames }: OpenedBackup, now: Date): Promise<Manifest> {
  return db.transaction(async (tx) => {
    await assertAlone(tx)
    await fixTexts(tx)
    const tables = await readTables(tx)
    if ((await schemaOf(tables)) !== header.schema)
      throw broken(
        'fit the rows in: the backup is of another version of the tables; restore with that version',
      )
    await assertEmpty(tx, tables)
    const manifest = await readInto(tx, tables, frames)
    await setSequences(tx, manifest)
    await compare(tx, tables, manifest)
    await takeRole(tx, 'larkspur_service')
    await tx.insert(disarmed).values({ since: now, backupId: header.id })
    return manifest
  })
}

/** An instance that is running would go on working on what is restored. A connection that just ended is given a second. */
async function assertAlone(tx: Transaction): Promise<void> {
  await takeRole(tx, 'none')
  for (let tries = 0; tries < 10; tries += 1) {
    const others = rowsOf(
      await tx.execute(sql`select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend' and application_name like 'larkspur%'`),
    )
    if (others.length === 0) return
    await tx.execute(sql`select pg_sleep(0.1), pg_stat_clear_snapshot()`)
  }
  throw broken('begin: something of ours is connected to the database; stop it first')
}

async function assertEmpty(tx: Transaction, tables: readonly Table[]): Promise<void> {
  for (const { name, role } of tables) {
    await takeRole(tx, role)
    const found = rowsOf(await tx.execute(sql.raw(`select 1 from public.${quote(name)} limit 1`)))
    if (found.length > 0) throw broken(`begin: the place is not empty, table ${name} holds rows`)
  }
  await takeRole(tx, 'larkspur_service')
  if ((await tx.select().from(disarmed)).length > 0) throw broken('begin: something was restored here before')
}

async function readInto(
  tx: Transaction,
  tables: readonly Table[],
  frames: OpenedBackup['frames'],
): Promise<Manifest> {
  let current = ''
  for await (const { text, last } of frames) {
    if (last) return JSON.parse(text) as Manifest
    const frame = JSON.parse(text) as RowsFrame
    const table = tables.find(({ name }) => name === frame.table)
    if (table === undefined) throw broken(`find table ${frame.table}`)
    await takeRole(tx, table.role)
    if (current !== table.name && table.name === 'audit_unsealed')
      await tx.execute(sql.raw('delete from public.audit_unsealed'))
    current = table.name
    await insertRows(tx, table, frame.rows)
  }
  throw broken('find the end of the file')
}

async function insertRows(tx: Transaction, table: Table, rows: RowsFrame['rows']): Promise<void> {
  const columns = table.columns.map(([name]) => quote(name)).join(', ')
  const values = table.columns.map(([, type], i) => `(r->>${i})::${type}`).join(', ')
  await tx.execute(
    sql`insert into public.${sql.raw(quote(table.name))} (${sql.raw(columns)})
      select ${sql.raw(values)} from json_array_elements(${JSON.stringify(rows)}::json) r`,
  )
}

async function setSequences(tx: Transaction, { sequences }: Manifest): Promise<void> {
  await takeRole(tx, 'none')
  for (const [name, last] of Object.entries(sequences))
    if (last !== null)
      await tx.execute(sql`select setval(${`public.${quote(name)}`}::regclass, ${last}::bigint, true)`)
}

/** What came in is read again and must be what went out, table by table. */
async function compare(tx: Transaction, tables: readonly Table[], manifest: Manifest): Promise<void> {
  const names = tables.map(({ name }) => name)
  const unknown = Object.keys(manifest.tables).find((name) => !names.includes(name))
  if (unknown !== undefined) throw broken(`find table ${unknown}`)
  for (const table of tables) {
    // What every restored entry announced of itself, where nothing waited for the sealer.
    if (table.name === 'audit_unsealed' && manifest.tables[table.name]?.rows === 0) {
      await takeRole(tx, table.role)
      await tx.execute(sql.raw('delete from public.audit_unsealed'))
    }
    const wanted = manifest.tables[table.name]
    const { rows, hash } = await walkTable(tx, table, () => Promise.resolve())
    if (wanted === undefined || wanted.rows !== rows || wanted.hash !== hash)
      throw broken(`compare table ${table.name}: it reads otherwise than it was written, ${rows} rows`)
  }
}

/**
 * Arms a restored place. Messages that were on their way when the backup was made were most likely sent by the place that
 * was lost; they are flagged for a person instead of sent again.
 * @returns how many were flagged; null where the place was armed already
 */
export async function arm(
  tx: Transaction,
): Promise<{ readonly backupId: string; readonly flagged: number } | null> {
  const [row] = await tx.delete(disarmed).returning()
  if (row === undefined) return null
  const flagged = await tx
    .update(outbox)
    .set({ state: 'flagged', leasedUntil: null })
    .where(inArray(outbox.state, ['waiting', 'sending']))
    .returning({ id: outbox.id })
  return { backupId: row.backupId, flagged: flagged.length }
}

function broken(operation: string): Fault {
  return new Fault('restore', operation, { retryable: false })
}
