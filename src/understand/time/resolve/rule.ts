// From a recurrence as said to its RFC 5545 rule and its first occurrence.
import type { Temporal } from 'temporal-polyfill'
import type { Clues } from '../clues.ts'
import type { Every } from '../piece.ts'
import { resolveSpan, type Standpoint } from './span.ts'

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const toCodes = (weekdays: readonly number[]) => weekdays.map((day) => CODES[day - 1]).join(',')

/** What of the rule the clues of the moment say: weekdays, days of the month, months. */
function listParts(every: Every, clues: Clues): string[] {
  const yearly = every.frequency === 'YEARLY'
  const month = yearly && clues.month !== undefined ? [`BYMONTH=${clues.month}`] : []
  if (clues.ordinal !== undefined) return [...month, ...listOrdinal(clues, clues.ordinal)]
  if (clues.segment === 'end') return [...month, 'BYMONTHDAY=-1']
  if (clues.segment === 'start') return [...month, 'BYMONTHDAY=1']
  if (every.monthDays && clues.day !== undefined)
    return [
      ...month,
      `BYMONTHDAY=${[...new Set([...every.monthDays, clues.day])].sort((a, b) => a - b).join(',')}`,
    ]
  if (clues.day !== undefined) return [...month, `BYMONTHDAY=${clues.day}`]
  const weekdays = every.weekdays ?? (clues.weekday === undefined ? [] : [clues.weekday])
  return weekdays.length > 0 ? [...month, `BYDAY=${toCodes(weekdays)}`] : month
}

function listOrdinal(clues: Clues, ordinal: number): string[] {
  if (clues.weekday !== undefined) return [`BYDAY=${ordinal}${CODES[clues.weekday - 1]}`]
  if (clues.ordinalUnit === 'workday') return ['BYDAY=MO,TU,WE,TH,FR', `BYSETPOS=${ordinal}`]
  return clues.ordinalUnit === 'day' ? [`BYMONTHDAY=${ordinal}`] : []
}

/** The rule in the words of RFC 5545, without the `RRULE:` prefix. */
export function renderRule(every: Every, clues: Clues): string {
  const plainDays = every.frequency === 'DAILY' && clues.weekday !== undefined
  const frequency = plainDays ? 'WEEKLY' : every.frequency
  const interval = every.interval && every.interval > 1 ? [`INTERVAL=${every.interval}`] : []
  return [`FREQ=${frequency}`, ...interval, ...listParts(every, clues)].join(';')
}

/** The first day on or after the reference that the rule names. */
export function findFirstDay(every: Every, clues: Clues, point: Standpoint): Temporal.PlainDate {
  const { today } = point
  const weekdays =
    every.weekdays ?? (clues.weekday === undefined || clues.ordinal !== undefined ? [] : [clues.weekday])
  if (weekdays.length > 0 && clues.day === undefined) {
    const ahead = weekdays.map((weekday) => (weekday - today.dayOfWeek + 7) % 7)
    return today.add({ days: Math.min(...ahead) })
  }
  if (every.monthDays && clues.day !== undefined)
    return findFirstOfDays([...every.monthDays, clues.day], point)
  const { part: _part, hour: _hour, minute: _minute, ...date } = clues
  const ahead: Standpoint = { ...point, lean: 'forward' }
  const quarterly = every.frequency === 'MONTHLY' && every.interval === 3
  if (quarterly && (date.segment || date.ordinal)) return findInQuarter(date, ahead)
  return resolveSpan(date, ahead)?.from ?? today
}

function findFirstOfDays(days: readonly number[], point: Standpoint): Temporal.PlainDate {
  const ahead: Standpoint = { ...point, lean: 'forward' }
  const found = days.flatMap((day) => resolveSpan({ day }, ahead)?.from ?? [])
  return found.reduce((first, day) => (first.until(day).days < 0 ? day : first), found[0] ?? point.today)
}

/** The place in this quarter, or in the next one where it has passed. */
function findInQuarter(clues: Clues, point: Standpoint): Temporal.PlainDate {
  const days = [0, 1].flatMap((quarterShift) => resolveSpan({ ...clues, quarterShift }, point)?.from ?? [])
  return days.find((day) => point.today.until(day).days >= 0) ?? point.today
}
