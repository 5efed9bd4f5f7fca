// The chats of the person who acts in this window, the most recent first, with the newest line of each.

import { Search, Users } from 'lucide'
import type { ConsoleChat, ConsoleMessage } from '../../protocol.ts'
import { toSummary } from '../chat/summary.ts'
import { copy } from '../copy/shell.ts'
import { botNow, formatInstant, toDay, toTime } from '../state/clock.ts'
import { isVisibleTo } from '../state/conversation.ts'
import { t } from '../state/preferences.ts'
import { toGuideRole } from '../state/role.ts'
import { chatsOf, consoleState, nameOf, people } from '../state/store.ts'
import { type ChatWindow, openChat } from '../state/window.ts'
import { BotAvatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { moveFocus } from './move-focus.ts'
import { Unread } from './people-rail.tsx'

/** Name of a chat for one of its people: the bot's for the private one. */
export function toChatName(chat: ConsoleChat): string {
  return chat.kind === 'group' ? chat.name : (consoleState.value?.bot?.name ?? t(copy.botName))
}

export function ChatList({ window }: { readonly window: ChatWindow }) {
  const own = chatsOf(window.as.value)
  return (
    <nav class="chats" aria-label={t(copy.chats)}>
      <button
        type="button"
        class="find-button"
        aria-keyshortcuts="Control+K"
        onClick={() => {
          window.isFinding.value = true
        }}
      >
        <Icon shape={Search} size={15} />
        <span>{t(copy.find)}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <ActingLine window={window} />
      {own.length === 0 && <p class="quiet chats-none">{t(copy.noChats)}</p>}
      <ul onKeyDown={moveFocus}>
        {own.map((chat) => (
          <li key={chat.chatId}>
            <ChatButton chat={chat} window={window} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Who acts here, in words, where the people stand as pictures only. */
function ActingLine({ window }: { readonly window: ChatWindow }) {
  const person = people.value.find((one) => one.openId === window.as.value)
  if (person === undefined) return null
  const words = [person.name, t(copy.roles[toGuideRole(person.role)]), person.team]
    .filter(Boolean)
    .join(' · ')
  return <p class="quiet acting">{words}</p>
}

function ChatButton({ chat, window }: { readonly chat: ConsoleChat; readonly window: ChatWindow }) {
  const isOpen = window.chatId.value === chat.chatId
  // A card for one person only is nobody else's last line.
  const last = chat.last !== undefined && isVisibleTo(chat.last, window.as.value) ? chat.last : undefined
  return (
    <button
      type="button"
      class={`chat-button ${isOpen ? 'is-chosen' : ''}`}
      aria-current={isOpen}
      onClick={() => openChat(window, chat.chatId)}
    >
      <ChatAvatar chat={chat} />
      <span class="chat-words">
        <span class="chat-line">
          <span class="chat-name">{toChatName(chat)}</span>
          {last !== undefined && <span class="chat-time">{toShortTime(Date.parse(last.createdAt))}</span>}
        </span>
        <span class="chat-line">
          <span class="chat-last">
            {last === undefined ? '' : `${toSenderPrefix(chat, last)}${toSummary(last)}`}
          </span>
          <Unread count={chat.unread?.[window.as.value] ?? 0} />
        </span>
      </span>
    </button>
  )
}

/** The round picture of a chat: the bot, or a group. */
export function ChatAvatar({ chat }: { readonly chat: ConsoleChat }) {
  if (chat.kind === 'p2p') return <BotAvatar />
  return (
    <span class="avatar is-group size-medium" aria-hidden="true">
      <Icon shape={Users} size={18} />
    </span>
  )
}

function toSenderPrefix(chat: ConsoleChat, last: ConsoleMessage): string {
  if (chat.kind === 'p2p') return ''
  return last.sender.kind === 'bot'
    ? `${consoleState.value?.bot?.name ?? t(copy.botName)}: `
    : `${nameOf(last.sender.openId)}: `
}

function toShortTime(at: number): string {
  const isToday = toDay(at) === toDay(botNow())
  return isToday ? toTime(at) : formatInstant(at, { month: 'numeric', day: 'numeric' })
}
