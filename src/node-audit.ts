// Keeps the audit trail on a machine of its own: seals twice a second, so that an entry is in the chain within a second
// of its commit, and carries checkpoints to the outside file.

import { setTimeout as wait } from 'node:timers/promises'
import type { BotParts } from './bot/bot.ts'
import type { Config } from './config.ts'
import { keepAudit } from './features/audit/index.ts'
import { openCheckpointFile } from './storage/audit-checkpoint-file.ts'

const SEAL_MS = 500
/** The file is looked after once in so many rounds. */
const FILE_ROUNDS = 10
/** After a failure the next round waits longer. */
const PAUSE_MS = 5000

/** Starts keeping. @returns how to stop, after a last round */
export function startAuditKeeping(
  { store, sealer, clock, log }: Pick<BotParts, 'store' | 'sealer' | 'clock' | 'log'>,
  { file: path, conversation }: Config['audit'],
): () => Promise<void> {
  const file = openCheckpointFile(path)
  const stopping = new AbortController()
  const round = async (number: number): Promise<boolean> => {
    try {
      await keepAudit({ db: store.db, sealer, conversation }, clock.now())
      if (number % FILE_ROUNDS === 0) await file.catchUp(store.db)
      return true
    } catch (error) {
      // Nothing is lost: what is not sealed or not in the file stays in the database and is next.
      log.error('audit.keeping.failed', error)
      return false
    }
  }
  const running = (async () => {
    for (let number = 0; !stopping.signal.aborted; number += 1) {
      const done = await round(number)
      await wait(done ? SEAL_MS : PAUSE_MS, null, { signal: stopping.signal }).catch(() => undefined)
    }
    await round(0)
  })()
  return () => {
    stopping.abort()
    return running
  }
}
