// 1-8 September, between the ninth and the seventeenth of April, March 3-5, 2026: two days of one month.
import type { Draft, Recogniser } from '../piece.ts'
import { MONTH, MONTH_STARTS, parseMonth } from './names.ts'
import { NUMBER_STARTS, NUMBER_WORD, PLACE, parseNumber, parsePlace, parseYear, YEAR } from './numerals.ts'

const DAY = `(${PLACE}|${NUMBER_WORD}|\\d{1,2})(?![\\d:.]| ?(?:am|pm)\\b)`
const LINK = '(?: ?(?:-{1,2}|~) ?| (?:to|through|thru|till|until|til|and) )(?:the )?'
const YEAR_TAIL = `(?:,? ?(?:of |in )?(${YEAR})(?!\\d|:))?`

function readDay(text: string): number {
  const number = parseNumber(text)
  return Number.isNaN(number) ? parsePlace(text) : number
}

function toRange(monthName: string, first: string, last: string, yearText: string | undefined): Draft | null {
  const month = parseMonth(monthName)
  const [from, to] = [readDay(first), readDay(last)]
  if (!(from >= 1 && from < to && to <= 31)) return null
  const year = yearText === undefined ? {} : { year: parseYear(yearText) }
  return { type: 'range', from: { month, day: from, ...year }, to: { month, day: to, ...year } }
}

const daysFirst: Recogniser = {
  starts: `${NUMBER_STARTS}t`,
  pattern: new RegExp(`(?:the )?${DAY}${LINK}${DAY}(?: ?,? ?(?:of )?)(${MONTH})${YEAR_TAIL}`, 'y'),
  read: ([, first = '', last = '', month = '', year]) => toRange(month, first, last, year),
}

const monthFirst: Recogniser = {
  starts: MONTH_STARTS,
  pattern: new RegExp(
    `(${MONTH}) ?(?:the )?${DAY}${LINK}${DAY}${YEAR_TAIL}(?! ?(?:of )?${MONTH}(?![a-z]))`,
    'y',
  ),
  read: ([, month = '', first = '', last = '', year]) => toRange(month, first, last, year),
}

export const dateRangeParsers: readonly Recogniser[] = [daysFirst, monthFirst]
