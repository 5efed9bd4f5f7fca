// 14:30, 3:05pm, 9.30 am, 5 p.m., 2026-03-05T09:00's time: clocks in digits, the same in every language.
import type { Clues } from '../clues.ts'
import type { Draft, Recogniser } from '../piece.ts'

const DIGITS = '0123456789'
const MERIDIEM = "(?: ?(?:(a|p)(?:\\.? ?m\\b\\.?|(?![a-z.'])))|(?: ?in the (am|pm)\\b))"

/** A clock of the dial or of twenty-four hours; null where there is no such time. */
export function toClock(hour: number, minute: number, mark: string | undefined, digits = ''): Clues | null {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60) || (hour === 24 && minute > 0)) return null
  if (mark === undefined) {
    const exact = hour === 0 || hour > 12 || /^0\d/.test(digits)
    return { hour, minute, ...(exact ? { exact: true } : {}) }
  }
  if (hour > 12) return minute === 0 && digits === '' ? null : { hour, minute, exact: true }
  return hour === 0
    ? { hour, minute, exact: true }
    : { hour, minute, meridiem: mark.startsWith('a') ? 'am' : 'pm' }
}

function toWhen(clues: Clues | null, weak = false): Draft | null {
  return clues && { type: 'when', clues, weak }
}

const colon: Recogniser = {
  starts: DIGITS,
  pattern: new RegExp(
    `(\\d{1,2}) ?: ?([0-5]\\d)(?: ?: ?[0-5]\\d(?:\\.\\d{1,6})?)?(?:${MERIDIEM}|z\\b| ?[时分](?![间钟期]))?(?![\\d:])`,
    'y',
  ),
  read: ([, hour = '', minute, mark, spelled]) =>
    toWhen(toClock(Number(hour), Number(minute), mark ?? spelled, hour)),
}

const dotted: Recogniser = {
  starts: DIGITS,
  pattern: new RegExp(`(\\d{1,2})\\.([0-5]\\d)(?:${MERIDIEM}| ?h(?:rs?|ours)?\\b)`, 'y'),
  read: ([, hour = '', minute, mark, spelled]) =>
    toWhen(toClock(Number(hour), Number(minute), mark ?? spelled)),
}

/** at 17.30, until 9.15: a dot for the colon where the word before says that a time follows. */
const dottedAfterWord: Recogniser = {
  starts: DIGITS,
  pattern: /(\d{1,2})\.([0-5]\d)(?![\d.%]| ?(?:k|m|million|percent|万|亿|元)(?![a-z]))/y,
  read: (match, text) => {
    const [, hour = '', minute] = match
    if (!/\b(?:at|@|until|till) $/.test(text.slice(Math.max(0, match.index - 6), match.index))) return null
    return toWhen(toClock(Number(hour), Number(minute), undefined, hour))
  },
}

const withMeridiem: Recogniser = {
  starts: DIGITS,
  pattern: new RegExp(`(\\d{1,2})(?: ?点钟?)?${MERIDIEM}`, 'y'),
  read: ([all, hour = '', mark, spelled]) =>
    /^\d+ ?a$/.test(all) ? null : toWhen(toClock(Number(hour), 0, mark ?? spelled)),
}

/** 340pm, 1130 am: four digits without a mark between them. */
const run: Recogniser = {
  starts: DIGITS,
  pattern: new RegExp(`(\\d{1,2})([0-5]\\d)${MERIDIEM}`, 'y'),
  read: ([, hour = '', minute, mark, spelled]) =>
    toWhen(toClock(Number(hour), Number(minute), mark ?? spelled)),
}

/** 14h, 9h30: hours as the continent writes them; a bare 2h is a length. */
const continental: Recogniser = {
  starts: DIGITS,
  pattern: /(\d{1,2}) ?h(?: ?([0-5]\d))?(?![a-z\d])/y,
  read: (match, text) => {
    const [, hour = '', minute] = match
    const told = /(?:\bat|@|around|by|until|till) $/.test(
      text.slice(Math.max(0, match.index - 7), match.index),
    )
    if (minute === undefined && Number(hour) < 13 && !told) return null
    return toWhen(toClock(Number(hour), Number(minute ?? 0), undefined, '00'))
  },
}

/** 1730 hours, 0900hrs, 1530 on Friday. */
const military: Recogniser = {
  starts: '012',
  pattern:
    /(?:([01]\d|2[0-3])([0-5]\d) ?(?:hours|hrs?)|(?!19|20)([01]\d|2[0-3])([0-5]\d)(?= (?:on |tomorrow|today|tonight|this |next )))/y,
  read: ([, hour, minute, plainHour, plainMinute]) =>
    toWhen(toClock(Number(hour ?? plainHour), Number(minute ?? plainMinute), undefined, '00')),
}

/** A number that its neighbours may turn into an hour or a day: 9 in 9-11am. */
export const bareNumber: Recogniser = {
  starts: DIGITS,
  pattern: /\d{1,4}(?![\d%])/y,
  read: ([all]) => ({ type: 'number', value: Number(all), digits: all.length }),
}

/** Long runs of digits with dashes are telephone numbers and the like. */
const telephone: Recogniser = {
  starts: DIGITS,
  pattern:
    /(?!(?:19|20)\d\d-(?:19|20)\d\d(?!\d))(?!(?:19|20)\d\d-[01]?\d-)\d{3,4}[- ]\d{3,8}(?:[- ]\d{3,8})?(?![\d年:])|\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,3}(?:\.\d{1,5}){2,6}(?!\d)/y,
  read: ([all]) => (/^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})$|^\d{4}\./.test(all) ? null : { type: 'skip' }),
}

const amount: Recogniser = {
  starts: '$¥€£#*',
  pattern: /[$¥€£#*] ?[\w.,*-]{1,20}/y,
  read: () => ({ type: 'skip' }),
}

export const numericClockParsers: readonly Recogniser[] = [
  colon,
  dotted,
  dottedAfterWord,
  withMeridiem,
  run,
  continental,
  military,
  telephone,
  amount,
]
