// Tokens with which a clicked card may be replaced later: for thirty minutes, twice, and only once the click was answered.

import type { Clock } from '../../core/clock.ts'
import { PlatformError } from './platform-error.ts'
import { randomHex } from './random-ids.ts'

const LIFE_MS = 30 * 60 * 1000
const USES = 2
const MAX_TOKENS = 5000

interface CardToken {
  readonly messageId: string
  readonly endsAt: number
  answered: boolean
  uses: number
}

export interface CardTokens {
  /** A token for a click on this message. */
  issue(messageId: string): string
  /** The click was answered; from now on the token works. */
  markAnswered(token: string): void
  /** The message that the token may change, counting the use. Throws a PlatformError. */
  redeem(token: unknown): string
}

/** Keeps the tokens of clicks. */
export function createCardTokens(clock: Clock): CardTokens {
  const tokens = new Map<string, CardToken>()
  const now = () => clock.now().getTime()
  return {
    issue: (messageId) => {
      const token = `c-${randomHex(20)}`
      tokens.set(token, { messageId, endsAt: now() + LIFE_MS, answered: false, uses: 0 })
      const [oldest] = tokens.keys()
      if (tokens.size > MAX_TOKENS && oldest !== undefined) tokens.delete(oldest)
      return token
    },
    markAnswered: (token) => {
      const found = tokens.get(token)
      if (found !== undefined) found.answered = true
    },
    redeem: (token) => {
      const found = typeof token === 'string' ? tokens.get(token) : undefined
      if (found === undefined || !found.answered) throw new PlatformError(300020, 'token is invalid')
      if (found.endsAt <= now()) throw new PlatformError(300030, 'token is expired')
      if (found.uses >= USES) throw new PlatformError(300040, 'token has been used up')
      found.uses += 1
      return found.messageId
    },
  }
}
