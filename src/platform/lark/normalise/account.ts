// Changes in the company's directory that end, suspend or restore a person's access.

import { z } from 'zod'
import { defineNormaliser, Ids, toAccount } from './about.ts'

const Removed = z.object({ object: Ids })

const Status = z.object({
  is_frozen: z.boolean().nullish(),
  is_resigned: z.boolean().nullish(),
  is_exited: z.boolean().nullish(),
})

const Updated = z.object({
  // Left out where the application lacks the field's permission; then the change tells nothing about access.
  object: Ids.extend({ status: Status.nullish() }),
  // Holds what changed, and may hold nothing else.
  old_object: z.object({ status: Status.nullish() }).nullish(),
})

/** A person left the company. */
export const accountRemoved = defineNormaliser(Removed, (body, { id, happenedAt }) => ({
  kind: 'account',
  id,
  happenedAt,
  person: toAccount(body.object),
  change: 'removed',
}))

/**
 * A person's profile changed; of all that can change only the status matters to access. Access comes back only with the
 * status that took it: a new title does not thaw whom the bank's operator froze.
 */
export const accountUpdated = defineNormaliser(Updated, (body, { id, happenedAt }) => {
  const { status } = body.object
  if (!status) return null
  const change = accessOf(status)
  const before = body.old_object?.status
  if (change === 'active' && (!before || accessOf(before) === 'active')) return null
  return { kind: 'account', id, happenedAt, person: toAccount(body.object), change }
})

function accessOf(status: z.infer<typeof Status>): 'removed' | 'frozen' | 'active' {
  if (status.is_resigned === true || status.is_exited === true) return 'removed'
  return status.is_frozen === true ? 'frozen' : 'active'
}
