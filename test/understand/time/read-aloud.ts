// Reads a phrase at one fixed moment and says what was found in one line, for the tables of the parsers.
import { expect, test } from 'vitest'
import { readTimes, type TimeFinding, type TimeReference } from '../../../src/understand/time/index.ts'

/** Wednesday, 18 November 2026, 10:20 in Shanghai. */
export const REFERENCE: TimeReference = {
  now: new Date('2026-11-18T02:20:00Z'),
  zone: 'Asia/Shanghai',
  lean: 'forward',
}

/** Phrase, the words in it that are matched, and what they mean. */
export type Row = readonly [phrase: string, words: string, value: string]

/** One line for one finding: `2026-11-25T14:00`, `a → b`, `→ b (before)`, `FREQ=… from a`, `PT2H`. */
export function sayFinding({ kind, start = '', end, bound, duration, rule }: TimeFinding): string {
  if (kind === 'duration') return duration ?? ''
  if (kind === 'recurrence') return `${rule} from ${start}`
  const span = end === undefined ? start : `${start} → ${end}`.trim()
  return bound ? `${span} (${bound})` : span
}

/** Declares one test for each row of a table. */
export function testTable(rows: readonly Row[], reference: TimeReference = REFERENCE): void {
  test.each(rows)('reads %s', (phrase, words, value) => {
    const findings = readTimes(phrase, reference)
    expect(findings.map((finding) => [finding.text, sayFinding(finding)])).toEqual([[words, value]])
    expect(phrase.slice(findings[0]?.index).startsWith(words)).toBe(true)
  })
}

/** Declares one test for each phrase that means no time. */
export function testNoTime(phrases: readonly string[]): void {
  test.each(phrases)('finds no time in %s', (phrase) => {
    expect(readTimes(phrase, REFERENCE)).toEqual([])
  })
}
