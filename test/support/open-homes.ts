// The databases that storage tests run on: the embedded one, and every server of this run.

import type { Store } from '../../src/storage/database.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { openEmbedded } from './embedded-store.ts'
import { createDatabase, servers } from './postgres-database.ts'

/** A migrated database of one test file. */
export interface TestHome {
  readonly store: Store
  /** Address for a process of its own; empty for the embedded one, which has none. */
  readonly url: string
  /** Another instance on the same database; the embedded one has no second. */
  another(): Store
  close(): Promise<void>
}

export interface HomeKind {
  readonly name: string
  open(): Promise<TestHome>
}

async function openEmbeddedHome(): Promise<TestHome> {
  const store = await openEmbedded('migrated')
  return { store, url: '', another: () => store, close: () => store.close() }
}

async function openOnServer(server: { readonly url: string }): Promise<TestHome> {
  const database = await createDatabase(server)
  const stores = [openPostgres(database.url)]
  const [store] = stores
  if (store === undefined) throw new Error('no store')
  await store.migrate()
  return {
    store,
    url: database.url,
    another: () => {
      const other = openPostgres(database.url)
      stores.push(other)
      return other
    },
    close: async () => {
      await Promise.all(stores.map((open) => open.close()))
      await database.drop()
    },
  }
}

/** The servers of this run, on which locks and races are real. */
export const serverHomes: readonly HomeKind[] = servers().map((server) => ({
  name: server.version,
  open: () => openOnServer(server),
}))

/** Every kind of home. */
export const allHomes: readonly HomeKind[] = [{ name: 'PGlite', open: openEmbeddedHome }, ...serverHomes]
