// Opens the database and the sealer that the configuration names. Node only: the embedded database needs a disk.

import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config, DataKey } from './config.ts'
import { nodePrimitives } from './node-seal.ts'
import type { Store, Watch } from './storage/database.ts'
import { type KeptSealer, openSealer } from './storage/index-key.ts'
import { openPglite } from './storage/pglite.ts'
import { openPostgres } from './storage/postgres.ts'
import { fromBase64, toBase64 } from './storage/seal.ts'

/** Folder of the migrations, wherever the process was started. */
const MIGRATIONS = new URL('../migrations', import.meta.url).pathname

/** The database of the configuration, not yet migrated. */
export async function openStore(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  watch?: Watch,
  connections?: number,
): Promise<Store> {
  const options = {
    migrations: MIGRATIONS,
    ...(watch === undefined ? {} : { watch }),
    ...(connections === undefined ? {} : { connections }),
  }
  return config.databaseUrl === null
    ? openPglite(config.dataDir, options)
    : openPostgres(config.databaseUrl, options)
}

/** An empty embedded database in a folder of its own, migrated. */
export async function openThrowaway(folder: string): Promise<Store> {
  const store = await openPglite(folder, { migrations: MIGRATIONS })
  await store.migrate()
  return store
}

/** The sealer of a migrated database, under the configured keys or the demo's own. */
export function openConfiguredSealer(
  config: Pick<Config, 'piiKeys' | 'dataDir'>,
  store: Store,
): Promise<KeptSealer> {
  return openSealer(store.db, config.piiKeys ?? ownKeys(config.dataDir), nodePrimitives)
}

/** The keys of backups: their own where they are set, else the data keys; a file's key is derived from them either way. */
export function backupKeys(config: Pick<Config, 'piiKeys' | 'dataDir' | 'backup'>): readonly DataKey[] {
  return config.backup.keys ?? config.piiKeys ?? ownKeys(config.dataDir)
}

/** The demo's key, made at the first start and readable by its owner only. The service never comes here. */
function ownKeys(dataDir: string): readonly DataKey[] {
  const path = join(dataDir, 'pii-key')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, toBase64(crypto.getRandomValues(new Uint8Array(32))), { mode: 0o600 })
    chmodSync(path, 0o600)
  }
  return [{ id: 'demo', key: fromBase64(readFileSync(path, 'utf8').trim()) }]
}
