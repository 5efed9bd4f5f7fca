// Lengths of time in English, and what is counted from now.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['in 20 minutes', 'in 20 minutes', '2026-11-18T10:40'],
    ['in two hours and 30 minutes', 'in two hours and 30 minutes', '2026-11-18T12:50'],
    ['in an hour and a half', 'in an hour and a half', '2026-11-18T11:50'],
    ['in 1h30m', 'in 1h30m', '2026-11-18T11:50'],
    ['in a fortnight', 'in a fortnight', '2026-12-02'],
    ['in 3 business days', 'in 3 business days', '2026-11-23'],
    ['within 5 working days', 'within 5 working days', '2026-11-18 → 2026-11-25 (within)'],
    ['a week from Friday', 'a week from Friday', '2026-11-27'],
    ['two days before Christmas', 'two days before Christmas', '2026-12-23'],
    ['the day before Christmas', 'the day before Christmas', '2026-12-24'],
    ['30 minutes before noon tomorrow', '30 minutes before noon tomorrow', '2026-11-19T11:30'],
    ['three days ago', 'three days ago', '2026-11-15'],
    ['last 7 days', 'last 7 days', '2026-11-12 → 2026-11-18'],
    ['the last three months', 'the last three months', '2026-08-18 → 2026-11-18'],
    ['over the next 3 weeks', 'over the next 3 weeks', '2026-11-19 → 2026-12-09'],
    ['from 4pm for 45 minutes', '4pm for 45 minutes', '2026-11-18T16:00 → 2026-11-18T16:45'],
    ['it took 3 hours', '3 hours', 'PT3H'],
    ['day before Boxing Day', 'day before Boxing Day', '2026-12-25'],
  ])

  testNoTime(['a 3-year term deposit', '5 year fixed', 'customers aged 35'])
})
