// Clocks in digits.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['8：05 pm', '8：05 pm', '2026-11-18T20:05'],
    ['9.30am', '9.30am', '2026-11-19T09:30'],
    ['1730 hours', '1730 hours', '2026-11-18T17:30'],
    ['340pm', '340pm', '2026-11-18T15:40'],
    ['meet at 17.30', '17.30', '2026-11-18T17:30'],
    ['明天14:30-15:30', '明天14:30-15:30', '2026-11-19T14:30 → 2026-11-19T15:30'],
    ['下午5:30-6:30', '下午5:30-6:30', '2026-11-18T17:30 → 2026-11-18T18:30'],
    ['Monday 9am-11am', 'Monday 9am-11am', '2026-11-23T09:00 → 2026-11-23T11:00'],
    ['3-5pm tomorrow', '3-5pm tomorrow', '2026-11-19T15:00 → 2026-11-19T17:00'],
  ])

  testNoTime(['25:10', '比例是3:1', 'T1024'])
})
