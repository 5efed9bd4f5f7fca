// Days of the bank's calendar for the readings: today in a zone, whole weeks, months, quarters and years, and days on.
// Works with plain day strings (`2026-11-25`); reads no clock of its own.

import { Temporal } from 'temporal-polyfill'

/** A span of days, both included. */
export interface Period {
  readonly from: string
  readonly to: string
}

interface Local {
  readonly at: number
  readonly zone: string
  readonly wall: Temporal.PlainDateTime
}

let last: Local | null = null

/** The instant in the zone; one that is none is the beginning of all counting. */
export function toZoned(now: Date, zone: string): Temporal.ZonedDateTime {
  const at = Number.isFinite(now.getTime()) ? now.getTime() : 0
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
}

/** The wall clock in the zone at the instant that was passed in; one message asks for it many times over. */
export function toLocal(now: Date, zone: string): Temporal.PlainDateTime {
  const at = now.getTime()
  // NaN is never the same as the last one.
  if (last?.at !== at || last.zone !== zone) last = { at, zone, wall: toZoned(now, zone).toPlainDateTime() }
  return last.wall
}

/** Today in the zone, at the instant that was passed in. */
export function getToday(now: Date, zone: string): Temporal.PlainDate {
  return toLocal(now, zone).toPlainDate()
}

/** The wall time in the zone at an instant, to the minute. */
export function toWallTime(now: Date, zone: string): string {
  return toLocal(now, zone).toString({ smallestUnit: 'minute' })
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

const MONTHS: Readonly<Record<'month' | 'quarter' | 'half' | 'year', number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
}

/** The whole unit that lies `offset` units from the one of the day; weeks start on Monday. */
export function toWholePeriod(day: Temporal.PlainDate, unit: Unit, offset: number): Period {
  if (unit === 'day') {
    const that = day.add({ days: offset }).toString()
    return { from: that, to: that }
  }
  if (unit === 'week') {
    const monday = day.subtract({ days: day.dayOfWeek - 1 }).add({ days: 7 * offset })
    return { from: monday.toString(), to: monday.add({ days: 6 }).toString() }
  }
  const months = MONTHS[unit]
  const first = day
    .with({ day: 1, month: Math.floor((day.month - 1) / months) * months + 1 })
    .add({ months: months * offset })
  return { from: first.toString(), to: first.add({ months }).subtract({ days: 1 }).toString() }
}

/** The last (or next) so many units, today included: seven days that end today, or from the same day months ago. */
export function toRollingPeriod(day: Temporal.PlainDate, unit: Unit, count: number, ahead: boolean): Period {
  const size = Math.min(Math.abs(Math.round(count)), 5000)
  const days = unit === 'day' ? size : unit === 'week' ? size * 7 : 0
  const months = unit === 'day' || unit === 'week' ? 0 : MONTHS[unit] * size
  if (ahead) {
    const to = months > 0 ? day.add({ months }) : day.add({ days: Math.max(0, days - 1) })
    return { from: day.toString(), to: to.toString() }
  }
  const from = months > 0 ? day.subtract({ months }) : day.subtract({ days: Math.max(0, days - 1) })
  return { from: from.toString(), to: day.toString() }
}

/** The wall time that lies so many minutes before the given one; a day without a clock time stays a day. */
export function subtractMinutes(wall: string, minutes: number): string {
  const [day = '', clock] = wall.split('T')
  if (clock === undefined) {
    const plain = Temporal.PlainDate.from(day.slice(0, 10))
    return minutes >= 1440 ? plain.subtract({ days: Math.floor(minutes / 1440) }).toString() : wall
  }
  return Temporal.PlainDateTime.from(wall).subtract({ minutes }).toString({ smallestUnit: 'minute' })
}
