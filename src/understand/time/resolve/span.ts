// From clues about the date to the first and last day that are meant.
import { Temporal } from 'temporal-polyfill'
import { type Clues, type Length, namesDate } from '../clues.ts'
import { findHoliday, findNthWeekday } from './holidays.ts'
import { applyOrdinal } from './ordinal.ts'
import { applySegment, findPeriod, type Span, weekOf } from './period.ts'
import { getLunarDate } from './sky.ts'
import { addWorkdays, findHolidayPeriod } from './workdays.ts'

type Day = Temporal.PlainDate

/** The wall clock of the reference, and the way in which what is left open leans. */
export interface Standpoint {
  readonly now: Date
  readonly zone: string
  readonly at: Temporal.PlainDateTime
  readonly today: Temporal.PlainDate
  readonly lean: 'forward' | 'back'
}

const one = (day: Day | null): Span | null => day && { from: day, to: day, grain: 'day' }

/** A length added to a day; hours and minutes are left to the clock. */
function addLength(day: Day, length: Length, sign: 1 | -1): Day {
  const { years = 0, months = 0, weeks = 0, days = 0, workdays = 0 } = length
  const moved = day.add({
    years: sign * years,
    months: sign * months,
    weeks: sign * weeks,
    days: sign * days,
  })
  return workdays ? addWorkdays(moved, sign * workdays) : moved
}

/** The days that the clues mean; null where they contradict the calendar (2月30日). */
export function resolveSpan(clues: Clues, point: Standpoint): Span | null {
  if (clues.weekday !== undefined && clues.weekday > 7) return null
  if (clues.weekHolding) return resolveWeekHolding(clues, point)
  if (clues.anchor) return resolveAnchored(clues, clues.anchor, point)
  if (clues.rolling && clues.offset) return resolveRolling(clues.offset, clues.rolling, point.today)
  if (clues.offset) return one(addLength(point.today, clues.offset, clues.side === 'before' ? -1 : 1))
  if (clues.dayShift !== undefined) return one(point.today.add({ days: clues.dayShift }))
  if (clues.holiday !== undefined) return resolveHoliday(clues, clues.holiday, point)
  if (clues.lunarDay !== undefined) return resolveLunar(clues, point)
  if (clues.now || !namesDate(clues)) return one(point.today)
  return resolveCalendar(clues, point)
}

function resolveWeekHolding(clues: Clues, point: Standpoint): Span | null {
  const { weekHolding: _week, weekend, ...day } = clues
  const span = namesDate(day) ? resolveSpan(day, point) : null
  if (!span || !weekend) return span && weekOf(span.from)
  const to = weekOf(span.from).to
  return { from: to.subtract({ days: 1 }), to, grain: 'days' }
}

function resolveCalendar(clues: Clues, point: Standpoint): Span | null {
  if (clues.ordinal !== undefined) return applyOrdinal(clues, clues.ordinal, point)
  if (clues.day !== undefined) return one(findDay(clues, clues.day, point))
  if (clues.segment) return applySegment(clues, point)
  if (clues.weekday !== undefined) return one(findWeekday(clues, clues.weekday, point))
  return findPeriod(clues, point)
}

function resolveAnchored(clues: Clues, anchor: Clues, point: Standpoint): Span | null {
  const base = resolveSpan(anchor, point)
  if (!base) return null
  const span = anchor.holiday && !anchor.holidayPeriod ? { ...base, ...findHolidayPeriod(base.from) } : base
  const sign = clues.side === 'before' ? -1 : 1
  const far = clues.offset && !clues.offset.workdays ? base.from : sign < 0 ? span.from : span.to
  if (clues.offset) return one(addLength(far, clues.offset, sign))
  const count = clues.ordinal ?? 1
  if (clues.weekday !== undefined) return one(countWeekdays(far, clues.weekday, count * sign))
  if (clues.ordinalUnit === 'workday') return one(addWorkdays(far, count * sign))
  return one(far.add({ days: count * sign }))
}

function countWeekdays(from: Day, weekday: number, count: number): Day {
  const step = count < 0 ? -1 : 1
  const first = (((weekday - from.dayOfWeek) * step + 6) % 7) + 1
  return from.add({ days: step * (first + 7 * (Math.abs(count) - 1)) })
}

function resolveRolling(length: Length, way: 'back' | 'on', today: Day): Span {
  const whole = length.days !== undefined || length.weeks !== undefined || length.workdays !== undefined
  if (way === 'back') {
    const from = addLength(today, length, -1)
    return { from: whole ? from.add({ days: 1 }) : from, to: today, grain: 'days' }
  }
  const to = addLength(today, length, 1)
  return { from: whole ? today.add({ days: 1 }) : today, to, grain: 'days' }
}

function yearsAround(clues: Clues, point: Standpoint): number[] {
  if (clues.year !== undefined) return [clues.year]
  const { year } = point.today
  if (clues.yearShift !== undefined) return [year + clues.yearShift]
  return point.lean === 'forward' ? [year - 1, year, year + 1, year + 2] : [year + 1, year, year - 1]
}

function isAhead(day: Day, point: Standpoint): boolean {
  const order = Temporal.PlainDate.compare(day, point.today)
  return point.lean === 'forward' ? order >= 0 : order <= 0
}

function resolveHoliday(clues: Clues, key: string, standpoint: Standpoint): Span | null {
  const point: Standpoint = clues.toward === 'past' ? { ...standpoint, lean: 'back' } : standpoint
  const years = yearsAround(clues, point)
  for (const year of years) {
    const day = findHoliday(key, year)
    if (!day) continue
    const period = clues.holidayPeriod ? findHolidayPeriod(day) : { from: day, to: day }
    const near = point.lean === 'forward' ? period.to : period.from
    if (years.length === 1 || isAhead(near, point))
      return { ...period, grain: clues.holidayPeriod ? 'days' : 'day' }
  }
  return null
}

function resolveLunar(clues: Clues, point: Standpoint): Span | null {
  const years = yearsAround(clues, point)
  for (const year of years) {
    const day = getLunarDate(year, clues.lunarMonth ?? 1, clues.lunarDay ?? 1)
    if (day && (years.length === 1 || isAhead(day, point))) return one(day)
  }
  return null
}

function findDay(clues: Clues, day: number, point: Standpoint): Day | null {
  const { today } = point
  const yearFixed = clues.year ?? (clues.yearShift === undefined ? undefined : today.year + clues.yearShift)
  if (clues.monthShift !== undefined)
    return toDay(today.with({ day: 1 }).add({ months: clues.monthShift }), day)
  if (clues.month !== undefined && yearFixed !== undefined)
    return toDay(Temporal.PlainDate.from({ year: yearFixed, month: clues.month, day: 1 }), day)
  if (clues.month !== undefined) return seekDay(clues.month, day, point)
  if (yearFixed !== undefined) return null
  return seekDayOfMonth(day, clues.weekday, point)
}

function toDay(firstOfMonth: Day, day: number): Day | null {
  return day <= firstOfMonth.daysInMonth ? firstOfMonth.with({ day }) : null
}

/** The nearest year in which a month has this day (29 February waits for a leap year). */
function seekDay(month: number, day: number, point: Standpoint): Day | null {
  const step = point.lean === 'forward' ? 1 : -1
  for (let n = 0; n <= 8; n += 1) {
    const year = point.today.year + n * step
    const found = toDay(Temporal.PlainDate.from({ year, month, day: 1 }), day)
    if (found && isAhead(found, point)) return found
  }
  return null
}

function seekDayOfMonth(day: number, weekday: number | undefined, point: Standpoint): Day | null {
  const step = point.lean === 'forward' ? 1 : -1
  const first = point.today.with({ day: 1 })
  let nearest: Day | null = null
  for (let n = 0; n <= 24; n += 1) {
    const found = toDay(first.add({ months: n * step }), day)
    if (!found || !isAhead(found, point)) continue
    if (weekday === undefined || found.dayOfWeek === weekday) return found
    nearest ??= found
  }
  return nearest
}

function findWeekday(clues: Clues, weekday: number, point: Standpoint): Day | null {
  const { today } = point
  if (clues.month !== undefined || clues.monthShift !== undefined) {
    const month = findPeriod(clues, point)
    return month && findNthWeekday(month.from.year, month.from.month, 1, weekday)
  }
  const thisWeek = weekOf(today).from.add({ days: weekday - 1 })
  // 这周一 leans like a bare weekday, "Monday of this week" does not.
  if (clues.weekShift !== undefined && clues.toward !== 'this')
    return thisWeek.add({ weeks: clues.weekShift })
  return thisWeek.add({ weeks: leanWeeks(Temporal.PlainDate.compare(thisWeek, today), clues, point) })
}

/** By how many weeks a weekday moves from this week; `order` says whether it lies behind today (-1) or ahead (1). */
function leanWeeks(order: number, { toward }: Clues, { lean }: Standpoint): -1 | 0 | 1 {
  if (toward === 'coming') return order > 0 ? 0 : 1
  if (toward === 'past') return order < 0 ? 0 : -1
  if (lean === 'forward') return order < 0 ? 1 : 0
  return order > 0 && toward !== 'this' ? -1 : 0
}
