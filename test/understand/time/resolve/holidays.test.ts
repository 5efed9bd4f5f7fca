// Days of the solar year, the lunar year, counted weekdays and solar terms.
import { describe, expect, test } from 'vitest'
import { findHoliday, findNthWeekday } from '../../../../src/understand/time/resolve/holidays.ts'

describe('findHoliday', () => {
  test.each([
    ['lunar:8-15', 2026, '2026-09-25'],
    ['lunar:1-1', 2027, '2027-02-06'],
    ['new-years-eve-lunar', 2026, '2027-02-05'],
    ['term:7', 2026, '2026-04-05'],
    ['term:0', 2026, '2026-12-22'],
    ['nth:5-2-7', 2027, '2027-05-09'],
    ['easter', 2027, '2027-03-28'],
    ['black-friday', 2026, '2026-11-27'],
    ['12-25', 2026, '2026-12-25'],
  ])('knows %s of %i', (key, year, expected) => {
    expect(findHoliday(key, year)?.toString()).toBe(expected)
  })
})

describe('findNthWeekday', () => {
  test('counts from either end of the month', () => {
    expect(findNthWeekday(2026, 11, 1, 7)?.toString()).toBe('2026-11-01')
    expect(findNthWeekday(2026, 11, -1, 1)?.toString()).toBe('2026-11-30')
  })

  test('has no fifth Friday in a month with four', () => {
    expect(findNthWeekday(2026, 11, 5, 5)).toBeNull()
  })
})
