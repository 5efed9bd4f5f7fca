// The demo bank as a person meets it: loaded once, with the posts of the morning and the evening armed.

import { defaultSchedules } from '../features/digests/index.ts'
import { type Loading, loadDemoBank } from './demo-bank.ts'

/** Loads the demo bank and arms its standing posts. @returns false where it was there already and nothing was changed */
export async function openDemoBank(loading: Loading): Promise<boolean> {
  const loaded = await loadDemoBank(loading)
  if (loaded) await defaultSchedules(loading.store.db, loading.now, loading.zone)
  return loaded
}
