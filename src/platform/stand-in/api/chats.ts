// Endpoints of im/v1/chats: what a chat is, and who is in it.

import type { Context, Hono } from 'hono'
import type { StandInChat } from '../chats.ts'
import { toAccountIds } from '../people.ts'
import type { Platform } from '../platform.ts'
import { fieldInvalid, PlatformError } from '../platform-error.ts'
import type { Guard } from './gate.ts'
import { takePage } from './page.ts'
import { isIdType } from './receiver.ts'

/** Mounts the endpoints of chats. */
export function mountChats(app: Hono, platform: Platform, guard: Guard): void {
  app.get(
    '/open-apis/im/v1/chats/:chat_id',
    guard('GET /im/v1/chats/:chat_id', (c) => {
      const chat = getChat(platform, c)
      return {
        data: {
          name: chat.name,
          chat_mode: chat.kind,
          chat_type: 'private',
          chat_status: 'normal',
          external: chat.external,
          tenant_key: platform.app.tenantKey,
          user_count: String(chat.members.length),
          bot_count: '1',
          restricted_mode_setting: { status: false },
        },
      }
    }),
  )
  app.get(
    '/open-apis/im/v1/chats/:chat_id/members',
    guard('GET /im/v1/chats/:chat_id/members', (c) => ({ data: toMembers(platform, c) })),
  )
}

function toMembers(platform: Platform, c: Context) {
  const chat = getChat(platform, c)
  const type = c.req.query('member_id_type') ?? 'open_id'
  if (!isIdType(type)) throw fieldInvalid('member_id_type', 'is not one of open_id, union_id, user_id')
  const page = takePage(chat.members, c.req.query(), { usual: 20, most: 100 })
  const items = page.entries.map((openId) => ({
    member_id_type: type,
    member_id: toAccountIds(openId)[type],
    name: platform.people.find(openId)?.name ?? '',
    tenant_key: platform.app.tenantKey,
  }))
  return { items, member_total: chat.members.length, ...page.marks }
}

function getChat(platform: Platform, c: Context): StandInChat {
  const chat = platform.chats.find(c.req.param('chat_id') ?? '')
  if (chat === null) throw new PlatformError(232006, 'Your request specifies a chat_id which is invalid.')
  if (!chat.botInside) throw new PlatformError(232011, 'Operator can NOT be out of the chat.')
  return chat
}
