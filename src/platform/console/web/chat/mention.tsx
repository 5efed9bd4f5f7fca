// Names offered while an @ is being typed.

import type { RefObject } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { ConsoleChat } from '../../protocol.ts'
import { copy } from '../copy/shell.ts'
import { Avatar, BotAvatar } from '../shell/avatar.tsx'
import { t } from '../state/preferences.ts'
import { consoleState, nameOf } from '../state/store.ts'

/** Where in the text the @ stands, and what follows it up to the caret. */
interface Typed {
  readonly from: number
  readonly letters: string
}

export interface Mention {
  readonly isOpen: boolean
  readonly listId: string
  readonly activeId: string
  readonly names: readonly string[]
  readonly active: number
  readonly look: (typed: Typed | null) => void
  readonly start: () => void
  readonly choose: (name: string) => void
  readonly point: (index: number) => void
  /** True when the key belonged to the list. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean
}

/** The @ that is being typed at the caret, if any. */
export function findMention(box: HTMLTextAreaElement): Typed | null {
  const before = box.value.slice(0, box.selectionStart)
  const match = /(?:^|\s|[\u4e00-\u9fff，。])@([^\s@]{0,12})$/.exec(before)
  return match === null ? null : { from: before.lastIndexOf('@'), letters: match[1] ?? '' }
}

/** The list of names for a chat, tied to its text box. */
export function useMention(
  chat: ConsoleChat,
  box: RefObject<HTMLTextAreaElement | null>,
  write: (text: string) => void,
): Mention {
  const listId = useId()
  const [typed, setTyped] = useState<Typed | null>(null)
  const [active, setActive] = useState(0)
  const bot = consoleState.value?.bot?.name ?? t(copy.botName)
  const everybody = [bot, ...(chat.kind === 'group' ? chat.members.map(nameOf) : [])]
  const names =
    typed === null ? [] : everybody.filter((name) => name.toLowerCase().includes(typed.letters.toLowerCase()))
  const isOpen = names.length > 0
  const look = (next: Typed | null) => {
    setTyped(next)
    setActive(0)
  }
  const choose = (name: string) => {
    const element = box.current
    if (element === null || typed === null) return
    const end = typed.from + 1 + typed.letters.length
    write(`${element.value.slice(0, typed.from)}@${name} ${element.value.slice(end)}`)
    setTyped(null)
    const caret = typed.from + name.length + 2
    element.focus()
    // The text is in the box only after the next drawing.
    requestAnimationFrame(() => element.setSelectionRange(caret, caret))
  }
  const start = () => {
    const element = box.current
    if (element === null) return
    const from = element.value.length
    write(`${element.value}@`)
    element.focus()
    look({ from, letters: '' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = names[active]
    if (step !== undefined) setActive((active + step + names.length) % names.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) choose(chosen)
    else if (event.key === 'Escape') setTyped(null)
    else return false
    event.preventDefault()
    return true
  }
  return {
    isOpen,
    listId,
    activeId: `${listId}-${active}`,
    names,
    active,
    look,
    start,
    choose,
    point: setActive,
    onKeyDown,
  }
}

export function MentionList({ mention }: { readonly mention: Mention }) {
  const bot = consoleState.value?.bot?.name ?? t(copy.botName)
  return (
    <div id={mention.listId} class="mention-list" role="listbox" aria-label={t(copy.mention)}>
      {mention.names.map((name, index) => (
        <div
          key={name}
          id={`${mention.listId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === mention.active}
          class={`choice-item ${index === mention.active ? 'is-active' : ''}`}
          onPointerDown={(event) => {
            // Before the text box loses the focus, and with it the place of the caret.
            event.preventDefault()
            mention.choose(name)
          }}
          onPointerMove={() => mention.point(index)}
        >
          {name === bot ? <BotAvatar size="small" /> : <Avatar name={name} size="small" />}
          <span>{name}</span>
        </div>
      ))}
    </div>
  )
}
