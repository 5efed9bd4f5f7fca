// 13月8日, 2021年14月, 上个月0号: dates that no calendar has. They are passed over whole, so that no part of them is read.
import type { Draft, Recogniser } from '../piece.ts'
import { NUMBER_STARTS, parseNumeral } from './numerals.ts'

const SKIP: Draft = { type: 'skip' }
const NUMBER = '(?:\\d{1,2}|[零一二三四五六七八九十廿卅]{1,3})'

const isOutside = (text: string | undefined, most: number): boolean => {
  const value = text === undefined ? 1 : parseNumeral(text)
  return value < 1 || value > most
}

const monthAndDay: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(`(?:\\d{2,4} ?年 ?)?(${NUMBER}) ?月(?:份|初|底)? ?(?:(${NUMBER}) ?[日号])?`, 'y'),
  read: ([, month, day]) => (isOutside(month, 12) || isOutside(day, 31) ? SKIP : null),
}

const dayOfMonth: Recogniser = {
  starts: '上下本这当',
  pattern: new RegExp(`(?:[上下]{1,2}个?|[本这当]个?)月(?:的)? ?(${NUMBER}) ?[日号]`, 'y'),
  read: ([, day]) => (isOutside(day, 31) ? SKIP : null),
}

export const impossibleDateParsers: readonly Recogniser[] = [monthAndDay, dayOfMonth]
