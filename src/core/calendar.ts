// Days, wall times and instants in a zone that is always named, and how they are shown to people.
// Reads no clock and no process-local time. Days are `2026-11-25`, wall times `2026-11-25T14:00`.

import { Temporal } from 'temporal-polyfill'
import { type BothLanguages, say } from '../../cards/kit/index.ts'

/** A span of days, both included. */
export interface DaySpan {
  readonly from: string
  readonly to: string
}

/** A time as it was said: the day, the clock time where there is one, and whether that clock time was guessed. */
export interface SaidTime {
  readonly on: string
  /** `14:00`; null where only the day is known. */
  readonly time: string | null
  readonly guessed: boolean
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const WALL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?$/
/** What a part of day stands for until somebody says more. */
const PARTS: Readonly<Record<string, string>> = {
  morning: '09:00',
  noon: '12:00',
  afternoon: '15:00',
  evening: '19:00',
}

/** The day of an instant in a zone. */
export function dayOf(instant: Date, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString()
}

/** The clock time of an instant in a zone, `14:00`. */
export function timeOf(instant: Date, zone: string): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The wall time of an instant in a zone, `2026-11-25T14:00`. */
export function wallOf(instant: Date, zone: string): string {
  return zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/**
 * The instant of a wall time in a zone; a bare day is its beginning. A time that the zone skips is moved on, one that it
 * has twice is the first.
 * @throws RangeError where it is no wall time
 */
export function instantOf(wall: string, zone: string): Date {
  const at = Temporal.PlainDateTime.from(wall.replace(' ', 'T')).toZonedDateTime(zone)
  return new Date(at.epochMilliseconds)
}

/** The instants at which a span of days begins and has ended: `from <= instant < before`. */
export function instantsOf(span: DaySpan, zone: string): { readonly from: Date; readonly before: Date } {
  return { from: instantOf(span.from, zone), before: instantOf(addDays(span.to, 1), zone) }
}

/** The day so many days later; earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The day so many months later; the last day of the month where that day does not exist. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** Days from one day to another; negative where the other lies before. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** The week of a day, Monday to Sunday. */
export function weekOf(day: string): DaySpan {
  const monday = addDays(day, 1 - weekdayOf(day))
  return { from: monday, to: addDays(monday, 6) }
}

/** The month of a day. */
export function monthOf(day: string): DaySpan {
  const date = Temporal.PlainDate.from(day)
  return { from: date.with({ day: 1 }).toString(), to: date.with({ day: date.daysInMonth }).toString() }
}

/**
 * Reads a time as a slot or a form gives it: `2026-11-25T14:00`, `2026-11-25 14:00`, `2026-11-25` or
 * `2026-11-25 afternoon`, whose clock time is a guess. Null where it is none of these or no such day exists.
 */
export function parseSaidTime(said: string): SaidTime | null {
  const text = said.trim()
  const [, wallDay, clock] = WALL.exec(text) ?? []
  const [day = '', part] = text.split(' ')
  const time = clock ?? (part === undefined ? null : PARTS[part])
  const on = wallDay ?? day
  if (time === undefined || !isDay(on) || (clock !== undefined && !isClockTime(clock))) return null
  return { on, time, guessed: clock === undefined && time !== null }
}

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** Whether a text is a clock time, `00:00` to `23:59`. */
export function isClockTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

const WEEKDAYS_ZH = ['一', '二', '三', '四', '五', '六', '日'] as const
const WEEKDAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const MONTHS_EN = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

/** A day for people: 今天, 明天, 昨天, or 11月25日（周三）, with the year where it is another one. */
export function showDay(day: string, today: string): BothLanguages {
  const near = NEAR.get(daysBetween(today, day))
  return near ?? showFullDay(day, today)
}

const NEAR: ReadonlyMap<number, BothLanguages> = new Map([
  [0, say('今天', 'today')],
  [1, say('明天', 'tomorrow')],
  [-1, say('昨天', 'yesterday')],
])

/** A day for people in full: 11月25日（周三）, with the year where it is another one. */
export function showFullDay(day: string, today: string): BothLanguages {
  const date = Temporal.PlainDate.from(day)
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  const weekday = date.dayOfWeek - 1
  return say(
    `${sameYear ? '' : `${date.year}年`}${date.month}月${date.day}日（周${WEEKDAYS_ZH[weekday]}）`,
    `${WEEKDAYS_EN[weekday]} ${date.day} ${MONTHS_EN[date.month - 1]}${sameYear ? '' : ` ${date.year}`}`,
  )
}

/** An instant for people, in a zone, with the full day: 11月25日（周三）14:00. */
export function showMoment(instant: Date, zone: string, now: Date): BothLanguages {
  return withTime(showFullDay(dayOf(instant, zone), dayOf(now, zone)), timeOf(instant, zone))
}

/** An instant for people where room is short: 今天 14:00. */
export function showMomentShort(instant: Date, zone: string, now: Date): BothLanguages {
  return withTime(showDay(dayOf(instant, zone), dayOf(now, zone)), timeOf(instant, zone))
}

function withTime(day: BothLanguages, time: string): BothLanguages {
  return say(day.zh.endsWith('）') ? `${day.zh}${time}` : `${day.zh} ${time}`, `${day.en} ${time}`)
}

/** A span of days for people: 11月1日至11月30日, or the one day. */
export function showSpan(span: DaySpan, today: string): BothLanguages {
  if (span.from === span.to) return showDay(span.from, today)
  const from = showPlainDay(span.from, today)
  const to = showPlainDay(span.to, today)
  return say(`${from.zh}至${to.zh}`, `${from.en} to ${to.en}`)
}

function showPlainDay(day: string, today: string): BothLanguages {
  const full = showFullDay(day, today)
  return say(full.zh.replace(/（.*）/, ''), full.en.slice(4))
}

function zoned(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
}
