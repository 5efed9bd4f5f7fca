// What the platform would refuse of a card, by the very check of the stand-in, so that the page never draws more than
// a real client would get.

import { type CardFacts, checkCard } from '../../../stand-in/card-checker/index.ts'

/** Why a card is refused: the platform's code, its sub code, and its words. */
export interface Refusal {
  readonly code: number
  readonly subCode: number | null
  readonly reason: string
}

/** Whether people and pictures exist is known where the card is sent; here only the card itself is looked at. */
const anything: CardFacts = { knowsPerson: () => true, knowsImage: () => true }

/** Finds what the platform would refuse, or null where it would take the card. */
export function findRefusal(card: unknown): Refusal | null {
  const verdict = checkCard(card, anything)
  return verdict.ok ? null : { code: verdict.code, subCode: verdict.subCode, reason: verdict.message }
}
