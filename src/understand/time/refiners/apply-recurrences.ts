// 每周一 + 上午10点, Mondays + at 9, 周一到周五 + 每天: the rule takes in the moment beside it.
import type { Clues } from '../clues.ts'
import type { Piece } from '../piece.ts'
import { mergeClues } from './merge-clues.ts'
import { findNext, replaceRun } from './neighbours.ts'

type EveryPiece = Extract<Piece, { type: 'every' }>

function takeRange(
  every: EveryPiece,
  range: Extract<Piece, { type: 'range' }>,
): Omit<EveryPiece, 'index' | 'end'> | null {
  const [first, last] = [range.from.weekday, range.to.weekday]
  if (first !== undefined && last !== undefined) {
    const weekdays = Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, n) => ((first + n - 1) % 7) + 1)
    const { hour, minute, meridiem, part, exact } = { ...range.from, ...range.to }
    const said = Object.entries({ hour, minute, meridiem, part, exact }).filter(
      ([, value]) => value !== undefined,
    )
    const clues: Clues = { ...Object.fromEntries(said), ...every.clues }
    return { type: 'every', every: { frequency: 'WEEKLY', weekdays }, clues }
  }
  const clues = mergeClues(every.clues, range.from)
  return clues && { type: 'every', every: every.every, clues }
}

function take(every: EveryPiece, other: Piece, before: boolean): Omit<EveryPiece, 'index' | 'end'> | null {
  if (other.type === 'range') return takeRange(every, other)
  if (other.type === 'every') return takeEvery(every, other)
  if (other.type !== 'when' || other.clues.rolling || other.clues.now) return null
  if (before && isPeriodOnly(other.clues)) return null
  const clues = mergeClues(every.clues, other.clues)
  return clues && { type: 'every', every: every.every, clues }
}

function isPeriodOnly(clues: Clues): boolean {
  const shifted =
    clues.yearShift ?? clues.monthShift ?? clues.weekShift ?? clues.quarterShift ?? clues.dayShift
  return shifted !== undefined
}

function takeEvery(first: EveryPiece, second: EveryPiece): Omit<EveryPiece, 'index' | 'end'> | null {
  const weekdays = first.every.weekdays ?? second.every.weekdays
  const clues = mergeClues(first.clues, second.clues)
  if (!clues) return null
  return { type: 'every', every: { ...first.every, ...(weekdays ? { weekdays } : {}) }, clues }
}

/** Joins each rule with what stands beside it. */
export function applyRecurrences(pieces: Piece[], text: string): Piece[] {
  let at = 0
  while (at < pieces.length) {
    const next = findNext(text, pieces, at)
    const [left, right] = [pieces[at], pieces[next]]
    const joined = left && right && joinTwo(left, right)
    if (joined) replaceRun(pieces, at, next, joined)
    else at += 1
  }
  return pieces
}

function joinTwo(left: Piece, right: Piece): Piece | null {
  const place = { index: left.index, end: right.end }
  if (left.type === 'every') {
    const taken = take(left, right, false)
    return taken && { ...taken, ...place }
  }
  const taken = right.type === 'every' ? take(right, left, true) : null
  return taken && { ...taken, ...place }
}
