// Neighbours that speak of one moment become one piece: 下周三 + 下午 + 3点, Friday + of + next week + at 9am.
import type { Clues } from '../clues.ts'
import type { Piece, When } from '../piece.ts'
import { mergeClues } from './merge-clues.ts'
import { findNext, replaceRun } from './neighbours.ts'

function joinTwo(left: Piece, right: Piece): Piece | null {
  if (right.type === 'when' && left.type === 'when') {
    const clues = mergeClues(left.clues, right.clues)
    return clues && spanning(left, right, clues)
  }
  return null
}

function spanning(left: When, right: When, clues: Clues): When {
  return {
    type: 'when',
    clues,
    index: left.index,
    end: right.end,
    weak: Boolean(left.weak && right.weak),
  }
}

/** Joins neighbouring moments from left to right. */
export function joinMoments(pieces: Piece[], text: string): Piece[] {
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
