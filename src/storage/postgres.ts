// PostgreSQL through postgres.js. drizzle changes a client's serialisers, so it has a client of its own.

import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '../schema.ts'
import type { Database, OpenOptions, Store } from './database.ts'
import { withPreparedStatements } from './prepared-client.ts'

/** Opens a server's database. `connections` bounds the pool; on Workers it is one for each invocation. */
export function openPostgres(url: string, options: OpenOptions = {}): Store {
  const client = postgres(url, {
    max: options.connections ?? 10,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => undefined,
    // drizzle reads and writes arrays itself; and nobody hears of it when a connection is lost while the driver asks for types.
    fetch_types: false,
    // Without a scope of somebody's, a connection is the service: it sees no customer data.
    connection: { application_name: 'larkspur', role: 'larkspur_service' },
  })
  const db = drizzle(withPreparedStatements(client), {
    schema,
    ...(options.watch === undefined ? {} : { logger: { logQuery: options.watch } }),
  }) as unknown as Database
  return {
    kind: 'server',
    db,
    ping: () =>
      db.execute(sql`select 1`).then(
        () => true,
        () => false,
      ),
    migrate: () => migrateServer(url, options.migrations ?? 'migrations'),
    close: () => client.end({ timeout: 5 }),
  }
}

/** Key of the advisory lock under which one instance at a time migrates: the letters "lark". */
const MIGRATION_LOCK = 0x6c61726b

async function migrateServer(url: string, migrationsFolder: string): Promise<void> {
  const { migrate } = await import('drizzle-orm/postgres-js/migrator')
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`
    await migrate(drizzle(client), { migrationsFolder })
  } finally {
    await client.end({ timeout: 5 })
  }
}
