// The recognisers of English, in one list.
import type { Recogniser } from '../piece.ts'
import { boundParsers } from './bound-parser.ts'
import { clockParsers } from './clock-parser.ts'
import { dateParsers } from './date-parser.ts'
import { dateRangeParsers } from './date-range-parser.ts'
import { dayParsers } from './day-parser.ts'
import { holidayParsers } from './holiday-parser.ts'
import { impossibleDateParsers } from './impossible-dates.ts'
import { lengthParsers } from './length-parser.ts'
import { notTimeParsers } from './not-time.ts'
import { partParsers } from './part-parser.ts'
import { periodParsers } from './period-parser.ts'
import { properNameParsers } from './proper-names.ts'
import { recurrenceParsers } from './recurrence-parser.ts'
import { weekdayParsers } from './weekday-parser.ts'

export const englishRecognisers: readonly Recogniser[] = [
  ...notTimeParsers,
  ...impossibleDateParsers,
  ...properNameParsers,
  ...recurrenceParsers,
  ...holidayParsers,
  ...periodParsers,
  ...lengthParsers,
  ...dayParsers,
  ...weekdayParsers,
  ...dateRangeParsers,
  ...dateParsers,
  ...clockParsers,
  ...partParsers,
  ...boundParsers,
]
