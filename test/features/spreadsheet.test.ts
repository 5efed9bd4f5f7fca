// What people wrote comes out of a file as text: no spreadsheet program finds a formula in it, and nothing is lost.

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromInert, toSpreadsheet } from '../../src/features/spreadsheet.ts'

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const cellsOf = (bytes: Uint8Array) =>
  parse(textOf(bytes), { bom: true, relax_column_count: true, relax_quotes: true }) as string[][]

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠']
const STARTS = ['', ' ', '\t', '\r', '\n', '\r\n', '\u00a0', '\u200b', '\ufeff', "'", ';', 'a;', 'a\t', 'a; ']
const hostile = fc
  .tuple(fc.constantFrom(...STARTS), fc.constantFrom('', ...SIGNS), fc.string({ maxLength: 12 }))
  .map((parts) => parts.join(''))

/** Whether a program would run what stands in a cell. */
const runs = (cell: string) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r]/.test(cell)

describe('a file of cells', () => {
  it('begins with the mark of UTF-8 and ends its lines as spreadsheet programs do', () => {
    expect(
      textOf(
        toSpreadsheet([
          ['姓名', 1],
          ['a,b', -2],
        ]),
      ),
    ).toBe('\ufeff姓名,1\r\n"a,b",-2\r\n')
  })

  it.each(['=cmd', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝cmd', ' =cmd', "=cmd|' /C calc'!A0", 'a;=cmd'])(
    'makes %j text',
    (written) => {
      const [[cell = ''] = []] = cellsOf(toSpreadsheet([[written]]))
      expect(cell).toContain("'")
      expect(fromInert(cell)).toBe(written)
    },
  )

  it.each(['李建国', "O'Brien", 'a-b', '138****1234', '2026-11-21', 'x; y'])(
    'leaves %j as it is',
    (written) => {
      expect(textOf(toSpreadsheet([[written]]))).toBe(`\ufeff${written}\r\n`)
    },
  )

  it('holds no formula, whatever was written, and gives every word back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(hostile, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (lines) => {
          const read = cellsOf(toSpreadsheet(lines))
          expect(read.flat().filter(runs)).toEqual([])
          expect(read.map((cells) => cells.map(fromInert))).toEqual(lines)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each([';', '\t'])('holds none where a program divides cells at %j either', (delimiter) => {
    fc.assert(
      fc.property(fc.tuple(hostile, hostile), (cells) => {
        const [text = ''] = [textOf(toSpreadsheet([cells])).slice(1, -2)]
        expect(text.split(delimiter).filter(runs)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
