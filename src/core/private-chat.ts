// What belongs into the private chat and nowhere else.

import { say } from '../../cards/kit/index.ts'
import type { Turn } from './capability.ts'
import { Refusal } from './errors.ts'

/** @throws Refusal forbidden in a group */
export function assertPrivate({ conversation }: Turn): void {
  if (!conversation.private)
    throw new Refusal('forbidden', say('请在私聊中操作。', 'Please do this in our private chat.'))
}
