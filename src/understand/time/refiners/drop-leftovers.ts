// What is left without meaning is dropped: weak words that nothing supports, links, small words, numbers.
import type { Clues } from '../clues.ts'
import { namesDate, namesTime } from '../clues.ts'
import type { Piece } from '../piece.ts'

const MEANINGFUL = new Set<Piece['type']>(['when', 'range', 'bounded', 'every', 'length'])

function standsAlone(piece: Piece, text: string): boolean {
  const rest = text.slice(0, piece.index) + text.slice(piece.end)
  return piece.index <= 20 && rest.length <= 40 && /^[\s.,!?]*$/.test(rest)
}

/** Keeps the pieces that mean a time. */
export function dropLeftovers(pieces: Piece[], text: string): Piece[] {
  return pieces.filter((piece) => {
    if (!MEANINGFUL.has(piece.type)) return false
    if (!('weak' in piece && piece.weak)) return true
    const bareHour = piece.type === 'when' && piece.clues.hour !== undefined
    return !bareHour && standsAlone(piece, text)
  })
}

const SENTENCE_END = /[.!?;\n]/

/** 明天跟张总开会，下午3点: a clock without a day takes the day named before it in the same sentence. */
export function carryDays(pieces: Piece[], text: string): Piece[] {
  let day: { readonly clues: Clues; readonly end: number } | null = null
  return pieces.map((piece) => {
    if (day && SENTENCE_END.test(text.slice(day.end, piece.index))) day = null
    if (piece.type !== 'when') return piece
    if (isDay(piece.clues)) day = { clues: piece.clues, end: piece.end }
    if (!day || namesDate(piece.clues) || piece.clues.hour === undefined) return piece
    return { ...piece, clues: { ...day.clues, ...piece.clues } }
  })
}

function isDay(clues: Clues): boolean {
  const names = clues.dayShift ?? clues.weekday ?? clues.day
  return names !== undefined && !namesTime(clues)
}
