// Days counted from today, in English.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['tmr 3pm', 'tmr 3pm', '2026-11-19T15:00'],
    ['day after tomorrow at 2pm', 'day after tomorrow at 2pm', '2026-11-20T14:00'],
    ['tonight at 8', 'tonight at 8', '2026-11-18T20:00'],
    ['last night', 'last night', '2026-11-17 evening'],
    ['remind me tomorrow at 9', 'tomorrow at 9', '2026-11-19T09:00'],
    ['by EOD Friday', 'by EOD Friday', '→ 2026-11-20 (before)'],
    ['by end of day', 'by end of day', '→ 2026-11-18 (before)'],
    ['noon tomorrow', 'noon tomorrow', '2026-11-19T12:00'],
  ])

  testNoTime(['nowhere near', 'asap'])
})
