// What the bot adds to a message of its own: a buzz at people, and bubbles with texts to tap.

import type { Context, Hono } from 'hono'
import { getOwnMessage } from '../bot-messages.ts'
import { asList, asRecord, asText } from '../json.ts'
import type { Platform } from '../platform.ts'
import { fieldInvalid, invalidParameter } from '../platform-error.ts'
import { type Guard, readBody } from './gate.ts'
import { idUnknown, isIdType } from './receiver.ts'

const MAX_URGENT = 200
const MAX_BUBBLES = 3
const MAX_BUBBLE_LENGTH = 200
const BUBBLES_WITHIN_MS = 600_000

/** Mounts the endpoints of buzzes and bubbles. */
export function mountAttention(app: Hono, platform: Platform, guard: Guard): void {
  const base = '/open-apis/im/v1/messages/:message_id'
  app.patch(
    `${base}/urgent_app`,
    guard('PATCH /im/v1/messages/:message_id/urgent_app', (c) => buzz(platform, c)),
  )
  app.post(
    `${base}/push_follow_up`,
    guard('POST /im/v1/messages/:message_id/push_follow_up', (c) => addBubbles(platform, c)),
  )
}

async function buzz(platform: Platform, c: Context) {
  const ids = asList((await readBody(c))['user_id_list'])
  const type = c.req.query('user_id_type')
  if (!isIdType(type)) throw fieldInvalid('user_id_type', 'is required')
  if (ids.length === 0 || ids.length > MAX_URGENT) throw fieldInvalid('user_id_list', 'has 1 to 200 entries')
  const message = getOwnMessage(platform, c.req.param('message_id') ?? '')
  const buzzed = ids.map((id) => {
    const person = platform.people.find(String(id), type)
    if (person === null) throw idUnknown(type, String(id))
    return person.openId
  })
  const urgentFor = [...new Set([...(message.urgentFor ?? []), ...buzzed])]
  platform.memory.changeMessage(message.messageId, { urgentFor })
  return { data: { invalid_user_id_list: [] } }
}

async function addBubbles(platform: Platform, c: Context) {
  const bubbles = asList((await readBody(c))['follow_ups']).map(
    (each) => asText(asRecord(each)['content']) ?? '',
  )
  const fits = bubbles.every((bubble) => bubble !== '' && bubble.length <= MAX_BUBBLE_LENGTH)
  if (bubbles.length === 0 || bubbles.length > MAX_BUBBLES || !fits) throw invalidParameter('follow_ups')
  const message = getOwnMessage(platform, c.req.param('message_id') ?? '')
  const isLatest = platform.memory.messagesOf(message.chatId).at(-1)?.messageId === message.messageId
  const age = platform.clock.now().getTime() - message.createdAt
  const isPrivate = platform.chats.find(message.chatId)?.kind === 'p2p'
  if (!isLatest || !isPrivate || age > BUBBLES_WITHIN_MS) {
    throw invalidParameter('follow-ups need the latest message of a direct chat, at most 600 seconds old')
  }
  platform.memory.changeMessage(message.messageId, { followUps: bubbles })
  return { data: {} }
}
