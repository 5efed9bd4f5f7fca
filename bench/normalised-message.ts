// A message of a writer as the door hands it on.

import type { MessageInbound } from '../src/core/inbound.ts'
import type { Writer } from './path-bank.ts'

/** A new message with the writer's sentence. */
export function normalisedMessage({ account, chat, sentence }: Writer): MessageInbound {
  const id = `om_${crypto.randomUUID()}`
  return {
    kind: 'message',
    id,
    messageId: id,
    happenedAt: new Date(),
    conversation: chat,
    private: true,
    sender: { account },
    text: sentence,
    mentions: [],
    attachments: [],
  }
}
