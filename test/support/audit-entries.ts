// Entries of the audit trail for tests of the chain over it.

import { newId } from '../../src/core/ids.ts'
import { audit } from '../../src/features/audit/schema.ts'
import type { Database } from '../../src/storage/database.ts'

/** Writes entries as the bot does, in the service's scope, one transaction. @returns their ids */
export async function writeEntries(db: Database, count: number, now: Date): Promise<readonly string[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: newId(now),
    at: now,
    actorId: index % 3 === 0 ? null : (index % 7) + 1,
    action: index % 2 === 0 ? 'customer.update' : 'customer.reveal',
    result: index % 5 === 0 ? ('refused' as const) : ('done' as const),
    entity: 'customer',
    entityId: index % 4 === 0 ? null : String(index),
    customerId: index % 4 === 0 ? null : newId(now),
    facts: { field: 'phone', index, 备注: 'é"\n' },
    inboundId: `om_${index}`,
  }))
  await db.insert(audit).values(rows)
  return rows.map(({ id }) => id)
}
