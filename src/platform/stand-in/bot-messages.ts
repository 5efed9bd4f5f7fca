// What the bot does to messages: send, answer, change, take back. The rules of the platform about it stand here.

import type { StandInChat } from './chats.ts'
import { checkContent } from './content.ts'
import { readJson } from './json.ts'
import type { KeptMessage, MessageType } from './memory/entries.ts'
import type { Platform } from './platform.ts'
import { invalidParameter, PlatformError } from './platform-error.ts'
import { newMessageId } from './random-ids.ts'

const HOUR_MS = 3_600_000
/** How long a card may be changed and pressed after it was sent. */
export const CARD_LIFE_MS = 14 * 24 * HOUR_MS
const MAX_EDITS = 20
const RECEIVER_RATE = [{ limit: 5, windowMs: 1000 }]
const EPHEMERAL_RATE = [{ limit: 40, windowMs: 1000 }]

/** A message that the bot asks the platform to send. */
export interface BotMessage {
  readonly chat: StandInChat
  readonly msgType: MessageType
  readonly content: unknown
  readonly uuid?: string
  readonly replyTo?: KeptMessage
  /** Only this person shall see it. */
  readonly visibleTo?: string
}

/** Sends a message, or returns the one that was sent with the same uuid within the hour. Throws a PlatformError. */
export function sendAsBot(platform: Platform, message: BotMessage): KeptMessage {
  const { chat, uuid } = message
  const earlier = uuid === undefined ? null : findRepeated(platform, uuid)
  if (earlier !== null) return earlier
  checkReceiver(platform, chat)
  takeReceiverRate(platform, message)
  const content = noteRefusal(platform, chat.chatId, message.content, () =>
    checkContent(message.msgType, message.content, platform),
  )
  return platform.memory.addMessage({
    messageId: newMessageId(),
    chatId: chat.chatId,
    sender: { kind: 'bot' },
    msgType: message.msgType,
    content,
    createdAt: platform.clock.now().getTime(),
    ...(uuid === undefined ? {} : { uuid }),
    ...(message.replyTo === undefined ? {} : toReplyMarks(message.replyTo)),
    ...(message.visibleTo === undefined ? {} : { visibleTo: message.visibleTo }),
  })
}

/** The marks of a message that answers another. */
export function toReplyMarks(answered: KeptMessage): { readonly replyTo: string; readonly rootId: string } {
  return { replyTo: answered.messageId, rootId: answered.rootId ?? answered.messageId }
}

/** Replaces the card of a message, by PATCH or by the token of a click. Throws a PlatformError. */
export function changeCard(platform: Platform, messageId: string, content: unknown): KeptMessage {
  const message = getOwnMessage(platform, messageId)
  if (message.msgType !== 'interactive')
    throw new PlatformError(230054, 'This message type does not support the operation.')
  if (message.visibleTo !== undefined) throw invalidParameter('an ephemeral card cannot be updated')
  checkAge(platform, message)
  takeRate(platform, `card ${messageId}`, RECEIVER_RATE)
  const checked = noteRefusal(platform, message.chatId, content, () =>
    checkContent('interactive', content, platform),
  )
  return platform.memory.changeMessage(messageId, {
    content: checked,
    updatedAt: platform.clock.now().getTime(),
  })
}

/** Replaces the text of a text or post message. Throws a PlatformError. */
export function editMessage(
  platform: Platform,
  messageId: string,
  edit: { msgType: MessageType; content: unknown },
): KeptMessage {
  const message = getOwnMessage(platform, messageId)
  if (message.msgType !== 'text' && message.msgType !== 'post') {
    throw new PlatformError(230054, 'This message type does not support the operation.')
  }
  const edits = message.edits ?? 0
  if (edits >= MAX_EDITS)
    throw new PlatformError(230072, 'The message has reached the number of times it can be edited.')
  const content = checkContent(edit.msgType, edit.content, platform)
  const updatedAt = platform.clock.now().getTime()
  return platform.memory.changeMessage(messageId, { content, updatedAt, edits: edits + 1 })
}

/** Takes a message of the bot back. Throws a PlatformError. */
export function recallMessage(platform: Platform, messageId: string): void {
  getOwnMessage(platform, messageId)
  platform.memory.changeMessage(messageId, { recalled: true, updatedAt: platform.clock.now().getTime() })
}

/** A message that is there and was not recalled. Throws a PlatformError. */
export function getMessage(platform: Platform, messageId: string): KeptMessage {
  const message = platform.memory.findMessage(messageId)
  if (message === null) throw invalidParameter('invalid message_id')
  if (message.recalled === true) throw new PlatformError(230011, 'The message was recalled.')
  return message
}

/** A message of the bot's own that was not recalled. Throws a PlatformError. */
export function getOwnMessage(platform: Platform, messageId: string): KeptMessage {
  const message = getMessage(platform, messageId)
  if (message.sender.kind !== 'bot') throw new PlatformError(230027, 'Lack of necessary permissions.')
  return message
}

/** Keeps a refusal of content where the console can show it, and lets it pass on. */
export function noteRefusal<T>(
  platform: Platform,
  chatId: string | null,
  content: unknown,
  work: () => T,
): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof PlatformError) {
      const shown = typeof content === 'string' ? (readJson(content) ?? content) : content
      const createdAt = platform.clock.now().getTime()
      platform.memory.addRefusal({ chatId, code: error.code, msg: error.message, content: shown, createdAt })
    }
    throw error
  }
}

function findRepeated(platform: Platform, uuid: string): KeptMessage | null {
  if (uuid.length > 50) throw invalidParameter('uuid is longer than 50 characters')
  const found = platform.memory.findByUuid(uuid)
  return found !== null && platform.clock.now().getTime() - found.createdAt < HOUR_MS ? found : null
}

function checkReceiver(platform: Platform, chat: StandInChat): void {
  if (!chat.botInside) throw new PlatformError(230002, 'The bot can not be outside the group.')
  if (chat.kind === 'group') return
  const status = platform.people.find(chat.members[0] ?? '')?.status
  if (status === 'outside') throw new PlatformError(230013, 'Bot has NO availability to this user.')
  if (status === 'resigned') throw new PlatformError(230029, 'The user has resigned.')
}

function checkAge(platform: Platform, message: KeptMessage): void {
  if (platform.clock.now().getTime() - message.createdAt > CARD_LIFE_MS) {
    throw new PlatformError(230031, 'The card message has expired: it was sent more than 14 days ago.')
  }
}

function takeReceiverRate(platform: Platform, message: BotMessage): void {
  const { chatId } = message.chat
  if (message.visibleTo === undefined) takeRate(platform, `receiver ${chatId}`, RECEIVER_RATE)
  else takeRate(platform, `ephemeral ${chatId}`, EPHEMERAL_RATE)
}

function takeRate(platform: Platform, key: string, rates: typeof RECEIVER_RATE): void {
  if (platform.rates.take(key, rates) !== null) {
    throw new PlatformError(230020, 'This operation triggers the frequency limit.', { status: 400 })
  }
}
