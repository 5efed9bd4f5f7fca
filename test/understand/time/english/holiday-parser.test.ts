// Holidays by their English names.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['Christmas Eve at 7pm', 'Christmas Eve at 7pm', '2026-12-24T19:00'],
    ['before National Day', 'before National Day', '→ 2027-09-30 (before)'],
    ['during the National Day holiday', 'National Day holiday', '2027-10-01 → 2027-10-07'],
    ['after Spring Festival', 'after Spring Festival', '2027-02-06 (after)'],
    ["New Year's Eve", "New Year's Eve", '2026-12-31'],
    ['Mid-Autumn Festival 2027', 'Mid-Autumn Festival 2027', '2027-09-15'],
    ['Good Friday', 'Good Friday', '2027-03-26'],
  ])

  testNoTime(['happy new year', 'draft a Spring Festival message'])
})
