// Messages are claimed, and then handed to the platform, which takes a while: the last place where a freeze can hold them.
// They are held against the freezes right before, however long the claim took, and stopped on their way by one that comes
// into force then: a file may be under way for a minute.

import type { Database } from './database.ts'
import { isFrozenMeanwhile, readFreezes } from './frozen.ts'
import { type Outgoing, parkFrozen } from './parking.ts'

/** Nobody's data may leave a second after a freeze; the statement that asks takes its time too. */
const LOOK_EVERY_MS = 200

/** Sets aside what is frozen of claimed messages and hands over the rest; `stop` comes with the next freeze. */
export async function handOver<R>(
  db: Database,
  claimed: readonly Outgoing[],
  send: (free: readonly Outgoing[], stop: AbortSignal) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  if (claimed.length === 0) return []
  const known = await readFreezes(db)
  const free = known === '' ? claimed : await db.transaction((tx) => parkFrozen(tx, claimed))
  const stop = new AbortController()
  const over = new AbortController()
  const watching = watch(db, known, stop, over.signal)
  try {
    return await send(free, stop.signal)
  } finally {
    over.abort()
    await watching
  }
}

/** Looks again and again until it is over. Where nobody can tell whether something is frozen, it counts as frozen. */
async function watch(db: Database, known: string, stop: AbortController, over: AbortSignal): Promise<void> {
  for (;;) {
    await pause(LOOK_EVERY_MS, over)
    if (over.aborted) return
    if (await isFrozenMeanwhile(db, known).catch(() => true)) return stop.abort()
  }
}

function pause(ms: number, over: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  over.addEventListener(
    'abort',
    () => {
      clearTimeout(timer)
      resolve()
    },
    { once: true },
  )
  return promise
}
