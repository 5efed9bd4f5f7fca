// Endpoints of im/v1/messages: send, answer, change, read, take back.

import type { Context, Hono } from 'hono'
import {
  changeCard,
  editMessage,
  getMessage,
  getOwnMessage,
  noteRefusal,
  recallMessage,
  sendAsBot,
} from '../bot-messages.ts'
import { parseMessageType } from '../content.ts'
import { asText, type JsonRecord } from '../json.ts'
import type { Platform } from '../platform.ts'
import { invalidParameter, PlatformError } from '../platform-error.ts'
import { type Guard, readBody } from './gate.ts'
import { toApiMessage } from './message-shape.ts'
import { toReadUsers } from './read-users.ts'
import { resolveReceiver } from './receiver.ts'

/** Mounts the endpoints of messages. */
export function mountMessages(app: Hono, platform: Platform, guard: Guard): void {
  const idOf = (c: Context) => c.req.param('message_id') ?? ''
  const base = '/open-apis/im/v1/messages'
  app.post(
    base,
    guard('POST /im/v1/messages', (c) => create(platform, c)),
  )
  app.post(
    `${base}/:message_id/reply`,
    guard('POST /im/v1/messages/:message_id/reply', (c) => reply(platform, c)),
  )
  app.patch(
    `${base}/:message_id`,
    guard('PATCH /im/v1/messages/:message_id', async (c) => {
      const body = await readBody(c)
      changeCard(platform, idOf(c), body['content'])
      return { data: {} }
    }),
  )
  app.put(
    `${base}/:message_id`,
    guard('PUT /im/v1/messages/:message_id', async (c) => {
      const body = await readBody(c)
      const edit = { msgType: parseMessageType(body['msg_type']), content: body['content'] }
      return { data: toApiMessage(platform, editMessage(platform, idOf(c), edit)) }
    }),
  )
  app.delete(
    `${base}/:message_id`,
    guard('DELETE /im/v1/messages/:message_id', (c) => {
      recallMessage(platform, idOf(c))
      return { data: {} }
    }),
  )
  app.get(
    `${base}/:message_id`,
    guard('GET /im/v1/messages/:message_id', (c) => {
      const original = c.req.query('card_msg_content_type') === 'user_card_content'
      return { data: { items: [toApiMessage(platform, getMessage(platform, idOf(c)), original)] } }
    }),
  )
  app.get(
    `${base}/:message_id/read_users`,
    guard('GET /im/v1/messages/:message_id/read_users', (c) => ({
      data: toReadUsers(platform, getOwnMessage(platform, idOf(c)), c.req.query()),
    })),
  )
}

async function create(platform: Platform, c: Context) {
  const body = await readBody(c)
  const msgType = parseMessageType(body['msg_type'])
  const chat = noteRefusal(platform, null, body['content'], () =>
    resolveReceiver(platform, c.req.query('receive_id_type'), body['receive_id']),
  )
  const sent = sendAsBot(platform, { chat, msgType, content: body['content'], ...toUuid(body) })
  return { data: toApiMessage(platform, sent) }
}

async function reply(platform: Platform, c: Context) {
  const body = await readBody(c)
  const msgType = parseMessageType(body['msg_type'])
  if (body['reply_in_thread'] === true)
    throw new PlatformError(230071, 'The thread is not supported in this chat.')
  const replyTo = getMessage(platform, c.req.param('message_id') ?? '')
  const chat = platform.chats.find(replyTo.chatId)
  if (chat === null) throw new PlatformError(232009, 'The chat has been dissolved.')
  const sent = sendAsBot(platform, { chat, msgType, content: body['content'], replyTo, ...toUuid(body) })
  return { data: toApiMessage(platform, sent) }
}

function toUuid(body: JsonRecord): { readonly uuid?: string } {
  if (body['uuid'] === undefined || body['uuid'] === '') return {}
  const uuid = asText(body['uuid'])
  if (uuid === null) throw invalidParameter('uuid is not a string')
  return { uuid }
}
