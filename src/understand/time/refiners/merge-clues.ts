// Puts the clues of two neighbours together where they can be about one moment.
import { type Clues, type Length, namesDay, namesPeriod } from '../clues.ts'

type Field = keyof Clues

/** Of two fields only one can be said of a moment. */
const RIVALS: readonly (readonly [Field, Field])[] = [
  ['year', 'yearShift'],
  ['month', 'monthShift'],
  ['month', 'quarter'],
  ['month', 'weekShift'],
  ['monthShift', 'weekShift'],
  ['monthShift', 'quarterShift'],
  ['yearShift', 'weekShift'],
  ['yearShift', 'monthShift'],
  ['year', 'monthShift'],
  ['year', 'weekShift'],
  ['quarter', 'quarterShift'],
  ['dayShift', 'weekShift'],
  ['dayShift', 'monthShift'],
  ['dayShift', 'yearShift'],
  ['dayShift', 'holiday'],
  ['dayShift', 'offset'],
  ['dayShift', 'ordinal'],
  ['dayShift', 'segment'],
  ['dayShift', 'quarter'],
  ['dayShift', 'year'],
  ['holiday', 'month'],
  ['holiday', 'day'],
  ['holiday', 'weekShift'],
  ['holiday', 'offset'],
  ['holiday', 'weekend'],
  ['holiday', 'ordinal'],
  ['day', 'segment'],
  ['day', 'ordinal'],
  ['day', 'weekShift'],
  ['day', 'quarter'],
  ['weekday', 'segment'],
  ['weekday', 'weekend'],
  ['weekend', 'day'],
  ['weekend', 'dayShift'],
  ['anchor', 'day'],
  ['anchor', 'weekday'],
  ['lunarDay', 'day'],
  ['lunarDay', 'month'],
  ['lunarDay', 'dayShift'],
  ['now', 'hour'],
  ['now', 'part'],
  ['now', 'dayShift'],
]

/** The offset of 三年后的4月5日 names the year only; of 两个月后的15号 the month; of 两周后的周三 the week. */
function turnOffset(offset: Length, rest: Clues): Clues | null {
  const sign = rest.side === 'before' ? -1 : 1
  const [[field, count] = ['days', 0] as const, ...more] = Object.entries(offset)
  if (more.length > 0) return null
  const { side: _side, ...clues } = rest
  if (field === 'years' && rest.month !== undefined) return { ...clues, yearShift: sign * count }
  if (field === 'months' && rest.day !== undefined) return { ...clues, monthShift: sign * count }
  if (field === 'weeks' && rest.weekday !== undefined) return { ...clues, weekShift: sign * count }
  return null
}

/** A weekday beside a date is a remark, unless the date is a bare day of the month. */
function dropRemarks(clues: Clues): Clues {
  const { weekday, weekShift, toward, ...rest } = clues
  if (weekday === undefined || rest.ordinal !== undefined) return clues
  if (rest.dayShift !== undefined || rest.holiday !== undefined) return rest
  return rest.day !== undefined && rest.month !== undefined ? rest : clues
}

/** "Last Friday" of a month is counted from the month's end, not from this week. */
function turnLast(a: Clues, b: Clues): Clues {
  const monthly = b.month !== undefined || b.monthShift !== undefined
  if (a.weekday === undefined || a.weekShift !== -1 || !monthly) return a
  const { weekShift: _week, ...rest } = a
  return { ...rest, ordinal: -1 }
}

function agree(a: Clues, b: Clues): boolean {
  for (const field of Object.keys(b) as Field[]) {
    if (field === 'toward' || field === 'exact' || field === 'segmentOf') continue
    if (a[field] !== undefined && a[field] !== b[field]) return false
  }
  return true
}

function isDated(clues: Clues): boolean {
  return clues.month !== undefined && clues.day !== undefined
}

/** The vaguer of two statements gives way: 明天(11月22日), this Friday next week, today in one hour. */
function yieldTo(clues: Clues, other: Clues): Clues {
  const dated = isDated(other) || (clues.dayShift === 0 && other.offset && isShort(other.offset))
  if (clues.dayShift !== undefined && dated) return without(clues, 'dayShift')
  return clues.weekShift === 0 && other.weekShift !== undefined ? without(clues, 'weekShift') : clues
}

/** 明年的今天, 下周这个时候: today's date in another year, month or week. */
function turnToday(period: Clues, day: Clues): Clues | null {
  if (!(day.dayShift === 0 || day.sameTime) || Object.keys(day).length > 1 || Object.keys(period).length > 1)
    return null
  const { yearShift: years, monthShift: months, weekShift: weeks } = period
  const [unit, count = 0] = years
    ? (['years', years] as const)
    : months
      ? (['months', months] as const)
      : (['weeks', weeks] as const)
  if (count === 0) return null
  const side = count < 0 ? ({ side: 'before' } as const) : {}
  return { offset: { [unit]: Math.abs(count) }, ...side, ...(day.sameTime ? { sameTime: true } : {}) }
}

/** 八月十五中秋节: the day that the holiday has, in its own calendar, says nothing new. */
function turnFestival(date: Clues, other: Clues): Clues | null {
  const { holiday } = other
  if (holiday === undefined || date.month === undefined || date.day === undefined) return null
  const two = (value: number): string => String(value).padStart(2, '0')
  const { month, day, ...rest } = date
  const same = holiday === `lunar:${month}-${day}` || holiday === `${two(month)}-${two(day)}`
  return same ? { ...rest, ...other } : null
}

/** Clues of both, or null where they cannot be about one moment. */
export function mergeClues(first: Clues, second: Clues): Clues | null {
  if (first.rolling || second.rolling) return null
  // Friday, the next day: another day, counted from the one before it
  if (second.follows && namesDay(first)) return null
  const festival = turnFestival(first, second) ?? turnFestival(second, first)
  if (festival) return festival
  const anniversary = turnToday(first, second)
  if (anniversary) return anniversary
  const a = yieldTo(turnLast(first, second), second)
  const b = yieldTo(turnLast(second, first), first)
  if (!agree(a, b)) return null
  const merged: Clues = { ...a, ...b }
  if (merged.offset && !merged.anchor && (namesDay(without(merged, 'offset')) || namesPeriod(merged)))
    return turnOffset(merged.offset, without(merged, 'offset'))
  if (merged.offset && merged.hour !== undefined && isShort(merged.offset)) return null
  const kept = dropRemarks(merged)
  return isContradiction(kept) ? null : kept
}

/** Statements that no one makes about one moment; a weekday of a month or year needs its place or its day. */
function isContradiction(clues: Clues): boolean {
  const loose = clues.weekday !== undefined && clues.ordinal === undefined && clues.day === undefined
  if (loose && (clues.month !== undefined || clues.year !== undefined)) return true
  if (clues.weekHolding && clues.weekend) return false
  return RIVALS.some(([x, y]) => clues[x] !== undefined && clues[y] !== undefined)
}

function isShort(offset: Length): boolean {
  return offset.hours !== undefined || offset.minutes !== undefined || offset.seconds !== undefined
}

function without(clues: Clues, field: Field): Clues {
  const { [field]: _dropped, ...rest } = clues
  return rest
}
