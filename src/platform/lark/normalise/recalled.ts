// A message was taken back, by its writer or by somebody who keeps order in the group.

import { z } from 'zod'
import { defineNormaliser, Id } from './about.ts'
import { toInstant } from './instant.ts'

const Recalled = z.object({ message_id: Id, chat_id: Id, recall_time: z.string().nullish() })

/** A message was taken back. The event names no person. */
export const messageRecalled = defineNormaliser(Recalled, (body, { id, happenedAt }) => ({
  kind: 'recalled',
  id,
  happenedAt: toInstant(body.recall_time) ?? happenedAt,
  messageId: body.message_id,
  conversation: body.chat_id,
}))
