// Two moments with a 到, 至, - or `to` between them become one range; what only one end says is said of both.
import { type Clues, namesDate, namesTime } from '../clues.ts'
import type { Piece, When } from '../piece.ts'
import { countOn, dateOf, endNight, followsDay } from './following-days.ts'
import { mergeClues } from './merge-clues.ts'
import { findNext, replaceRun } from './neighbours.ts'

const isWeek = (clues: Clues) =>
  clues.weekShift !== undefined && clues.weekday === undefined && !clues.weekend

type Range = Extract<Piece, { type: 'range' }>

/** 7月1日至明年8月1日: a year that opens the second end is its own; one that closes it is said of both. */
function startsWithYear(piece: Piece, text: string): boolean {
  return /^(?:\d{2,4}(?:年|[-/.]\d)|[今明后去来]年|[零一二三四五六七八九]{2,4}年)/.test(
    text.slice(piece.index, piece.end),
  )
}

/** 上周三到这周二: beside another week, this week is this week. */
function fixWeek(left: Clues, right: Clues): Clues {
  if (left.weekShift === undefined || right.weekShift !== 0) return right
  const { toward: _toward, ...fixed } = right
  return fixed
}

/** The date that the second end shares with the first, and the other way round. */
function shareDate(from: Clues, to: Clues, ownYear: boolean): readonly [Clues, Clues] {
  if (!namesDate(to) && namesTime(to)) return [from, to]
  if (!namesDate(from) && namesTime(from)) return [mergeClues(dateOf(to), from) ?? from, to]
  const year = ownYear ? [{}, {}] : pick(from, to, ['year', 'yearShift'])
  // 27 April to the third: the third of the month after.
  const falls = from.month !== undefined && to.month === undefined && (to.day ?? 0) < (from.day ?? 0)
  const month =
    !falls && from.day !== undefined && to.day !== undefined
      ? pick(from, to, ['month', 'monthShift'])
      : [{}, {}]
  return [
    { ...from, ...year[0], ...month[0] },
    { ...to, ...year[1], ...month[1] },
  ]
}

/** For fields of which only one end says any: what each end has to take from the other. */
function pick(from: Clues, to: Clues, fields: readonly (keyof Clues)[]): readonly [Clues, Clues] {
  const said = (clues: Clues) =>
    Object.fromEntries(fields.flatMap((f) => (clues[f] === undefined ? [] : [[f, clues[f]]])))
  const [a, b] = [said(from), said(to)]
  const [hasFrom, hasTo] = [Object.keys(a).length > 0, Object.keys(b).length > 0]
  if (hasFrom === hasTo || !isCalendar(from) || !isCalendar(to)) return [{}, {}]
  return hasFrom ? [{}, a] : [b, {}]
}

function isCalendar(clues: Clues): boolean {
  return clues.day !== undefined || clues.month !== undefined
}

/** previous week - Monday, Friday-Jun 15: the dash joins no two ends but says the same twice. */
function isDayOfLeft(left: Clues, right: Clues): boolean {
  const { weekday, toward: _toward, weekShift: _week, ...rest } = left
  if (isWeek(left)) return right.weekday !== undefined && right.weekShift === undefined
  return (
    weekday !== undefined &&
    Object.keys(rest).length === 0 &&
    right.month !== undefined &&
    right.day !== undefined
  )
}

/** What two linked pieces are together: a range, or a week and a day of it (previous week - Monday). */
function linkTwo(left: Piece, right: Piece, text: string): Piece | null {
  if (left.type !== 'when' || right.type !== 'when') return null
  if (!isDayOfLeft(left.clues, right.clues)) return toRange(left, right, text)
  const clues = mergeClues(left.clues, right.clues)
  return clues && { type: 'when', clues, index: left.index, end: right.end }
}

function toRange(left: When, right: When, text: string): Range | null {
  if (left.clues.rolling || right.clues.rolling) return null
  if (!namesDate(left.clues) && !namesDate(right.clues) && !(namesTime(left.clues) && namesTime(right.clues)))
    return null
  const place = { index: left.index, end: right.end }
  if (followsDay(right.clues)) {
    const to = endNight(left.clues, countOn(left.clues, right.clues))
    return { type: 'range', from: left.clues, to, ...place }
  }
  const [from, to] = shareDate(left.clues, fixWeek(left.clues, right.clues), startsWithYear(right, text))
  return { type: 'range', from, to, ...place }
}

/** Makes ranges of linked moments. */
export function linkRanges(pieces: Piece[], text: string): Piece[] {
  for (let at = 0; at < pieces.length; at += 1) {
    if (pieces[at]?.type !== 'link') continue
    const [left, right] = [findNext(text, pieces, at, -1), findNext(text, pieces, at)]
    const [a, b] = [pieces[left], pieces[right]]
    const range = a && b && linkTwo(a, b, text)
    if (!range) continue
    replaceRun(pieces, left, right, range)
    at = left
  }
  return pieces
}

/** What stands beside a range is said of both ends: 9-11am on Thursday, 下周一 3-5点, 明年3-5月. */
export function absorbNeighbours(pieces: Piece[], text: string): Piece[] {
  let at = 0
  while (at < pieces.length) {
    const next = findNext(text, pieces, at)
    const [left, right] = [pieces[at], pieces[next]]
    const merged = left && right && absorb(left, right)
    if (merged) replaceRun(pieces, at, next, merged)
    else at += 1
  }
  return pieces
}

function absorb(left: Piece, right: Piece): Range | null {
  const [range, when] = left.type === 'range' ? [left, right] : [right, left]
  if (range.type !== 'range' || when.type !== 'when') return null
  const from = mergeClues(when.clues, range.from)
  if (from && range.to.follows)
    return { ...range, from, to: countOn(from, range.to), index: left.index, end: right.end }
  const to = range.to.part && when.clues.part ? range.to : mergeClues(when.clues, range.to)
  if (!from || !to) return null
  return {
    type: 'range',
    from,
    to: namesDate(range.to) ? to : keepTime(to, from),
    index: left.index,
    end: right.end,
  }
}

/** The end of a range of hours lies on the day of its start. */
function keepTime(to: Clues, from: Clues): Clues {
  return namesDate(from) ? { ...to, ...dateOf(from) } : to
}
