// A text that is on its way, or could not be sent and waits to be sent again.

import { copy } from '../copy/shell.ts'
import { Avatar } from '../shell/avatar.tsx'
import type { Conversation, Pending } from '../state/conversation.ts'
import { t } from '../state/preferences.ts'
import { nameOf } from '../state/store.ts'
import type { ChatWindow } from '../state/window.ts'
import { discard, sendAgain } from './send.ts'

interface Props {
  readonly pending: Pending
  readonly window: ChatWindow
  readonly conversation: Conversation
}

export function PendingRow({ pending, window, conversation }: Props) {
  return (
    <div class="message is-own is-pending">
      <Avatar name={nameOf(window.as.value)} />
      <div class="message-words">
        <div class="bubble text-body">{pending.text}</div>
        {pending.failed === null ? (
          <p class="message-foot">{t(copy.sending)}</p>
        ) : (
          <p class="message-foot is-failed" role="alert">
            {t(copy.notSent)} · {pending.failed}{' '}
            <button type="button" class="link-button" onClick={() => void sendAgain(conversation, pending)}>
              {t(copy.retry)}
            </button>
            <button type="button" class="link-button" onClick={() => discard(conversation, pending)}>
              {t(copy.discard)}
            </button>
          </p>
        )}
      </div>
    </div>
  )
}
