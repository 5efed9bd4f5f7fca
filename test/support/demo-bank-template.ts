// The demo bank as the tests have it: loaded once for the run, at one instant, under one key.

import { loadDemoBank } from '../../src/demo/demo-bank.ts'
import type { Store } from '../../src/storage/database.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import type { Sealer } from '../../src/storage/seal.ts'

/** The instant at which every test bank opens: a Saturday morning in Shanghai, well before month's end. */
export const OPENING = new Date('2026-11-21T10:00:00+08:00')
export const ZONE = 'Asia/Shanghai'
/** What the personal data of a test bank is sealed with. */
export const BANK_KEYS = [{ id: 'test', key: new Uint8Array(32).fill(7) }]

/** Migrates a store and loads the demo bank into it. */
export async function loadBank(store: Store): Promise<Sealer> {
  await store.migrate()
  const sealer = await openSealer(store.db, BANK_KEYS)
  await loadDemoBank({ store, sealer, now: OPENING, zone: ZONE })
  return sealer
}
