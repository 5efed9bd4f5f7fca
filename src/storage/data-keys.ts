// Which data keys a database has met. A key that was met must be there at every start until it is retired, because a
// field may be sealed under it; a retired one opens and seals nothing any more, here and in the database itself.

import { eq, type SQL, sql } from 'drizzle-orm'
import { Fault } from '../core/errors.ts'
import { type Database, rowsOf } from './database.ts'
import { dataKeys } from './plumbing-schema.ts'
import { createSealer, type RawKey } from './seal.ts'
import { keyOf, roleOf, SEALED_TABLES, type SealedTable } from './sealed-columns.ts'

/** How many fields of one column are sealed under one key. */
export interface KeyUse {
  readonly keyId: string
  readonly table: string
  readonly column: string
  readonly fields: number
}

const proofPlace = (id: string) => ({ table: 'data_keys', column: 'proof', row: id })
const sealerOf = (key: RawKey) => createSealer({ data: [key], index: new Uint8Array(32) })

/**
 * The configured keys that may be used. Notes the ones that are new to this database.
 * @throws Fault where a key is missing that was met before, where it is another key under a known id, or where the key
 * that would seal is retired
 */
export async function admitKeys(db: Database, configured: readonly RawKey[]): Promise<readonly RawKey[]> {
  const known = new Map((await db.select().from(dataKeys)).map((row) => [row.id, row]))
  const given = new Set(configured.map(({ id }) => id))
  for (const { id, retiredAt } of known.values())
    if (retiredAt === null && !given.has(id))
      throw refuse(
        `find key ${id}, under which fields may be sealed; put it back into PII_KEYS, or retire it`,
      )
  const usable: RawKey[] = []
  for (const key of configured) {
    const row = known.get(key.id)
    if (row === undefined) await note(db, key)
    else if (!(await isTheSame(key, row.proof)))
      throw refuse(`use key ${key.id}: another key was known by this id`)
    if (row === undefined || row.retiredAt === null) usable.push(key)
    else if (usable.length === 0) throw refuse(`seal with key ${key.id}, which is retired`)
  }
  return usable
}

function refuse(what: string): Fault {
  return new Fault('seal', what, { retryable: false })
}

async function note(db: Database, key: RawKey): Promise<void> {
  const proof = await (await sealerOf(key)).seal(proofPlace(key.id), key.id)
  await db.insert(dataKeys).values({ id: key.id, proof, knownSince: sql`now()` }).onConflictDoNothing()
}

async function isTheSame(key: RawKey, proof: string): Promise<boolean> {
  return (await sealerOf(key)).open(proofPlace(key.id), proof).then(
    (text) => text === key.id,
    () => false,
  )
}

/** How many fields are sealed under which key, over every row of every table. */
export async function countKeyUse(db: Database): Promise<readonly KeyUse[]> {
  const uses: KeyUse[] = []
  for (const table of SEALED_TABLES)
    for (const { column } of table.fields) uses.push(...(await countColumn(db, table, column)))
  return uses
}

function countColumn(db: Database, table: SealedTable, column: string): Promise<readonly KeyUse[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', ${roleOf(table)}, true)`)
    const rows = rowsOf<{ key: string; fields: number }>(
      await tx.execute(sql`select ${keyOf(column)} as key, count(*)::int as fields
        from ${sql.identifier(table.table)} where ${sql.identifier(column)} is not null group by 1 order by 1`),
    )
    return rows.map(({ key, fields }) => ({ keyId: key, table: table.table, column, fields }))
  })
}

/** The client's own numbers for what can go wrong. */
const CHECK_VIOLATION = '23514'
const INSUFFICIENT_PRIVILEGE = '42501'
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Retires a key: from here on the database refuses every field under it, and it has checked that there is none. Reading
 * and writing go on meanwhile.
 * @returns false where a field still is under it; then nothing has changed
 * @throws Fault where the login does not own the tables, or one of them is held for long
 */
export async function retireKey(db: Database, id: string, now: Date): Promise<boolean> {
  try {
    for (const table of SEALED_TABLES) await asOwner(db, dropRefusal(table, id), addRefusal(table, id))
    for (const table of SEALED_TABLES) await asOwner(db, checkRefusal(table, id))
  } catch (cause) {
    const code = codeOf(cause)
    if (code === INSUFFICIENT_PRIVILEGE) throw toFault('retire a key: the login must own the tables', cause)
    for (const table of SEALED_TABLES) await asOwner(db, dropRefusal(table, id))
    if (code === LOCK_NOT_AVAILABLE) throw toFault('retire a key: a table is held, try again', cause)
    if (code !== CHECK_VIOLATION) throw cause
    return false
  }
  await db.update(dataKeys).set({ retiredAt: now }).where(eq(dataKeys.id, id))
  return true
}

function toFault(operation: string, cause: unknown): Fault {
  return new Fault('database', operation, { retryable: false, cause })
}

/** The client's own error, which drizzle wraps. */
function codeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code
  return codeOf(thrown.cause)
}

/** Changes the definition of a table as its owner; waits for it a few seconds at most, because others wait behind. */
function asOwner(db: Database, ...statements: readonly SQL[]): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'none', true), set_config('lock_timeout', '5s', true)`)
    for (const statement of statements) await tx.execute(statement)
  })
}

const refusalOf = (id: string) => sql.identifier(`retired_key_${id}`)

function dropRefusal({ table }: SealedTable, id: string): SQL {
  return sql`alter table ${sql.identifier(table)} drop constraint if exists ${refusalOf(id)}`
}

// Not checked at once, so that nobody waits while a large table is read. A definition takes no parameters; ids are
// letters, digits, - and _ (they were checked as they were configured), and quotes are doubled all the same.
function addRefusal({ table, fields }: SealedTable, id: string): SQL {
  const literal = sql.raw(`'${id.replaceAll("'", "''")}'`)
  const free = fields.map(({ column }) => sql`${keyOf(column)} is distinct from ${literal}`)
  return sql`alter table ${sql.identifier(table)} add constraint ${refusalOf(id)}
    check (${sql.join(free, sql` and `)}) not valid`
}

// A check is made by the database over every row, whatever the policies: this is the proof that the key is not used.
function checkRefusal({ table }: SealedTable, id: string): SQL {
  return sql`alter table ${sql.identifier(table)} validate constraint ${refusalOf(id)}`
}
