// every Monday, each weekday, biweekly, every other week, on the 15th of every month, once a year: what comes back.
import type { Every, Recogniser } from '../piece.ts'
import { MONTH, parseWeekday, WEEKDAY } from './names.ts'
import { NUMBER_WORD, PLACE, parseNumber, parsePlace } from './numerals.ts'

const WORKDAYS = [1, 2, 3, 4, 5]

function toEvery(unit: string, interval: number): Every {
  const every = (frequency: Every['frequency'], times = 1): Every => ({
    frequency,
    interval: interval * times,
  })
  if (/^(?:week ?day|work|business)/.test(unit)) return { frequency: 'WEEKLY', weekdays: WORKDAYS }
  if (/^week ?end/.test(unit)) return { ...every('WEEKLY'), weekdays: [6, 7] }
  if (/^w/.test(unit)) return every('WEEKLY')
  if (/^fortnight/.test(unit)) return every('WEEKLY', 2)
  if (/^mo/.test(unit)) return every('MONTHLY')
  if (/^q/.test(unit)) return every('MONTHLY', 3)
  if (/^half/.test(unit)) return every('MONTHLY', 6)
  if (/^(?:y|annual)/.test(unit)) return every('YEARLY')
  if (/^h/.test(unit)) return every('HOURLY')
  return /^mi/.test(unit) ? every('MINUTELY') : every('DAILY')
}

const UNIT =
  '(week ?days?|work(?:ing)? ?days?|business days?|week ?ends?|days?|weeks?|wks?|fortnights?|months?|quarters?|half[- ]year|years?|yrs?|hours?|hrs?|minutes?|mins?)'

const everyUnit: Recogniser = {
  starts: 'eo',
  pattern: new RegExp(
    `(?:once )?(?:every|each|per) (?:(other|second|third|single)\\b ?|(\\d{1,3}|${NUMBER_WORD})(?:st|nd|rd|th)? )?${UNIT}(?![a-z])`,
    'y',
  ),
  read: ([, other, count, unit = '']) => {
    const interval = count
      ? parseNumber(count)
      : other === 'other' || other === 'second'
        ? 2
        : other === 'third'
          ? 3
          : 1
    return Number.isFinite(interval) ? { type: 'every', every: toEvery(unit, interval), clues: {} } : null
  },
}

const everyWeekday: Recogniser = {
  starts: 'eo',
  pattern: new RegExp(
    `(?:on )?(?:every|each) (?:(other|second) )?(${WEEKDAY})s?((?:(?:,? and |, ?| ?& ?|/)(?:on )?${WEEKDAY}s?){0,6})(?![a-z])`,
    'y',
  ),
  read: ([, other, first = '', more = '']) => {
    const names = [first, ...(more.match(new RegExp(WEEKDAY, 'g')) ?? [])]
    const weekdays = [...new Set(names.map((name) => parseWeekday(name)))].sort((a, b) => a - b)
    return {
      type: 'every',
      every: { frequency: 'WEEKLY', ...(other ? { interval: 2 } : {}), weekdays },
      clues: {},
    }
  },
}

/** every half hour, every half an hour. */
const everyHalfHour: Recogniser = {
  starts: 'e',
  pattern: /(?:every|each) half[- ](?:an )?hour/y,
  read: () => ({ type: 'every', every: { frequency: 'MINUTELY', interval: 30 }, clues: {} }),
}

/** every December 25, every Christmas: the date itself follows. */
const everyDate: Recogniser = {
  starts: 'e',
  pattern: new RegExp(
    `(?:every|each) (?=${MONTH}(?![a-z])|christmas|new year|easter|thanksgiving|spring festival)`,
    'y',
  ),
  read: () => ({ type: 'every', every: { frequency: 'YEARLY' }, clues: {} }),
}

const everyPart: Recogniser = {
  starts: 'en',
  pattern: /(?:every|each) (?:single )?(morning|afternoon|evening|night)|nightly/y,
  read: ([, word = 'night']) => ({
    type: 'every',
    every: { frequency: 'DAILY' },
    clues: { part: word === 'morning' ? 'morning' : word === 'afternoon' ? 'afternoon' : 'evening' },
  }),
}

const ADVERBS: Readonly<Record<string, Every>> = {
  daily: { frequency: 'DAILY' },
  'every day': { frequency: 'DAILY' },
  weekly: { frequency: 'WEEKLY' },
  biweekly: { frequency: 'WEEKLY', interval: 2 },
  'bi-weekly': { frequency: 'WEEKLY', interval: 2 },
  fortnightly: { frequency: 'WEEKLY', interval: 2 },
  monthly: { frequency: 'MONTHLY' },
  bimonthly: { frequency: 'MONTHLY', interval: 2 },
  quarterly: { frequency: 'MONTHLY', interval: 3 },
  hourly: { frequency: 'HOURLY' },
  annually: { frequency: 'YEARLY' },
  annual: { frequency: 'YEARLY' },
  yearly: { frequency: 'YEARLY' },
  everyday: { frequency: 'DAILY' },
  weekdays: { frequency: 'WEEKLY', weekdays: WORKDAYS },
  weekends: { frequency: 'WEEKLY', weekdays: [6, 7] },
}

const adverb: Recogniser = {
  starts: 'dwbfmqhaye',
  pattern: new RegExp(
    `(?:${Object.keys(ADVERBS)
      .sort((a, b) => b.length - a.length)
      .join('|')})`,
    'y',
  ),
  read: (match, text) => {
    const [word] = match
    const every = ADVERBS[word]
    const counted = /\b(?:\d+|two|three|four|five|six|ten|few|several|the|these|those) $/.test(
      text.slice(Math.max(0, match.index - 8), match.index),
    )
    return every && !(counted && word.endsWith('s')) ? { type: 'every', every, clues: {} } : null
  },
}

const times: Recogniser = {
  starts: 'oa',
  pattern: /once (?:a|an|per|every) (day|week|fortnight|month|quarter|year|hour)/y,
  read: ([, unit = '']) => ({ type: 'every', every: toEvery(unit, 1), clues: {} }),
}

/** Twice a week names no days; it is a count, not a rule. */
const often: Recogniser = {
  starts: 'ts23456789f',
  pattern:
    /(?:twice|(?:two|three|four|five|several|\d{1,2}) times) (?:a|an|per|every|each) (?:day|week|month|quarter|year|hour)/y,
  read: () => ({ type: 'skip' }),
}

const onDayOfMonth: Recogniser = {
  starts: 'oteflps0123456789n',
  pattern: new RegExp(
    `(?:on )?(?:the )?(?:(?:(${PLACE}),? (?:and|&) (?:the )?)?(${PLACE})(?: day)?|(last) (day|working day|business day|workday|weekday)|(${PLACE}|last) (?:(working day|business day|workday)|(${WEEKDAY}))) of (?:every|each) (month|quarter)`,
    'y',
  ),
  read: ([, before, day, last, lastUnit, nth = '', unit, weekday, period = '']) => {
    const every = toEvery(period, 1)
    if (day && before)
      return {
        type: 'every',
        every: { ...every, monthDays: [parsePlace(before)] },
        clues: { day: parsePlace(day) },
      }
    if (day) return { type: 'every', every, clues: { day: parsePlace(day) } }
    const ordinal = last || nth === 'last' ? -1 : parsePlace(nth)
    if (weekday) return { type: 'every', every, clues: { ordinal, weekday: parseWeekday(weekday) } }
    const ordinalUnit = /^day$/.test(lastUnit ?? unit ?? '') ? 'day' : 'workday'
    return { type: 'every', every, clues: { ordinal, ordinalUnit } }
  },
}

/** every 15th, every last Friday of the month: the place of the day comes first. */
const everyPlace: Recogniser = {
  starts: 'eo',
  pattern: new RegExp(
    `(?:on )?(?:every|each) (?:(${PLACE}|last) (${WEEKDAY}) of (?:the|each|a) month|(\\d{1,2} ?(?:st|nd|rd|th))(?: day)?(?: of (?:the|each|a) month)?(?! ?[a-z]))`,
    'y',
  ),
  read: ([, nth = '', weekday, day]) => {
    const every = { frequency: 'MONTHLY' } as const
    if (weekday === undefined) return { type: 'every', every, clues: { day: parsePlace(day ?? '') } }
    const ordinal = nth === 'last' ? -1 : parsePlace(nth)
    return { type: 'every', every, clues: { ordinal, weekday: parseWeekday(weekday) } }
  },
}

const endOfEvery: Recogniser = {
  starts: 'tea',
  pattern:
    /(?:at )?(?:the )?end of (?:every|each) (month|quarter|year)|(?:every|each) (month|quarter|year)[- ]end/y,
  read: ([, first, second]) => ({
    type: 'every',
    every: toEvery(first ?? second ?? 'month', 1),
    clues: { segment: 'end' },
  }),
}

export const recurrenceParsers: readonly Recogniser[] = [
  everyUnit,
  everyWeekday,
  everyHalfHour,
  everyDate,
  everyPart,
  adverb,
  times,
  often,
  onDayOfMonth,
  everyPlace,
  endOfEvery,
]
