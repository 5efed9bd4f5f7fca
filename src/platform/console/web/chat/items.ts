// Turns a conversation into the rows of the stream: day lines, messages, refusals, texts on their way.

import type { ConsoleMessage, ConsoleRefusal } from '../../protocol.ts'
import { toDay } from '../state/clock.ts'
import type { Conversation, Pending } from '../state/conversation.ts'

export type StreamItem =
  | { readonly kind: 'start'; readonly key: string }
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'message'
      readonly key: string
      readonly message: ConsoleMessage
      readonly isFollowing: boolean
    }
  | { readonly kind: 'refused'; readonly key: string; readonly refusal: ConsoleRefusal }
  | { readonly kind: 'pending'; readonly key: string; readonly pending: Pending }
  | { readonly kind: 'typing'; readonly key: string }

/** Within this time a person's messages stand together under one name. */
const togetherMs = 5 * 60_000

/** The rows in order; `isWorking` adds the bot's three dots at the end. */
export function toItems(conversation: Conversation, isWorking: boolean): readonly StreamItem[] {
  const items: StreamItem[] = conversation.reachesStart.value ? [{ kind: 'start', key: 'start' }] : []
  let day = ''
  let previous: ConsoleMessage | undefined
  for (const entry of mergeRefusals(conversation)) {
    const at = Date.parse(entry.createdAt)
    const thisDay = toDay(at)
    if (thisDay !== day) items.push({ kind: 'day', key: `day ${thisDay} ${entry.seq}`, at })
    const isNewDay = thisDay !== day
    day = thisDay
    if (!('messageId' in entry)) {
      items.push({ kind: 'refused', key: `refused ${entry.seq}`, refusal: entry })
      previous = undefined
      continue
    }
    const isFollowing = !isNewDay && previous !== undefined && belongsTogether(previous, entry)
    items.push({ kind: 'message', key: entry.messageId, message: entry, isFollowing })
    previous = entry
  }
  for (const pending of conversation.pending.value) items.push({ kind: 'pending', key: pending.id, pending })
  if (isWorking) items.push({ kind: 'typing', key: 'typing' })
  return items
}

function mergeRefusals(conversation: Conversation): readonly (ConsoleMessage | ConsoleRefusal)[] {
  const { messages, refusals } = conversation
  if (refusals.value.length === 0) return messages.value
  return [...messages.value, ...refusals.value].sort((one, other) => one.seq - other.seq)
}

function belongsTogether(one: ConsoleMessage, other: ConsoleMessage): boolean {
  const gap = Date.parse(other.createdAt) - Date.parse(one.createdAt)
  return (
    toSenderKey(one) === toSenderKey(other) &&
    gap >= 0 &&
    gap < togetherMs &&
    one.recalled !== true &&
    other.recalled !== true &&
    other.replyTo === undefined
  )
}

function toSenderKey(message: ConsoleMessage): string {
  return message.sender.kind === 'bot' ? 'bot' : message.sender.openId
}
