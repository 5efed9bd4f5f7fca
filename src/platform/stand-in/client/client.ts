// What people do in their chat client: write, attach, edit, take back, read, open. The bot hears of it by events.

import { toReplyMarks } from '../bot-messages.ts'
import type { KeptFile, KeptMessage, MessageType } from '../memory/entries.ts'
import { toAccountIds } from '../people.ts'
import type { Platform } from '../platform.ts'
import { newMessageId, randomHex } from '../random-ids.ts'
import { ClientError } from './client-error.ts'
import { type Mentionable, type MentioningText, toMentions, withMention } from './mentions.ts'
import { toReceivedEvent } from './received-event.ts'
import { getMember, getPerson, getVisible } from './visibility.ts'

const MAX_TEXT_BYTES = 150 * 1024

/** Other names under which people call the bot. */
const BOT_NICKNAMES = ['Larkspur', '小燕', 'bot', '机器人']

/** A message that a person has written, and whether the bot has taken the event about it. */
export interface Written {
  readonly message: KeptMessage
  /** False too where the bot is not told, as of a group message that does not mention it. */
  readonly delivered: boolean
}

/** A file as a person drops it into a chat. */
export interface DroppedFile {
  readonly kind: 'file' | 'image' | 'audio'
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
  readonly durationMs?: number
}

/**
 * Writes a text. In a group the bot is mentioned unless `mention` is false; it hears only of what mentions it.
 * Throws a ClientError.
 */
export function sayAsPerson(
  platform: Platform,
  said: { as: string; chatId: string; text: string; replyTo?: string; mention?: boolean },
): Promise<Written> {
  if (Buffer.byteLength(said.text) > MAX_TEXT_BYTES) throw new ClientError('too_long', '150 KB')
  const text = toText(platform, said)
  const content = JSON.stringify({ text: text.text })
  return write(platform, { ...said, msgType: 'text', content, mentions: text.mentions })
}

/** Drops a file into a chat. In a group the bot does not hear of it, as files mention nobody. Throws a ClientError. */
export function sendFileAsPerson(
  platform: Platform,
  sent: { as: string; chatId: string; file: DroppedFile },
): Promise<Written> {
  const { file } = sent
  const key = keepFile(platform, file)
  const content =
    file.kind === 'image'
      ? { image_key: key }
      : {
          file_key: key,
          ...(file.kind === 'audio' ? { duration: file.durationMs ?? 0 } : { file_name: file.name }),
        }
  return write(platform, { ...sent, msgType: file.kind, content: JSON.stringify(content), mentions: [] })
}

/** Changes a text that the person wrote. The bot is told nothing, as on the platform. Throws a ClientError. */
export function editAsPerson(
  platform: Platform,
  edit: { as: string; messageId: string; text: string },
): KeptMessage {
  const message = getOwn(platform, edit)
  if (message.msgType !== 'text') throw new ClientError('not_yours', 'only texts can be edited')
  if (Buffer.byteLength(edit.text) > MAX_TEXT_BYTES) throw new ClientError('too_long', '150 KB')
  const addressed = message.mentions?.some((mention) => mention.openId === platform.bot.openId) ?? false
  const text = toText(platform, { chatId: message.chatId, text: edit.text, mention: addressed })
  return platform.memory.changeMessage(message.messageId, {
    content: JSON.stringify({ text: text.text }),
    mentions: text.mentions,
    updatedAt: platform.clock.now().getTime(),
  })
}

/** Takes a message back and tells the bot. Throws a ClientError. */
export async function recallAsPerson(
  platform: Platform,
  recall: { as: string; messageId: string },
): Promise<void> {
  const message = getOwn(platform, recall)
  const recallTime = platform.clock.now().getTime()
  platform.memory.changeMessage(message.messageId, { recalled: true, updatedAt: recallTime })
  await platform.courier.push('im.message.recalled_v1', {
    message_id: message.messageId,
    chat_id: message.chatId,
    recall_time: String(recallTime),
    recall_type: 'message_owner',
  })
}

/** Marks a chat as read up to its newest message. Throws a ClientError. */
export function readAsPerson(platform: Platform, read: { as: string; chatId: string }): void {
  const { memory, clock } = platform
  getMember(platform, read.as, read.chatId)
  const upTo = memory.messagesOf(read.chatId).at(-1)?.seq ?? 0
  if (upTo <= (memory.readMarkOf(read.chatId, read.as)?.upTo ?? 0)) return
  memory.markRead({ chatId: read.chatId, openId: read.as, upTo, readAt: clock.now().getTime() })
}

/** Opens the private chat with the bot, of which the bot hears each time. Throws a ClientError. */
export async function openAsPerson(platform: Platform, opened: { as: string }): Promise<void> {
  const chatId = platform.chats.privateOf(getPerson(platform, opened.as).openId)?.chatId ?? ''
  const last = platform.memory.messagesOf(chatId).at(-1)
  await platform.courier.push('im.chat.access_event.bot_p2p_chat_entered_v1', {
    chat_id: chatId,
    operator_id: toAccountIds(opened.as),
    ...(last === undefined
      ? {}
      : { last_message_id: last.messageId, last_message_create_time: String(last.createdAt) }),
  })
}

/** Chooses an entry of the bot's menu. Throws a ClientError. */
export async function pickMenuAsPerson(
  platform: Platform,
  picked: { as: string; key: string },
): Promise<void> {
  const person = getPerson(platform, picked.as)
  await platform.courier.push('application.bot.menu_v6', {
    operator: { operator_name: person.name, operator_id: toAccountIds(person.openId) },
    event_key: picked.key,
    timestamp: Math.floor(platform.clock.now().getTime() / 1000),
  })
}

async function write(
  platform: Platform,
  draft: {
    as: string
    chatId: string
    msgType: MessageType
    content: string
    mentions: MentioningText['mentions']
    replyTo?: string
  },
): Promise<Written> {
  const chat = getMember(platform, draft.as, draft.chatId)
  const answered = draft.replyTo === undefined ? null : getVisible(platform, draft.as, draft.replyTo)
  const message = platform.memory.addMessage({
    messageId: newMessageId(),
    chatId: chat.chatId,
    sender: { kind: 'person', openId: draft.as },
    msgType: draft.msgType,
    content: draft.content,
    createdAt: platform.clock.now().getTime(),
    ...(draft.mentions.length === 0 ? {} : { mentions: draft.mentions }),
    ...(answered === null ? {} : toReplyMarks(answered)),
  })
  const heard = chat.kind === 'p2p' || draft.mentions.some(({ openId }) => openId === platform.bot.openId)
  if (!heard || !chat.botInside) return { message, delivered: false }
  const event = toReceivedEvent(platform, message, draft.as)
  return { message, delivered: await platform.courier.push('im.message.receive_v1', event) }
}

function toText(
  platform: Platform,
  said: { chatId: string; text: string; mention?: boolean },
): MentioningText {
  const chat = platform.chats.find(said.chatId)
  if (chat === null) throw new ClientError('chat_unknown', said.chatId)
  if (chat.kind === 'p2p') return { text: said.text, mentions: [] }
  const bot: Mentionable = { openId: platform.bot.openId, names: [platform.bot.name, ...BOT_NICKNAMES] }
  const people = chat.members.flatMap((openId) => {
    const person = platform.people.find(openId)
    return person === null ? [] : [{ openId, names: [person.name] }]
  })
  const text = toMentions(said.text, [bot, ...people])
  return said.mention === false ? text : withMention(text, bot)
}

function keepFile(platform: Platform, file: DroppedFile): string {
  const isImage = file.kind === 'image'
  const key = `${isImage ? 'img' : 'file'}_v3_${randomHex(16)}`
  const kept: KeptFile = {
    key,
    kind: isImage ? 'image' : 'file',
    name: file.name,
    mime: file.mime,
    size: file.bytes.byteLength,
    by: 'person',
    ...(file.durationMs === undefined ? {} : { durationMs: file.durationMs }),
  }
  platform.bytes.put(key, file.bytes)
  platform.memory.addFile(kept)
  return key
}

function getOwn(platform: Platform, wanted: { as: string; messageId: string }): KeptMessage {
  const message = getVisible(platform, wanted.as, wanted.messageId)
  const own = message.sender.kind === 'person' && message.sender.openId === wanted.as
  if (!own || message.recalled === true) throw new ClientError('not_yours', wanted.messageId)
  return message
}
