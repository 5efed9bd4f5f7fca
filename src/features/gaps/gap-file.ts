// The gap list as CSV, for whoever teaches the understanding.

import { dayOf, wallOf } from '../../core/calendar.ts'
import { toSpreadsheet } from '../spreadsheet.ts'
import type { GapRow } from './store.ts'

const HEADINGS = ['at', 'kind', 'text', 'guess', 'facts']

/** The gaps as a file with a line of headings; `at` is wall time in the zone, `facts` is JSON. */
export function toGapFile(
  rows: readonly GapRow[],
  now: Date,
  zone: string,
): { readonly name: string; readonly bytes: Uint8Array } {
  const lines = rows.map(({ at, kind, text, guess, facts }) => [
    wallOf(at, zone),
    kind,
    text,
    guess ?? '',
    JSON.stringify(facts),
  ])
  return { name: `gaps-${dayOf(now, zone)}.csv`, bytes: toSpreadsheet([HEADINGS, ...lines]) }
}
