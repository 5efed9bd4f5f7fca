// The recognisers of Chinese, in one list.
import type { Recogniser } from '../piece.ts'
import { boundParsers } from './bound-parser.ts'
import { clockParsers } from './clock-parser.ts'
import { dateParsers } from './date-parser.ts'
import { dayParsers } from './day-parser.ts'
import { holidayParsers } from './holiday-parser.ts'
import { impossibleDateParsers } from './impossible-dates.ts'
import { lengthParsers } from './length-parser.ts'
import { notTimeParsers } from './not-time.ts'
import { ordinalParsers } from './ordinal-parser.ts'
import { partParsers } from './part-parser.ts'
import { periodParsers } from './period-parser.ts'
import { properNameParsers } from './proper-names.ts'
import { recurrenceParsers } from './recurrence-parser.ts'
import { weekdayParsers } from './weekday-parser.ts'

export const chineseRecognisers: readonly Recogniser[] = [
  ...notTimeParsers,
  ...impossibleDateParsers,
  ...properNameParsers,
  ...recurrenceParsers,
  ...lengthParsers,
  ...dayParsers,
  ...weekdayParsers,
  ...periodParsers,
  ...ordinalParsers,
  ...holidayParsers,
  ...dateParsers,
  ...clockParsers,
  ...partParsers,
  ...boundParsers,
]
