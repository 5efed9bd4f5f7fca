// A refusal leaves a trace too: who was refused what, without what it protects.

import type { Refusal } from '../core/errors.ts'
import { audit } from '../features/audit/schema.ts'
import type { Turn } from '../storage/turn.ts'

/** Writes the refusal into the trail, in the turn's transaction. */
export async function auditRefusal(turn: Turn, refusal: Refusal): Promise<void> {
  await turn.db.insert(audit).values({
    id: turn.newId(),
    at: turn.now,
    actorId: turn.actor.id,
    action: 'refusal',
    result: 'refused',
    facts: { code: refusal.code, ...refusal.facts },
    inboundId: turn.inboundId,
  })
}
