// What dispatching stands on: the turn it works in, the reader, and what is done with a message that nothing fits.

import type { Frame } from '../understand/frame.ts'
import type { Turn } from './capability.ts'
import type { Gap } from './gap.ts'
import type { PendingStore } from './pending.ts'
import type { Registry } from './registry.ts'

/** What dispatching needs of a turn beyond the turn itself. */
export interface DispatchTurn extends Turn {
  readonly pending: PendingStore
  newId(): string
  /** The same turn with another reading. */
  reread(text: string, confidence: number): this
}

/** A question, a reading or an undo stays open for this long. */
export const PENDING_MS = 30 * 60_000
/** Reads a text in the scope of the turn. */
export type Read<T> = (turn: T, text: string) => Promise<Frame>

/** Everything that dispatching stands on. */
export interface House<T extends DispatchTurn> {
  readonly registry: Registry<T>
  readonly read: Read<T>
  /** Below this confidence the person is asked which reading was meant. */
  readonly askBelow: number
  /** Sentences to tap for this person, when a message was not understood. */
  suggest(turn: T): readonly string[]
  /** Keeps what was not read rightly, without personal data. */
  keepGap(turn: T, gap: Gap): Promise<void>
}
