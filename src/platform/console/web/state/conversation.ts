// The messages of one chat as one person sees them: a stretch without holes that ends at the newest message.
// Pure bookkeeping; it fetches nothing and draws nothing.

import { type Signal, signal } from '@preact/signals'
import type { ConsoleMessage, ConsoleRefusal } from '../../protocol.ts'

/** A text that was typed here and has not come back from the platform yet. */
export interface Pending {
  readonly id: string
  readonly text: string
  readonly replyTo?: string
  readonly failed: string | null
}

export interface Conversation {
  readonly chatId: string
  readonly as: string
  readonly messages: Signal<readonly ConsoleMessage[]>
  readonly refusals: Signal<readonly ConsoleRefusal[]>
  readonly pending: Signal<readonly Pending[]>
  readonly reachesStart: Signal<boolean>
  readonly status: Signal<'empty' | 'loading' | 'ready' | 'failed'>
}

/** A conversation of which nothing is known yet. */
export function createConversation(as: string, chatId: string): Conversation {
  return {
    chatId,
    as,
    messages: signal([]),
    refusals: signal([]),
    pending: signal([]),
    reachesStart: signal(false),
    status: signal('empty'),
  }
}

/** Whether this person may see the message at all. */
export function isVisibleTo(message: ConsoleMessage, openId: string): boolean {
  return message.visibleTo === undefined || message.visibleTo === openId
}

/** Puts newer states of messages in their places and new messages at the end. */
export function mergeMessages(
  known: readonly ConsoleMessage[],
  incoming: readonly ConsoleMessage[],
): readonly ConsoleMessage[] {
  const byId = new Map(known.map((message) => [message.messageId, message]))
  for (const message of incoming) byId.set(message.messageId, message)
  return [...byId.values()].sort((one, other) => one.seq - other.seq)
}

/**
 * Joins the newest page to what is known after a break. Where the page does not reach back to it, what is known is
 * dropped: older messages are then fetched again on scrolling, and no hole can hide between the two.
 */
export function joinNewest(
  known: readonly ConsoleMessage[],
  page: readonly ConsoleMessage[],
): { readonly messages: readonly ConsoleMessage[]; readonly dropped: boolean } {
  const first = page[0]
  const last = known.at(-1)
  if (first === undefined || last === undefined) return { messages: page, dropped: true }
  if (first.seq > last.seq) return { messages: page, dropped: true }
  const older = known.filter((message) => message.seq < first.seq)
  return { messages: [...older, ...page], dropped: false }
}

/** Takes in what a call answered: one's own message and the bot's; messages of other chats are left out. */
export function mergeAnswer(
  conversation: Conversation,
  answer: { readonly messages: readonly ConsoleMessage[]; readonly message?: ConsoleMessage },
): void {
  const all = answer.message === undefined ? answer.messages : [...answer.messages, answer.message]
  const own = all.filter((message) => message.chatId === conversation.chatId)
  conversation.messages.value = mergeMessages(conversation.messages.value, own)
}

/** The text of a plain message, empty for every other kind. */
export function toPlainText(message: ConsoleMessage): string {
  const content = message.content as { readonly text?: unknown } | null
  return message.msgType === 'text' && typeof content?.text === 'string' ? content.text : ''
}

/** Text of a message as its writer typed it, with the names of mentioned people in place of the platform's keys. */
export function toTypedText(message: ConsoleMessage): string {
  const mentions = message.mentions ?? []
  return mentions.reduce((text, one) => text.replaceAll(one.key, `@${one.name}`), toPlainText(message))
}

/** Takes out the oldest pending text that this message is the answer to. */
export function settlePending(pending: readonly Pending[], message: ConsoleMessage): readonly Pending[] {
  const typed = toTypedText(message).trim()
  const index = pending.findIndex((one) => one.failed === null && one.text.trim() === typed)
  return index < 0 ? pending : pending.filter((_, at) => at !== index)
}
