// Who has read a message of the bot, page by page.

import type { JsonRecord } from '../json.ts'
import type { KeptMessage } from '../memory/entries.ts'
import { toAccountIds } from '../people.ts'
import type { Platform } from '../platform.ts'
import { fieldInvalid, PlatformError } from '../platform-error.ts'
import { takePage } from './page.ts'
import { isIdType } from './receiver.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** A page of readers. Throws a PlatformError for messages older than seven days and for wrong parameters. */
export function toReadUsers(
  platform: Platform,
  message: KeptMessage,
  query: { readonly [name: string]: string | undefined },
): JsonRecord {
  const type = query['user_id_type']
  if (!isIdType(type)) throw fieldInvalid('user_id_type', 'is required')
  if (platform.clock.now().getTime() - message.createdAt > WEEK_MS) {
    throw new PlatformError(230033, 'The message was sent more than seven days ago.')
  }
  const page = takePage(findReaders(platform, message), query, { usual: 20, most: 100 })
  const items = page.entries.map(({ openId, readAt }) => ({
    user_id_type: type,
    user_id: toAccountIds(openId)[type],
    timestamp: String(readAt),
    tenant_key: platform.app.tenantKey,
  }))
  return { items, ...page.marks }
}

/** The people who have read a chat at least as far as this message; its own writer is not among them. */
export function findReaders(
  platform: Pick<Platform, 'chats' | 'memory'>,
  message: KeptMessage,
): readonly { readonly openId: string; readonly readAt: number }[] {
  const members = platform.chats.find(message.chatId)?.members ?? []
  return members.flatMap((openId) => {
    if (message.sender.kind === 'person' && message.sender.openId === openId) return []
    const mark = platform.memory.readMarkOf(message.chatId, openId)
    return mark !== null && mark.upTo >= message.seq ? [{ openId, readAt: mark.readAt }] : []
  })
}
