// How a start learns that its place was restored and must do nothing yet.

import type { Database } from '../database.ts'
import { disarmed } from './schema.ts'

/** Thrown where a place is disarmed: nothing was started. */
export class Disarmed extends Error {
  override readonly name = 'Disarmed'
  readonly backupId: string

  constructor(backupId: string) {
    super(`disarmed: restored from backup ${backupId}`)
    this.backupId = backupId
  }
}

/** @throws Disarmed in a place that was restored and not armed since */
export async function assertArmed(db: Database): Promise<void> {
  const [row] = await db.select().from(disarmed)
  if (row !== undefined) throw new Disarmed(row.backupId)
}
