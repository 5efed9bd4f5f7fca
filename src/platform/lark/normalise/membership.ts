// The bot came into a group or is no longer in it.

import { z } from 'zod'
import { defineNormaliser, Id } from './about.ts'

const Membership = z.object({ chat_id: Id, external: z.boolean().nullish() })

/** The bot was added to a group. */
export const botJoined = defineNormaliser(Membership, (body, { id, happenedAt }) => ({
  kind: 'joined',
  id,
  happenedAt,
  conversation: body.chat_id,
  external: body.external ?? false,
}))

/** The bot was taken out of a group, or the group was dissolved. */
export const botLeft = defineNormaliser(Membership, (body, { id, happenedAt }) => ({
  kind: 'left',
  id,
  happenedAt,
  conversation: body.chat_id,
  external: body.external ?? false,
}))
