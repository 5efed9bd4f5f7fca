// Cards by other ways than a message: the later update of a clicked card, and cards that one person sees.

import type { Context, Hono } from 'hono'
import { changeCard, getOwnMessage, noteRefusal, sendAsBot } from '../bot-messages.ts'
import { checkCard } from '../card-checker/index.ts'
import { toCardFacts } from '../content.ts'
import { isRecord } from '../json.ts'
import type { Platform } from '../platform.ts'
import { invalidParameter, PlatformError } from '../platform-error.ts'
import { type Guard, readBody } from './gate.ts'
import { isIdType } from './receiver.ts'

/** Mounts the endpoints of later updates and of only-you cards. */
export function mountCardUpdates(app: Hono, platform: Platform, guard: Guard): void {
  app.post(
    '/open-apis/interactive/v1/card/update',
    guard('POST /interactive/v1/card/update', (c) => updateLater(platform, c)),
  )
  app.post(
    '/open-apis/ephemeral/v1/send',
    guard('POST /ephemeral/v1/send', (c) => sendEphemeral(platform, c)),
  )
  app.post(
    '/open-apis/ephemeral/v1/delete',
    guard('POST /ephemeral/v1/delete', (c) => deleteEphemeral(platform, c)),
  )
}

async function updateLater(platform: Platform, c: Context) {
  const body = await readBody(c)
  const { card } = body
  if (!isRecord(card)) throw new PlatformError(100030, 'the card is no JSON object')
  const verdict = checkCard(card, toCardFacts(platform))
  noteRefusal(platform, null, card, () => {
    if (!verdict.ok) throw new PlatformError(verdict.code === 230025 ? 100000 : 11311, verdict.message)
  })
  const messageId = platform.cardTokens.redeem(body['token'])
  const message = platform.memory.findMessage(messageId)
  if (message === null || message.recalled === true)
    throw new PlatformError(200000, 'the message was recalled')
  changeCard(platform, messageId, JSON.stringify(card))
  return {}
}

/** Groups only. The card has no life beyond the chat window: it cannot be changed, only deleted. */
async function sendEphemeral(platform: Platform, c: Context) {
  const body = await readBody(c)
  const chat = platform.chats.find(String(body['chat_id']))
  if (chat === null || chat.kind !== 'group') throw invalidParameter('chat_id is not a group')
  if (body['msg_type'] !== 'interactive' || !isRecord(body['card'])) throw invalidParameter('card is missing')
  const type = ['open_id', 'union_id', 'user_id'].find((each) => typeof body[each] === 'string')
  const person = isIdType(type) ? platform.people.find(String(body[type]), type) : null
  if (person === null || !chat.members.includes(person.openId))
    throw invalidParameter('the person is not in the chat')
  const content = JSON.stringify(body['card'])
  const sent = sendAsBot(platform, { chat, msgType: 'interactive', content, visibleTo: person.openId })
  return { data: { message_id: sent.messageId } }
}

async function deleteEphemeral(platform: Platform, c: Context) {
  const messageId = String((await readBody(c))['message_id'])
  const present = platform.memory.findMessage(messageId)
  if (present?.recalled === true) throw new PlatformError(18051, 'the message has been deleted')
  const message = getOwnMessage(platform, messageId)
  if (message.visibleTo === undefined) throw invalidParameter('the message is not ephemeral')
  platform.memory.changeMessage(messageId, { recalled: true, updatedAt: platform.clock.now().getTime() })
  return {}
}
