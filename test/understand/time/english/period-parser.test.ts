// Whole weeks, months, quarters and years in English.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['over the weekend', 'the weekend', '2026-11-21 → 2026-11-22'],
    ['next quarter', 'next quarter', '2027-01-01 → 2027-03-31'],
    ['Q4 2026', 'Q4 2026', '2026-10-01 → 2026-12-31'],
    ['26Q4', '26Q4', '2026-10-01 → 2026-12-31'],
    ['first quarter of next year', 'first quarter of next year', '2027-01-01 → 2027-03-31'],
    ['first half of next year', 'first half of next year', '2027-01-01 → 2027-06-30'],
    ['the month after next', 'the month after next', '2027-01-01 → 2027-01-31'],
    ['early next week', 'early next week', '2026-11-23 → 2026-11-24'],
    ['later this week', 'later this week', '2026-11-19 → 2026-11-22'],
    ['end of next month', 'end of next month', '2026-12-31'],
    ['end of Q1', 'end of Q1', '2027-03-31'],
    ['last business day of the month', 'last business day of the month', '2026-11-30'],
    ['last Friday of the month', 'last Friday of the month', '2026-11-27'],
    ['the second Tuesday in December', 'the second Tuesday in December', '2026-12-08'],
    ['the week of 7 December', 'the week of 7 December', '2026-12-07 → 2026-12-13'],
    ['remainder of the quarter', 'remainder of the quarter', '2026-11-18 → 2026-12-31'],
    ['second half of next year', 'second half of next year', '2027-07-01 → 2027-12-31'],
    ['autumn 2027', 'autumn 2027', '2027-09-01 → 2027-11-30'],
    ['next winter', 'next winter', '2027-12-01 → 2028-02-29'],
    ['mid next week', 'mid next week', '2026-11-25 → 2026-11-26'],
    ['end of March 2027', 'end of March 2027', '2027-03-31'],
    ['the weekend of January 9', 'the weekend of January 9', '2027-01-09 → 2027-01-10'],
  ])

  testNoTime(['the second half of the game', 'next customer', 'last name', 'first of all'])
})
