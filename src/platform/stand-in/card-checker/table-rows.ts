// Rows of a table against its columns.

import { asList, asRecord, isRecord } from '../json.ts'
import type { Kind } from './kinds.ts'
import { CardProblem } from './problem.ts'

const isText = (cell: unknown) => typeof cell === 'string'
const CELLS: { readonly [type: string]: (cell: unknown) => boolean } = {
  text: isText,
  lark_md: isText,
  markdown: isText,
  number: (cell) => typeof cell === 'number',
  date: (cell) => typeof cell === 'number',
  options: (cell) => isText(cell) || (Array.isArray(cell) && cell.every(isOption)),
  persons: (cell) => isText(cell) || (Array.isArray(cell) && cell.every(isText)),
}

/** What a column may hold. */
export const DATA_TYPES = Object.keys(CELLS)

/** Checks that the rows of a table have the keys and types of its columns. */
export const tableRows: Kind = (value, path) => {
  const { columns, rows } = asRecord(value)
  const types = new Map(asList(columns).map((column) => toColumnType(asRecord(column))))
  if (!Array.isArray(rows)) throw new CardProblem(200914, 'table rows is invalid', path)
  rows.forEach((row, index) => {
    if (!isRecord(row))
      throw new CardProblem(200914, 'table rows is invalid', `${path} -> rows -> [${index}]`)
    for (const [key, cell] of Object.entries(row)) {
      const type = types.get(key)
      const at = `${path} -> rows -> [${index}] -> ${key}`
      if (type === undefined) throw new CardProblem(200915, `table rows have an unknown key: ${key}`, at)
      if (CELLS[type]?.(cell) !== true) throw new CardProblem(200914, `table cell is no ${type}`, at)
    }
  })
}

function toColumnType(column: { readonly [key: string]: unknown }): readonly [string, string] {
  return [String(column['name']), String(column['data_type'] ?? 'text')]
}

function isOption(value: unknown): boolean {
  return isText(asRecord(value)['text'])
}
