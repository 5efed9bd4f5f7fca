// 20 minutes, in half an hour, two weeks ago, within 3 days, the last 7 days: lengths and what they are counted from.
import type { Clues, Length } from '../clues.ts'
import type { Draft, Recogniser } from '../piece.ts'
import { NUMBER_STARTS, NUMBER_WORD, parseNumber } from './numerals.ts'

const DIGITS = '\\d{1,3}(?:\\.\\d{1,2})?'
const WORDS = `${NUMBER_WORD}|(?:a )?couple(?: of)?|(?:a )?few|several|an?`
const UNIT =
  '(?:business days?|working days?|work ?days?|banking days?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|fortnights?|weeks?|wks?|months?|mos?|quarters?(?! (?:past|to|after|of))|qtrs?|years?|yrs?|decades?)'
const ONE = `(?:(?:${DIGITS}[ -]?(?:${UNIT}|[smhd])|(?:${WORDS})[ -]${UNIT})(?![a-z])(?: and a half)?)`
const SPECIAL =
  '(?:half an? (?:hour|hr|day|year|month|minute)|(?:a )?half[- ](?:hour|hr|day|year)|an? (?:hour|hr) and (?:a )?half|an? half[- ]hour|(?:three[- ]quarters?|(?:a )?quarter) of an hour|(?:one|two|three|four|five|six|\\d) and (?:a|one) half (?:hours?|hrs?|days?|weeks?|months?|years?)|(?:one|a) and a half hours?)'

const LENGTH = `(?:${SPECIAL}|${ONE}(?:(?: and |, ?and |, ?| )?${ONE}){0,4})`

type Field = keyof Length

const FIELDS: readonly (readonly [RegExp, Field, number])[] = [
  [/^(?:business|working|work|banking)/, 'workdays', 1],
  [/^s/, 'seconds', 1],
  [/^mo/, 'months', 1],
  [/^m/, 'minutes', 1],
  [/^h/, 'hours', 1],
  [/^dec/, 'years', 10],
  [/^d/, 'days', 1],
  [/^f/, 'weeks', 2],
  [/^w/, 'weeks', 1],
  [/^q/, 'months', 3],
  [/^y/, 'years', 1],
]

const HALVES: Readonly<Record<Field, readonly [Field, number]>> = {
  years: ['months', 6],
  months: ['days', 15],
  weeks: ['days', 3],
  days: ['hours', 12],
  workdays: ['hours', 12],
  hours: ['minutes', 30],
  minutes: ['seconds', 30],
  seconds: ['seconds', 0],
}

function parseCount(text: string): number {
  if (/couple/.test(text)) return 2
  if (/few|several/.test(text)) return 3
  return /^an?$/.test(text) ? 1 : parseNumber(text)
}

function readSpecial(text: string): Length | null {
  if (/three[- ]quarters? of an hour/.test(text)) return { minutes: 45 }
  if (/quarter of an hour/.test(text)) return { minutes: 15 }
  const unit = /(hour|hr|day|year|month|minute|week)s?(?: and (?:a )?half)?$/.exec(text)?.[1]
  const field = FIELDS.find(([pattern]) => unit && pattern.test(unit))?.[1]
  if (!field) return null
  const [small, half] = HALVES[field]
  if (/^(?:a )?half/.test(text)) return { [small]: half }
  if (/^an? half/.test(text)) return { [small]: half }
  const count = parseCount(/^(\S+)/.exec(text)?.[1] ?? 'a')
  return { [field]: count, [small]: half }
}

const special = new RegExp(`^${SPECIAL}$`)
const one = new RegExp(
  `(?:(${DIGITS})[ -]?(${UNIT}|[smhd])|(${WORDS})[ -](${UNIT}))(?![a-z])( and a half)?`,
  'g',
)

/** Reads a length such as `half an hour` or `2 days and 3 hours`; null where it is none. */
function readLength(text: string): Length | null {
  if (special.test(text)) return readSpecial(text)
  const sums = new Map<Field, number>()
  const add = (field: Field, value: number) => sums.set(field, (sums.get(field) ?? 0) + value)
  for (const [, digits, digitUnit, words, wordUnit, half] of text.matchAll(one)) {
    const [count, unit] = [digits ?? words ?? '', digitUnit ?? wordUnit ?? '']
    const entry = FIELDS.find(([pattern]) => pattern.test(unit))
    if (!entry) return null
    const [, field, scale] = entry
    const value = parseCount(count)
    if (!Number.isFinite(value)) return null
    const whole = Math.floor(value)
    add(field, whole * scale)
    const [small, smallHalf] = HALVES[field]
    const rest = value - whole + (half ? 0.5 : 0)
    if (rest > 0) add(small, Math.round(rest * 2 * smallHalf))
  }
  const entries = [...sums].filter(([, value]) => value > 0)
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

const STARTS = `${NUMBER_STARTS}achq`

const length: Recogniser = {
  starts: STARTS,
  pattern: new RegExp(LENGTH, 'y'),
  read: ([all]): Draft | null => {
    // twenty second of next month is a day
    if (/^(?:twenty|thirty)[ -]second$/.test(all)) return null
    const found = readLength(all)
    const vague = /^an? /.test(all) || /^\d+[a-z]$/.test(all) || /^one (?:day|second|minute)$/.test(all)
    return found && { type: 'length', length: found, weak: vague && !/(?:hour|week|month|year)$/.test(all) }
  },
}

/** The day before Christmas, the week after the 5th: one day, one week, counted from what follows. */
const oneBeside: Recogniser = {
  starts: 'tdwm',
  pattern:
    /(?:the )?(day|week|month) (?=(?:before|after|following) (?!tomorrow|yesterday|tmr|next|last|that|it|he|she|we|they|i\b))/y,
  read: (match, text) => {
    if (/\b(?:any|one|a|every|each|some|no) $/.test(text.slice(Math.max(0, match.index - 6), match.index)))
      return null
    const found = readLength(`1 ${match[1] ?? ''}`)
    return found && { type: 'length', length: found, weak: true }
  },
}

const ahead: Recogniser = {
  starts: 'i',
  pattern: new RegExp(
    `in (?:about |around |approximately )?(${LENGTH})(?:'? time)?(?! (?:a row|advance|total))`,
    'y',
  ),
  read: ([, text = '']) => toOffset(text, {}),
}

const fromNow: Recogniser = {
  starts: STARTS,
  pattern: new RegExp(`(${LENGTH}) (?:from now|later|hence|from today|from this moment|out\\b)`, 'y'),
  read: ([, text = '']) => toOffset(text, {}),
}

const ago: Recogniser = {
  starts: STARTS,
  pattern: new RegExp(`(${LENGTH}) (?:ago|back\\b|earlier|before now|prior\\b(?! to))`, 'y'),
  read: ([, text = '']) => toOffset(text, { side: 'before' }),
}

function toOffset(text: string, rest: Clues): Draft | null {
  const offset = readLength(text)
  return offset && { type: 'when', clues: { ...rest, offset } }
}

const within: Recogniser = {
  starts: 'win',
  pattern: new RegExp(
    `(?:within|inside(?: of)?|in less than|in under|no later than) (?:the )?(?:next |upcoming |coming |following )?(?:about )?(${LENGTH}|hour|day|week|month|year)`,
    'y',
  ),
  read: ([, text = '']) => {
    const offset = readLength(/^[a-z]+$/.test(text) ? `1 ${text}` : text)
    return offset && { type: 'bounded', bound: 'within', clues: { offset } }
  },
}

const rolling: Recogniser = {
  starts: 'tlpnfcuiodw',
  pattern: new RegExp(
    `(?:over |during |for |in |within )?(?:the )?(last|past|previous|next|following|coming|upcoming) (${LENGTH}|second|minute|hour)`,
    'y',
  ),
  read: ([, way = '', text = '']) => {
    if (/^(?:a|an|one) /.test(text)) return null
    const offset = readLength(/^\d|[a-z] /.test(text) ? text : `1 ${text}`)
    return (
      offset && { type: 'when', clues: { offset, rolling: /last|past|previous/.test(way) ? 'back' : 'on' } }
    )
  },
}

const whole: Recogniser = {
  starts: 'afew',
  pattern: /(?:all|full|entire|whole)[- ](day|week|month|year|night|morning|afternoon)(?: long)?/y,
  read: ([, unit = '']) => {
    const found = readLength(`1 ${unit}`)
    return found ? { type: 'length', length: found } : { type: 'skip' }
  },
}

export const lengthParsers: readonly Recogniser[] = [
  length,
  oneBeside,
  ahead,
  fromNow,
  ago,
  within,
  rolling,
  whole,
]
