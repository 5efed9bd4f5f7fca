// The key of the blind indexes: made once, kept in the database, sealed under the data key; data keys come and go
// without it. While it is replaced there are two: one is written, both are looked for (index-rotation.ts).

import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { admitKeys } from './data-keys.ts'
import type { Database, Transaction } from './database.ts'
import { secrets } from './plumbing-schema.ts'
import {
  createSealer,
  fromBase64,
  type Place,
  type Primitives,
  type Sealer,
  type SealKeys,
  toBase64,
} from './seal.ts'

/** The index key that is written now, and the one that comes or goes; of the last two there is one at most. */
export type IndexKeyName = 'index_key' | 'index_key_next' | 'index_key_former'

/** A sealer over the keys of a database, which follows when they change. */
export interface KeptSealer extends Sealer {
  /**
   * Reads the keys of the database again: a replaced index key and a retired data key count from then on.
   * @throws Fault where the keys do not fit any more; the old ones stay in use
   */
  refresh(): Promise<void>
}

/** How soon every instance knows of a change of keys: each reads them again once a minute. */
export const KEYS_KNOWN_MS = 150_000

/** An index key that comes or goes, and since when. */
const Moving = z.object({ key: z.string(), since: z.iso.datetime() })

/** The place of a secret. */
export function secretPlace(name: string): Place {
  return { table: 'secrets', column: 'sealed', row: name }
}

/**
 * Opens the sealer of a migrated database; the first instance to come makes the index key.
 * @throws Fault where the data keys do not open what was sealed with them, or one that was known before is missing
 */
export async function openSealer(
  db: Database,
  data: SealKeys['data'],
  primitives?: Primitives,
): Promise<KeptSealer> {
  let current = await readSealer(db, data, primitives)
  return {
    get keyId() {
      return current.keyId
    },
    get keyIds() {
      return current.keyIds
    },
    seal: (place, text) => current.seal(place, text),
    open: (place, sealed) => current.open(place, sealed),
    index: (kind, value) => current.index(kind, value),
    indexes: (kind, value) => current.indexes(kind, value),
    refresh: async () => {
      current = await readSealer(db, data, primitives)
    },
  }
}

async function readSealer(
  db: Database,
  configured: SealKeys['data'],
  primitives: Primitives | undefined,
): Promise<Sealer> {
  const data = await admitKeys(db, configured)
  const wrapping = await createSealer({ data, index: new Uint8Array(32) })
  const kept = await readIndexKeys(db, wrapping)
  const index = kept.current ?? (await makeIndexKey(db, wrapping))
  const other = kept.next ?? kept.former
  const keys: SealKeys = {
    data,
    index: fromBase64(index),
    ...(other === null ? {} : { otherIndex: fromBase64(other.key) }),
  }
  return createSealer(keys, primitives)
}

/** The index keys of a database, as far as there are any. */
export interface IndexKeys {
  readonly current: string | null
  readonly next: z.output<typeof Moving> | null
  readonly former: z.output<typeof Moving> | null
}

/** Opens the index keys. @throws Fault where the data keys do not open them */
export async function readIndexKeys(db: Database | Transaction, sealer: Sealer): Promise<IndexKeys> {
  const names: IndexKeyName[] = ['index_key', 'index_key_next', 'index_key_former']
  const rows = await db.select().from(secrets).where(inArray(secrets.name, names))
  const open = async (name: IndexKeyName) => {
    const row = rows.find((kept) => kept.name === name)
    return row === undefined ? null : sealer.open(secretPlace(name), row.sealed)
  }
  const moving = (text: string | null) => (text === null ? null : Moving.parse(JSON.parse(text)))
  return {
    current: await open('index_key'),
    next: moving(await open('index_key_next')),
    former: moving(await open('index_key_former')),
  }
}

/** A fresh index key in base64. */
export function freshIndexKey(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(32)))
}

async function makeIndexKey(db: Database, wrapping: Sealer): Promise<string> {
  const fresh = freshIndexKey()
  const place = secretPlace('index_key')
  await db
    .insert(secrets)
    .values({ name: 'index_key', sealed: await wrapping.seal(place, fresh) })
    .onConflictDoNothing()
  const [kept] = await db.select().from(secrets).where(eq(secrets.name, 'index_key'))
  if (kept === undefined) throw new Error('the index key was not kept')
  return wrapping.open(place, kept.sealed)
}
