// The stand-in's memory in the console's words.

import type { Clock } from '../../../core/clock.ts'
import { systemClock } from '../../../core/clock.ts'
import {
  type Change,
  findReaders,
  isVisible,
  type KeptMessage,
  type Platform,
  readJson,
  type StandInChat,
} from '../../stand-in/index.ts'
import type { ConsoleChat, ConsoleEvent, ConsoleMessage, ConsoleState } from '../protocol.ts'

/** A message as the console shows it. */
export function toConsoleMessage(platform: Platform, message: KeptMessage): ConsoleMessage {
  const { updatedAt, recalled, replyTo, visibleTo, mentions, followUps, urgentFor } = message
  return {
    seq: message.seq,
    messageId: message.messageId,
    chatId: message.chatId,
    sender: message.sender,
    msgType: message.msgType,
    content: readJson(message.content),
    createdAt: new Date(message.createdAt).toISOString(),
    readBy: findReaders(platform, message).map(({ openId }) => openId),
    ...(updatedAt === undefined ? {} : { updatedAt: new Date(updatedAt).toISOString() }),
    ...(recalled === undefined ? {} : { recalled }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(visibleTo === undefined ? {} : { visibleTo }),
    ...(mentions === undefined ? {} : { mentions }),
    ...(followUps === undefined ? {} : { followUps }),
    ...(urgentFor === undefined ? {} : { urgentFor }),
  }
}

/** A change of the memory as an event of the console. */
export function toConsoleEvent(platform: Platform, change: Change): ConsoleEvent {
  switch (change.kind) {
    case 'message': {
      const isNew = change.message.seq === change.n
      return { type: isNew ? 'message' : 'updated', message: toConsoleMessage(platform, change.message) }
    }
    case 'refusal': {
      const createdAt = new Date(change.refusal.createdAt).toISOString()
      return { type: 'refused', refusal: { ...change.refusal, createdAt } }
    }
    case 'read': {
      const { chatId, openId, upTo } = change.mark
      return { type: 'read', chatId, openId, upTo }
    }
    case 'clock':
      return { type: 'clock', now: change.now, offsetMs: change.offsetMs }
  }
}

/** How the bot's clock stands. */
export function toClockState(clock: Clock): { readonly now: string; readonly offsetMs: number } {
  const now = clock.now()
  const offsetMs = now.getTime() - systemClock.now().getTime()
  // Below the time that a few statements take there is no difference, only their running.
  return { now: now.toISOString(), offsetMs: Math.abs(offsetMs) < 50 ? 0 : offsetMs }
}

/** People, chats and the clock. */
export function toConsoleState(platform: Platform, clock: Clock): ConsoleState {
  const people = platform.people.all.map(({ openId, name, role, team, branch }) => ({
    openId,
    name,
    role: role ?? null,
    team: team ?? null,
    branch: branch ?? null,
  }))
  return {
    ...toClockState(clock),
    people,
    chats: platform.chats.all.map((chat) => toConsoleChat(platform, chat)),
    newest: platform.memory.newest(),
    languages: ['zh_cn', 'en_us'],
    bot: platform.bot,
    timeZone: 'Asia/Shanghai',
  }
}

function toConsoleChat(platform: Platform, chat: StandInChat): ConsoleChat {
  const messages = platform.memory.messagesOf(chat.chatId)
  const last = messages.at(-1)
  const unread = chat.members.map((openId) => {
    const upTo = platform.memory.readMarkOf(chat.chatId, openId)?.upTo ?? 0
    return [openId, messages.filter((message) => isUnread(message, openId, upTo)).length] as const
  })
  return {
    chatId: chat.chatId,
    kind: chat.kind,
    name: chat.name,
    members: chat.members,
    newest: last?.seq ?? 0,
    unread: Object.fromEntries(unread.filter(([, count]) => count > 0)),
    ...(last === undefined ? {} : { last: toConsoleMessage(platform, last) }),
  }
}

function isUnread(message: KeptMessage, openId: string, upTo: number): boolean {
  const isOwn = message.sender.kind === 'person' && message.sender.openId === openId
  return message.seq > upTo && !isOwn && isVisible(message, openId)
}
