// From one finished piece to the finding that is handed out: wall times, kind, and what was really said.
import { Temporal } from 'temporal-polyfill'
import { toZoned } from '../../calendar.ts'
import { type Clues, type Length, namesDate, namesTime, type Part } from '../clues.ts'
import type { DayPart, TimeFinding, WallTime } from '../finding.ts'
import type { Every, Piece } from '../piece.ts'
import { findClosestBefore, findNextAfter, listReadings, PARTS, resolveClock } from './clock.ts'
import type { Span } from './period.ts'
import { findFirstDay, renderRule } from './rule.ts'
import { resolveSpan, type Standpoint } from './span.ts'

type BoundedPiece = Extract<Piece, { type: 'bounded' }>
type Day = Temporal.PlainDate
type Value = Pick<TimeFinding, 'kind' | 'start' | 'end' | 'bound' | 'dayPart' | 'duration' | 'rule'>

const DAY_MINUTES = 24 * 60
const isShort = (offset: Length) => Boolean(offset.hours ?? offset.minutes ?? offset.seconds)

function at(day: Day, minutes: number): WallTime {
  const on = day.add({ days: Math.floor(minutes / DAY_MINUTES) })
  const rest = minutes % DAY_MINUTES
  const two = (value: number) => String(value).padStart(2, '0')
  return `${on}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`
}

const toMinute = (moment: Temporal.PlainDateTime): WallTime => moment.toString({ smallestUnit: 'minute' })

// Hours pass on the way of time and not on the wall: in three hours may be two or four by the clock when it is changed.
function shiftMoment({ now, zone }: Standpoint, offset: Length, sign: 1 | -1): Temporal.PlainDateTime {
  const { workdays: _workdays, ...length } = offset
  const duration = Temporal.Duration.from(length)
  const from = toZoned(now, zone)
  return (sign > 0 ? from.add(duration) : from.subtract(duration)).toPlainDateTime()
}

/** The value of a moment; null where the calendar has no such day. */
function resolveMoment(clues: Clues, point: Standpoint): Value | null {
  if (clues.now) return { kind: 'instant', start: toMinute(point.at) }
  const { offset } = clues
  if (offset && isShort(offset) && !clues.anchor) return resolveShort(clues, offset, point)
  const span = resolveSpan(clues, point)
  if (!span) return null
  if (clues.sameTime) return { kind: 'instant', start: at(span.from, point.at.hour * 60 + point.at.minute) }
  const clock = resolveClock(clues)
  if (clock) return { kind: 'instant', start: resolveInstant(clues, span, point) }
  if (clues.anchor && offset && isShort(offset)) return resolveFromClock(clues, span, offset)
  if (clues.part) return resolvePart(clues, clues.part, span, point)
  if (span.grain === 'day') return { kind: 'date', start: span.from.toString() }
  return { kind: 'range', start: span.from.toString(), end: span.to.toString() }
}

function resolveShort(clues: Clues, offset: Length, point: Standpoint): Value {
  const now = toMinute(point.at)
  if (clues.rolling === 'back')
    return { kind: 'range', start: toMinute(shiftMoment(point, offset, -1)), end: now }
  if (clues.rolling === 'on')
    return { kind: 'range', start: now, end: toMinute(shiftMoment(point, offset, 1)) }
  return { kind: 'instant', start: toMinute(shiftMoment(point, offset, clues.side === 'before' ? -1 : 1)) }
}

/** Half an hour before 3pm tomorrow. */
function resolveFromClock(clues: Clues, span: Span, offset: Length): Value | null {
  const clock = clues.anchor && resolveClock(clues.anchor)
  if (!clock) return null
  const moment = Temporal.PlainDateTime.from(at(span.from, clock.minutes))
  const length = Temporal.Duration.from({ hours: offset.hours ?? 0, minutes: offset.minutes ?? 0 })
  return {
    kind: 'instant',
    start: toMinute(clues.side === 'before' ? moment.subtract(length) : moment.add(length)),
  }
}

function resolveInstant(clues: Clues, span: Span, point: Standpoint): WallTime {
  const clock = resolveClock(clues)
  const minutes = clock?.minutes ?? 0
  const now = point.at.hour * 60 + point.at.minute
  const today = span.from.equals(point.today)
  if (!clock || !today) return at(span.from, minutes)
  const readings = clock.open ? [minutes, ...listReadings(clock)] : [minutes]
  if (point.lean === 'back') {
    const past = readings.find((reading) => reading <= now)
    return past === undefined && !namesDate(clues)
      ? at(span.from.subtract({ days: 1 }), minutes)
      : at(span.from, past ?? minutes)
  }
  const ahead = readings.find((reading) => reading >= now)
  if (ahead !== undefined) return at(span.from, ahead)
  return namesDate(clues) ? at(span.from, minutes) : at(span.from.add({ days: 1 }), minutes)
}

function resolvePart(clues: Clues, part: Part, span: Span, point: Standpoint): Value {
  const { from, to } = PARTS[part]
  const over = !namesDate(clues) && point.at.hour * 60 + point.at.minute >= to && point.lean === 'forward'
  const day = over ? span.from.add({ days: 1 }) : span.from
  if (part === 'dawn') return { kind: 'range', start: at(day, from), end: at(day, to), dayPart: 'morning' }
  return { kind: 'range', start: `${day} ${part}`, dayPart: part satisfies DayPart }
}

/** The value of a range; ends that lie before the start move on by the least that makes sense. */
function resolveRange(from: Clues, to: Clues, point: Standpoint): Value | null {
  if (to.anchor && to.offset && isShort(to.offset)) return resolveStretch(from, to.offset, point)
  const [start, end] = [resolveEnd(from, point), resolveEnd(to, point)]
  if (!start || !end) return null
  if (namesTime(from) || namesTime(to)) return resolveClockRange(from, to, start, end, point)
  const last = moveAfter(end.to, start.from, to)
  const first = moveBefore(start.from, last, from)
  if (first.until(last).days < 0) return null
  return { kind: 'range', start: first.toString(), end: last.toString() }
}

/** A start with a clock and how long it takes from there. */
function resolveStretch(from: Clues, length: Length, point: Standpoint): Value | null {
  const start = resolveMoment(from, point)?.start
  if (start === undefined || !start.includes('T')) return null
  const { workdays: _workdays, ...rest } = length
  return { kind: 'range', start, end: toMinute(Temporal.PlainDateTime.from(start).add(rest)) }
}

function resolveEnd(clues: Clues, point: Standpoint): Span | null {
  const { hour: _hour, minute: _minute, part: _part, ...date } = clues
  return date.offset && isShort(date.offset) ? null : resolveSpan(date, point)
}

/** 7月1日至明年6月30日: a start without its year lies in the year before its end. */
function moveBefore(start: Day, end: Day, { month, year, yearShift }: Clues): Day {
  const open = month !== undefined && year === undefined && yearShift === undefined
  return open && start.until(end).days < 0 ? start.subtract({ years: 1 }) : start
}

function moveAfter(end: Day, start: Day, clues: Clues): Day {
  if (start.until(end).days >= 0) return end
  if (clues.year !== undefined || clues.yearShift !== undefined) return end
  if (clues.weekday !== undefined) return end.add({ weeks: Math.ceil(end.until(start).days / 7) })
  if (clues.month !== undefined || clues.holiday !== undefined)
    return end.add({
      years: start.year - end.year + (start.with({ year: end.year }).until(end).days < 0 ? 1 : 0),
    })
  if (clues.day === undefined || clues.monthShift !== undefined) return end
  const months = (start.year - end.year) * 12 + start.month - end.month
  const moved = end.add({ months })
  return start.until(moved).days >= 0 ? moved : end.add({ months: months + 1 })
}

function resolveClockRange(from: Clues, to: Clues, start: Span, end: Span, point: Standpoint): Value | null {
  const sameDay = !namesDate(to) || start.from.equals(end.from)
  const nowMinutes = point.at.hour * 60 + point.at.minute
  const first = from.now ? { minutes: nowMinutes, open: false } : resolveClock(from)
  const second = resolveClock(inheritPart(from, to))
  if (!first || !second) return resolvePartRange(from, to, start, end, point)
  const opens = first.open && !second.open ? findClosestBefore(first, second.minutes) : first.minutes
  if (!sameDay)
    return {
      kind: 'range',
      start: at(start.from, opens),
      end: at(moveAfter(end.from, start.from, to), second.minutes),
    }
  const closes = findNextAfter(second, opens)
  const over = !namesDate(from) && point.lean === 'forward' && closes < nowMinutes
  const day = over ? start.from.add({ days: 1 }) : start.from
  return { kind: 'range', start: at(day, opens), end: at(day, closes) }
}

/** 下午1点半到3点: the end shares the part of the day only where the hour is then later than the start. */
function inheritPart(from: Clues, to: Clues): Clues {
  if (
    to.part ||
    to.meridiem ||
    to.hour === undefined ||
    from.part === undefined ||
    from.part === 'morning' ||
    from.part === 'noon'
  )
    return to
  const shared = resolveClock({ ...to, part: from.part })
  const start = resolveClock(from)
  return shared && start && shared.minutes > start.minutes ? { ...to, part: from.part } : to
}

function resolvePartRange(from: Clues, to: Clues, start: Span, end: Span, point: Standpoint): Value | null {
  const [first, second] = [resolveClock(from), resolveClock(to)]
  const opens = first?.minutes ?? (from.part ? PARTS[from.part].from : 0)
  const closes = second?.minutes ?? (to.part ? PARTS[to.part].to : 23 * 60 + 59)
  const last = namesDate(to) ? moveAfter(end.to, start.from, to) : start.from
  const value: Value = {
    kind: 'range',
    start: at(start.from, opens),
    end: at(last, Math.min(closes, DAY_MINUTES - 1)),
  }
  return from.now ? { ...value, start: toMinute(point.at) } : value
}

function resolveBounded({ clues, bound, until }: BoundedPiece, point: Standpoint): Value | null {
  if (bound === 'within' && clues.offset) return resolveWithin(clues.offset, point)
  const value = resolveMoment(clues, point)
  if (!value) return null
  if (bound === 'after')
    return { kind: 'range', ...(value.start ? { start: firstAfter(clues, value) } : {}), bound }
  const end = bound === 'before' && !until ? lastBefore(clues, value, point) : lastOf(value)
  if (bound === 'within' && value.kind === 'range' && value.start)
    return { kind: 'range', start: value.start, end, bound }
  return { kind: 'range', end, bound }
}

function resolveWithin(offset: Length, point: Standpoint): Value {
  const bound = 'within' as const
  if (isShort(offset))
    return { kind: 'range', start: toMinute(point.at), end: toMinute(shiftMoment(point, offset, 1)), bound }
  const span = resolveSpan({ offset }, point)
  return { kind: 'range', start: point.today.toString(), end: (span?.to ?? point.today).toString(), bound }
}

function firstAfter(clues: Clues, value: Value): WallTime {
  const start = value.start ?? ''
  return clues.holiday && value.end ? value.end : start.slice(0, clues.hour === undefined ? 10 : 16)
}

function lastOf(value: Value): WallTime {
  const last = value.end ?? value.start ?? ''
  return value.dayPart ? last.slice(0, 10) : last
}

/** 国庆前 is the last day before the holiday begins; 下个月之前 the last day before that month. */
function lastBefore(clues: Clues, value: Value, point: Standpoint): WallTime {
  const start = value.start ?? ''
  if (clues.hour !== undefined || clues.part !== undefined)
    return clues.hour === undefined ? lastOf(value) : start
  const day = Temporal.PlainDate.from(start.slice(0, 10))
  const statutory = clues.holiday !== undefined && clues.anchor === undefined
  const ahead = value.kind === 'range' && point.today.until(day).days > 0
  return statutory || ahead ? day.subtract({ days: 1 }).toString() : lastOf(value)
}

function resolveEvery(every: Every, clues: Clues, point: Standpoint): Value {
  const rule = renderRule(every, clues)
  const clock = resolveClock(clues)
  const timed = clock ?? clues.part
  const first = findFirstDay(every, clues, point)
  const passed = clock && first.equals(point.today) && clock.minutes < point.at.hour * 60 + point.at.minute
  const day = passed ? findFirstDay(every, clues, { ...point, today: first.add({ days: 1 }) }) : first
  if (!timed) return { kind: 'recurrence', rule, start: day.toString() }
  const start = clock ? at(day, clock.minutes) : clues.part === 'dawn' ? at(day, 0) : `${day} ${clues.part}`
  const dayPart = clues.part && clues.part !== 'dawn' && !clock ? { dayPart: clues.part } : {}
  return { kind: 'recurrence', rule, start, ...dayPart }
}

function renderDuration(length: Length): string {
  const { years, months, weeks, days, workdays, hours, minutes, seconds } = length
  const part = (value: number | undefined, unit: string) => (value ? `${value}${unit}` : '')
  const date =
    part(years, 'Y') + part(months, 'M') + part(weeks, 'W') + part((days ?? 0) + (workdays ?? 0), 'D')
  const time = part(hours, 'H') + part(minutes, 'M') + part(seconds, 'S')
  return `P${date}${time ? `T${time}` : ''}`
}

function resolveValue(piece: Piece, point: Standpoint): Value | null {
  if (piece.type === 'when') return resolveMoment(piece.clues, point)
  if (piece.type === 'range') return resolveRange(piece.from, piece.to, point)
  if (piece.type === 'bounded') return resolveBounded(piece, piece.past ? { ...point, lean: 'back' } : point)
  if (piece.type === 'every') return resolveEvery(piece.every, piece.clues, point)
  return piece.type === 'length' ? { kind: 'duration', duration: renderDuration(piece.length) } : null
}

function listSaid(clues: Clues): string[] {
  const said = {
    year: clues.year ?? clues.yearShift,
    month: clues.month ?? clues.monthShift ?? clues.lunarMonth,
    day: clues.day ?? clues.dayShift ?? clues.lunarDay ?? clues.holiday ?? clues.offset,
    weekday: clues.weekday,
    hour: clues.hour,
    minute: clues.hour === undefined ? undefined : clues.minute,
  }
  return Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [name]))
}

/** The finding that a piece stands for; null where it means no time after all. `text` is the text as given. */
export function toFinding(piece: Piece, text: string, point: Standpoint): TimeFinding | null {
  const value = resolveValue(piece, point)
  if (!value) return null
  const clues = piece.type === 'range' ? piece.from : 'clues' in piece ? (piece.clues ?? {}) : {}
  return { index: piece.index, text: text.slice(piece.index, piece.end), ...value, said: listSaid(clues) }
}
