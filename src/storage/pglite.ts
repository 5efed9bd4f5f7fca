// The embedded database: PGlite in a folder, locked by a file because PGlite itself lets a second process in.

import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { Fault } from '../core/errors.ts'
import * as schema from '../schema.ts'
import type { Database, OpenOptions, Store } from './database.ts'
import { layEmptyDatabase } from './empty-database.ts'
import { withWatch } from './watched-client.ts'

/**
 * Opens the embedded database in a folder.
 * @throws Fault when another process has the folder open
 */
export async function openPglite(folder: string, options: OpenOptions = {}): Promise<Store> {
  const unlock = lockFolder(folder)
  const path = join(folder, 'pglite')
  await layEmptyDatabase(path)
  compileOnce()
  const store = storeOn(await PGlite.create(path), options)
  return { ...store, close: () => store.close().then(unlock) }
}

/**
 * PGlite's code is compiled once and not again while it runs: V8's second compiler takes 600 MB for one function of it,
 * and makes look-ups and writes no quicker, only joins over many thousands of rows (docs/measurements.md).
 */
function compileOnce(): void {
  setFlagsFromString('--no-wasm-tier-up')
  setFlagsFromString('--no-wasm-dynamic-tiering')
}

/** The store on a PGlite that is open, wherever it keeps its files. */
export function storeOn(client: PGlite, options: OpenOptions = {}): Store {
  const db = drizzle(options.watch === undefined ? client : withWatch(client, options.watch), { schema })
  return {
    kind: 'embedded',
    db: db as unknown as Database,
    ping: () =>
      db.execute(sql`select 1`).then(
        () => true,
        () => false,
      ),
    migrate: async () => {
      await client.exec('reset role')
      await migrate(db, { migrationsFolder: options.migrations ?? 'migrations' })
      // Without a scope of somebody's, the connection is the service: it sees no customer data.
      await client.exec('set role larkspur_service')
    },
    close: () => client.close(),
  }
}

function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'lock')
  try {
    writeLock(path)
  } catch {
    const holder = Number(readFileSync(path, 'utf8'))
    if (isRunning(holder)) {
      throw new Fault('database', `open ${folder}: process ${holder} has it open`, { retryable: false })
    }
    rmSync(path, { force: true })
    writeLock(path)
  }
  return () => rmSync(path, { force: true })
}

function writeLock(path: string): void {
  const file = openSync(path, 'wx')
  writeSync(file, String(process.pid))
  closeSync(file)
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
