// Messages in the form in which the platform's endpoints answer them.

import { asRecord, asText, type JsonRecord, readJson } from '../json.ts'
import type { KeptMessage } from '../memory/entries.ts'
import { toAccountIds } from '../people.ts'
import type { Platform } from '../platform.ts'

/** A message as create, reply, edit and get answer it. `original`: a card as it was sent, not its lossy reading. */
export function toApiMessage(platform: Platform, message: KeptMessage, original = true): JsonRecord {
  const { app } = platform
  const mentions = message.mentions?.map((mention) => ({
    key: mention.key,
    id: mention.openId,
    id_type: 'open_id',
    name: mention.name,
    tenant_key: app.tenantKey,
  }))
  return {
    message_id: message.messageId,
    msg_type: message.msgType,
    chat_id: message.chatId,
    create_time: String(message.createdAt),
    update_time: String(message.updatedAt ?? message.createdAt),
    deleted: message.recalled ?? false,
    updated: message.updatedAt !== undefined,
    sender: toApiSender(platform, message),
    body: { content: original ? message.content : toLossyContent(message) },
    ...(message.rootId === undefined ? {} : { root_id: message.rootId }),
    ...(message.replyTo === undefined ? {} : { parent_id: message.replyTo }),
    ...(mentions === undefined ? {} : { mentions }),
  }
}

function toApiSender({ app }: Platform, { sender }: KeptMessage): JsonRecord {
  return sender.kind === 'bot'
    ? { id: app.appId, id_type: 'app_id', sender_type: 'app', tenant_key: app.tenantKey }
    : {
        id: toAccountIds(sender.openId).open_id,
        id_type: 'open_id',
        sender_type: 'user',
        tenant_key: app.tenantKey,
      }
}

/** What is left of a card where its original is not asked for: the title. */
function toLossyContent(message: KeptMessage): string {
  if (message.msgType !== 'interactive') return message.content
  const title = asRecord(asRecord(asRecord(readJson(message.content))['header'])['title'])
  return JSON.stringify({ title: asText(title['content']), elements: [[]] })
}
