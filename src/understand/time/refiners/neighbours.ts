// Which pieces stand side by side, with nothing but blanks, commas or small words between them.
import type { Piece } from '../piece.ts'

/** More small words in a row than this join nothing; the bound keeps the walk linear. */
const MOST_SMALL_WORDS = 4

const GAP = /^[\s,()|"'[\]_]{0,6}$/

/** Whether nothing that carries meaning stands between two pieces. */
export function touch(text: string, left: Piece | undefined, right: Piece | undefined): boolean {
  if (!left || !right || right.index - left.end > 6) return false
  return GAP.test(text.slice(left.end, right.index))
}

/** Index of the next piece that touches, small words skipped; -1 where there is none. */
export function findNext(text: string, pieces: readonly Piece[], from: number, step: 1 | -1 = 1): number {
  let at = from
  for (let skipped = 0; skipped <= MOST_SMALL_WORDS; skipped += 1) {
    const [here, there] = [pieces[at], pieces[at + step]]
    if (!(step > 0 ? touch(text, here, there) : touch(text, there, here))) return -1
    at += step
    if (pieces[at]?.type !== 'glue') return at
  }
  return -1
}

/** The pieces with those from `first` to `last` replaced by one. */
export function replaceRun(pieces: Piece[], first: number, last: number, piece: Piece): void {
  pieces.splice(first, last - first + 1, piece)
}
