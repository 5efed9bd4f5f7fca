// Reads a list of customers from the bytes of a CSV file: UTF-8 or GB18030, header first (S25). Pure; knows no database.

import { parse } from 'csv-parse/sync'
import { fail, ok, type Result } from '../../core/result.ts'
import { isExportHeading } from '../exports/index.ts'
import { fromInert } from '../spreadsheet.ts'
import { HEADER } from './template.ts'

/** A bigger file is no list that one person keeps. */
const MOST_BYTES = 1_000_000
/** More rows than this are split into several files. */
export const MOST_ROWS = 2000

/** Why a file is none that can be read. */
export type ListFault =
  | { readonly fault: 'too_large' | 'not_csv' | 'encoding' | 'empty' | 'too_many_rows' | 'exported' }
  | { readonly fault: 'header'; readonly found: string; readonly expected: string }

/** A row as it stands in the file. */
export interface ListRow {
  /** Number in the file; the header is row 1. */
  readonly row: number
  readonly name: string
  readonly phone: string
  readonly source: string
}

/** The text of a file that a person sent. */
export function decodeList(name: string, bytes: Uint8Array): Result<string, ListFault> {
  if (bytes.byteLength > MOST_BYTES) return fail({ fault: 'too_large' })
  if (!/\.(csv|txt)$/i.test(name)) return fail({ fault: 'not_csv' })
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = decode(bytes, encoding)
    if (text !== null && !text.includes('\u0000')) return ok(text)
  }
  return fail({ fault: 'encoding' })
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The rows of a list. A header that is not the template's is named with what should stand there. */
export function parseList(text: string): Result<readonly ListRow[], ListFault> {
  const records = parseRecords(text)
  if (records === null) return fail({ fault: 'not_csv' })
  const [header, ...rows] = records
  if (header === undefined || rows.length === 0) return fail({ fault: 'empty' })
  if (isExportHeading(header.fields)) return fail({ fault: 'exported' })
  const wrong = HEADER.findIndex((expected, place) => header.fields[place]?.trim() !== expected)
  if (wrong >= 0)
    return fail({ fault: 'header', found: header.fields[wrong]?.trim() ?? '', expected: HEADER[wrong] ?? '' })
  if (rows.length > MOST_ROWS) return fail({ fault: 'too_many_rows' })
  return ok(
    rows.map(({ row, fields: [name = '', phone = '', source = ''] }) => ({
      row,
      name: name.trim(),
      phone: phone.trim(),
      source: source.trim(),
    })),
  )
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function parseRecords(text: string): { readonly row: number; readonly fields: readonly string[] }[] | null {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    })
    return (parsed as readonly Parsed[])
      .filter(({ record }) => record.some((field) => field.trim() !== ''))
      .map(({ record, info }) => ({ row: info.lines, fields: record.map(fromInert) }))
  } catch {
    return null
  }
}
