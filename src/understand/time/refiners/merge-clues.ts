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
  ['weekday', 'year'],
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

/** Clues of both, or null where they cannot be about one moment. */
export function mergeClues(first: Clues, second: Clues): Clues | null {
  let a = turnLast(first, second)
  let b = turnLast(second, first)
  if (a.rolling || b.rolling) return null
  if (isDated(a) && b.dayShift !== undefined) b = without(b, 'dayShift')
  if (isDated(b) && a.dayShift !== undefined) a = without(a, 'dayShift')
  if (a.weekShift === 0 && b.weekShift !== undefined) a = without(a, 'weekShift')
  if (b.weekShift === 0 && a.weekShift !== undefined) b = without(b, 'weekShift')
  if (!agree(a, b)) return null
  const merged: Clues = { ...a, ...b }
  if (merged.offset && !merged.anchor && (namesDay(without(merged, 'offset')) || namesPeriod(merged)))
    return turnOffset(merged.offset, without(merged, 'offset'))
  if (merged.offset && merged.hour !== undefined && isShort(merged.offset)) return null
  const kept = dropRemarks(merged)
  if (
    kept.weekday !== undefined &&
    kept.month !== undefined &&
    kept.ordinal === undefined &&
    kept.day === undefined
  )
    return null
  return RIVALS.some(([x, y]) => kept[x] !== undefined && kept[y] !== undefined) ? null : kept
}

function isShort(offset: Length): boolean {
  return offset.hours !== undefined || offset.minutes !== undefined || offset.seconds !== undefined
}

function without(clues: Clues, field: Field): Clues {
  const { [field]: _dropped, ...rest } = clues
  return rest
}
