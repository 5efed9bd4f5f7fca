// 两天, 一个半小时, 3个工作日, 最近三个月: lengths of time and stretches beside the reference.
import type { Length } from '../clues.ts'
import type { Draft, Recogniser } from '../piece.ts'
import { NUMBER_STARTS, parseCount } from './numerals.ts'

const NUMBER = '(?:\\d{1,3}(?:\\.\\d)?|[零一二两三四五六七八九十百]{1,5}|半)'
const UNIT =
  '(?:秒钟?|分钟|分(?=[后内之以半\\d零一二三四五六七八九十]|$)|刻钟|小时|钟头|钟(?!点|表)|天(?![气津河空使然下堂哪])|日(?=[内后之以])|工作日|交易日|营业日|周(?![一二三四五六日天末总岁转年])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|月|季度|年(?![级底初末中度代份货轻报会终薪龄]))'
const ONE = `${NUMBER}(?: |多|来)?个?半?${UNIT}(?:半|多)?`

const one = new RegExp(
  `(${NUMBER})(?: |多|来)?(个?)(半)?(秒|分|刻|小时|钟|天|日|工作日|交易日|营业日|周|星期|礼拜|月|季度|年)(?:钟头?|头)?(半|多)?`,
  'g',
)

type Field = keyof Length

const FIELDS: readonly (readonly [RegExp, Field, number])[] = [
  [/^秒/, 'seconds', 1],
  [/^分/, 'minutes', 1],
  [/^刻/, 'minutes', 15],
  [/^(?:小时|钟)/, 'hours', 1],
  [/^(?:工作日|交易日|营业日)/, 'workdays', 1],
  [/^[天日]/, 'days', 1],
  [/^(?:周|星期|礼拜)/, 'weeks', 1],
  [/^月/, 'months', 1],
  [/^季/, 'months', 3],
  [/^年/, 'years', 1],
]

/** A half of each unit in whole smaller units. */
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

type Term = readonly (readonly [Field, number])[]

/** One number with its unit, a half of it included; null where the unit does not fit the number. */
function readTerm([, number = '', count = '', middle, unit = '', tail]: RegExpMatchArray): Term | null {
  const entry = FIELDS.find(([pattern]) => pattern.test(unit))
  const value = number === '半' ? 0 : parseCount(number)
  // 三月 and 三季度 are no numbers of months; 三三年 is a year of two digits.
  const misfit = count === '' ? /^[月季]/.test(unit) : false
  const twoDigits = unit === '年' && /^[一二三四五六七八九]{2,}$/.test(number)
  if (!entry || misfit || twoDigits || !Number.isFinite(value)) return null
  const [, field, scale] = entry
  const [halfField, halfValue] = HALVES[field]
  const halves = ([number, middle, tail].includes('半') ? 1 : 0) + (value % 1 >= 0.5 ? 1 : 0)
  return [
    [field, Math.floor(value) * scale],
    [halfField, halfValue * halves * scale],
  ]
}

/** Reads a length such as 一个半小时 or 两天零3小时; null where a unit does not fit its number. */
function readLength(text: string): Length | null {
  const sums = new Map<Field, number>()
  for (const match of text.matchAll(one)) {
    const term = readTerm(match)
    if (!term) return null
    for (const [field, value] of term) sums.set(field, (sums.get(field) ?? 0) + value)
  }
  const entries = [...sums].filter(([, value]) => value > 0)
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

const CHAINED = `${ONE}(?:[零又余和加, ]{0,2}${ONE}){0,5}`

const length: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(CHAINED, 'y'),
  read: ([all]): Draft | null => {
    const found = readLength(all)
    return found && { type: 'length', length: found, weak: /^(?:一天|一年|半天)$/.test(all) }
  },
}

const rolling: Recogniser = {
  starts: '最近过这未接今往后前上下',
  pattern: new RegExp(
    `(最近这?|近|过去的?|这|未来的?|接下来的?|今后的?|往后|后|前|此后)(?: )?(${CHAINED})(?:之内|以内|内)?`,
    'y',
  ),
  read: (match, source) => {
    const [, word = '', text = ''] = match
    // 春节前三天 counts from the holiday, not from today.
    if (/^[前后]$/.test(word) && /[一-龥\d)]/.test(source.charAt(match.index - 1))) return null
    const found = readLength(text)
    if (!found || (word === '这' && !/年|月|天|周|星期/.test(text))) return null
    const on = /未来|接下来|今后|往后|后/.test(word)
    return { type: 'when', clues: { offset: found, rolling: on ? 'on' : 'back' } }
  },
}

export const lengthParsers: readonly Recogniser[] = [length, rolling]
