// How much waits, for the operator's figures.

import { inArray, isNull } from 'drizzle-orm'
import type { Metrics } from '../metrics.ts'
import type { Database } from './database.ts'
import { inbox, outbox } from './plumbing-schema.ts'

/** Sets the gauges from the database. */
export async function countWaiting(db: Database, metrics: Metrics): Promise<void> {
  const [open, waiting, dead] = await Promise.all([
    db.$count(inbox, isNull(inbox.doneAt)),
    db.$count(outbox, inArray(outbox.state, ['waiting', 'sending'])),
    db.$count(outbox, inArray(outbox.state, ['dead', 'flagged'])),
  ])
  metrics.set('larkspur_inbox_open', open)
  metrics.set('larkspur_outbox_waiting', waiting)
  metrics.set('larkspur_outbox_dead', dead)
}
