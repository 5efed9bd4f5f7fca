// this week, next month, the quarter after next, Q3 2026, the weekend, end of the month: whole periods.
import type { Clues } from '../clues.ts'
import type { Draft, Recogniser } from '../piece.ts'
import { PLACE, parsePlace } from './numerals.ts'

const UNIT =
  '(work(?:ing)? week|business week|week ?end|week|wk|calendar month|month|quarter|qtr|calendar year|fiscal year|year|yr)'

function toPeriod(unit: string, shift: number): Clues {
  if (/^(?:work|business)/.test(unit)) return { workweek: true, weekShift: shift }
  if (/^week ?end/.test(unit)) return { weekend: true, weekShift: shift }
  if (/^w/.test(unit)) return { weekShift: shift }
  if (/month/.test(unit)) return { monthShift: shift }
  return /^q/.test(unit) ? { quarterShift: shift } : { yearShift: shift }
}

const SHIFTS: Readonly<Record<string, number>> = {
  next: 1,
  nxt: 1,
  following: 1,
  coming: 1,
  upcoming: 1,
  last: -1,
  previous: -1,
  prior: -1,
  past: -1,
}

const relative: Recogniser = {
  starts: 'tnlpcufimwoe',
  pattern: new RegExp(
    `(?:the |my |our |(earlier|later)(?: in)? |whole of )?(this coming|this|next|nxt|following|coming|upcoming|last|previous|prior|past|current|the|my)[ -](?:full |whole )?${UNIT}(?:'s)?(?! (?:after next|after the next|before last|of|from|beginning|commencing|starting|report|plan))(?![a-z])`,
    'y',
  ),
  read: ([, part, word = '', unit = '']): Draft => {
    const weekend = /week ?end/.test(unit)
    const shift = SHIFTS[word] ?? 0
    const ahead = word === 'this coming' && !weekend ? 1 : shift
    const clues = toPeriod(unit, weekend && /coming/.test(word) ? 0 : ahead)
    if (part) return { type: 'when', clues: { ...clues, segment: part === 'earlier' ? 'start' : 'last' } }
    return { type: 'when', clues, weak: /^(?:the|my)$/.test(word) && /year|quarter|month/.test(unit) }
  },
}

/** the rest of this week: from today to its end. */
const rest: Recogniser = {
  starts: 'trw',
  pattern:
    /(?:the )?(?:rest|remainder|whole rest) of (?:the |this |my )?(?:current )?(week|month|quarter|year)(?![a-z])/y,
  read: ([, unit = '']) => ({ type: 'range', from: { dayShift: 0 }, to: toPeriod(unit, 0) }),
}

const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }

/** this summer, winter 2026, in the autumn of next year: three whole months. */
const season: Recogniser = {
  starts: 'tnlisawfd',
  pattern:
    /(?:(?:in |during )?(?:the )?(?:(this|next|last|coming) )(spring|summer|autumn|fall|winter)|(?:in |during )?(?:the )?(spring|summer|autumn|fall|winter)(?: of|,)? ((?:19|20)\d\d|next year|this year|last year))(?![a-z])/y,
  read: ([, way, named, dated, when = '']) => {
    const month = SEASONS[named ?? dated ?? ''] ?? 3
    const shift = SHIFTS[way ?? when.split(' ')[0] ?? ''] ?? 0
    const year: Clues = /^\d/.test(when) ? { year: Number(when) } : { yearShift: shift }
    const winter = month === 12
    const next: Clues = year.year === undefined ? { yearShift: shift + 1 } : { year: year.year + 1 }
    return {
      type: 'range',
      from: { month, ...year },
      to: { month: winter ? 2 : month + 2, ...(winter ? next : year) },
    }
  },
}

const afterNext: Recogniser = {
  starts: 'twmqy',
  pattern: /(?:the )?(week ?end|week|month|quarter|year) (after (?:the )?next|before last|after that)/y,
  read: ([, unit = '', way = '']) => ({
    type: 'when',
    clues: toPeriod(unit, way.startsWith('before') ? -2 : 2),
  }),
}

const weekend: Recogniser = {
  starts: 'wtoa',
  pattern: /(?:the |on the |at the )?week ?end(?!s)/y,
  read: () => ({ type: 'when', clues: { weekend: true } }),
}

const quarter: Recogniser = {
  starts: 'q1234tf',
  pattern:
    /(?:(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) (?:quarter|qtr)|q ?([1-4])|([1-4])q)/y,
  read: ([, word, digit, before]) => {
    const value = word === undefined ? Number(digit ?? before) : word === 'last' ? 4 : parsePlace(word)
    return { type: 'when', clues: { quarter: value } }
  },
}

/** 2026q3, 26Q3: the year right before its quarter. */
const yearThenQuarter: Recogniser = {
  starts: '0123456789',
  pattern: /(20\d\d|\d\d)[- ]?q([1-4])(?!\d)/y,
  read: ([, year = '', digit]) => ({
    type: 'when',
    clues: { year: year.length === 4 ? Number(year) : 2000 + Number(year), quarter: Number(digit) },
  }),
}

const half: Recogniser = {
  starts: 'hf12st',
  pattern:
    /(?:the )?(?:(first|second) half(?: of (?:the year|(this|next|last) year|((?:19|20)\d\d))|(?! of))|h([12]))(?![a-z\d])/y,
  read: ([, word, way, year, digit]) => ({
    type: 'when',
    clues: {
      half: (word ?? digit) === 'first' || digit === '1' ? 1 : 2,
      ...(way ? { yearShift: SHIFTS[way] ?? 0 } : {}),
      ...(year ? { year: Number(year) } : {}),
    },
  }),
}

const SEGMENTS: readonly (readonly [RegExp, Clues['segment']])[] = [
  [/^(?:end|close|eo)/, 'end'],
  [/^(?:start|begin|early)/, 'start'],
  [/^mid/, 'middle'],
  [/^late/, 'last'],
]

const segment: Recogniser = {
  starts: 'tescbmlaiyq',
  pattern:
    /(?:the |at the |at )?(?:(end|close|start|beginning|middle|early|late|mid)(?: of|[- ]in)?(?: the| this)?[ -](next |this |last |current |following )?(week|month|quarter|year)(?:'s end)?|(month|quarter|year)[- ]end|(mid)[- ](week|month|quarter|year)|(eo[wmqy]))(?![a-z])/y,
  read: ([, word, way, unit, ended, mid, middle, short]) => {
    const name =
      unit ??
      ended ??
      middle ??
      { eow: 'week', eom: 'month', eoq: 'quarter', eoy: 'year' }[short ?? ''] ??
      'month'
    const lead = word ?? mid ?? 'end'
    const found = SEGMENTS.find(([pattern]) => pattern.test(lead))?.[1]
    if (!found) return null
    const clues = toPeriod(name, SHIFTS[(way ?? '').trim()] ?? 0)
    // The end of a working week is its Friday.
    if (name === 'week' && found === 'end') return { type: 'when', clues: { weekday: 5, ...clues } }
    return { type: 'when', clues: { ...clues, segment: found } }
  },
}

/** end of Q3, end of March next year: the stretch right before its period. */
const leadingSegment: Recogniser = {
  starts: 'teselmb',
  pattern:
    /(?:the )?(end|close|start|beginning|middle) of (?:the )?(?=q[1-4]|first|second|third|fourth|20\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? (?:of )?20\d\d)/y,
  read: ([, word = '']) => {
    const found = SEGMENTS.find(([pattern]) => pattern.test(word))?.[1]
    return found ? { type: 'when', clues: { segment: found }, weak: true } : null
  },
}

const weekOf: Recogniser = {
  starts: 'tw',
  pattern:
    /(?:the )?(?:week (?:of|beginning|commencing|starting)(?: on| from)?|(week ?end) of) (?=\d|the \d|[a-z]{3,9}\.? \d)/y,
  read: ([, weekend]) => ({
    type: 'when',
    clues: weekend ? { weekHolding: true, weekend: true } : { weekHolding: true },
    weak: true,
  }),
}

const place: Recogniser = {
  starts: 'tlfs0123456789enp',
  pattern: new RegExp(
    `(?:the )?(?:(?:(${PLACE}) (?:to )?(last)|(${PLACE}|last|final)|(penultimate)) )(?:(working day|business day|workday|weekday|banking day|day|week ?end|week|month|quarter)|(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)(?= (?:of|in|after|before|following)\\b)`,
    'y',
  ),
  read: ([, reverse, last, count = '', penultimate, unit = '', day]) => {
    const ordinal = penultimate
      ? -2
      : last
        ? -parsePlace(reverse ?? '')
        : /last|final/.test(count)
          ? -1
          : parsePlace(count)
    if (!Number.isFinite(ordinal) || ordinal === 0) return null
    if (day) return { type: 'when', clues: { ordinal, weekday: toWeekday(day) }, weak: true }
    const name = /work|business|week ?day|bank/.test(unit)
      ? 'workday'
      : /week ?end/.test(unit)
        ? 'weekend'
        : unit
    return { type: 'when', clues: { ordinal, ordinalUnit: toUnit(name) }, weak: true }
  },
}

function toWeekday(day: string): number {
  return ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].indexOf(day.slice(0, 2)) + 1
}

function toUnit(name: string): NonNullable<Clues['ordinalUnit']> {
  const units = ['workday', 'weekend', 'week', 'month', 'quarter'] as const
  return units.find((unit) => unit === name) ?? 'day'
}

export const periodParsers: readonly Recogniser[] = [
  relative,
  rest,
  season,
  afterNext,
  weekend,
  quarter,
  yearThenQuarter,
  half,
  segment,
  leadingSegment,
  weekOf,
  place,
]
