// Where texts are written: Enter sends, Shift+Enter breaks the line, the up arrow edits the last text, @ offers names.

import { AtSign, Paperclip, SendHorizontal, X } from 'lucide'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ConsoleChat } from '../../protocol.ts'
import { copy } from '../copy/shell.ts'
import { toChatName } from '../shell/chat-list.tsx'
import { Icon } from '../shell/icon.tsx'
import { type Conversation, toTypedText } from '../state/conversation.ts'
import { findKept, keep, t } from '../state/preferences.ts'
import { edit } from '../state/server.ts'
import { type ChatWindow, showFailure, showToast } from '../state/window.ts'
import { findMention, MentionList, useMention } from './mention.tsx'
import { toSenderName } from './message-row.tsx'
import { Recorder } from './recorder.tsx'
import { sendText } from './send.ts'
import { sendFiles } from './send-files.ts'
import { toSummary } from './summary.ts'

const mostBytes = 150 * 1024

interface Props {
  readonly window: ChatWindow
  readonly conversation: Conversation
  readonly chat: ConsoleChat
}

export function Composer({ window, conversation, chat }: Props) {
  const draftName = `draft ${conversation.as} ${conversation.chatId}`
  const box = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(() => findKept(draftName) ?? '')
  const mention = useMention(chat, box, setText)
  const editing = window.editing.value
  const write = (next: string) => {
    setText(next)
    if (editing === null) keep(draftName, next === '' ? null : next)
  }
  useLayoutEffect(() => fitHeight(box.current), [text])
  useEffect(() => {
    if (editing === null) return
    setText(toTypedText(editing))
    box.current?.focus()
  }, [editing])
  const reply = window.replyTo.value
  useEffect(() => {
    if (reply !== null) box.current?.focus()
  }, [reply])
  const leave = () => {
    if (editing !== null) setText(findKept(draftName) ?? '')
    window.editing.value = null
    window.replyTo.value = null
  }
  const send = () => {
    const ready = text.trim()
    if (ready === '') return
    if (new TextEncoder().encode(ready).length > mostBytes) {
      showToast(window, { type: 'error', content: t(copy.tooLong) })
      return
    }
    if (editing === null) {
      write('')
      void sendText(conversation, ready, reply?.messageId)
    } else {
      edit({ as: conversation.as, messageId: editing.messageId, text: ready }).catch((cause: unknown) =>
        showFailure(window, cause),
      )
    }
    leave()
  }
  const editLast = () => {
    const isOwn = (one: (typeof conversation.messages.value)[number]) =>
      one.msgType === 'text' &&
      one.recalled !== true &&
      one.sender.kind === 'person' &&
      one.sender.openId === conversation.as
    window.editing.value = conversation.messages.value.findLast(isOwn) ?? null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method is composing, Enter belongs to it.
    if (event.isComposing || mention.onKeyDown(event)) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send()
    } else if (event.key === 'ArrowUp' && text === '') {
      event.preventDefault()
      editLast()
    } else if (event.key === 'Escape' && (editing !== null || reply !== null)) leave()
  }
  const name = toChatName(chat)
  return (
    <div class="composer">
      {mention.isOpen && <MentionList mention={mention} />}
      {(editing !== null || reply !== null) && (
        <div class="composer-context">
          <span>
            {editing !== null
              ? t(copy.editing)
              : reply !== null && `${t(copy.replyTo)} ${toSenderName(reply)}: ${toSummary(reply)}`}
          </span>
          <button type="button" class="icon-button is-small" aria-label={t(copy.cancel)} onClick={leave}>
            <Icon shape={X} size={14} />
          </button>
        </div>
      )}
      <textarea
        ref={box}
        rows={1}
        value={text}
        placeholder={t(copy.composer(name))}
        aria-label={t(copy.composer(name))}
        aria-autocomplete="list"
        aria-controls={mention.isOpen ? mention.listId : undefined}
        aria-activedescendant={mention.isOpen ? mention.activeId : undefined}
        onInput={(event) => {
          write(event.currentTarget.value)
          mention.look(findMention(event.currentTarget))
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const files = [...(event.clipboardData?.files ?? [])]
          if (files.length === 0) return
          event.preventDefault()
          void sendFiles(window, conversation, files)
        }}
      />
      <div class="composer-tools">
        <button
          type="button"
          class="icon-button"
          aria-label={t(copy.mention)}
          title={t(copy.mention)}
          onClick={() => mention.start()}
        >
          <Icon shape={AtSign} />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t(copy.addFile)}
          title={t(copy.addFile)}
          onClick={() => picker.current?.click()}
        >
          <Icon shape={Paperclip} />
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            void sendFiles(window, conversation, [...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
        <Recorder window={window} conversation={conversation} />
        <button
          type="button"
          class="icon-button send-button"
          aria-label={t(editing === null ? copy.send : copy.saveEdit)}
          disabled={text.trim() === ''}
          onClick={send}
        >
          <Icon shape={SendHorizontal} />
        </button>
      </div>
    </div>
  )
}

const tallestPx = 180

function fitHeight(box: HTMLTextAreaElement | null): void {
  if (box === null) return
  box.style.height = 'auto'
  box.style.height = `${Math.min(box.scrollHeight, tallestPx)}px`
}
