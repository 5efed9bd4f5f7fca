// 第一个工作日, 最后一天, 第三个周五, 第九个月: places counted inside a period.
import type { OrdinalUnit } from '../clues.ts'
import type { Recogniser } from '../piece.ts'
import { parseNumeral } from './numerals.ts'
import { parseWeekday } from './weekday-parser.ts'

const UNITS: Readonly<Record<string, OrdinalUnit>> = {
  天: 'day',
  日: 'day',
  工作日: 'workday',
  交易日: 'workday',
  营业日: 'workday',
  周末: 'weekend',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季度: 'quarter',
}

const ordinal: Recogniser = {
  starts: '第最倒首头',
  pattern:
    /(?:第(\d{1,3}|[一二三四五六七八九十百]{1,4})|(最后)(?:一)?|(倒数)第([一二三四五六七八九十\d])|(首|头一))个?(?:(?:周|星期|礼拜)([一二三四五六日天])|(工作日|交易日|营业日|周末|周|星期|礼拜|天|日|月|季度))/y,
  read: ([, count, last, reverse, reversed, first, day, unit = '']) => {
    const value = last ? -1 : reverse ? -parseNumeral(reversed ?? '') : first ? 1 : parseNumeral(count ?? '')
    if (!Number.isFinite(value) || value === 0) return null
    if (day) return { type: 'when', clues: { ordinal: value, weekday: parseWeekday(day) }, weak: true }
    const ordinalUnit = UNITS[unit]
    return ordinalUnit ? { type: 'when', clues: { ordinal: value, ordinalUnit }, weak: true } : null
  },
}

export const ordinalParsers: readonly Recogniser[] = [ordinal]
