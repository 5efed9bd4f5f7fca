// Keeping the trail: seals what was committed, makes checkpoints, posts one now and then into the checkpoint conversation.

import { checkpointCard } from '../../../cards/audit.ts'
import { derivedId } from '../../core/ids.ts'
import { sealAudit } from '../../storage/audit-chain.ts'
import { checkpointAudit, type PostCheckpoint } from '../../storage/audit-checkpoint.ts'
import type { Database } from '../../storage/database.ts'
import { outbox } from '../../storage/plumbing-schema.ts'
import type { Sealer } from '../../storage/seal.ts'
import { receiverKey } from '../../storage/turn.ts'

/** What keeping stands on. */
export interface AuditKeeping {
  readonly db: Database
  readonly sealer: Sealer
  /** Conversation into which checkpoints are posted; null for none. */
  readonly conversation: string | null
}

/**
 * Closes the chain over what was committed, and makes a checkpoint where one is due. Instances may call it at once.
 * @throws Error where the database is away; the next call does what this one did not
 */
export async function keepAudit({ db, sealer, conversation }: AuditKeeping, now: Date): Promise<void> {
  const { checkpointDue } = await sealAudit(db, now)
  if (!checkpointDue) return
  await checkpointAudit(db, sealer, now, conversation === null ? null : postInto(conversation, now))
}

function postInto(conversation: string, now: Date): PostCheckpoint {
  return async (tx, checkpoint) => {
    const receiver = { to: 'conversation', id: conversation } as const
    await tx.insert(outbox).values({
      id: await derivedId('checkpoint', checkpoint.signature),
      receiver: receiverKey(receiver),
      receiverKind: receiver.to,
      receiverId: receiver.id,
      conversation,
      inFreeze: 'send',
      card: checkpointCard({ ...checkpoint, line: JSON.stringify(checkpoint) }),
      dueAt: now,
      createdAt: now,
    })
  }
}
