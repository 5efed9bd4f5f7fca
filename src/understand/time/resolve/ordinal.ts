// The first workday of October, the last Friday of a month, the third week of a quarter.
import type { Temporal } from 'temporal-polyfill'
import type { Clues } from '../clues.ts'
import { findPeriod, monthOf, periodOf, type Span } from './period.ts'
import type { Standpoint } from './span.ts'
import { isWorkday } from './workdays.ts'

type Day = Temporal.PlainDate

const one = (day: Day): Span => ({ from: day, to: day, grain: 'day' })

function countDays({ from, to }: Span, count: number, fits: (day: Day) => boolean): Span | null {
  const step = count > 0 ? 1 : -1
  let left = Math.abs(count)
  const length = from.until(to).days
  for (let n = 0; n <= length; n += 1) {
    const day = step > 0 ? from.add({ days: n }) : to.subtract({ days: n })
    if (fits(day)) left -= 1
    if (left === 0) return one(day)
  }
  return null
}

function countMonths({ from, to }: Span, count: number, months: number): Span | null {
  const start =
    count > 0
      ? from.add({ months: (count - 1) * months })
      : to.with({ day: 1 }).add({ months: (count + 1) * months - (months - 1) })
  if (start.year !== from.year) return null
  const end = start.add({ months }).subtract({ days: 1 })
  return { from: start, to: end, grain: months === 1 ? 'month' : 'quarter' }
}

function countWeeks({ from, to }: Span, count: number): Span {
  const start =
    count > 0
      ? from.subtract({ days: from.dayOfWeek - 1 }).add({ weeks: count - 1 + (from.dayOfWeek > 4 ? 1 : 0) })
      : to.subtract({ days: to.dayOfWeek - 1 }).add({ weeks: count + 1 })
  return { from: start, to: start.add({ days: 6 }), grain: 'week' }
}

/** The day or period that stands at a place of the period named in the clues; null where there is none. */
export function applyOrdinal(clues: Clues, count: number, point: Standpoint): Span | null {
  const period = findPeriod(clues, point)
  // 第三天上午: a day counted from the start of something that has no date.
  if (!period && clues.ordinalUnit === 'day' && count > 0 && clues.segmentOf === undefined) return null
  const base = period ?? periodOf(point.today, clues.segmentOf ?? 'month')
  const found = pick(base, clues, count)
  const open = clues.year === undefined && clues.yearShift === undefined && clues.monthShift === undefined
  if (!found || !open || clues.weekShift !== undefined || clues.quarterShift !== undefined) return found
  const passed = found.to.until(point.today).days > 0
  if (!passed || point.lean === 'back') return found
  const later = clues.month === undefined ? { months: 1 } : { years: 1 }
  return pick(monthOf(base.from.add(later)), clues, count)
}

function pick(base: Span, clues: Clues, count: number): Span | null {
  const { weekday } = clues
  if (weekday !== undefined) return countDays(base, count, (day) => day.dayOfWeek === weekday)
  if (clues.ordinalUnit === 'workday') return countDays(base, count, isWorkday)
  if (clues.ordinalUnit === 'week') return countWeeks(base, count)
  if (clues.ordinalUnit === 'month') return countMonths(base, count, 1)
  if (clues.ordinalUnit === 'quarter') return countMonths(base, count, 3)
  if (clues.ordinalUnit === 'weekend') return weekendAt(base, count)
  return countDays(base, count, () => true)
}

function weekendAt(base: Span, count: number): Span | null {
  const saturday = countDays(base, count, (day) => day.dayOfWeek === 6)
  return saturday && { from: saturday.from, to: saturday.from.add({ days: 1 }), grain: 'days' }
}
