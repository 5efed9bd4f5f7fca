// noon, half past three, a quarter to five, seven thirty am, 8 o'clock, at eight: times of day in words.
import type { Clues } from '../clues.ts'
import { toClock } from '../numeric/clock-parser.ts'
import type { Draft, Recogniser } from '../piece.ts'
import { NUMBER_STARTS, NUMBER_WORD, parseNumber } from './numerals.ts'

const HOUR = '(?:twelve|eleven|ten|nine|eight|seven|six|five|four|three|two|one|\\d{1,2})'
const TENS_MINUTE =
  '(?:(?:twenty|thirty|forty|fourty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|oh? (?:one|two|three|four|five|six|seven|eight|nine))'
const MERIDIEM = '(?: ?([ap])\\.? ?m\\b\\.?)'

const when = (clues: Clues | null): Draft | null => clues && { type: 'when', clues }

const noon: Recogniser = {
  starts: '1tnmhl',
  pattern: /(?:12 |twelve )?(noon(?:ish)?|mid-?day|mid-?night)|(high noon)/y,
  read: ([, word]) =>
    when(
      /night/.test(word ?? '') ? { hour: 24, minute: 0, exact: true } : { hour: 12, minute: 0, part: 'noon' },
    ),
}

const lunch: Recogniser = {
  starts: 'l',
  pattern: /lunch ?time/y,
  read: () => when({ part: 'noon' }),
}

const oClock: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(`(${HOUR}) ?o'? ?clock(?:${MERIDIEM})?`, 'y'),
  read: ([, hour = '', mark]) => when(toClock(parseNumber(hour), 0, mark)),
}

const words: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(`(${HOUR})(?:[ -](${TENS_MINUTE}))?${MERIDIEM}`, 'y'),
  read: ([, hour = '', minute, mark]) =>
    when(toClock(parseNumber(hour), minute ? readMinute(minute) : 0, mark)),
}

function readMinute(text: string): number {
  return parseNumber(text.replace(/^oh? /, ''))
}

/** at eight, for eight forty, at seven on Friday: no word says that an hour is meant but the one before it. */
const afterAt: Recogniser = {
  starts: 'af@bu',
  pattern: new RegExp(
    `(?:at|@|for|around|about|by|until|till) (?:about |around )?(${HOUR})(?:[ -](${TENS_MINUTE}))?(?:${MERIDIEM})?(?![\\d:.,/%-]| ?(?:o'?clock|days?|weeks?|months?|years?|hours?|hrs?|min(?:ute)?s?|seconds?|times?|people|percent|points?|am|pm|past|to|of|more|bp|k|m|a\\.m|p\\.m)\\b)`,
    'y',
  ),
  read: (match, text) => {
    const [all, hour = '', minute, mark] = match
    const inPart = /(?:morning|afternoon|evening|tonight) $/.test(
      text.slice(Math.max(0, match.index - 10), match.index),
    )
    if (
      !inPart &&
      /^(?:for|by|about|around|until|till)/.test(all) &&
      minute === undefined &&
      mark === undefined
    )
      return null
    if (/^\d/.test(hour)) return null
    return when(toClock(parseNumber(hour), minute ? readMinute(minute) : 0, mark))
  },
}

/** seven thirty, five forty-five: needs a day or a part of one beside it. */
const twoNumbers: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(
    `(twelve|eleven|ten|nine|eight|seven|six|five|four|three|two|one)[ -](${TENS_MINUTE})(?![a-z -]{0,9}(?:hundred|thousand|percent))`,
    'y',
  ),
  read: ([, hour = '', minute = '']) => {
    const clues = toClock(parseNumber(hour), readMinute(minute), undefined)
    return clues && { type: 'when', clues, weak: true }
  },
}

/** from nine to eleven, between three and five pm: a bare number in words that a link or a part of the day makes an hour. */
const bareHour: Recogniser = {
  starts: 'toefnstw',
  pattern:
    /(twelve|eleven|ten|nine|eight|seven|six|five|four|three|two|one)(?=(?: o'?clock)? (?:and|to|till|until|in the (?:morning|afternoon|evening)|at night|tonight|this (?:morning|afternoon|evening))\b| ?[,.;!?]| ?$)/y,
  read: (match, text) => {
    const [, word = ''] = match
    const linked = /(?:\b(?:from|between|to|and|till|until|through|at)|-) $/.test(
      text.slice(Math.max(0, match.index - 9), match.index),
    )
    const parted =
      /^ (?:in the (?:morning|afternoon|evening)|at night|tonight|this (?:morning|afternoon|evening))/.test(
        text.slice(match.index + word.length, match.index + word.length + 20),
      )
    return linked || parted ? { type: 'number', value: parseNumber(word), digits: 2 } : null
  },
}

/** half eight, as the British say 8:30: needs a day or a part of one beside it. */
const halfHour: Recogniser = {
  starts: 'h',
  pattern:
    /half (twelve|eleven|ten|nine|eight|seven|six|five|four|three|two|one)(?![a-z-]| (?:hundred|thousand|million|percent|of|hours?|days?|weeks?|months?|years?))/y,
  read: ([, hour = '']) => {
    const clues = toClock(parseNumber(hour), 30, undefined)
    return clues && { type: 'when', clues, weak: true }
  },
}

/** 11-ish, around 4ish. */
const roughly: Recogniser = {
  starts: '0123456789',
  pattern: /(\d{1,2})[- ]?ish/y,
  read: ([, hour = '']) => when(toClock(Number(hour), 0, undefined)),
}

const SPAN = `(half|(?:a )?quarter|three[- ]quarters|${NUMBER_WORD}|\\d{1,2})(?: ?min(?:ute)?s?)?`

const past: Recogniser = {
  starts: `${NUMBER_STARTS}haq`,
  pattern: new RegExp(
    `(?:a )?${SPAN} (past|after|to|till|before|of) (?:(noon|midnight)|(${HOUR})(?: ?o'?clock)?(?:${MERIDIEM})?)(?![\\d/:-]| ?(?:days?|weeks?|months?|years?|people))`,
    'y',
  ),
  read: (match, text) => {
    const [all, span = '', way = '', mark, hour, meridiem] = match
    // between ten to twelve joins two ends, between half past two and four begins with a clock
    const opened = /(?:from|between) $/.test(text.slice(Math.max(0, match.index - 8), match.index))
    if (opened && way !== 'past' && !/quarter/.test(span)) return null
    if (
      (way === 'of' && !/quarter/.test(span)) ||
      (way !== 'past' && isPairOfHours(all, span, hour ?? '', meridiem))
    )
      return null
    const minutes = readSpan(span)
    const base: Clues | null = mark ? null : toClock(parseNumber(hour ?? ''), 0, meridiem)
    const sign = /past|after/.test(way) ? 1 : -1
    if (mark)
      return when(
        shift(
          mark === 'noon' ? { hour: 12, minute: 0, exact: true } : { hour: 24, minute: 0, exact: true },
          sign * minutes,
        ),
      )
    return when(base && shift(base, sign * minutes))
  },
}

/** 2 to 4 pm is a range of hours, 20 to 4 and 5 minutes to 4 are clocks. */
function isPairOfHours(all: string, span: string, hour: string, meridiem: string | undefined): boolean {
  if (/min/.test(all) || !/^\d/.test(span) || !/^\d/.test(hour)) return false
  return Number(span) <= 12 ? meridiem !== undefined || !/clock/.test(all) : !meridiem && !/clock/.test(all)
}

function readSpan(text: string): number {
  if (text === 'half') return 30
  if (text.startsWith('three')) return 45
  return text.includes('quarter') ? 15 : parseNumber(text)
}

function shift(clues: Clues, minutes: number): Clues | null {
  const { hour = 0 } = clues
  if (!(Math.abs(minutes) < 60)) return null
  if (minutes >= 0) return { ...clues, hour: hour % 24, minute: minutes }
  const before = hour === 0 ? 23 : hour === 1 && !clues.exact ? 12 : hour - 1
  return { ...clues, hour: before, minute: 60 + minutes }
}

export const clockParsers: readonly Recogniser[] = [
  noon,
  lunch,
  oClock,
  words,
  afterAt,
  twoNumbers,
  halfHour,
  bareHour,
  roughly,
  past,
]
