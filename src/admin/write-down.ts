// The trail of the operator's commands: every one that changes something leaves an entry, in the transaction of the change.

import type { JsonObject } from '../../cards/kit/index.ts'
import { newId } from '../core/ids.ts'
import { audit } from '../features/audit/schema.ts'
import type { Database, Transaction } from '../storage/database.ts'

/** What an operator did, and to what. */
export interface OperatorDeed {
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly facts?: JsonObject
}

/** Writes a command into the trail. The operator is nobody of the bank, so no actor is named. */
export async function writeDown(
  db: Database | Transaction,
  now: Date,
  { action, entity, entityId, facts = {} }: OperatorDeed,
): Promise<void> {
  await db
    .insert(audit)
    .values({ id: newId(now), at: now, actorId: null, action, result: 'done', entity, entityId, facts })
}
