// The parts of the stand-in that its endpoints and the clients of its people work on.

import type { Clock } from '../../core/clock.ts'
import type { CardTokens } from './card-tokens.ts'
import type { Chats } from './chats.ts'
import type { Courier } from './courier/courier.ts'
import type { AppFacts } from './courier/envelope.ts'
import type { FileBytes } from './memory/file-bytes.ts'
import type { Memory } from './memory/memory.ts'
import type { People } from './people.ts'
import type { Rates } from './rates.ts'

/** The bot as the platform knows it. */
export interface BotFacts {
  readonly openId: string
  readonly name: string
}

export interface Platform {
  readonly app: AppFacts
  readonly bot: BotFacts
  readonly clock: Clock
  readonly people: People
  readonly chats: Chats
  readonly memory: Memory
  readonly bytes: FileBytes
  readonly rates: Rates
  readonly cardTokens: CardTokens
  readonly courier: Courier
}
