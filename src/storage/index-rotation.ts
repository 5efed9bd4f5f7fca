// Replaces the key of the blind indexes while the bot works, in three steps with time between them, so that every
// instance looks for both forms before any writes the new one: make it known, write it, then bring every row over.
// Each step is one call and one transaction; what was cut off is taken up by the next call.

import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { firstIdAt } from '../core/ids.ts'
import { recoveryCodes } from '../features/step-up/schema.ts'
import { toHex } from './audit-link.ts'
import type { Database, Transaction } from './database.ts'
import { freshIndexKey, type IndexKeyName, KEYS_KNOWN_MS, readIndexKeys, secretPlace } from './index-key.ts'
import { secrets } from './plumbing-schema.ts'
import type { IndexKind, Sealer } from './seal.ts'
import { SEALED_TABLES } from './sealed-columns.ts'
import { type SealedRow, type Walk, walkRows, walkTable } from './walk-sealed.ts'

/** How a call ended. `recovery codes` cannot be brought over, because only their index is kept. */
export type IndexRotated =
  | { readonly did: 'made known' | 'written from now on'; readonly nextFrom: Date }
  | { readonly did: 'waits'; readonly nextFrom: Date }
  | { readonly did: 'stopped'; readonly unreadable: readonly string[]; readonly recoveryCodes: number }
  | { readonly did: 'finished'; readonly written: number }

/** What a call works with. */
export interface IndexRotation {
  readonly db: Database
  readonly sealer: Sealer
  readonly now: Date
  /** Whether recovery codes under the old key may become void. */
  readonly voidRecoveryCodes: boolean
}

/** Does the next step, where its time has come. */
export async function rotateIndexKey(rotation: IndexRotation): Promise<IndexRotated> {
  const { db, sealer, now } = rotation
  const { current, next, former } = await readIndexKeys(db, sealer)
  const moving = next ?? former
  if (current === null) throw new Error('there is no index key')
  if (moving === null) {
    await keep(db, sealer, 'index_key_next', toMoving(freshIndexKey(), now))
    return { did: 'made known', nextFrom: after(now) }
  }
  const nextFrom = after(new Date(moving.since))
  if (now < nextFrom) return { did: 'waits', nextFrom }
  if (next === null) return finish(rotation, new Date(moving.since))
  await db.transaction(async (tx) => {
    await keep(tx, sealer, 'index_key_former', toMoving(current, now))
    await keep(tx, sealer, 'index_key', next.key)
    await drop(tx, 'index_key_next')
  })
  return { did: 'written from now on', nextFrom: after(now) }
}

function after(since: Date): Date {
  return new Date(since.getTime() + KEYS_KNOWN_MS)
}

function toMoving(key: string, now: Date): string {
  return JSON.stringify({ key, since: now.toISOString() })
}

async function keep(
  db: Database | Transaction,
  sealer: Sealer,
  name: IndexKeyName,
  text: string,
): Promise<void> {
  const sealed = await sealer.seal(secretPlace(name), text)
  await db
    .insert(secrets)
    .values({ name, sealed })
    .onConflictDoUpdate({ target: secrets.name, set: { sealed } })
}

async function drop(db: Database | Transaction, name: IndexKeyName): Promise<void> {
  await db.delete(secrets).where(eq(secrets.name, name))
}

async function finish(rotation: IndexRotation, since: Date): Promise<IndexRotated> {
  const { db, sealer, voidRecoveryCodes } = rotation
  const { written, unreadable } = await reindexCustomers(db, sealer)
  const old = and(isNull(recoveryCodes.usedAt), lt(recoveryCodes.id, firstIdAt(after(since))))
  const codes = await db.$count(recoveryCodes, old)
  if (unreadable.length > 0 || (codes > 0 && !voidRecoveryCodes))
    return { did: 'stopped', unreadable, recoveryCodes: codes }
  await db.transaction(async (tx) => {
    await tx.delete(recoveryCodes).where(old)
    await drop(tx, 'index_key_former')
  })
  return { did: 'finished', written }
}

/** Each index of a customer, and how it is made of the number that is sealed beside it. */
const INDEXES: readonly {
  readonly place: string
  readonly index: string
  readonly kind: IndexKind
  readonly part: (number: string) => string
}[] = [
  { place: 'phone', index: 'phone_index', kind: 'phone', part: (number) => number },
  { place: 'phone', index: 'phone_tail_index', kind: 'phone_tail', part: (number) => number.slice(-4) },
  { place: 'id_number', index: 'id_number_index', kind: 'id_number', part: (number) => number },
  { place: 'card_number', index: 'card_number_index', kind: 'card_number', part: (number) => number },
  { place: 'card_number', index: 'card_tail_index', kind: 'card_tail', part: (number) => number.slice(-4) },
]

/** Makes every index of every customer anew; the rows that stand under the new key already are read and left. */
async function reindexCustomers(db: Database, sealer: Sealer) {
  const table = SEALED_TABLES.find((sealed) => sealed.table === 'customers')
  if (table === undefined) throw new Error('customers have no sealed fields')
  const walk: Walk = {
    table,
    also: INDEXES.map(({ index }) => index),
    where: sql`true`,
    rework: (row) => reindex(sealer, row),
  }
  const most = await walkTable(db, walk)
  // A second round meets what somebody held in the first, and proves the rest.
  const rest = await walkTable(db, walk)
  const last = rest.written === 0 ? rest : await walkRows(db, walk)
  return { written: most.written + rest.written + last.written, unreadable: rest.unreadable }
}

async function reindex(sealer: Sealer, row: SealedRow) {
  const numbers = new Map<string, string>()
  const changed: [string, string][] = []
  for (const { place, index, kind, part } of INDEXES) {
    const sealed = row[`${place}_sealed`]
    if (typeof sealed !== 'string') continue
    const bound = { table: 'customers', column: place, row: row.row_key }
    const number = numbers.get(place) ?? (await sealer.open(bound, sealed))
    numbers.set(place, number)
    const wanted = await sealer.index(kind, part(number))
    if (!isSame(row[index], wanted)) changed.push([index, `\\x${toHex(wanted)}`])
  }
  return changed.length === 0 ? null : Object.fromEntries(changed)
}

function isSame(kept: unknown, wanted: Uint8Array): boolean {
  return (
    kept instanceof Uint8Array && kept.length === wanted.length && wanted.every((byte, i) => kept[i] === byte)
  )
}
