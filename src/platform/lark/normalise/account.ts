// Changes in the company's directory that end, suspend or restore a person's access.

import { z } from 'zod'
import { defineNormaliser, Ids, toAccount } from './about.ts'

const Removed = z.object({ object: Ids })

const Updated = z.object({
  object: Ids.extend({
    // Left out where the application lacks the field's permission; then the change tells nothing about access.
    status: z
      .object({
        is_frozen: z.boolean().nullish(),
        is_resigned: z.boolean().nullish(),
        is_exited: z.boolean().nullish(),
      })
      .nullish(),
  }),
})

/** A person left the company. */
export const accountRemoved = defineNormaliser(Removed, (body, { id, happenedAt }) => ({
  kind: 'account',
  id,
  happenedAt,
  person: toAccount(body.object),
  change: 'removed',
}))

/** A person's profile changed; of all that can change only the status matters to access. */
export const accountUpdated = defineNormaliser(Updated, ({ object }, { id, happenedAt }) => {
  const { status } = object
  if (!status) return null
  const gone = status.is_resigned === true || status.is_exited === true
  const change = gone ? 'removed' : status.is_frozen === true ? 'frozen' : 'active'
  return { kind: 'account', id, happenedAt, person: toAccount(object), change }
})
