// The one store, whichever client speaks to it. Everything above sees only these types.

import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core'
import type { ExtractTablesWithRelations } from 'drizzle-orm/relations'
import type * as schema from '../schema.ts'

type Schema = typeof schema

/** A connection or a transaction; queries look the same on both. */
export type Database = PgDatabase<PgQueryResultHKT, Schema>
export type Transaction = PgTransaction<PgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>

/** An open database. */
export interface Store {
  readonly kind: 'embedded' | 'server'
  readonly db: Database
  /** Whether the database answers. */
  ping(): Promise<boolean>
  /** Brings the schema up to date; several instances may call it at once. */
  migrate(): Promise<void>
  close(): Promise<void>
}

/** Told of each statement with its parameters, and with the time it took where that is known. */
export type Watch = (text: string, parameters: readonly unknown[], tookMs?: number) => void

/** How a database is opened. */
export interface OpenOptions {
  /** Most connections at a time; the embedded database has one. */
  readonly connections?: number
  /** Folder of the migrations. */
  readonly migrations?: string
  readonly watch?: Watch
}

/** Rows of a raw statement, whichever client answered. */
export function rowsOf<Row>(result: unknown): readonly Row[] {
  if (Array.isArray(result)) return result as Row[]
  return (result as { readonly rows: readonly Row[] }).rows
}
