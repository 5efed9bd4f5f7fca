// The bot: what happens to one inbound from its claim to its commit. Joins the kernel, the features and the storage.

import type { Card } from '../../cards/kit/index.ts'
import type { Clock } from '../core/clock.ts'
import type { House } from '../core/house.ts'
import type { Inbound } from '../core/inbound.ts'
import type { ClickAnswer, Messenger } from '../core/ports.ts'
import type { Store, Transaction } from '../storage/database.ts'
import type { Sealer } from '../storage/seal.ts'
import type { Turn } from '../storage/turn.ts'
import type { Frame, UnderstandingContext } from '../understand/frame.ts'
import type { Log } from './log.ts'
import type { ModelHelp } from './model-help.ts'
import type { Trace } from './trace.ts'

/** How people without a place in the bank are answered. */
export interface Strangers {
  /** The binding card, and nothing else. */
  card(inbound: Inbound): Card
  /** A click of somebody who is no employee: the code they typed is tried. */
  click(tx: Transaction, inbound: Inbound & { kind: 'click' }, now: Date): Promise<ClickAnswer>
}

/** Everything the bot stands on. */
export interface BotParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly messenger: Messenger
  readonly clock: Clock
  readonly zone: string
  /** What a text means, for a person in a context. Pure: neither database nor network. */
  readonly understand: (text: string, context: UnderstandingContext) => Frame
  /** The reader is made anew for each message, because it knows what the conversation is about. */
  readonly house: Omit<House<Turn>, 'read'>
  readonly strangers: Strangers
  /** The language model that may be asked when the rules are unsure; null where none is configured. */
  readonly model: ModelHelp | null
  readonly log: Log
  readonly trace: Trace
}
