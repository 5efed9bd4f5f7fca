// Whole weeks, months, quarters and years, and stretches of them. Weeks start on Monday.
import { Temporal } from 'temporal-polyfill'
import type { Clues } from '../clues.ts'
import type { Standpoint } from './span.ts'

type Day = Temporal.PlainDate

/** First and last day of what is meant, both included. */
export interface Span {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly grain: 'day' | 'days' | 'week' | 'month' | 'quarter' | 'year'
}

const first = (year: number, month: number) => Temporal.PlainDate.from({ year, month, day: 1 })

/** The week, Monday to Sunday, that a day lies in. */
export function weekOf(day: Day): Span {
  const from = day.subtract({ days: day.dayOfWeek - 1 })
  return { from, to: from.add({ days: 6 }), grain: 'week' }
}

/** The calendar month that a day lies in. */
export function monthOf(day: Day): Span {
  return { from: day.with({ day: 1 }), to: day.with({ day: day.daysInMonth }), grain: 'month' }
}

/** The calendar quarter that a day lies in. */
function quarterOf(day: Day): Span {
  const from = first(day.year, Math.floor((day.month - 1) / 3) * 3 + 1)
  return { from, to: from.add({ months: 3 }).subtract({ days: 1 }), grain: 'quarter' }
}

/** The calendar year that a day lies in. */
function yearOf(day: Day): Span {
  return { from: first(day.year, 1), to: first(day.year, 12).with({ day: 31 }), grain: 'year' }
}

/** The period of the named grain that a day lies in. */
export function periodOf(day: Day, grain: 'week' | 'month' | 'quarter' | 'year'): Span {
  if (grain === 'week') return weekOf(day)
  if (grain === 'month') return monthOf(day)
  return grain === 'quarter' ? quarterOf(day) : yearOf(day)
}

function yearSaid(clues: Clues, today: Day): number | undefined {
  if (clues.year !== undefined) return clues.year
  return clues.yearShift === undefined ? undefined : today.year + clues.yearShift
}

/** The period that the clues name, the smallest one said; null where they name none. */
export function findPeriod(clues: Clues, point: Standpoint): Span | null {
  const { today } = point
  if (clues.weekend || clues.workweek || clues.weekShift !== undefined) return findWeek(clues, point)
  if (clues.month !== undefined) return findMonth(clues, clues.month, point)
  if (clues.monthShift !== undefined) return monthOf(today.with({ day: 1 }).add({ months: clues.monthShift }))
  if (clues.quarter !== undefined) return findQuarter(clues, clues.quarter, point)
  if (clues.quarterShift !== undefined)
    return quarterOf(quarterOf(today).from.add({ months: 3 * clues.quarterShift }))
  const year = yearSaid(clues, today)
  if (clues.half !== undefined) return halfOf(year ?? today.year, clues.half)
  return year === undefined ? null : yearOf(first(year, 1))
}

function halfOf(year: number, half: 1 | 2): Span {
  const from = first(year, half === 1 ? 1 : 7)
  return { from, to: from.add({ months: 6 }).subtract({ days: 1 }), grain: 'quarter' }
}

function findWeek(clues: Clues, point: Standpoint): Span {
  const week = weekOf(point.today.add({ weeks: clues.weekShift ?? 0 }))
  if (clues.workweek) return { ...week, to: week.from.add({ days: 4 }), grain: 'days' }
  return clues.weekend ? { ...week, from: week.from.add({ days: 5 }), grain: 'days' } : week
}

function findMonth(clues: Clues, month: number, { today, lean }: Standpoint): Span {
  const said = yearSaid(clues, today)
  if (said !== undefined) return monthOf(first(said, month))
  const passed = lean === 'forward' ? month < today.month : month > today.month
  const coming = clues.toward === 'coming' && month <= today.month
  const shift = coming ? 1 : passed ? (lean === 'forward' ? 1 : -1) : 0
  const past = clues.toward === 'past' ? (month < today.month ? 0 : -1) : shift
  return monthOf(first(today.year + past, month))
}

function findQuarter(clues: Clues, quarter: number, { today, lean }: Standpoint): Span {
  const current = Math.floor((today.month - 1) / 3) + 1
  const said = yearSaid(clues, today)
  const passed = lean === 'forward' ? quarter < current : quarter > current
  const year = said ?? today.year + (passed ? (lean === 'forward' ? 1 : -1) : 0)
  return quarterOf(first(year, quarter * 3))
}

function segmentBase(clues: Clues, point: Standpoint): Span {
  const named = findPeriod(clues, point)
  const wanted = clues.segmentOf
  if (!named) return periodOf(point.today, wanted ?? 'month')
  return wanted && wanted !== named.grain ? periodOf(named.to, wanted) : named
}

/** The beginning, middle or end of the period that the clues name; the end is its last day. */
export function applySegment(clues: Clues, point: Standpoint): Span {
  const base = segmentBase(clues, point)
  const { to, grain } = base
  if (clues.segment === 'end') return { from: to, to, grain: 'day' }
  if (grain === 'month') return segmentOfMonth(base, clues.segment)
  const [start, end] = stretch(base, clues.segment)
  return { from: start, to: end, grain: 'days' }
}

/** Which days of a week, or months of a quarter or year, are its beginning, its middle and its last part. */
function stretch({ from, to, grain }: Span, segment: Clues['segment']): readonly [Day, Day] {
  const days = (first: number, last: number) => [from.add({ days: first }), from.add({ days: last })] as const
  const months = (first: number, last: number) =>
    [from.add({ months: first }), from.add({ months: last + 1 }).subtract({ days: 1 })] as const
  if (grain === 'week')
    return segment === 'start' ? days(0, 1) : segment === 'middle' ? days(2, 3) : [from.add({ days: 3 }), to]
  if (grain === 'year')
    return segment === 'start' ? months(0, 1) : segment === 'middle' ? months(5, 6) : months(10, 11)
  return segment === 'start'
    ? months(0, 0)
    : segment === 'middle'
      ? months(1, 1)
      : [from.add({ months: 2 }), to]
}

function segmentOfMonth({ from, to }: Span, segment: Clues['segment']): Span {
  if (segment === 'start' || segment === 'first') return { from, to: from.with({ day: 10 }), grain: 'days' }
  if (segment === 'middle') return { from: from.with({ day: 11 }), to: from.with({ day: 20 }), grain: 'days' }
  return { from: from.with({ day: 21 }), to, grain: 'days' }
}
