// Every table of the house as a backup sees it: its columns, its order, and the role that is proven by the catalog to see
// every row. A role that row-level security filters would back up too little without a word, so it is refused (case 163).

import { sql } from 'drizzle-orm'
import { Fault } from '../../core/errors.ts'
import { rowsOf, type Transaction } from '../database.ts'

/** The state of the place itself, which is no part of what it holds. */
const NOT_KEPT = ['disarmed']
/** Rows read, hashed and sealed at a time. It decides the hashes, so it is part of the file's form. */
const BATCH = 200

/** One table. */
export interface Table {
  readonly name: string
  readonly columns: readonly (readonly [name: string, type: string])[]
  readonly key: readonly string[]
  readonly role: string
}

interface Found {
  readonly name: string
  readonly columns: readonly (readonly [string, string])[]
  readonly key: readonly string[] | null
  readonly refs: readonly string[] | null
  readonly roles: readonly string[] | null
}

/**
 * The tables, each after those that it refers to.
 * @throws Fault where no role is sure to see every row of one
 */
export async function readTables(tx: Transaction): Promise<readonly Table[]> {
  const found = rowsOf<Found>(await tx.execute(CATALOG)).filter(({ name }) => !NOT_KEPT.includes(name))
  const order = sortByReferences(found)
  return order.map(({ name, columns, key, roles }) => {
    const role = roles?.[0]
    if (role === undefined)
      throw new Fault('backup', `read table ${name}: no role of ours is sure to see all of its rows`, {
        retryable: false,
      })
    return { name, columns, key: key ?? columns.map(([column]) => column), role }
  })
}

const CATALOG = sql`
  select c.relname::text as name,
    (select json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod)) order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select json_agg(a.attname order by array_position(i.indkey::int[], a.attnum::int)) from pg_index i join pg_attribute a
      on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary) as key,
    (select json_agg(distinct r.relname) from pg_constraint f join pg_class r on r.oid = f.confrelid
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refs,
    (select json_agg(w.role order by w.rank)
      from (values ('larkspur_keeper', 1), ('larkspur_service', 2)) w (role, rank)
      where has_table_privilege(w.role, c.oid, 'select') and has_table_privilege(w.role, c.oid, 'insert')
        and exists (select from pg_policies p where p.tablename = c.relname and p.schemaname = 'public' and p.permissive = 'PERMISSIVE'
          and p.cmd in ('ALL', 'SELECT') and p.qual = 'true' and w.role = any (p.roles))
        and not exists (select from pg_policies p where p.tablename = c.relname and p.schemaname = 'public' and p.permissive = 'RESTRICTIVE'
          and p.cmd in ('ALL', 'SELECT') and (p.roles && array[w.role::name, 'public'::name]))) as roles
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`

/** An entry announces itself to the sealer as it is written, so what waits for the sealer is put right after it. */
const AFTER: Readonly<Record<string, readonly string[]>> = { audit_unsealed: ['audit'] }

function sortByReferences(found: readonly Found[]): readonly Found[] {
  const done = new Map<string, Found>()
  const visit = (table: Found) => {
    if (done.has(table.name)) return
    const before = [...(table.refs ?? []), ...(AFTER[table.name] ?? [])]
    for (const one of found) if (before.includes(one.name)) visit(one)
    done.set(table.name, table)
  }
  for (const table of found) visit(table)
  return [...done.values()]
}

/** Digest of the tables and their columns. */
export function schemaOf(tables: readonly Table[]): Promise<string> {
  const sorted = tables.map(({ name, columns }) => [name, columns] as const)
  return digestOf(JSON.stringify(sorted.toSorted(([a], [b]) => (a < b ? -1 : 1))))
}

/** What there is of a table. */
export interface Tally {
  readonly rows: number
  /** Digest over all rows in the order of their key. */
  readonly hash: string
}

/** Whoever wants the rows of a batch, as a JSON array of texts each. */
export type OnRows = (rows: readonly string[]) => Promise<void>

/**
 * Reads a whole table in the order of its key, and tallies it.
 * @throws Fault where it counts otherwise than it reads
 */
export async function walkTable(tx: Transaction, table: Table, onRows: OnRows): Promise<Tally> {
  await takeRole(tx, table.role)
  const values = table.columns.map(([column]) => `${quote(column)}::text`).join(', ')
  const order = table.key.map((column) => `${quote(column)}${isText(table, column) ? ' collate "C"' : ''}`)
  await tx.execute(
    sql.raw(
      `declare backup_rows no scroll cursor for select json_build_array(${values})::text as row from public.${quote(table.name)} order by ${order.join(', ')}`,
    ),
  )
  let count = 0
  let hash = ''
  for (;;) {
    const batch = rowsOf<{ row: string }>(
      await tx.execute(sql.raw(`fetch forward ${BATCH} from backup_rows`)),
    )
    if (batch.length === 0) break
    const rows = batch.map(({ row }) => row)
    count += rows.length
    hash = await digestOf(`${hash}\n${rows.join('\n')}`)
    await onRows(rows)
  }
  await tx.execute(sql.raw('close backup_rows'))
  const [counted] = rowsOf<{ n: string | number }>(
    await tx.execute(sql.raw(`select count(*) as n from public.${quote(table.name)}`)),
  )
  if (Number(counted?.n) !== count)
    throw new Fault('backup', `read table ${table.name}: ${count} rows of ${counted?.n}`, {
      retryable: false,
    })
  return { rows: count, hash }
}

/** Texts of values are the same on every server and for every setting of the session. */
export async function fixTexts(tx: Transaction): Promise<void> {
  await tx.execute(sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
    set_config('intervalstyle', 'postgres', true), set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)`)
}

/** Takes a role by name; `none` is the login itself. */
export async function takeRole(tx: Transaction, role: string): Promise<void> {
  await tx.execute(sql`select set_config('role', ${role}, true)`)
}

/** A name as SQL takes it whatever is in it. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

const isText = ({ columns }: Table, column: string): boolean =>
  columns.some(([name, type]) => name === column && type === 'text')

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
