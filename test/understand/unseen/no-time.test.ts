// Texts in which no time is meant, written by people who had not seen the recognisers: drawn like the suites of public
// parsers (`no-time.jsonl`, never mended), and written to tempt a machine (`no-time-mended.jsonl`, read once and then mended).

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTimes } from '../../../src/understand/time/index.ts'

interface Line {
  readonly lang: 'zh' | 'en'
  readonly text: string
  readonly now: string
}

const listLines = (name: string): readonly Line[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

/** Whether no point in time is found; a length alone, such as nine days, is none. */
const findsNone = ({ text, now }: Line): boolean =>
  readTimes(text, { now: new Date(now), zone: 'Asia/Shanghai', lean: 'forward' }).every(
    ({ kind }) => kind === 'duration',
  )

describe.each(['no-time.jsonl', 'no-time-mended.jsonl'])('of the texts of %s', (name) => {
  it.each(['zh', 'en'] as const)('97 in 100 that are %s name no point in time', (lang) => {
    const lines = listLines(name).filter((line) => line.lang === lang)
    expect(lines.filter(findsNone).length / lines.length).toBeGreaterThanOrEqual(0.97)
  })
})
