// The copies of a multiplied bank hold no numbers. Where the sealing itself is measured, each gets a phone, and every
// other a card, sealed under the key of the day.

import { sql } from 'drizzle-orm'
import { rowsOf, type Store } from '../src/storage/database.ts'
import { asKeeper } from '../src/storage/scope.ts'
import type { Sealer } from '../src/storage/seal.ts'

const BATCH = 2000

/** Seals numbers for every customer who has none. */
export async function sealCopies(store: Store, sealer: Sealer): Promise<void> {
  for (let n = 0; ; n += BATCH) {
    const ids = await asKeeper(store.db, 'bench', async (tx) =>
      rowsOf<{ id: string }>(
        await tx.execute(sql`select id from customers where phone_sealed is null order by id limit ${BATCH}`),
      ),
    )
    if (ids.length === 0) return
    const rows = await Promise.all(ids.map(({ id }, i) => numbersOf(sealer, id, n + i)))
    await asKeeper(store.db, 'bench', (tx) =>
      tx.execute(sql`update customers c
        set phone_sealed = v.phone_sealed, phone_index = v.phone_index, phone_tail_index = v.phone_tail_index,
          card_number_sealed = v.card_number_sealed
        from json_populate_recordset(null::customers, ${JSON.stringify(rows)}::json) v where c.id = v.id`),
    )
  }
}

async function numbersOf(sealer: Sealer, id: string, n: number) {
  const phone = `19${String(n).padStart(9, '0')}`
  const place = (column: string) => ({ table: 'customers', column, row: id })
  const [phoneSealed, index, tail] = await Promise.all([
    sealer.seal(place('phone'), phone),
    sealer.index('phone', phone),
    sealer.index('phone_tail', phone.slice(-4)),
  ])
  const card = n % 2 === 0 ? await sealer.seal(place('card_number'), `62284800${phone}`) : null
  return {
    id,
    phone_sealed: phoneSealed,
    phone_index: `\\x${Buffer.from(index).toString('hex')}`,
    phone_tail_index: `\\x${Buffer.from(tail).toString('hex')}`,
    card_number_sealed: card,
  }
}
