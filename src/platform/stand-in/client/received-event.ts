// The event that tells the bot of a message that a person wrote.

import type { JsonRecord } from '../json.ts'
import type { KeptMessage } from '../memory/entries.ts'
import { toAccountIds } from '../people.ts'
import type { Platform } from '../platform.ts'

/** Body of im.message.receive_v1 for a person's message. */
export function toReceivedEvent(platform: Platform, message: KeptMessage, openId: string): JsonRecord {
  const tenantKey = platform.app.tenantKey
  const kind = platform.chats.find(message.chatId)?.kind ?? 'group'
  const mentions = message.mentions?.map((mention) => ({
    key: mention.key,
    id: toAccountIds(mention.openId),
    mentioned_type: mention.openId === platform.bot.openId ? 'bot' : 'user',
    name: mention.name,
    tenant_key: tenantKey,
  }))
  return {
    sender: { sender_id: toAccountIds(openId), sender_type: 'user', tenant_key: tenantKey },
    message: {
      message_id: message.messageId,
      create_time: String(message.createdAt),
      update_time: String(message.createdAt),
      chat_id: message.chatId,
      chat_type: kind,
      message_type: message.msgType,
      content: message.content,
      ...(message.rootId === undefined ? {} : { root_id: message.rootId }),
      ...(message.replyTo === undefined ? {} : { parent_id: message.replyTo }),
      ...(mentions === undefined || mentions.length === 0 ? {} : { mentions }),
    },
  }
}
