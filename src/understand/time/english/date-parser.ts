// March 5th 2026, the twenty third of September, 5-Aug-2026, Aug 8: dates with the month by name.
import type { Clues } from '../clues.ts'
import type { Draft, Recogniser } from '../piece.ts'
import { MONTH, MONTH_STARTS, parseMonth } from './names.ts'
import { NUMBER_STARTS, NUMBER_WORD, PLACE, parseNumber, parsePlace, parseYear, YEAR } from './numerals.ts'

const DAY = `(?:${PLACE}|${NUMBER_WORD}|\\d{1,2}(?!\\d))`
const YEAR_TAIL = `(?:(?: ?,? ?(?:of |in )?|[-/ ])(${YEAR})(?!\\d|:\\d| ?(?:am|pm|people|hours|minutes))|(?:,? ?'|[ ,/-])(\\d\\d)(?= ?$|[,.;](?!\\d)))?`

function readDay(text: string): number {
  const place = parsePlace(text)
  return Number.isNaN(place) || /^[a-z]+[ -][a-z]+$/.test(text) ? parseNumber(text) || place : place
}

function toDate(monthName: string, dayText: string, yearText: string | undefined): Draft | null {
  const [month, day] = [parseMonth(monthName), readDay(dayText)]
  if (!(day >= 1 && day <= 31)) return null
  const year = yearText === undefined ? undefined : parseYear(yearText)
  const clues: Clues = { month, day, ...(year !== undefined && Number.isFinite(year) ? { year } : {}) }
  return { type: 'when', clues }
}

const monthFirst: Recogniser = {
  starts: MONTH_STARTS,
  pattern: new RegExp(
    `(${MONTH})(?: ?[-/] ?| ?,? ?)(?:the )?(${DAY})(?! ?(?:%|:\\d|am\\b|pm\\b|a\\.m|p\\.m|o'?clock|hours?|days?|minutes?|people))${YEAR_TAIL}`,
    'y',
  ),
  read: ([, month = '', day = '', year, short]) => toDate(month, day, year ?? short),
}

const dayFirst: Recogniser = {
  starts: `${NUMBER_STARTS}t`,
  pattern: new RegExp(
    `(?:the )?(${DAY})(?: day)?(?: ?[-/] ?| ?,? ?(?:of )?(?:the )?)(${MONTH})${YEAR_TAIL}`,
    'y',
  ),
  read: ([, day = '', month = '', year, short]) => toDate(month, day, year ?? short),
}

const yearFirst: Recogniser = {
  starts: '12',
  pattern: new RegExp(`((?:19|20)\\d\\d) ?[-/ ,] ?(${MONTH})(?: ?[-/ ,] ?(${DAY})(?!\\d|:))?`, 'y'),
  read: ([, year = '', month = '', day]) =>
    day === undefined
      ? { type: 'when', clues: { year: Number(year), month: parseMonth(month) } }
      : toDate(month, day, year),
}

const dayYearMonth: Recogniser = {
  starts: `0123456789${MONTH_STARTS}`,
  pattern: new RegExp(
    `(?:(\\d{1,2})[-/ ]((?:19|20)\\d\\d)[-/ ](${MONTH})|(${MONTH})-((?:19|20)\\d\\d)-(\\d{1,2})(?!\\d))`,
    'y',
  ),
  read: ([, day, year, month, monthFirst = '', yearNext = '', dayLast = '']) =>
    toDate(month ?? monthFirst, day ?? dayLast, year ?? yearNext),
}

/** Months whose names or short forms are words of their own. */
const AMBIGUOUS = /^(?:may|march|mar|jan|dec|sep|nov|oct|apr|aug|jun)$/

const monthOnly: Recogniser = {
  starts: MONTH_STARTS,
  pattern: new RegExp(`(${MONTH})(?:(?:,? ?(?:of |in )?| ?[-/] ?)(${YEAR})(?!\\d|:)| ?'(\\d\\d))?`, 'y'),
  read: ([, month = '', year, short]) => {
    const said = year ?? short
    const clues: Clues = { month: parseMonth(month), ...(said ? { year: parseYear(said) } : {}) }
    return { type: 'when', clues, weak: said === undefined && AMBIGUOUS.test(month.replace('.', '')) }
  },
}

const directedMonth: Recogniser = {
  starts: 'itnldebsaluftocm',
  pattern: new RegExp(
    `(in|during|this|next|last|by|before|since|until|till|coming|of|through|for|early|late|mid|end of|start of|beginning of)[ -](?:the month of )?(${MONTH})(?! ?\\d|[a-z]| (?:i|you|we|he|she|they|it|be|not|have)\\b)`,
    'y',
  ),
  read: (match, text) => {
    const [, word = '', month = ''] = match
    // "This may take longer": the month only where the sentence pauses after it.
    const verb =
      word === 'this' &&
      month === 'may' &&
      !/^this may ?(?:$|[.,;!?])/.test(text.slice(match.index, match.index + 10))
    return verb ? { type: 'skip' } : directMonth(word, parseMonth(month))
  },
}

function directMonth(word: string, month: number): Draft | null {
  const when = (clues: Clues): Draft => ({ type: 'when', clues: { month, ...clues } })
  if (word === 'next') return when({ toward: 'coming' })
  if (word === 'last') return when({ toward: 'past' })
  if (/^(?:early|start|beginning)/.test(word)) return when({ segment: 'start' })
  if (word === 'mid') return when({ segment: 'middle' })
  if (word === 'late') return when({ segment: 'last' })
  if (word === 'end of') return when({ segment: 'end' })
  if (word === 'by' || word === 'until' || word === 'till')
    return { type: 'bounded', bound: 'before', until: true, clues: { month } }
  if (word === 'before') return { type: 'bounded', bound: 'before', clues: { month } }
  if (word === 'since') return { type: 'bounded', bound: 'after', past: true, clues: { month } }
  return when({})
}

const monthAfterNext: Recogniser = {
  starts: MONTH_STARTS,
  pattern: new RegExp(`(${MONTH}) (after next|next year|last year|this year)`, 'y'),
  read: ([, name = '', word = '']) => {
    const month = parseMonth(name)
    if (word === 'after next') return { type: 'when', clues: { month, toward: 'coming', yearShift: 1 } }
    return {
      type: 'when',
      clues: { month, yearShift: word.startsWith('next') ? 1 : word.startsWith('last') ? -1 : 0 },
    }
  },
}

const yearOnly: Recogniser = {
  starts: 'icty12',
  pattern:
    /(?:(?:in|during|since|by|the year|year|calendar year|the calendar year|cy|fy) ((?:19|20)\d\d)|((?:19|20)\d\d)(?<!(?:at|around|about|@) ?\d{4}))(?![\d.:/%-]|[ ]?(?:%|people|customers|clients|yuan|usd|dollars))/y,
  read: ([, said, alone]) => ({
    type: 'when',
    clues: { year: Number(said ?? alone) },
    weak: said === undefined,
  }),
}

const yearInWords: Recogniser = {
  starts: 'tn',
  pattern: new RegExp(YEAR, 'y'),
  read: ([text]) => {
    const value = parseYear(text)
    return value >= 1900 && value <= 2199 ? { type: 'when', clues: { year: value }, weak: true } : null
  },
}

const AFTER_A_DAY = new RegExp(
  `^(?:of|in|at|to|till|til|until|thro?u(?:gh)?|and|or|from|for|on|by|with|please|pls|is|was|will|would|we|i|he|she|they|this|next|last|every|each|between|morning|afternoon|evening|night|noon|instead|if|before|after|around|about|so|but|as|the|not|works|right|then|sometime|hopefully|day|${MONTH})$`,
)

const place: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(
    `(${PLACE})(?: day)?(?! (?:time|place|one|of all|floor|thing|person|step|draft|party|class|meeting|call|visit|version|half|week|month|quarter|year|day|[a-z]{1,7}day))`,
    'y',
  ),
  read: (match, source) => {
    const [all, text = ''] = match
    const next = /^ ([a-z]+)/.exec(source.slice(match.index + all.length, match.index + all.length + 14))?.[1]
    // the third owner: a place in words belongs to the noun behind it
    if (/^[a-z]/.test(text) && next !== undefined && !AFTER_A_DAY.test(next)) return null
    return { type: 'number', value: parsePlace(text), digits: 2, ordinal: true }
  },
}

export const dateParsers: readonly Recogniser[] = [
  monthFirst,
  dayFirst,
  yearFirst,
  dayYearMonth,
  monthOnly,
  directedMonth,
  monthAfterNext,
  yearOnly,
  yearInWords,
  place,
]
