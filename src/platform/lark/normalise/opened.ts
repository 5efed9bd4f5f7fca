// Somebody opened the private chat with the bot, or chose an entry of its menu.

import { z } from 'zod'
import { defineNormaliser, Id, Ids, toAccount } from './about.ts'
import { toInstant } from './instant.ts'

const Entered = z.object({ chat_id: Id, operator_id: Ids })

const Chosen = z.object({
  operator: z.object({ operator_id: Ids }),
  event_key: z.string().min(1),
  timestamp: z.union([z.string(), z.number()]).nullish(),
})

/** The private chat was opened. Comes every time, not only the first. */
export const chatEntered = defineNormaliser(Entered, (body, { id, happenedAt }) => ({
  kind: 'opened',
  id,
  happenedAt,
  conversation: body.chat_id,
  sender: toAccount(body.operator_id),
}))

/** An entry of the menu was chosen; the platform does not say in which chat, it is the private one. */
export const menuChosen = defineNormaliser(Chosen, (body, { id, happenedAt }) => ({
  kind: 'opened',
  id,
  happenedAt: toInstant(body.timestamp) ?? happenedAt,
  conversation: null,
  sender: toAccount(body.operator.operator_id),
  menuKey: body.event_key,
}))
