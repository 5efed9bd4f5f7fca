// Workdays of a bank in China: the announced table, make-up days, and years without an announcement.
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addWorkdays,
  findHolidayPeriod,
  isWorkday,
} from '../../../../src/understand/time/resolve/workdays.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('workdays', () => {
  test('a Sunday that makes up for a holiday is one', () => {
    expect(isWorkday(day('2026-02-14'))).toBe(true)
    expect(isWorkday(day('2026-02-28'))).toBe(true)
  })

  test('a weekday inside a holiday is none', () => {
    expect(isWorkday(day('2026-10-05'))).toBe(false)
    expect(isWorkday(day('2026-02-17'))).toBe(false)
  })

  test('are counted over a holiday and its make-up days, forwards and backwards', () => {
    expect(addWorkdays(day('2026-09-30'), 1).toString()).toBe('2026-10-08')
    expect(addWorkdays(day('2026-10-08'), -1).toString()).toBe('2026-09-30')
    expect(addWorkdays(day('2026-02-13'), 1).toString()).toBe('2026-02-14')
  })

  test('a holiday reaches from its first to its last free day', () => {
    const { from, to } = findHolidayPeriod(day('2026-10-01'))
    expect([from.toString(), to.toString()]).toEqual(['2026-10-01', '2026-10-07'])
  })

  test('in a year that is not announced, the holidays keep their customary length', () => {
    expect(isWorkday(day('2031-10-03'))).toBe(false)
    expect(isWorkday(day('2031-10-08'))).toBe(true)
    expect(isWorkday(day('2031-10-12'))).toBe(false)
  })
})
