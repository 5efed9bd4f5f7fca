// Sending texts: a text stands in the stream from the first moment, and stays there until it has really arrived.

import type { Conversation, Pending } from '../state/conversation.ts'
import { mergeAnswer } from '../state/conversation.ts'
import { say } from '../state/server.ts'
import { toReason } from '../state/window.ts'

/** Sends a text; resolves when the bot has finished, or when it has failed and the row says so. */
export async function sendText(conversation: Conversation, text: string, replyTo?: string): Promise<void> {
  const pending: Pending = {
    id: `pending ${crypto.randomUUID()}`,
    text,
    failed: null,
    ...(replyTo === undefined ? {} : { replyTo }),
  }
  conversation.pending.value = [...conversation.pending.value, pending]
  await deliver(conversation, pending)
}

/** Sends a text again that has failed before. */
export async function sendAgain(conversation: Conversation, failed: Pending): Promise<void> {
  const pending = { ...failed, failed: null }
  replace(conversation, pending)
  await deliver(conversation, pending)
}

/** Takes a text out that could not be sent. */
export function discard(conversation: Conversation, pending: Pending): void {
  conversation.pending.value = conversation.pending.value.filter((one) => one.id !== pending.id)
}

async function deliver(conversation: Conversation, pending: Pending): Promise<void> {
  const { as, chatId: chat } = conversation
  const { text, replyTo } = pending
  try {
    const answer = await say({ as, chat, text, ...(replyTo === undefined ? {} : { replyTo }) })
    // The stream of events brings the same messages; whichever comes first, the other changes nothing.
    mergeAnswer(conversation, answer)
    discard(conversation, pending)
  } catch (cause) {
    const stillPending = conversation.pending.value.some((one) => one.id === pending.id)
    if (stillPending) replace(conversation, { ...pending, failed: toReason(cause) })
  }
}

function replace(conversation: Conversation, pending: Pending): void {
  conversation.pending.value = conversation.pending.value.map((one) =>
    one.id === pending.id ? pending : one,
  )
}
