// How much room a card takes, counted as the platform counts, and a little more strictly where its rules are vague.

import { LIMITS } from '../limits.ts'

/** The weight of a card. */
export interface Measure {
  readonly bytes: number
  readonly elements: number
}

/** Measures a card. */
export function measure(card: object): Measure {
  return { bytes: new TextEncoder().encode(JSON.stringify(card)).byteLength, elements: countTagged(card) }
}

/** Whether a card is one that the platform takes. */
export function fits({ bytes, elements }: Measure): boolean {
  return bytes <= LIMITS.cardBytes && elements <= LIMITS.cardElements
}

/** Everything with a tag counts: elements, columns, texts, also those of options and headings. */
function countTagged(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = 'tag' in value && typeof value.tag === 'string' ? 1 : 0
  return Object.values(value).reduce<number>((sum, part) => sum + countTagged(part), own)
}
