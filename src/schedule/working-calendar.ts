// On which days the bank works, and when a standing post falls due next. Pure: days, zones and cadences only.

import { Temporal } from 'temporal-polyfill'
import { addDays, dayOf, instantOf, isClockTime, weekdayOf } from '../core/calendar.ts'
import type { Cadence } from '../storage/plumbing-schema.ts'
import { isWorkday } from '../understand/time/resolve/workdays.ts'

/** No break in the working calendar is longer than this; a cadence that finds no day within it is broken. */
const MOST_DAYS = 60

/** Whether people work on a day (`2026-10-10`): statutory holidays are free, make-up Saturdays and Sundays are not. */
export function isWorkingDay(day: string): boolean {
  return isWorkday(Temporal.PlainDate.from(day))
}

/**
 * The first due time strictly after an instant. A wall time that the zone skips is moved on, one that it has twice
 * counts once.
 * @throws RangeError where the cadence names no day or no time
 */
export function nextDue(cadence: Cadence, after: Date, zone: string): Date {
  const next = findNextDue(cadence, after, zone)
  if (next === null) throw new RangeError(`a cadence by ${cadence.every} falls due at no time`)
  return next
}

/** The first due time strictly after an instant; null where the cadence names no day or no time. */
export function findNextDue(cadence: Cadence, after: Date, zone: string): Date | null {
  if (!isClockTime(cadence.time)) return null
  let day = dayOf(after, zone)
  for (let tried = 0; tried < MOST_DAYS; tried += 1) {
    const at = instantOf(`${day}T${cadence.time}`, zone)
    if (at > after && fallsOn(cadence, day)) return at
    day = addDays(day, 1)
  }
  return null
}

/** The last due time at or before an instant, counted on from one that is; the others in between were missed. */
export function latestDue(cadence: Cadence, since: Date, now: Date, zone: string): Date {
  let latest = since
  for (let next = nextDue(cadence, latest, zone); next <= now; next = nextDue(cadence, next, zone))
    latest = next
  return latest
}

function fallsOn({ every, weekday }: Cadence, day: string): boolean {
  switch (every) {
    case 'day':
      return true
    case 'working_day':
      return isWorkingDay(day)
    case 'week':
      return weekdayOf(day) === weekday
  }
}
