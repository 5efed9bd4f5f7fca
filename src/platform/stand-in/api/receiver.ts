// Who is meant by receive_id, or by an id of a person in a path.

import type { StandInChat } from '../chats.ts'
import { asText } from '../json.ts'
import type { IdType } from '../people.ts'
import type { Platform } from '../platform.ts'
import { fieldInvalid, PlatformError } from '../platform-error.ts'

const ID_TYPES: ReadonlySet<unknown> = new Set<IdType>(['open_id', 'union_id', 'user_id'])

/** The chat that `receive_id` stands for. Throws a PlatformError for a kind or an id that is not known. */
export function resolveReceiver(platform: Platform, type: unknown, id: unknown): StandInChat {
  const receiveId = asText(id)
  if (receiveId === null || receiveId === '') throw fieldInvalid('receive_id', 'is required')
  if (type === 'chat_id') return getChat(platform, receiveId)
  if (!isIdType(type))
    throw fieldInvalid(
      'receive_id_type',
      'is required and options are [open_id,user_id,union_id,email,chat_id]',
    )
  const person = platform.people.find(receiveId, type)
  const chat = person === null ? null : platform.chats.privateOf(person.openId)
  if (chat === null) throw idUnknown(type, receiveId)
  return chat
}

/** Whether a text names one of the kinds of id that people have. */
export function isIdType(value: unknown): value is IdType {
  return ID_TYPES.has(value)
}

/** An id that belongs to nobody whom this app knows. */
export function idUnknown(type: IdType, id: string): PlatformError {
  return new PlatformError(
    99992351,
    `The request you send is not a valid {${type}} or not exists, example value: ${id}`,
  )
}

function getChat(platform: Platform, chatId: string): StandInChat {
  const chat = platform.chats.find(chatId)
  if (chat === null) throw new PlatformError(230034, 'The receive_id is invalid.')
  return chat
}
