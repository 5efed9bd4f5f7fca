// the 38th of July, June 0: dates that no calendar has. They are passed over whole, so that no part of them is read.
import type { Recogniser } from '../piece.ts'
import { MONTH, MONTH_STARTS } from './names.ts'

const skip = () => ({ type: 'skip' }) as const
const BEYOND = '(?:3[2-9]|[4-9]\\d)(?:st|nd|rd|th)'

const dayFirst: Recogniser = {
  starts: 't3456789',
  pattern: new RegExp(`(?:the )?${BEYOND} (?:day )?(?:of )?${MONTH}\\b(?:,? \\d{4})?`, 'y'),
  read: skip,
}

const monthFirst: Recogniser = {
  starts: MONTH_STARTS,
  pattern: new RegExp(`${MONTH} (?:the )?(?:00?|${BEYOND})\\b(?!:)(?:,? \\d{4})?`, 'y'),
  read: skip,
}

export const impossibleDateParsers: readonly Recogniser[] = [dayFirst, monthFirst]
