// The gap list as CSV, for whoever teaches the understanding.

import { stringify } from 'csv-stringify/sync'
import { dayOf, wallOf } from '../../core/calendar.ts'
import type { GapRow } from './store.ts'

const HEADINGS = ['at', 'kind', 'text', 'guess', 'facts']

/**
 * The gaps as CSV that spreadsheet programs open rightly, with a line of headings; `at` is wall time in the zone, `facts` is
 * JSON, and a cell that they would run as a formula is made text.
 */
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
  const csv = stringify([HEADINGS, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  return { name: `gaps-${dayOf(now, zone)}.csv`, bytes: new TextEncoder().encode(csv) }
}
