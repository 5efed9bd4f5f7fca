// Every field that is sealed, with the place that it is bound to: what a change of keys has to walk through.
// A column of a sealed value that is missing here would lose its key; a test compares this list with the catalog.

import { type SQL, sql } from 'drizzle-orm'

/** A table with sealed fields. */
export interface SealedTable {
  readonly table: string
  /** Its primary key, whose text is the row of the place. */
  readonly key: string
  /** Each sealed column, and the name of the column in its place. */
  readonly fields: readonly { readonly column: string; readonly place: string }[]
  /** Whose scope reaches every row of it. */
  readonly reach: 'keeper' | 'service'
}

/** Customers, the largest of them, last: whatever is short is done first. */
export const SEALED_TABLES: readonly SealedTable[] = [
  { table: 'secrets', key: 'name', reach: 'service', fields: [{ column: 'sealed', place: 'sealed' }] },
  {
    table: 'second_factors',
    key: 'employee_id',
    reach: 'service',
    fields: [{ column: 'secret_sealed', place: 'secret' }],
  },
  { table: 'pending', key: 'id', reach: 'service', fields: [{ column: 'body_sealed', place: 'body' }] },
  { table: 'inbox', key: 'id', reach: 'service', fields: [{ column: 'body_sealed', place: 'body' }] },
  {
    table: 'customers',
    key: 'id',
    reach: 'keeper',
    fields: [
      { column: 'phone_sealed', place: 'phone' },
      { column: 'id_number_sealed', place: 'id_number' },
      { column: 'card_number_sealed', place: 'card_number' },
      { column: 'email_sealed', place: 'email' },
    ],
  },
]

/** The data key under which the field of a column is sealed, as SQL; null where there is no field. */
export function keyOf(column: string): SQL {
  return sql`split_part(${sql.identifier(column)}, '.', 2)`
}

/** The role in which every row of a table is seen and written. */
export function roleOf({ reach }: SealedTable): string {
  return `larkspur_${reach}`
}
