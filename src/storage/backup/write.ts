// Writes a backup: one snapshot of everything, read row by row and sealed frame by frame. Runs beside everything else; what
// is committed while it runs is in the next one.

import { sql } from 'drizzle-orm'
import { Fault } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { type Database, rowsOf, type Transaction } from '../database.ts'
import { asKeeper } from '../scope.ts'
import { type BackupHeader, type BackupKeys, sealFrames } from './format.ts'
import { fixTexts, readTables, schemaOf, type Tally, takeRole, walkTable } from './tables.ts'

/** What the last frame says of all others. */
export interface Manifest {
  readonly tables: Readonly<Record<string, Tally>>
  /** The last number that each sequence gave out; null where it gave none. */
  readonly sequences: Readonly<Record<string, string | null>>
}

/** What was written. */
export interface Written {
  readonly header: BackupHeader
  readonly manifest: Manifest
  readonly rows: number
}

/**
 * Writes everything, as of one instant, in pieces to `write`.
 * @throws Fault where some table cannot be read whole; what was written until then has no end and does not open
 */
export function writeBackup(
  db: Database,
  keys: BackupKeys,
  now: Date,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<Written> {
  return asKeeper(
    db,
    'backup',
    async (tx) => {
      await fixTexts(tx)
      const tables = await readTables(tx)
      const about = { id: newId(now), madeAt: now.toISOString(), schema: await schemaOf(tables) }
      const frames = await sealFrames(keys, about)
      await write(frames.opening)
      const tallies: Record<string, Tally> = {}
      for (const table of tables) {
        tallies[table.name] = await walkTable(tx, table, async (rows) => {
          await write(
            await frames.seal(`{"table":${JSON.stringify(table.name)},"rows":[${rows.join(',')}]}`, false),
          )
        })
      }
      const manifest: Manifest = { tables: tallies, sequences: await readSequences(tx) }
      await write(await frames.seal(JSON.stringify(manifest), true))
      return { header: frames.header, manifest, rows: countRows(manifest) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** Rows of all tables together. */
export function countRows({ tables }: Manifest): number {
  return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0)
}

async function readSequences(tx: Transaction): Promise<Manifest['sequences']> {
  await takeRole(tx, 'larkspur_service')
  const found = rowsOf<{ name: string; last: string | null; may: boolean }>(
    await tx.execute(sql`select sequencename::text as name, last_value::text as last,
      has_sequence_privilege(format('%I.%I', schemaname, sequencename), 'usage') as may
      from pg_sequences where schemaname = 'public' order by 1`),
  )
  const hidden = found.find(({ may }) => !may)
  if (hidden !== undefined)
    throw new Fault('backup', `read sequence ${hidden.name}: no right on it`, { retryable: false })
  return Object.fromEntries(found.map(({ name, last }) => [name, last]))
}
