// What is kept of a reading that was not right, so that whoever teaches the understanding can learn from it.

import type { JsonObject } from '../../cards/kit/index.ts'
import type { Intent, Wish } from '../understand/frame.ts'

/**
 * How a gap showed: the words were not understood (missed) or asked about; one of the readings was chosen, or all of
 * them were dropped; what was read was changed on its card (edited), or taken back (undone).
 */
export const GAP_KINDS = ['missed', 'asked', 'chosen', 'dropped', 'edited', 'undone'] as const
export type GapKind = (typeof GAP_KINDS)[number]

/** A reading that was not right. The text is as it was written; whoever keeps it takes the people out. */
export interface Gap {
  readonly kind: GapKind
  readonly text: string
  /** As what it was read. */
  readonly guess: Intent
  /** Names that the reading found in the text. */
  readonly names: readonly string[]
  /** Numbers, intents and names of fields; never what a person wrote. */
  readonly facts: JsonObject
}

const NAMED: readonly string[] = ['customer', 'name', 'contact', 'to', 'by', 'assignee']

/** A gap in the reading of a text as a wish. */
export function gapOf(kind: GapKind, text: string, { intent, slots }: Wish, facts: JsonObject = {}): Gap {
  const names = NAMED.flatMap((slot) => {
    const value = slots[slot]
    return typeof value === 'string' && value !== '' && !value.startsWith('id:') ? [value] : []
  })
  return { kind, text, guess: intent, names, facts }
}
