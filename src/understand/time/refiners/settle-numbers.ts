// Bare numbers become hours or days of the month where their neighbours say so; all others stay without meaning.
import { type Clues, namesDay, namesPeriod } from '../clues.ts'
import { toClock } from '../numeric/clock-parser.ts'
import type { Piece } from '../piece.ts'
import { findNext } from './neighbours.ts'

type Numeral = Extract<Piece, { type: 'number' }>

function toHour(number: Numeral): Clues | null {
  if (number.ordinal) return null
  if (number.digits > 2) return toClock(Math.floor(number.value / 100), number.value % 100, undefined)
  return number.value >= 1 && number.value <= 24 ? toClock(number.value, 0, undefined) : null
}

function toDay(number: Numeral): Clues | null {
  return number.digits <= 2 && number.value >= 1 && number.value <= 31 ? { day: number.value } : null
}

function cluesOf(piece: Piece | undefined): Clues | null {
  if (piece?.type === 'when' || piece?.type === 'bounded') return piece.clues
  return piece?.type === 'range' ? piece.to : null
}

/** The word of the small word right before a piece, such as `at` or `the`. */
function wordBefore(text: string, pieces: readonly Piece[], at: number): string {
  const before = pieces[at - 1]
  const here = pieces[at]
  if (!before || !here || here.index - before.end > 1 || text.slice(before.end, here.index).trim() !== '')
    return ''
  if (before.type === 'glue') return before.word
  // move it to the 30th
  if (before.type === 'link' && / the ?$/.test(text.slice(before.index, here.index))) return 'the'
  return before.type === 'bound' ? 'bound' : before.type === 'link' && before.alone ? 'bound' : ''
}

const CLOSED = /^\s*(?:$|[,.!?;)|]|ok\b|pls\b|please\b)/

/** "10, tonight" and "9 tomorrow morning": the hour comes first. */
function leads(number: Numeral, near: Clues, text: string): boolean {
  const after = text.slice(number.end, number.end + 32)
  return (
    ((near.dayShift ?? near.part) !== undefined && /^ ?,/.test(after)) ||
    (number.digits <= 2 && /^ (?:tonight|[a-z]+(?: the)? (?:morning|afternoon|evening|night))\b/.test(after))
  )
}

function isClosed(text: string, piece: Piece): boolean {
  return CLOSED.test(text.slice(piece.end, piece.end + 10))
}

function settleByPartner(number: Numeral, partner: Clues | null): Clues | null {
  if (!partner) return null
  if (partner.hour !== undefined) return toHour(number)
  return partner.day !== undefined ? toDay(number) : null
}

function settleByWord(word: string, number: Numeral, closed: boolean): Clues | null {
  if (number.ordinal)
    return /^(?:the|on|on the|for the|by the|at|in the|bound)$/.test(word) ? toDay(number) : null
  if (/^(?:at|around|about|@|approximately)$/.test(word)) return toHour(number)
  if (word === 'bound' && number.digits <= 2 && number.value <= 12 && closed) return toHour(number)
  const dayWord = /^(?:on|the|on the|for the)$/.test(word)
  return dayWord && number.digits <= 2 && closed ? toDay(number) : null
}

function settleByNeighbour(number: Numeral, near: Clues, text: string, before: boolean): Clues | null {
  if (near.hour !== undefined && !number.ordinal) return null
  const asDay = near.day === undefined ? settleAsDay(number, near, before) : null
  if (asDay || number.ordinal) return asDay
  if (!namesDay(near) && near.part === undefined) return null
  if (!before) return leads(number, near, text) ? toHour(number) : null
  const dated = near.month !== undefined && number.digits === 2
  return dated || isClosed(text, number) ? toHour(number) : null
}

/** Beside a month or a weekday that lacks its day. */
function settleAsDay(number: Numeral, near: Clues, before: boolean): Clues | null {
  const ofDay = before && near.part !== undefined && !namesDay(near)
  if (number.ordinal) return namesPeriodOrWeekday(near) || ofDay ? toDay(number) : null
  if (near.weekday !== undefined && number.value > 12) return toDay(number)
  return before && near.month !== undefined ? toDay(number) : null
}

function namesPeriodOrWeekday(clues: Clues): boolean {
  return namesPeriod(clues) || clues.weekday !== undefined
}

/** Gives meaning to the numbers that have one here. */
export function settleNumbers(pieces: Piece[], text: string): Piece[] {
  pairNumbers(pieces, text)
  pieces.forEach((piece, at) => {
    if (piece.type !== 'number') return
    const clues = settle(pieces, at, piece, text)
    if (clues) pieces[at] = { type: 'when', clues, index: piece.index, end: piece.end }
  })
  return pieces
}

function settle(pieces: readonly Piece[], at: number, number: Numeral, text: string): Clues | null {
  const next = findNext(text, pieces, at)
  const back = findNext(text, pieces, at, -1)
  const afterLink = pieces[back]?.type === 'link' ? cluesOf(pieces[findNext(text, pieces, back, -1)]) : null
  const beforeLink = pieces[next]?.type === 'link' ? cluesOf(pieces[findNext(text, pieces, next)]) : null
  const byPartner = settleByPartner(number, afterLink) ?? settleByPartner(number, beforeLink)
  if (byPartner) return byPartner
  const closed = isClosed(text, number) || next >= 0
  const byWord = settleByWord(wordBefore(text, pieces, at), number, closed)
  if (byWord) return byWord
  const [near, after] = [cluesOf(pieces[back]), cluesOf(pieces[next])]
  return (
    (near && settleByNeighbour(number, near, text, true)) ??
    (after && settleByNeighbour(number, after, text, false))
  )
}

/** 6-8 beside a day, between 3 and 4: two bare numbers that a link joins are hours or days together. */
function pairNumbers(pieces: Piece[], text: string): void {
  pieces.forEach((link, at) => {
    if (link.type !== 'link') return
    const [left, right] = [findNext(text, pieces, at, -1), findNext(text, pieces, at)]
    const [a, b] = [pieces[left], pieces[right]]
    if (a?.type !== 'number' || b?.type !== 'number') return
    const read = choosePair(pieces, left, right, text)
    const [first, second] = [read?.(a), read?.(b)]
    if (!first || !second) return
    pieces[left] = { type: 'when', clues: first, index: a.index, end: a.end }
    pieces[right] = { type: 'when', clues: second, index: b.index, end: b.end }
  })
}

/** Two numbers are days where the month beside them lacks its day, hours where no hour has been said yet. */
function choosePair(pieces: readonly Piece[], left: number, right: number, text: string) {
  const [a, b] = [pieces[left], pieces[right]]
  const near =
    cluesOf(pieces[findNext(text, pieces, left, -1)]) ?? cluesOf(pieces[findNext(text, pieces, right)])
  const opened = /^(?:from|between)/.test(wordBefore(text, pieces, left))
  if (!near && !(opened && b && isClosed(text, b))) return null
  if (a?.type === 'number' && a.ordinal) return toDay
  if (!near) return toHour
  if ((near.month ?? near.monthShift) !== undefined && near.day === undefined) return toDay
  return near.hour === undefined ? toHour : null
}
