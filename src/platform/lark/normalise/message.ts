// Somebody wrote to the bot, privately or in a group.

import { z } from 'zod'
import { type About, Id, Ids, MaybeId, type Normaliser, toAccount } from './about.ts'
import { readContent } from './content.ts'
import { toInstant } from './instant.ts'
import type { KeyedMention } from './said.ts'

const Mentioned = z.object({
  key: z.string().min(1),
  id: z.object({ open_id: MaybeId }).nullish(),
  mentioned_type: z.string().nullish(),
  name: z.string().nullish(),
})

const Message = z.object({
  message_id: z.string().min(1),
  parent_id: MaybeId,
  create_time: z.string().nullish(),
  chat_id: Id,
  chat_type: z.string(),
  message_type: z.string(),
  content: z.string(),
  // One mention that cannot be read is no reason to lose the message.
  mentions: z.array(Mentioned.nullable().catch(null)).nullish().catch(null),
})

const MessageEvent = z.object({
  sender: z.object({ sender_id: Ids, sender_type: z.string().nullish(), tenant_key: MaybeId }),
  message: Message,
})

// Notices that the client itself writes into a chat; nobody said them.
const WRITTEN_BY_NOBODY = new Set(['system'])

/** A message came in. Its own id is the key that makes a repetition known, not the event's. */
export const messageReceived: Normaliser = (event, about) => {
  const parsed = MessageEvent.safeParse(event)
  if (!parsed.success) return { ok: false, reason: 'malformed' }
  const { sender, message } = parsed.data
  if (!isFromColleague(sender, about) || WRITTEN_BY_NOBODY.has(message.message_type))
    return { ok: true, value: null }
  const mentions = (message.mentions ?? []).flatMap((mention) => toMention(mention, about))
  const content = readContent(message.message_type, message.content, mentions)
  if (content === null) return { ok: false, reason: 'malformed' }
  return {
    ok: true,
    value: {
      kind: 'message',
      id: message.message_id,
      happenedAt: toInstant(message.create_time) ?? about.happenedAt,
      messageId: message.message_id,
      conversation: message.chat_id,
      private: message.chat_type === 'p2p',
      sender: toAccount(sender.sender_id),
      text: content.text,
      mentions: mentions.map(({ account, name, bot }) => ({ account, name, bot })),
      attachments: content.attachments,
      ...(message.parent_id ? { replyTo: message.parent_id } : {}),
    },
  }
}

/** Whether a person of the bot's own company wrote it: not a bot, not this bot, not a guest from another company. */
function isFromColleague(sender: z.infer<typeof MessageEvent>['sender'], about: About): boolean {
  const isPerson = !sender.sender_type || sender.sender_type === 'user'
  const isGuest = Boolean(sender.tenant_key) && about.tenant !== null && sender.tenant_key !== about.tenant
  return isPerson && !isGuest && sender.sender_id.open_id !== about.botAccount
}

function toMention(
  mention: z.infer<typeof Mentioned> | null,
  { botAccount }: About,
): readonly KeyedMention[] {
  if (mention === null) return []
  const account = mention.id?.open_id ?? ''
  const bot = botAccount === null ? mention.mentioned_type === 'bot' : account === botAccount
  return [{ key: mention.key, account, name: mention.name ?? '', bot }]
}
