// Lines of cells as a file for spreadsheet programs. Whatever people wrote stays text: a cell that a program would run as
// a formula gets an apostrophe, which is taken off again where such a file is read back.

import { stringify } from 'csv-stringify/sync'

/** A word, or a number that programs may reckon with. */
export type Cell = string | number

/** Where a formula could begin: in the cell, or behind a sign at which a program of another country divides cells. */
const FORMULA = /(?<=^|[;\t])(?=[\s\p{Cf}']{0,60}[=+\-@＝＋－＠])|^(?='{0,60}[\t\r])/gu
const INERT = /(?<=^|[;\t])'(?=[\s\p{Cf}']{0,60}[=+\-@＝＋－＠])|^'(?='{0,60}[\t\r])/gu

/** The lines as CSV that spreadsheet programs open rightly: UTF-8 with its mark, lines that end as theirs do. */
export function toSpreadsheet(lines: readonly (readonly Cell[])[]): Uint8Array {
  const text = stringify(
    lines.map((cells) => cells.map((cell) => (typeof cell === 'string' ? toInert(cell) : cell))),
    // A lone end of a line would begin a line of its own, in which a formula could stand.
    { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )
  return new TextEncoder().encode(text)
}

/** What stood in a cell before it was made inert. */
export function fromInert(cell: string): string {
  return cell.replace(INERT, '')
}

function toInert(cell: string): string {
  return cell.replace(FORMULA, "'")
}
