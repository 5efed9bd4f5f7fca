// One row of the stream, by its kind.

import { RefusedCard } from '../card/card.tsx'
import { copy } from '../copy/shell.ts'
import { BotAvatar } from '../shell/avatar.tsx'
import { botNow, formatInstant, toDay } from '../state/clock.ts'
import type { Conversation } from '../state/conversation.ts'
import { t } from '../state/preferences.ts'
import { consoleState } from '../state/store.ts'
import type { ChatWindow } from '../state/window.ts'
import type { StreamItem } from './items.ts'
import { MessageRow } from './message-row.tsx'
import { PendingRow } from './pending-row.tsx'

const dayMs = 86_400_000

interface Props {
  readonly item: StreamItem
  readonly window: ChatWindow
  readonly conversation: Conversation
}

export function StreamRow({ item, window, conversation }: Props) {
  switch (item.kind) {
    case 'start':
      return <p class="day-line">{t(copy.startOfChat)}</p>
    case 'day':
      return (
        <p class="day-line">
          <span>{toDayWords(item.at)}</span>
        </p>
      )
    case 'message':
      return (
        <MessageRow
          message={item.message}
          isFollowing={item.isFollowing}
          window={window}
          conversation={conversation}
        />
      )
    case 'refused':
      return <Refused item={item} />
    case 'pending':
      return <PendingRow pending={item.pending} window={window} conversation={conversation} />
    case 'typing':
      return <Typing />
    default:
      return item satisfies never
  }
}

function toDayWords(at: number): string {
  const day = toDay(at)
  if (day === toDay(botNow())) return t(copy.today)
  if (day === toDay(botNow() - dayMs)) return t(copy.yesterday)
  const year = day.slice(0, 4) === toDay(botNow()).slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return formatInstant(at, { ...year, month: 'long', day: 'numeric', weekday: 'long' })
}

function Refused({ item }: { readonly item: StreamItem & { readonly kind: 'refused' } }) {
  const { code, msg } = item.refusal
  const subCode = /ErrCode:\s*(\d+)/.exec(msg)?.[1]
  return (
    <div class="message">
      <BotAvatar />
      <div class="message-words">
        <p class="message-sender">{t(copy.refused)}</p>
        <RefusedCard
          refusal={{
            code,
            subCode: subCode === undefined ? null : Number(subCode),
            reason: msg,
          }}
        />
      </div>
    </div>
  )
}

function Typing() {
  return (
    <div class="message typing" role="status">
      <BotAvatar />
      <div class="message-words">
        <div class="bubble">
          <span class="only-heard">
            {consoleState.value?.bot?.name ?? t(copy.botName)} {t(copy.working)}
          </span>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        </div>
      </div>
    </div>
  )
}
