// The open chat: its head, its stream, the guide, the composer. Files dropped anywhere on it are sent.

import { ChevronLeft } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { ConsoleChat } from '../../protocol.ts'
import { copy } from '../copy/shell.ts'
import { ChatAvatar, toChatName } from '../shell/chat-list.tsx'
import { Icon } from '../shell/icon.tsx'
import { t } from '../state/preferences.ts'
import { chats, getConversation, nameOf, watch } from '../state/store.ts'
import type { ChatWindow } from '../state/window.ts'
import { Composer } from './composer.tsx'
import { Guide } from './guide.tsx'
import { sendFiles } from './send-files.ts'
import { Stream } from './stream.tsx'

export function ChatPane({ window }: { readonly window: ChatWindow }) {
  const chat = chats.value.find((one) => one.chatId === window.chatId.value)
  if (chat === undefined) return <div class="chat-pane is-none" />
  // A key of its own for each person and chat, so that nothing typed or opened in one shows up in another.
  return <OpenChat key={`${window.as.value} ${chat.chatId}`} window={window} chat={chat} />
}

function OpenChat({ window, chat }: { readonly window: ChatWindow; readonly chat: ConsoleChat }) {
  const [isDropping, setDropping] = useState(false)
  const as = window.as.value
  const { chatId } = chat
  const isShown = window.view.value === 'chat'
  useEffect(() => {
    const look = () => watch(as, chatId, document.visibilityState === 'visible' && isShown)
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      watch(as, chatId, false)
    }
  }, [as, chatId, isShown])
  const conversation = getConversation(as, chatId)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setDropping(false)
    void sendFiles(window, conversation, [...(event.dataTransfer?.files ?? [])])
  }
  return (
    <section
      class="chat-pane"
      aria-label={toChatName(chat)}
      onDragOver={(event) => {
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
      }}
      onDrop={onDrop}
    >
      <header class="chat-head">
        <button
          type="button"
          class="icon-button back-button"
          aria-label={t(copy.back)}
          onClick={() => {
            window.view.value = 'list'
          }}
        >
          <Icon shape={ChevronLeft} size={20} />
        </button>
        <ChatAvatar chat={chat} />
        <div class="chat-head-words">
          <h2>{toChatName(chat)}</h2>
          <p class="quiet">
            {chat.kind === 'p2p'
              ? nameOf(as)
              : `${t(copy.members(chat.members.length))} · ${chat.members.map(nameOf).join('、')}`}
          </p>
        </div>
      </header>
      <Stream window={window} conversation={conversation} />
      {chat.kind === 'p2p' && <Guide conversation={conversation} as={as} />}
      <Composer window={window} conversation={conversation} chat={chat} />
      {isDropping && <div class="drop-veil">{t(copy.dropHere)}</div>}
    </section>
  )
}
