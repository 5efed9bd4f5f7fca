// What the console's server is handed: the platform of the demo, the bot's clock, and ways to run and to look into the bot.

import type { MovableClock } from '../../../core/clock.ts'
import type { StandIn } from '../../stand-in/index.ts'
import type { TraceStep } from '../protocol.ts'

/** A card with a sample's data, as it is sent to the platform. */
export interface CardSample {
  /** File of `cards/` that it comes from. */
  readonly file: string
  readonly name: string
  /** Card JSON of the platform. */
  readonly card: unknown
}

export interface ConsolePorts {
  readonly standIn: StandIn
  readonly clock: MovableClock
  /** Resolves when the bot has finished all that it has to do now. */
  settle(): Promise<void>
  /** Runs what falls due by the bot's clock. */
  tick(): Promise<void>
  /** When the next thing falls due, or null where nothing waits. */
  nextDue(): Promise<Date | null>
  /** The way that a message took through the house. */
  trace(messageId: string): Promise<readonly TraceStep[]>
  samples(): Promise<readonly CardSample[]> | readonly CardSample[]
  /** Aborts when the demo ends: the streams of events are closed, as they would keep the server open. */
  readonly ending: AbortSignal
  /** Answers a path of the built page; null for any other. */
  page(pathname: string): Promise<Response | null>
}
