// What holds for every reading, whatever the words: lean, zone, place of the finding, hostile text, linear work.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseRecognisers } from '../../../src/understand/time/chinese/index.ts'
import { englishRecognisers } from '../../../src/understand/time/english/index.ts'
import { readTimes } from '../../../src/understand/time/index.ts'
import { bareNumber, numericClockParsers } from '../../../src/understand/time/numeric/clock-parser.ts'
import { numericDateParsers } from '../../../src/understand/time/numeric/date-parser.ts'
import type { Recogniser } from '../../../src/understand/time/piece.ts'
import { indexRecognisers, scanPieces } from '../../../src/understand/time/scan.ts'
import { REFERENCE, sayFinding } from './read-aloud.ts'

const back = { ...REFERENCE, lean: 'back' } as const
const read = (text: string, reference = REFERENCE) => readTimes(text, reference).map(sayFinding)

describe('the lean', () => {
  test('of a plan takes a passed weekday, date and hour to the next one', () => {
    expect(read('周一')).toEqual(['2026-11-23'])
    expect(read('3月1日')).toEqual(['2027-03-01'])
    expect(read('9点')).toEqual(['2026-11-18T21:00'])
  })

  test('of a record takes them to the last one', () => {
    expect(read('周一', back)).toEqual(['2026-11-16'])
    expect(read('周五', back)).toEqual(['2026-11-13'])
    expect(read('3月1日', back)).toEqual(['2026-03-01'])
    expect(read('12月1日', back)).toEqual(['2025-12-01'])
    expect(read('9点', back)).toEqual(['2026-11-18T09:00'])
  })
})

describe('the zone', () => {
  test('decides which day it is', () => {
    const now = new Date('2026-11-18T20:00:00Z')
    expect(read('明天', { ...REFERENCE, now })).toEqual(['2026-11-20'])
    expect(read('明天', { ...REFERENCE, now, zone: 'America/New_York' })).toEqual(['2026-11-19'])
  })
})

describe('a sentence', () => {
  test('with two times gives two findings in order', () => {
    const findings = readTimes('上周四拜访过,约了12月3号上午10点签约', REFERENCE)
    expect(findings.map(({ text }) => text)).toEqual(['上周四', '12月3号上午10点'])
  })

  test('lends its day to a clock that follows', () => {
    expect(read('后天跟恒昌集团开会,下午4点')).toEqual(['2026-11-20', '2026-11-20T16:00'])
  })

  test('counts the next day from the day named before', () => {
    expect(read('周五下午签约,次日放款')).toEqual(['2026-11-20 afternoon', '2026-11-21'])
    expect(read('20号签约,第二天上午放款')).toEqual(['2026-11-20', '2026-11-21 morning'])
    expect(read('we sign on Friday, the next day I fly')).toEqual(['2026-11-20', '2026-11-21'])
    expect(read('周五签约. 次日放款')).toEqual(['2026-11-20', '2026-11-19'])
  })

  test('does not lend its day to the next sentence', () => {
    expect(read('后天休息. 下午4点开会')).toEqual(['2026-11-20', '2026-11-18T16:00'])
  })
})

const words =
  '今明后大上下这本每隔个周星期礼拜一二三四五六日天月年号点时分刻半早晚午前后内之以到至国庆中秋节农历初最近工作第末底初季度 的,-~/.:0123456789 ab at on next last every day week monday may of the to until before in half past quarter and twenty first pm'
const wordsArbitrary = fc
  .array(fc.oneof(fc.constantFrom(...words.split('')), fc.constantFrom(...words.split(' '))), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''))
const textArbitrary = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), wordsArbitrary, wordsArbitrary)

const DAY = '(\\d{4})-(\\d\\d)-(\\d\\d)'
const WALL_TIME = new RegExp(`^${DAY}(?:T([01]\\d|2[0-3]):[0-5]\\d| (?:morning|noon|afternoon|evening))?$`)

describe('hostile text', () => {
  test('never breaks the reader, and findings lie in the text in order', () => {
    fc.assert(
      fc.property(textArbitrary, fc.constantFrom(REFERENCE, back), (text, reference) => {
        let last = 0
        for (const finding of readTimes(text, reference)) {
          expect(finding.index).toBeGreaterThanOrEqual(last)
          expect(text.slice(finding.index, finding.index + finding.text.length)).toBe(finding.text)
          last = finding.index + finding.text.length
          for (const value of [finding.start, finding.end])
            if (value !== undefined) expect(value).toMatch(WALL_TIME)
          expect(finding.duration ?? finding.rule ?? finding.start ?? finding.end).toMatch(/\d|FREQ=/)
        }
      }),
      { numRuns: 20_000 },
    )
  })

  test.each([
    '',
    ' ',
    '\ud800',
    '明\ud800天',
    '🙂🙂',
    "'; DROP TABLE customers; --",
    '<at id=all></at>',
    '\u0000明天\u0007',
  ])('reads %j without harm', (text) => {
    expect(() => readTimes(text, REFERENCE)).not.toThrow()
  })
})

const recognisers: readonly Recogniser[] = [
  ...numericDateParsers,
  ...numericClockParsers,
  ...chineseRecognisers,
  ...englishRecognisers,
  bareNumber,
]

describe('the work', () => {
  test('of one pattern is bounded: none repeats without an end', () => {
    const unbounded = recognisers
      .map(({ pattern }) => pattern.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x'))
      .filter((source) => /[*+]|\{\d+,\}/.test(source))
    expect(unbounded).toEqual([])
  })

  test.each([
    '明天下午三点,',
    '一二三四五',
    '下下',
    '1 ',
    '1:',
    'at the on in ',
    'twenty ',
    'mon tue ',
    '每年',
    'half an hour ',
  ])('of a text full of %j grows no faster than the text', (unit) => {
    const asked = (length: number) => {
      let questions = 0
      const counting = recognisers.map((recogniser) => ({
        ...recogniser,
        pattern: countExec(recogniser.pattern, () => (questions += 1)),
      }))
      scanPieces(unit.repeat(length), indexRecognisers(counting))
      return questions
    }
    expect(asked(800)).toBeLessThanOrEqual(2.1 * asked(400) + 20)
  })
})

function countExec(pattern: RegExp, count: () => void): RegExp {
  const counted = new RegExp(pattern.source, pattern.flags)
  const exec = counted.exec.bind(counted)
  counted.exec = (text) => {
    count()
    return exec(text)
  }
  return counted
}
