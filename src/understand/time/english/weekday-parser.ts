// Friday, this Friday, next Monday, past Tuesday, Mondays, weekdays.
import type { Clues } from '../clues.ts'
import type { Draft, Recogniser } from '../piece.ts'
import { parseWeekday, WEEKDAY, WEEKDAY_STARTS } from './names.ts'
import { parseNumber } from './numerals.ts'

const TOWARD: Readonly<Record<string, Clues>> = {
  this: { toward: 'this' },
  'this coming': { toward: 'coming' },
  'this past': { toward: 'past' },
  next: { weekShift: 1 },
  last: { weekShift: -1 },
  previous: { weekShift: -1 },
  coming: { toward: 'coming' },
  upcoming: { toward: 'coming' },
  following: { toward: 'coming' },
  past: { toward: 'past' },
}

/** Short names that are words of their own: only beside other time words, or as the whole text. */
const AMBIGUOUS = /^(?:sun|sat|mon|wed|tues|thurs)$/

/** What follows a day and hardly a sun or a verb: on sat, on sun at 3, on mon or tue. */
const CLOSED = new RegExp(
  `^(?: ?(?:$|[,;:!?)/&])|\\.(?: |$)| (?:at|with|for|to|if|then|pls|please|thanks|ok|(?:and|or) (?:on )?${WEEKDAY})\\b)`,
)

/** "On sat" names a day, "he sat" none. */
function isOnDay(text: string, from: number, to: number): boolean {
  return (
    / on $| or $|^on $/.test(` ${text.slice(Math.max(0, from - 4), from)}`) &&
    CLOSED.test(text.slice(to, to + 18))
  )
}

const bare: Recogniser = {
  starts: WEEKDAY_STARTS,
  pattern: new RegExp(`(${WEEKDAY})(?!\\.(?:com|net|org|io|ai|cn)\\b)(?:'s)?\\.?(?![a-z-]{0,9}day)`, 'y'),
  read: (match, text): Draft => {
    const [all, name = ''] = match
    const ambiguous = AMBIGUOUS.test(all.replace(/\W/g, ''))
    return {
      type: 'when',
      clues: { weekday: parseWeekday(name) },
      weak: ambiguous && !isOnDay(text, match.index, match.index + name.length),
    }
  },
}

const directed: Recogniser = {
  starts: 'tnlpcuf',
  pattern: new RegExp(
    `(?:the |on )?(this coming|this past|this|nxt|next|last|previous|coming|upcoming|following|past)(?: week)?(?:'s)?(?: ?on)? (${WEEKDAY})(?:'s)?\\.?`,
    'y',
  ),
  read: ([, word = '', name = '']) => ({
    type: 'when',
    clues: { weekday: parseWeekday(name), ...TOWARD[word === 'nxt' ? 'next' : word] },
  }),
}

const afterNext: Recogniser = {
  starts: `${WEEKDAY_STARTS}t`,
  pattern: new RegExp(`(?:the )?(${WEEKDAY}) (?:after next|week|(fortnight))(?! [a-z]{0,9}day)`, 'y'),
  read: ([all, name = '', fortnight]) => ({
    type: 'when',
    clues: /week$|night$/.test(all)
      ? { anchor: { weekday: parseWeekday(name), toward: 'this' }, offset: { weeks: fortnight ? 2 : 1 } }
      : { anchor: { weekday: parseWeekday(name), toward: 'coming' }, offset: { weeks: 1 } },
  }),
}

const plural: Recogniser = {
  starts: WEEKDAY_STARTS,
  pattern:
    /(?:mon|tues|wednes|thurs|fri|satur|sun)days(?:(?:, and|,| and| &) (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days){0,6}/y,
  read: ([all]) => {
    const names = all.match(/(?:mon|tues|wednes|thurs|fri|satur|sun)days/g) ?? []
    const weekdays = names.map((name) => parseWeekday(name)).sort((a, b) => a - b)
    return { type: 'every', every: { frequency: 'WEEKLY', weekdays }, clues: {} }
  },
}

/** Monday, Wednesday and Friday mornings: the plural of the last word makes a rule of all. */
const parts: Recogniser = {
  starts: WEEKDAY_STARTS,
  pattern: new RegExp(
    `(${WEEKDAY}(?:(?:, | and |, and | & |/)${WEEKDAY}){1,5}) (morning|afternoon|evening|night)s`,
    'y',
  ),
  read: ([, names = '', word]) => {
    const found = names.match(new RegExp(WEEKDAY, 'g')) ?? []
    const weekdays = [...new Set(found.map((name) => parseWeekday(name)))].sort((a, b) => a - b)
    const part = word === 'morning' ? 'morning' : word === 'afternoon' ? 'afternoon' : 'evening'
    return { type: 'every', every: { frequency: 'WEEKLY', weekdays }, clues: { part } }
  },
}

/** two Thursdays ago, 3 Mondays from now: weekdays counted from today. */
const counted: Recogniser = {
  starts: '123456789totfs',
  pattern: new RegExp(
    `(\\d|one|two|three|four|five|six) (${WEEKDAY})s? (ago|from now|from today|later)`,
    'y',
  ),
  read: ([, count = '', name = '', way]) => ({
    type: 'when',
    clues: {
      anchor: { dayShift: 0 },
      ordinal: parseNumber(count),
      weekday: parseWeekday(name),
      side: way === 'ago' ? 'before' : 'after',
    },
  }),
}

/** a week on Friday, two weeks on Monday: the coming one and so many weeks. */
const weeksOn: Recogniser = {
  starts: 'aot',
  pattern: new RegExp(`(a|one|two|three) weeks? on (${WEEKDAY})`, 'y'),
  read: ([, count = '', name = '']) => ({
    type: 'when',
    clues: {
      anchor: { weekday: parseWeekday(name) },
      offset: { weeks: count === 'a' ? 1 : parseNumber(count) },
    },
  }),
}

export const weekdayParsers: readonly Recogniser[] = [
  bare,
  directed,
  weeksOn,
  afterNext,
  plural,
  parts,
  counted,
]
