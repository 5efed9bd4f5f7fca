// 周五之前, by Friday, 三天内, 国庆节后第一个工作日, 2 weeks from Friday: bounds, offsets and what they count from.
import type { Clues, Length } from '../clues.ts'
import { namesDate } from '../clues.ts'
import type { Piece } from '../piece.ts'
import { mergeClues } from './merge-clues.ts'
import { findNext, replaceRun, touch } from './neighbours.ts'

type BoundPiece = Extract<Piece, { type: 'bound' }>

const place = (left: Piece, right: Piece) => ({ index: left.index, end: right.end })

/** A bounded moment; what the word of the bound adds (until, since) goes with it. */
function bind({ bound, until, past }: BoundPiece, clues: Clues, at: { index: number; end: number }): Piece {
  return { type: 'bounded', bound, clues, ...(until ? { until } : {}), ...(past ? { past } : {}), ...at }
}

/** 3天后, 两小时前, 半小时内: a length bounded on the reference. */
function boundLength(length: Length, bound: BoundPiece['bound'], left: Piece, right: Piece): Piece {
  if (bound === 'within') return { type: 'bounded', bound, clues: { offset: length }, ...place(left, right) }
  const clues: Clues = bound === 'before' ? { offset: length, side: 'before' } : { offset: length }
  return { type: 'when', clues, ...place(left, right) }
}

/** 国庆节后第一个工作日, 春节前三天: counted from a moment. */
function countFrom(
  pieces: readonly Piece[],
  text: string,
  moment: number,
  at: number,
): [Piece, number] | null {
  const [base, bound] = [pieces[moment], pieces[at]]
  if (base?.type !== 'when' || bound?.type !== 'bound' || bound.bound === 'within' || bound.clues) return null
  const next = findNext(text, pieces, at)
  const counted = pieces[next]
  const head = { side: bound.bound, anchor: base.clues } as const
  if (!counted || !namesDate(base.clues)) return null
  if (counted.type === 'length')
    return [{ type: 'when', clues: { ...head, offset: counted.length }, ...place(base, counted) }, next]
  if (counted.type !== 'when' || counted.clues.ordinal === undefined) return null
  return [{ type: 'when', clues: { ...counted.clues, ...head }, ...place(base, counted) }, next]
}

function applySuffix(pieces: Piece[], text: string, at: number): boolean {
  const bound = pieces[at]
  const before = findNext(text, pieces, at, -1)
  const base = pieces[before]
  if (bound?.type !== 'bound') return false
  if (bound.clues) {
    const clues = base?.type === 'when' && base.clues.hour === undefined ? base.clues : null
    const first = clues && base ? base : bound
    replaceRun(pieces, clues ? before : at, at, {
      type: 'bounded',
      bound: bound.bound,
      clues: clues ?? bound.clues,
      ...place(first, bound),
    })
    return true
  }
  if (!base) return false
  const counted = countFrom(pieces, text, before, at)
  if (counted) {
    replaceRun(pieces, before, counted[1], counted[0])
    return true
  }
  const piece = toBounded(base, bound)
  if (piece) replaceRun(pieces, before, at, piece)
  return piece !== null
}

function toBounded(base: Piece, bound: BoundPiece): Piece | null {
  if (base.type === 'length') return boundLength(base.length, bound.bound, base, bound)
  if (base.type === 'range' && bound.bound === 'within') return { ...base, end: bound.end }
  if (base.type !== 'when') return null
  if (base.clues.now || base.clues.rolling) return null
  return bind(bound, base.clues, place(base, bound))
}

function applyPrefix(pieces: Piece[], text: string, at: number): boolean {
  const bound = pieces[at]
  const next = findNext(text, pieces, at)
  const base = pieces[next]
  if (bound?.type !== 'bound' || bound.side !== 'prefix' || !base) return false
  if (base.type === 'length') {
    if (bound.bound === 'before') return false
    replaceRun(pieces, at, next, boundLength(base.length, bound.bound, bound, base))
    return true
  }
  if (base.type === 'bounded' && base.bound === bound.bound) {
    replaceRun(pieces, at, next, { ...base, index: bound.index })
    return true
  }
  if (base.type !== 'when' || bound.exclusive) return false
  replaceRun(pieces, at, next, bind(bound, base.clues, place(bound, base)))
  return true
}

/** A week from Monday at 9: the clock is that of the day that is counted to, where whole days are counted. */
function takeClock(length: Length, { hour, minute, meridiem, exact, part }: Clues): Clues {
  if (length.hours ?? length.minutes ?? length.seconds) return {}
  return {
    ...(hour === undefined ? {} : { hour, minute: minute ?? 0 }),
    ...(meridiem ? { meridiem } : {}),
    ...(exact ? { exact } : {}),
    ...(part ? { part } : {}),
  }
}

/** 2 weeks from Friday, 3 days before Christmas: a length, then which way, then the moment. */
function applyLengthFirst(pieces: Piece[], text: string, at: number): boolean {
  const length = pieces[at]
  const way = findNext(text, pieces, at)
  const bound = pieces[way]
  const moment = findNext(text, pieces, way)
  const base = pieces[moment]
  if (length?.type !== 'length' || base?.type !== 'when' || base.clues.rolling) return false
  if (bound?.type !== 'bound' || bound.side !== 'prefix' || bound.bound === 'within') return false
  const head = {
    offset: length.length,
    side: bound.bound,
    anchor: base.clues,
    ...takeClock(length.length, base.clues),
  } as const
  const opener = pieces[at - 1]
  if (
    bound.bound === 'after' &&
    opener?.type === 'glue' &&
    opener.word === 'for' &&
    touch(text, opener, length)
  ) {
    // "For 10 days from Friday" is the stretch, "10 days from Friday" its end.
    const { hour, minute, meridiem, exact } = base.clues
    const clock = {
      ...(hour === undefined ? {} : { hour, minute: minute ?? 0 }),
      ...(meridiem ? { meridiem } : {}),
      ...(exact ? { exact } : {}),
    }
    replaceRun(pieces, at - 1, moment, {
      type: 'range',
      from: base.clues,
      to: { ...head, ...clock },
      ...place(length, base),
    })
    return true
  }
  replaceRun(pieces, at, moment, { type: 'when', clues: head, ...place(length, base) })
  return true
}

/** Friday after Thanksgiving, the first Monday after New Year's Day: a weekday counted from a day. */
function applyWeekdayFirst(pieces: Piece[], text: string, at: number): boolean {
  const head = pieces[at]
  const way = findNext(text, pieces, at)
  const bound = pieces[way]
  const moment = findNext(text, pieces, way)
  const base = pieces[moment]
  if (head?.type !== 'when' || bound?.type !== 'bound' || base?.type !== 'when') return false
  const { weekday, ordinal = 1, ...rest } = head.clues
  if (weekday === undefined || Object.keys(rest).length > 0) return false
  if (bound.side !== 'prefix' || bound.bound === 'within' || bound.until || bound.past) return false
  const dated = base.clues.holiday ?? base.clues.day ?? base.clues.lunarDay
  if (dated === undefined || base.clues.rolling) return false
  const clues: Clues = { weekday, ordinal, side: bound.bound, anchor: base.clues }
  replaceRun(pieces, at, moment, { type: 'when', clues, ...place(head, base) })
  return true
}

function applyForward(pieces: Piece[], text: string, at: number): boolean {
  const piece = pieces[at]
  if (piece?.type === 'length') return applyLengthFirst(pieces, text, at)
  if (piece?.type === 'when') return applyWeekdayFirst(pieces, text, at)
  return piece?.type === 'bound' && piece.side === 'suffix' && applySuffix(pieces, text, at)
}

/** Applies every bound to what it bounds, and joins once more what has become a moment. */
export function applyBounds(pieces: Piece[], text: string): Piece[] {
  for (let at = 0; at < pieces.length; at += 1) if (applyForward(pieces, text, at)) at = Math.max(-1, at - 2)
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at]
    if (piece?.type === 'link' && piece.alone)
      pieces[at] = {
        type: 'bound',
        bound: piece.alone,
        side: 'prefix',
        until: true,
        index: piece.index,
        end: piece.end,
      }
    if (pieces[at]?.type === 'bound') applyPrefix(pieces, text, at)
  }
  return joinBounded(pieces, text)
}

/** Today before 4pm, before 3pm on Friday: the day beside a bounded clock belongs to it. */
function joinBounded(pieces: Piece[], text: string): Piece[] {
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
  const [bounded, when] = left.type === 'bounded' ? [left, right] : [right, left]
  if (bounded.type !== 'bounded' || when.type !== 'when') return null
  const clues = mergeClues(when.clues, bounded.clues)
  return clues && { ...bounded, clues, ...place(left, right) }
}

/** From 4pm for thirty minutes, 3pm tomorrow for an hour: how long it takes from there. */
export function applyLengths(pieces: Piece[], text: string): Piece[] {
  for (let at = 0; at < pieces.length; at += 1) {
    const [start, opener] = [pieces[at], pieces[at + 1]]
    const next = findNext(text, pieces, at)
    const length = pieces[next]
    if (start?.type !== 'when' || length?.type !== 'length' || start.clues.hour === undefined) continue
    if (opener?.type !== 'glue' || !opener.word.startsWith('for')) continue
    const to: Clues = { anchor: start.clues, offset: length.length }
    replaceRun(pieces, at, next, { type: 'range', from: start.clues, to, ...place(start, length) })
  }
  return pieces
}
