// The chats of the stand-in: one private chat with the bot for each person, and the groups it was given.

import type { People } from './people.ts'

/** A group as it is handed in. */
export interface StandInGroup {
  readonly chatId: string
  readonly name: string
  /** open_ids of the people in it. */
  readonly members: readonly string[]
  readonly external?: boolean
  /** False where the bot is not in the group (any more). */
  readonly botInside?: boolean
}

/** A chat. */
export interface StandInChat {
  readonly chatId: string
  readonly kind: 'p2p' | 'group'
  readonly name: string
  readonly members: readonly string[]
  readonly external: boolean
  readonly botInside: boolean
}

export interface Chats {
  readonly all: readonly StandInChat[]
  find(chatId: string): StandInChat | null
  /** The private chat of a person and the bot. */
  privateOf(openId: string): StandInChat | null
}

/** The id of the private chat with a person; it stays the same over restarts. */
function toPrivateChatId(openId: string): string {
  return `oc_p2p_${openId.replace(/^ou_/, '')}`
}

/** Makes the chats of these people and groups. */
export function createChats(people: People, groups: readonly StandInGroup[]): Chats {
  const all: StandInChat[] = [
    ...people.all.map((person) => ({
      chatId: toPrivateChatId(person.openId),
      kind: 'p2p' as const,
      name: person.name,
      members: [person.openId],
      external: false,
      botInside: true,
    })),
    ...groups.map((group) => ({
      chatId: group.chatId,
      kind: 'group' as const,
      name: group.name,
      members: group.members,
      external: group.external ?? false,
      botInside: group.botInside ?? true,
    })),
  ]
  const byId = new Map(all.map((chat) => [chat.chatId, chat]))
  const find = (chatId: string) => byId.get(chatId) ?? null
  return { all, find, privateOf: (openId) => find(toPrivateChatId(openId)) }
}
