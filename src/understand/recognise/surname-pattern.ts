// The Chinese surnames as part of a pattern.

import { COMPOUND_SURNAMES, SURNAMES } from '../lexicon/surnames.ts'

/** The source of a pattern for one surname; `but` holds those of one character that are none in the place it is for. */
export function anySurname(but = ''): string {
  const single = [...SURNAMES].filter((one) => !but.includes(one))
  return `(?:${COMPOUND_SURNAMES.join('|')}|[${single.join('')}])`
}
