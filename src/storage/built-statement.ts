// Statements that are built once and run on any connection or transaction. drizzle builds the text of a query anew each
// time, which costs more than the database takes for a small one; what runs with every message is built here, once.
// Of statements sent together, those that are built overtake those that are not: await what must come first.

import {
  type AnyColumn,
  getTableColumns,
  is,
  Param,
  Placeholder,
  type Query,
  type SQL,
  sql,
} from 'drizzle-orm'
import {
  PgDatabase,
  PgDialect,
  type PgInsertValue,
  PgPreparedQuery,
  PgSession,
  type PgTable,
  type PreparedQueryConfig,
} from 'drizzle-orm/pg-core'
import type { SelectedFieldsOrdered } from 'drizzle-orm/pg-core/query-builders/select.types'
import { type Database, rowsOf } from './database.ts'

/** Values for the placeholders of a statement, by their names. */
export type Given = Readonly<Record<string, unknown>>

/** A query of drizzle's builders, with `sql.placeholder(name)` where a value stands. */
interface Buildable<R> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<R> }
}

/** Runs a built statement; rejects as the same query written in place would. */
export type BuiltStatement<R> = (on: Database, given?: Given) => Promise<R>

/** A query that is built when it is first run, and never again. A value may be null wherever its column may be. */
export function builtOnce<R>(build: (db: Database) => Buildable<R>): BuiltStatement<R> {
  let built: Captured | undefined
  return (on, given = {}) => {
    built ??= build(BUILDER).prepare('') as unknown as Captured
    return runOn(on, built, given) as Promise<R>
  }
}

/** The same for a statement in SQL; it answers with its rows. */
export function sqlOnce<Row>(statement: SQL): BuiltStatement<readonly Row[]> {
  let built: Captured | undefined
  return async (on, given = {}) => {
    built ??= new Captured(DIALECT.sqlToQuery(statement), undefined)
    return rowsOf<Row>(await runOn(on, built, given))
  }
}

/** Inserts one row at a time; rows with the same columns share a text. */
export function insertInto<T extends PgTable>(
  table: T,
): (on: Database, row: T['$inferInsert'] & object) => Promise<void> {
  const byColumns = new Map<string, BuiltStatement<unknown>>()
  return async (on, row) => {
    const columns = Object.keys(row)
    const key = columns.join()
    const statement =
      byColumns.get(key) ??
      builtOnce((db) => db.insert(table).values(placeholdersFor(columns) as PgInsertValue<T>))
    byColumns.set(key, statement)
    await statement(on, row as Given)
  }
}

/** A placeholder whose value is encoded as its column encodes: what a comparison or a `set` needs beside plain text and numbers. */
export function placeholderFor(column: AnyColumn, name: string): SQL {
  return sql`${sql.param(sql.placeholder(name), column)}`
}

/** A placeholder of its own name for each column, for `values`. */
export function placeholdersFor<const Column extends string>(
  columns: readonly Column[],
): Readonly<Record<Column, Placeholder>> {
  return Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)])) as never
}

/** The names of all columns of a table. */
export function columnsOf<T extends PgTable>(table: T): readonly (keyof T['$inferInsert'] & string)[] {
  return Object.keys(getTableColumns(table)) as (keyof T['$inferInsert'] & string)[]
}

function runOn(on: Database, built: Captured, given: Given): Promise<unknown> {
  const { text, fields, joinsNotNullableMap } = built
  const query = { sql: text.sql, params: text.params.map((param) => fillIn(param, given)) }
  const prepared = on._.session.prepareQuery(query, fields, undefined, fields !== undefined)
  return Object.assign(prepared, { joinsNotNullableMap }).execute()
}

function fillIn(param: unknown, given: Given): unknown {
  if (is(param, Placeholder)) return given[param.name] ?? null
  if (!is(param, Param) || !is(param.value, Placeholder)) return param
  const value = given[param.value.name] ?? null
  return value === null ? null : param.encoder.mapToDriverValue(value)
}

type Fields = SelectedFieldsOrdered | undefined

/** What a builder hands to its session: the text with its placeholders, and how its rows are read. */
class Captured extends PgPreparedQuery<PreparedQueryConfig> {
  readonly text: Query
  readonly fields: Fields
  /** Which sides of a join may be absent; drizzle sets it where there is a join. */
  joinsNotNullableMap: Record<string, boolean> | undefined = undefined

  constructor(text: Query, fields: Fields) {
    super(text, undefined, undefined)
    this.text = text
    this.fields = fields
  }

  override execute(): never {
    throw new Error('a captured query runs on no connection')
  }
}

class CapturingSession extends PgSession {
  override prepareQuery(text: Query, fields: Fields): never {
    return new Captured(text, fields) as never
  }

  override transaction(): never {
    throw new Error('a builder has no transactions')
  }
}

const DIALECT = new PgDialect()
const BUILDER = new PgDatabase(DIALECT, new CapturingSession(DIALECT), undefined) as unknown as Database
