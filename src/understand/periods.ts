// Periods for lists and reports: 本周, 上季度, 最近7天, 今年以来, last 30 days, Q3. Whole units as the contract rules them,
// which is stricter than what a reader of single times gives.

import type { Temporal } from 'temporal-polyfill'
import { getToday, type Period, toRollingPeriod, toWholePeriod, type Unit } from './calendar.ts'
import type { Entity } from './entity.ts'
import type { Reading } from './reading.ts'
import { parseEnglishNumber, parseNumeral } from './recognise/numerals.ts'
import { readTimes } from './time/index.ts'

interface PeriodForm {
  readonly pattern: RegExp
  readonly toPeriod: (match: RegExpMatchArray, today: Temporal.PlainDate) => Period | null
}

const CHINESE_UNITS: Readonly<Record<string, Unit>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  年: 'year',
  半年: 'half',
}
const ENGLISH_UNITS: Readonly<Record<string, Unit>> = {
  day: 'day',
  week: 'week',
  wk: 'week',
  month: 'month',
  mth: 'month',
  quarter: 'quarter',
  qtr: 'quarter',
  year: 'year',
  yr: 'year',
}
const DAYS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  今儿: 0,
  昨天: -1,
  昨日: -1,
  昨儿: -1,
  前天: -2,
  大前天: -3,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
  today: 0,
  yesterday: -1,
  tomorrow: 1,
  tmr: 1,
  tmrw: 1,
}
const YEARS: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  本年度: 0,
  去年: -1,
  上年: -1,
  明年: 1,
  前年: -2,
  全年: 0,
}
const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ')

function offsetOf(word: string): number {
  if (/上上|大上/.test(word)) return -2
  if (/下下/.test(word)) return 2
  if (/上|last|previous|past|prior/.test(word)) return -1
  if (/下|next|coming|following/.test(word)) return 1
  return 0
}

function yearOf(word: string | undefined, today: Temporal.PlainDate): number | null {
  if (word === undefined || word === '') return null
  const digits = word.match(/\d{4}|\d{2}/)?.[0]
  if (digits) return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
  return today.year + (YEARS[word] ?? 0)
}

function toMonth(month: number, year: number | null, today: Temporal.PlainDate): Period | null {
  if (!(month >= 1 && month <= 12)) return null
  return toWholePeriod(today.with({ day: 1, month, year: year ?? today.year }), 'month', 0)
}

function toQuarter(quarter: number, year: number | null, today: Temporal.PlainDate): Period | null {
  if (!(quarter >= 1 && quarter <= 4)) return null
  return toWholePeriod(today.with({ day: 1, month: quarter * 3 - 2, year: year ?? today.year }), 'quarter', 0)
}

const sinceStart = (unit: Unit, today: Temporal.PlainDate): Period => ({
  from: toWholePeriod(today, unit, 0).from,
  to: today.toString(),
})

const YEAR_WORD = '(今年|去年|明年|前年|本年度?|\\d{4}年|\\d{2}年)?的?'
const FORMS: readonly PeriodForm[] = [
  {
    pattern:
      /(今年|本年|本月|这个?月|本周|这周|本季度?|这个?季度)(?:以来|至今|到现在|到目前|到今天|截至目前)|(年初|月初|季初)(?:至今|到现在|以来|到今天)|\b(?:year|month|quarter|week)[- ]to[- ]date\b|\b[ymqw]td\b|\bso far this (?:year|month|quarter|week)\b|\b(?:this (?:year|month|quarter|week)) so far\b|\bsince (?:the )?(?:start|beginning) of (?:the |this )?(?:year|month|quarter|week)\b/,
    toPeriod: (m, today) =>
      sinceStart(
        /年|year|ytd/.test(m[0])
          ? 'year'
          : /季|quarter|qtd/.test(m[0])
            ? 'quarter'
            : /周|week|wtd/.test(m[0])
              ? 'week'
              : 'month',
        today,
      ),
  },
  {
    pattern:
      /(?<!每)(?:最近|近|过去|这(?!一(?:周|星期|礼拜|季度?|年|月))|前|之前|(未来|接下来|今后|往后))的?([\d零一二两三四五六七八九十百半]+)(?:个)?(半年|天|日|周|星期|礼拜|月|季度|年)(?:内|里|之内|以内|来|中)?/,
    toPeriod: (m, today) => {
      const half = m[2] === '半' && m[3] === '年'
      const count = half ? 1 : (parseNumeral(m[2] ?? '') ?? 0)
      const unit = half ? 'half' : (CHINESE_UNITS[m[3] ?? ''] ?? 'day')
      return count > 0 ? toRollingPeriod(today, unit, Math.max(1, count), m[1] !== undefined) : null
    },
  },
  {
    pattern: new RegExp(
      `${YEAR_WORD}(?:第)?([一二三四1-4])(?:个)?季度|${YEAR_WORD}\\s*q([1-4])(?:\\s*(\\d{4}))?\\b`,
      'i',
    ),
    toPeriod: (m, today) =>
      toQuarter(parseNumeral(m[2] ?? m[4] ?? '') ?? 0, yearOf(m[1] ?? m[3] ?? m[5], today), today),
  },
  {
    pattern: new RegExp(
      `${YEAR_WORD}(上|下)半年|\\b(first|second) half(?: of (?:the |this )?year)?\\b|\\bh([12])\\b`,
    ),
    toPeriod: (m, today) => {
      const second = m[2] === '下' || m[3] === 'second' || m[4] === '2'
      const year = yearOf(m[1], today) ?? today.year
      return toWholePeriod(today.with({ day: 1, month: second ? 7 : 1, year }), 'half', 0)
    },
  },
  {
    pattern:
      /(上上个?|下下个?|上一?个?|下一?个?|本|这一?个?|当)(周(?![一二三四五六日天末1-7])|星期(?![一二三四五六日天末1-7])|礼拜(?![一二三四五六日天末1-7])|季度|季(?!节)|月(?!\d)|年)(?!前|之前|初|底|末|内|以内|之内)/,
    toPeriod: (m, today) => toWholePeriod(today, CHINESE_UNITS[m[2] ?? ''] ?? 'month', offsetOf(m[1] ?? '')),
  },
  {
    pattern: /(当月|当周|当天|当日|当季|当年|月度|年内|月内|周内|季内)/,
    toPeriod: (m, today) =>
      toWholePeriod(
        today,
        /月/.test(m[0])
          ? 'month'
          : /周/.test(m[0])
            ? 'week'
            : /季/.test(m[0])
              ? 'quarter'
              : /年/.test(m[0])
                ? 'year'
                : 'day',
        0,
      ),
  },
  {
    pattern: new RegExp(
      `${YEAR_WORD}(?<![\\d一二三四五六七八九十个])(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|(?!\\d|[一二三四五六七八九十]|底|末|初|前|之前|内))`,
    ),
    toPeriod: (m, today) => toMonth(parseNumeral(m[2] ?? '') ?? 0, yearOf(m[1], today), today),
  },
  {
    pattern: /大?前天|今天|今日|今儿|昨天|昨日|昨儿|明天|明日|大?后天|\b(?:today|yesterday|tomorrow|tmrw?)\b/,
    toPeriod: (m, today) => toWholePeriod(today, 'day', DAYS[m[0]] ?? 0),
  },
  {
    pattern: /今年|去年|明年|前年|本年度?|(\d{4})年(?:度|全年)?(?!\d)/,
    toPeriod: (m, today) => {
      const year = yearOf(m[1] ?? m[0], today) ?? today.year
      return year >= 1900 && year <= 9999
        ? toWholePeriod(today.with({ day: 1, month: 1, year }), 'year', 0)
        : null
    },
  },
  {
    pattern:
      /\b(?:in |over |for |within |during )?(?:the )?(last|past|previous|next|coming)\s+(\d{1,4}|[a-z]+)\s+(day|week|wk|month|mth|quarter|qtr|year|yr)s?\b/,
    toPeriod: (m, today) => {
      const count = parseEnglishNumber(m[2] ?? '')
      const unit = ENGLISH_UNITS[m[3] ?? ''] ?? 'day'
      return count ? toRollingPeriod(today, unit, count, offsetOf(m[1] ?? '') > 0) : null
    },
  },
  {
    pattern:
      /\b(this|last|next|current|previous|coming|past|prior)\s+(week(?!end)|wk|month|mth|quarter|qtr|year|yr)(?:'?s)?\b/,
    toPeriod: (m, today) => toWholePeriod(today, ENGLISH_UNITS[m[2] ?? ''] ?? 'month', offsetOf(m[1] ?? '')),
  },
  {
    pattern: new RegExp(
      `\\b(?:in |for |of |during )(${MONTH_NAMES.map((one) => `${one}|${one.slice(0, 3)}`).join('|')})\\b(?:\\s+(\\d{4}))?(?!\\s*\\d)`,
    ),
    toPeriod: (m, today) =>
      toMonth(
        MONTH_NAMES.findIndex((one) => one.startsWith((m[1] ?? '').slice(0, 3))) + 1,
        yearOf(m[2], today),
        today,
      ),
  },
]

const dayOf = (wall: string): string => wall.slice(0, 10)

/** The days that one time expression covers. */
function toPeriod(entity: Entity, today: string): Period | null {
  const time = entity.time
  const start = time?.start ?? time?.end
  if (!time || start === undefined) return null
  const last = dayOf(time.end ?? start)
  // 月底前到期: from today up to the deadline
  if (time.bound === 'before' || time.bound === 'within') return { from: today, to: last }
  return { from: dayOf(start), to: last }
}

const todayOf = (reading: Reading): string => getToday(reading.context.now, reading.context.zone).toString()

function findExplicit(reading: Reading): Period | null {
  for (const entity of reading.entities) {
    if (entity.kind !== 'time') continue
    if (entity.time?.bound === 'before' && /[前止]|\b(?:by|before|until)\b/i.test(entity.text))
      return toPeriod(entity, todayOf(reading))
    if (entity.time?.kind !== 'range') continue
    // two stated ends (3号到10号) say more than the unit words around them
    if (/[到至~]|\d\s*-\s*\d|\bto\b|\bthrough\b|\buntil\b|between/.test(entity.text))
      return toPeriod(entity, todayOf(reading))
  }
  return null
}

/** The period that a message states; null where it states none. */
export function findPeriod(reading: Reading): Period | null {
  const explicit = findExplicit(reading)
  if (explicit) return explicit
  const text = reading.folded.toLowerCase()
  let best: { index: number; period: Period } | null = null
  for (const { pattern, toPeriod: read } of FORMS) {
    const match = text.match(pattern)
    if (!match || match.index === undefined || (best && best.index <= match.index)) continue
    const period = read(match, getToday(reading.context.now, reading.context.zone))
    if (period) best = { index: match.index, period }
  }
  if (best) return best.period
  const time = reading.entities.find(
    (one) => one.kind === 'time' && one.time?.kind !== 'recurrence' && !/^(?:现在|目前|now)$/.test(one.text),
  )
  return time ? toPeriod(time, todayOf(reading)) : null
}

/** As `findPeriod`, for what took place: my notes from Monday are those of the Monday that has passed. */
export function findPassedPeriod(reading: Reading): Period | null {
  const period = findPeriod(reading)
  const { now, zone } = reading.context
  const today = todayOf(reading)
  const named = reading.entities.find((one) => one.time?.said.join() === 'weekday')
  if (!period || !named || period.from <= today || period.from !== period.to) return period
  const [passed] = readTimes(named.text, { now, zone, lean: 'back' })
  return passed?.start === undefined ? period : { from: dayOf(passed.start), to: dayOf(passed.start) }
}
