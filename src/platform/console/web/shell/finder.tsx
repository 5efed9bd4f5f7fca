// Ctrl+K: finds a chat of this person, or another person to act as, by a few letters.

import { useEffect, useRef, useState } from 'preact/hooks'
import { copy } from '../copy/shell.ts'
import { t } from '../state/preferences.ts'
import { toGuideRole } from '../state/role.ts'
import { chatsOf, people } from '../state/store.ts'
import { actAs, type ChatWindow, openChat } from '../state/window.ts'
import { Avatar } from './avatar.tsx'
import { ChatAvatar, toChatName } from './chat-list.tsx'

interface Found {
  readonly key: string
  readonly name: string
  readonly detail: string
  readonly picture: preact.ComponentChildren
  readonly open: () => void
}

function listAll(window: ChatWindow): readonly Found[] {
  const chats = chatsOf(window.as.value).map((chat) => ({
    key: chat.chatId,
    name: toChatName(chat),
    detail: t(copy.chats),
    picture: <ChatAvatar chat={chat} />,
    open: () => openChat(window, chat.chatId),
  }))
  const others = people.value.map((person) => ({
    key: person.openId,
    name: person.name,
    detail: [t(copy.roles[toGuideRole(person.role)]), person.team].filter(Boolean).join(' · '),
    picture: <Avatar name={person.name} />,
    open: () => actAs(window, person.openId),
  }))
  return [...chats, ...others]
}

export function Finder({ window }: { readonly window: ChatWindow }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [search, setSearch] = useState('')
  const [active, setActive] = useState(0)
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => {
    window.isFinding.value = false
  }
  const wanted = search.trim().toLowerCase()
  const found = listAll(window).filter((one) =>
    `${one.name} ${one.detail} ${one.key}`.toLowerCase().includes(wanted),
  )
  const open = (one: Found | undefined) => {
    if (one === undefined) return
    close()
    one.open()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActive((active + step + found.length) % Math.max(found.length, 1))
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault()
      open(found[active])
    }
  }
  return (
    <dialog ref={dialog} class="finder" aria-label={t(copy.find)} onClose={close}>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="finder-list"
        aria-activedescendant={found[active] === undefined ? undefined : `finder-${active}`}
        aria-label={t(copy.find)}
        placeholder={t(copy.findHint)}
        value={search}
        onKeyDown={onKeyDown}
        onInput={(event) => {
          setSearch(event.currentTarget.value)
          setActive(0)
        }}
      />
      <div id="finder-list" role="listbox" aria-label={t(copy.chats)} class="finder-list">
        {found.map((one, index) => (
          <div
            key={one.key}
            id={`finder-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            class={`finder-item ${index === active ? 'is-active' : ''}`}
            onClick={() => open(one)}
            onPointerMove={() => setActive(index)}
          >
            {one.picture}
            <span>{one.name}</span>
            <span class="quiet">{one.detail}</span>
          </div>
        ))}
        {found.length === 0 && <p class="quiet finder-none">{t(copy.nothingFound)}</p>}
      </div>
    </dialog>
  )
}
