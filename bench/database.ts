// A real PostgreSQL server for a benchmark, started by it and ended with it. DATABASE_URL_BENCH names another to use.

import postgres from 'postgres'
import { findBinaries, startPostgres } from '../test/support/postgres-server.ts'

export interface BenchDatabase {
  readonly url: string
  stop(): Promise<void>
}

/** Opens an empty database. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const [bin] = findBinaries()
  if (bin === undefined) throw new Error('no PostgreSQL server binaries here')
  const server = await startPostgres(bin)
  const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => undefined })
  await admin.unsafe('create database bench')
  await admin.end()
  return { url: server.url('bench'), stop: () => server.stop() }
}
