// One message: who, what, when, whether it was read, and what can be done with it.

import { Eye, Pencil, Reply, Trash2, Workflow } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ConsoleMessage } from '../../protocol.ts'
import { copy } from '../copy/shell.ts'
import { Avatar, BotAvatar } from '../shell/avatar.tsx'
import { Icon } from '../shell/icon.tsx'
import { toTime } from '../state/clock.ts'
import type { Conversation } from '../state/conversation.ts'
import { t } from '../state/preferences.ts'
import { recall } from '../state/server.ts'
import { chats, consoleState, nameOf } from '../state/store.ts'
import { type ChatWindow, showFailure } from '../state/window.ts'
import { InsideView } from './inside-view.tsx'
import { MessageBody } from './message-body.tsx'
import { sendText } from './send.ts'
import { toSummary } from './summary.ts'

interface Props {
  readonly message: ConsoleMessage
  readonly isFollowing: boolean
  readonly window: ChatWindow
  readonly conversation: Conversation
}

/** Name of whoever wrote the message. */
export function toSenderName(message: ConsoleMessage): string {
  return message.sender.kind === 'bot'
    ? (consoleState.value?.bot?.name ?? t(copy.botName))
    : nameOf(message.sender.openId)
}

export function MessageRow({ message, isFollowing, window, conversation }: Props) {
  const [isInside, setInside] = useState(false)
  // The actions stand in the page only while somebody is at the message: they are half of what a row would cost.
  const [isAt, setAt] = useState(false)
  const isOwn = message.sender.kind === 'person' && message.sender.openId === window.as.value
  const name = toSenderName(message)
  const at = Date.parse(message.createdAt)
  if (message.recalled === true)
    return (
      <p class="day-line">
        {name} {t(copy.recalled)}
      </p>
    )
  const classes = ['message', isOwn && 'is-own', isFollowing && 'is-following', `is-${message.msgType}`]
  return (
    <article
      class={classes.filter(Boolean).join(' ')}
      aria-label={`${name} ${toTime(at)}`}
      data-message={message.messageId}
      tabIndex={0}
      onPointerEnter={() => setAt(true)}
      onPointerLeave={() => setAt(false)}
      onFocusIn={() => setAt(true)}
      onFocusOut={(event) => setAt(event.currentTarget.contains(event.relatedTarget as Node | null))}
    >
      {message.sender.kind === 'bot' ? <BotAvatar /> : <Avatar name={name} />}
      <div class="message-words">
        {!isFollowing && (
          <p class="message-sender">
            <span>{name}</span>
            {message.sender.kind === 'bot' && <span class="bot-tag">{t(copy.botTag)}</span>}
            {message.urgentFor?.includes(window.as.value) === true && (
              <span class="urgent-tag">{t(copy.urgent)}</span>
            )}
            <time dateTime={message.createdAt}>{toTime(at)}</time>
          </p>
        )}
        {message.visibleTo !== undefined && (
          <p class="only-you">
            <Icon shape={Eye} size={12} /> {t(copy.onlyYou)}
          </p>
        )}
        <Highlighted updatedAt={message.updatedAt}>
          {message.replyTo !== undefined && <Quote id={message.replyTo} conversation={conversation} />}
          <MessageBody message={message} window={window} conversation={conversation} />
        </Highlighted>
        <FollowUps message={message} conversation={conversation} />
        <Foot message={message} isOwn={isOwn} />
        {isAt && (
          <Actions
            message={message}
            isOwn={isOwn}
            window={window}
            isInside={isInside}
            onInside={() => setInside(!isInside)}
          />
        )}
        {isInside && <InsideView messageId={message.messageId} />}
      </div>
    </article>
  )
}

/** Lights up softly when the message changes while it is looked at. */
function Highlighted(props: {
  readonly updatedAt: string | undefined
  readonly children: ComponentChildren
}) {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(props.updatedAt)
  useEffect(() => {
    if (before.current === props.updatedAt) return
    before.current = props.updatedAt
    const place = box.current
    place?.classList.remove('is-updated')
    // Reading the width lets the animation start again where it has run before.
    void place?.offsetWidth
    place?.classList.add('is-updated')
  }, [props.updatedAt])
  return (
    <div ref={box} class="message-content">
      {props.children}
    </div>
  )
}

/** Short answers under the newest message; a tap sends one. */
function FollowUps({
  message,
  conversation,
}: {
  readonly message: ConsoleMessage
  readonly conversation: Conversation
}) {
  const isNewest = conversation.messages.value.at(-1)?.messageId === message.messageId
  if (!isNewest || message.followUps === undefined) return null
  return (
    <div class="follow-ups">
      {message.followUps.map((text) => (
        <button
          key={text}
          type="button"
          class="guide-sentence is-next"
          onClick={() => void sendText(conversation, text)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}

function Quote({ id, conversation }: { readonly id: string; readonly conversation: Conversation }) {
  const quoted = conversation.messages.value.find((one) => one.messageId === id)
  const words = quoted === undefined ? t(copy.originalGone) : `${toSenderName(quoted)}: ${toSummary(quoted)}`
  return <blockquote class="quote">{words}</blockquote>
}

function Foot({ message, isOwn }: { readonly message: ConsoleMessage; readonly isOwn: boolean }) {
  const isEdited = message.updatedAt !== undefined && message.msgType === 'text'
  if (!isOwn) return isEdited ? <p class="message-foot">{t(copy.edited)}</p> : null
  const isGroup = chats.value.find((chat) => chat.chatId === message.chatId)?.kind === 'group'
  const readers = message.readBy.filter(
    (one) => message.sender.kind === 'person' && one !== message.sender.openId,
  )
  // The bot reads whatever reaches it, so in its private chat a message that is here has been read.
  const read = isGroup
    ? readers.length === 0
      ? t(copy.notRead)
      : t(copy.readBy(readers.length))
    : t(copy.read)
  return (
    <p class="message-foot" title={readers.map(nameOf).join('、') || undefined}>
      {isEdited && <span>{t(copy.edited)} · </span>}
      {read}
    </p>
  )
}

interface ActionsProps {
  readonly message: ConsoleMessage
  readonly isOwn: boolean
  readonly window: ChatWindow
  readonly isInside: boolean
  readonly onInside: () => void
}

function Actions({ message, isOwn, window, isInside, onInside }: ActionsProps) {
  const takeBack = () => {
    recall({ as: window.as.value, messageId: message.messageId }).catch((cause: unknown) =>
      showFailure(window, cause),
    )
  }
  return (
    <div class="message-actions" role="group">
      <ActionButton
        words={t(copy.reply)}
        shape={Reply}
        onClick={() => {
          window.replyTo.value = message
        }}
      />
      {isOwn && message.msgType === 'text' && (
        <ActionButton
          words={t(copy.edit)}
          shape={Pencil}
          onClick={() => {
            window.editing.value = message
          }}
        />
      )}
      {isOwn && <ActionButton words={t(copy.recall)} shape={Trash2} onClick={takeBack} />}
      <ActionButton words={t(copy.inside)} shape={Workflow} isPressed={isInside} onClick={onInside} />
    </div>
  )
}

function ActionButton(props: {
  readonly words: string
  readonly shape: Parameters<typeof Icon>[0]['shape']
  readonly isPressed?: boolean
  readonly onClick: () => void
}) {
  return (
    <button
      type="button"
      class="icon-button is-small"
      aria-label={props.words}
      title={props.words}
      aria-pressed={props.isPressed}
      onClick={props.onClick}
    >
      <Icon shape={props.shape} size={15} />
    </button>
  )
}
