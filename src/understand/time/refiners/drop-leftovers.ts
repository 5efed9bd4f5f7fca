// What is left without meaning is dropped: weak words that nothing supports, links, small words, numbers.
import type { Clues } from '../clues.ts'
import { namesDate, namesDay, namesTime } from '../clues.ts'
import type { Piece, When } from '../piece.ts'
import { countOn, followsDay } from './following-days.ts'

const MEANINGFUL = new Set<Piece['type']>(['when', 'range', 'bounded', 'every', 'length'])

function standsAlone(piece: Piece, text: string): boolean {
  if (text.length - piece.end + piece.index > 40) return false
  return /^[\s.,!?]{0,40}$/.test(text.slice(0, piece.index) + text.slice(piece.end))
}

/** Two numbers that may be a clock or a date (three twenty, 3.5) need a neighbour even if they are the whole text. */
function isMereNumbers(piece: Piece): boolean {
  if (piece.type !== 'when') return false
  const { hour, month, day, sameTime } = piece.clues
  return hour !== undefined || sameTime !== undefined || (month !== undefined && day !== undefined)
}

/** Keeps the pieces that mean a time. */
export function dropLeftovers(pieces: Piece[], text: string): Piece[] {
  return pieces.filter((piece) => {
    if (!MEANINGFUL.has(piece.type)) return false
    if (!('weak' in piece && piece.weak)) return true
    return !isMereNumbers(piece) && standsAlone(piece, text)
  })
}

const SENTENCE_END = /[.!?;\n]/

/** A day named further back than this is no longer what people have in mind. */
const FARTHEST = 60

interface Named {
  readonly clues: Clues
  readonly end: number
}

function isInMind(named: Named, { index }: Piece, text: string): boolean {
  return index - named.end <= FARTHEST && !SENTENCE_END.test(text.slice(named.end, index))
}

/** 周五下午签约,次日放款: the next day is that after the day named before it in the same sentence. */
export function countFollowing(pieces: Piece[], text: string): Piece[] {
  let named: Named | null = null
  return pieces.map((piece) => {
    if (piece.type !== 'when') return piece
    if (named && !isInMind(named, piece, text)) named = null
    const clues = named && followsDay(piece.clues) ? countOn(named.clues, piece.clues) : piece.clues
    if (namesDay(clues)) named = { clues, end: piece.end }
    return { ...piece, clues }
  })
}

/** 明天跟张总开会，下午3点: a clock without a day takes the day named before it in the same sentence. */
export function carryDays(pieces: Piece[], text: string): Piece[] {
  let day: Named | null = null
  return pieces.map((piece) => {
    if (day && !isInMind(day, piece, text)) day = null
    if (piece.type !== 'when') return piece
    if (isDay(piece.clues)) day = { clues: piece.clues, end: piece.end }
    if (!day || namesDate(piece.clues) || !isClockOfDay(piece, day.end, text)) return piece
    return { ...piece, clues: { ...day.clues, ...piece.clues } }
  })
}

// 周五咱们中午一起吃饭: a part of the day takes the day only where it is near and no pause lies between
const NEAR = 16

function isClockOfDay({ clues, index }: When, dayEnd: number, text: string): boolean {
  if (clues.hour !== undefined) return true
  if (clues.part === undefined || index - dayEnd > NEAR) return false
  return !/[,，、]/.test(text.slice(dayEnd, index))
}

function isDay(clues: Clues): boolean {
  const names = clues.dayShift ?? clues.weekday ?? clues.day
  return names !== undefined && !namesTime(clues)
}
