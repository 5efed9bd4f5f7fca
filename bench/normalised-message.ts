// A message of a writer as the door hands it on.

import type { MessageInbound } from '../src/core/inbound.ts'
import type { Writer } from './path-bank.ts'

/** A new message of the writer. */
export function normalisedMessage(
  { account, chat, sentence }: Writer,
  text: string = sentence,
): MessageInbound {
  const id = `om_${crypto.randomUUID()}`
  return {
    kind: 'message',
    id,
    messageId: id,
    happenedAt: new Date(),
    conversation: chat,
    private: true,
    sender: { account },
    text,
    mentions: [],
    attachments: [],
  }
}
