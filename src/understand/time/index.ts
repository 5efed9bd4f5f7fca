// Reads every expression of time in a text. Pure: the reference instant and its zone are passed in, the
// process time zone plays no part. Recognisers cut pieces out of the folded text, refiners put them together,
// the resolver looks them up in the calendar.
import { toLocal } from '../calendar.ts'
import { chineseRecognisers } from './chinese/index.ts'
import { englishRecognisers } from './english/index.ts'
import type { TimeFinding, TimeReference } from './finding.ts'
import { foldText } from './fold.ts'
import { bareNumber, numericClockParsers } from './numeric/clock-parser.ts'
import { numericDateParsers } from './numeric/date-parser.ts'
import type { Piece } from './piece.ts'
import { applyBounds, applyLengths } from './refiners/apply-bounds.ts'
import { applyRecurrences } from './refiners/apply-recurrences.ts'
import { carryDays, countFollowing, dropLeftovers } from './refiners/drop-leftovers.ts'
import { joinMoments } from './refiners/join.ts'
import { absorbNeighbours, linkRanges } from './refiners/link-ranges.ts'
import { settleNumbers } from './refiners/settle-numbers.ts'
import { toFinding } from './resolve/finding.ts'
import type { Standpoint } from './resolve/span.ts'
import { indexRecognisers, scanPieces } from './scan.ts'

export type { TimeFinding, TimeReference } from './finding.ts'

const recognisers = indexRecognisers([
  ...numericDateParsers,
  ...numericClockParsers,
  ...chineseRecognisers,
  ...englishRecognisers,
  bareNumber,
])

type Refiner = (pieces: Piece[], text: string) => Piece[]

const refiners: readonly Refiner[] = [
  settleNumbers,
  joinMoments,
  linkRanges,
  absorbNeighbours,
  applyBounds,
  joinMoments,
  absorbNeighbours,
  applyLengths,
  applyRecurrences,
  dropLeftovers,
  countFollowing,
  carryDays,
]

/** Finds all expressions of time in order of position; findings never overlap. Values are wall time in `reference.zone`. */
export function readTimes(text: string, reference: TimeReference): readonly TimeFinding[] {
  const folded = foldText(text)
  const scanned = scanPieces(folded, recognisers)
  if (scanned.length === 0) return []
  const pieces = refiners.reduce((refined, refine) => refine(refined, folded), scanned)
  const point = toStandpoint(reference)
  return pieces.flatMap((piece) => toFinding(piece, text, point) ?? [])
}

function toStandpoint({ now, zone, lean }: TimeReference): Standpoint {
  const at = toLocal(now, zone)
  return { now, zone, at, today: at.toPlainDate(), lean }
}
