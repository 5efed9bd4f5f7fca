// The key of the blind indexes: made once, kept in the database, sealed under the data key.
// It stays the same when data keys rotate, so every index stays good.

import { eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { secrets } from './plumbing-schema.ts'
import { createSealer, fromBase64, type Sealer, type SealKeys, toBase64 } from './seal.ts'

const NAME = 'index_key'
const PLACE = { table: 'secrets', column: 'sealed', row: NAME }

/**
 * Opens the sealer of a migrated database; the first instance to come makes the index key.
 * @throws Fault where the data keys do not open what was sealed with them
 */
export async function openSealer(db: Database, data: SealKeys['data']): Promise<Sealer> {
  const wrapping = await createSealer({ data, index: new Uint8Array(32) })
  const fresh = toBase64(crypto.getRandomValues(new Uint8Array(32)))
  await db
    .insert(secrets)
    .values({ name: NAME, sealed: await wrapping.seal(PLACE, fresh) })
    .onConflictDoNothing()
  const [kept] = await db.select().from(secrets).where(eq(secrets.name, NAME))
  if (kept === undefined) throw new Error('the index key was not kept')
  return createSealer({ data, index: fromBase64(await wrapping.open(PLACE, kept.sealed)) })
}
