// From the platform's kinds of events to the bot's own: one file for each, and this map. A kind that is not in it has
// no effect.

import type { About, Normalised, Normaliser } from './about.ts'
import { accountRemoved, accountUpdated, directoryChanged } from './account.ts'
import { cardClicked } from './click.ts'
import { botJoined, botLeft } from './membership.ts'
import { messageReceived } from './message.ts'
import { chatEntered, menuChosen } from './opened.ts'
import { messageRecalled } from './recalled.ts'

const NORMALISERS: ReadonlyMap<string, Normaliser> = new Map([
  ['im.message.receive_v1', messageReceived],
  ['im.message.recalled_v1', messageRecalled],
  ['card.action.trigger', cardClicked],
  ['application.bot.menu_v6', menuChosen],
  ['im.chat.access_event.bot_p2p_chat_entered_v1', chatEntered],
  ['im.chat.member.bot.added_v1', botJoined],
  ['im.chat.member.bot.deleted_v1', botLeft],
  ['im.chat.disbanded_v1', botLeft],
  ['contact.user.deleted_v3', accountRemoved],
  ['contact.user.updated_v3', accountUpdated],
  ['contact.scope.updated_v3', directoryChanged],
  ['contact.department.updated_v3', directoryChanged],
  ['contact.department.deleted_v3', directoryChanged],
])

/** Names of the events and callbacks that the bot makes something of. */
export const EVENT_TYPES: readonly string[] = [...NORMALISERS.keys()]

/** Turns an event's body into an Inbound; null where the bot has nothing to do with it. */
export function normalise(type: string, event: unknown, about: About): Normalised {
  const normaliser = NORMALISERS.get(type)
  return normaliser === undefined ? { ok: true, value: null } : normaliser(event, about)
}
