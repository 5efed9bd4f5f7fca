// A reading in a few words, so that several readings of one sentence can be told apart on their buttons.

import { type BothLanguages, join, type Words } from '../../cards/kit/index.ts'
import type { Wish } from '../understand/frame.ts'

/** Slots that tell readings apart, in the order in which people would say them. */
const TELLING = ['customer', 'ticket', 'title', 'product', 'amount', 'due', 'stage', 'value'] as const
/** In a group nobody is named, and no words of a person are repeated. */
const TELLING_IN_GROUP = ['ticket', 'product', 'due', 'stage'] as const
/** A button's label may be 100 characters long; the summary stands before. */
const MOST_CHARACTERS = 40

/** The summary of the capability with what the sentence said. */
export function describeWish(
  summary: Words,
  { slots }: Wish,
  place: { readonly private: boolean },
): BothLanguages {
  const said = (place.private ? TELLING : TELLING_IN_GROUP)
    .map((slot) => slots[slot])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
  const words = [...said.join(' · ')].slice(0, MOST_CHARACTERS).join('')
  return join(words === '' ? [summary] : [summary, words], '：')
}
