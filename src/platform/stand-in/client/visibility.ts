// Who can see what in the client: members see their chats, an only-you card is seen by one person.

import type { StandInChat } from '../chats.ts'
import type { KeptMessage } from '../memory/entries.ts'
import type { StandInPerson } from '../people.ts'
import type { Platform } from '../platform.ts'
import { ClientError } from './client-error.ts'

/** The person with this open_id. Throws a ClientError. */
export function getPerson(platform: Platform, openId: string): StandInPerson {
  const person = platform.people.find(openId)
  if (person === null) throw new ClientError('person_unknown', openId)
  return person
}

/** A chat that this person is a member of. Throws a ClientError. */
export function getMember(platform: Platform, openId: string, chatId: string): StandInChat {
  getPerson(platform, openId)
  const chat = platform.chats.find(chatId)
  if (chat === null) throw new ClientError('chat_unknown', chatId)
  if (!chat.members.includes(openId)) throw new ClientError('not_a_member', chatId)
  return chat
}

/** A message that this person sees. Throws a ClientError. */
export function getVisible(platform: Platform, openId: string, messageId: string): KeptMessage {
  const message = platform.memory.findMessage(messageId)
  if (message === null || !isVisible(message, openId)) throw new ClientError('message_unknown', messageId)
  getMember(platform, openId, message.chatId)
  return message
}

/** Whether a message is meant for this person's eyes too. */
export function isVisible(message: KeptMessage, openId: string): boolean {
  return message.visibleTo === undefined || message.visibleTo === openId
}
