// What waits for its person, and the port by which it is kept. A pending thing is consumed once, by its owner, in time.

import type { JsonObject } from '../../cards/kit/index.ts'
import type { Intent, Wish } from '../understand/frame.ts'
import type { UndoStep } from './outcome.ts'

/** A capability that asked: what it was given, and what a typed 确认 adds. */
export interface PendingQuestion {
  readonly kind: 'question'
  readonly intent: Intent
  readonly input: JsonObject
  readonly text: string
  readonly confirmPatch: JsonObject | null
  /** What each of its buttons adds, in their order; missing or empty where there is nothing to choose. */
  readonly choices?: readonly JsonObject[]
}

/** A message with several readings. */
export interface PendingReading {
  readonly kind: 'reading'
  readonly readings: readonly Wish[]
  readonly text: string
}

/** Changes that can still be taken back. */
export interface PendingUndo {
  readonly kind: 'undo'
  readonly steps: readonly UndoStep[]
  /** The message that asked for them, and as what it was read; missing where a button did. */
  readonly said?: { readonly text: string; readonly wish: Wish }
}

export type Pending = PendingQuestion | PendingReading | PendingUndo

/** Keeps pending things for one employee, inside the turn's transaction. */
export interface PendingStore {
  /** Keeps it under an id; `expiresAt` is the bot's time. */
  put(id: string, pending: Pending, expiresAt: Date): Promise<void>
  /** Takes it, once; null where it is not this person's, was taken, or has expired. */
  take(id: string): Promise<Pending | null>
  /** What can still be taken back in this conversation, the newest first, ten at most; nothing is taken. */
  listUndos(): Promise<readonly PendingUndo[]>
  /** Takes the newest of this conversation that a typed word may answer; what does not fit is left as it is. */
  takeLatest(
    which: 'confirmable' | 'question' | 'undo',
    fits?: (open: Pending) => boolean,
  ): Promise<Pending | null>
}
