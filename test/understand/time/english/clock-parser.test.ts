// Times of day in English words.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['half past three', 'half past three', '2026-11-18T15:30'],
    ['quarter past 5', 'quarter past 5', '2026-11-18T17:15'],
    ['quarter to six', 'quarter to six', '2026-11-18T17:45'],
    ['ten past nine', 'ten past nine', '2026-11-18T21:10'],
    ['seven thirty tonight', 'seven thirty tonight', '2026-11-18T19:30'],
    ['8 at night', '8 at night', '2026-11-18T20:00'],
    ['3 in the afternoon', '3 in the afternoon', '2026-11-18T15:00'],
    ["10 o'clock", "10 o'clock", '2026-11-18T22:00'],
    ['Friday at noon', 'Friday at noon', '2026-11-20T12:00'],
    ['tomorrow at midnight', 'tomorrow at midnight', '2026-11-20T00:00'],
    ['at eight tomorrow', 'at eight tomorrow', '2026-11-19T08:00'],
    ['11-ish', '11-ish', '2026-11-18T11:00'],
    ['20 mins to 11 tonight', '20 mins to 11 tonight', '2026-11-18T22:40'],
    ['quarter of nine tonight', 'quarter of nine tonight', '2026-11-18T20:45'],
    ['half nine tonight', 'half nine tonight', '2026-11-18T21:30'],
    [
      'from two to four in the afternoon',
      'two to four in the afternoon',
      '2026-11-18T14:00 → 2026-11-18T16:00',
    ],
    ['at 14h30 tomorrow', '14h30 tomorrow', '2026-11-19T14:30'],
    ['noonish on Friday', 'noonish on Friday', '2026-11-20T12:00'],
    ['1 to 3 pm tomorrow', '1 to 3 pm tomorrow', '2026-11-19T13:00 → 2026-11-19T15:00'],
  ])

  testNoTime(['two of them', 'seven deals', 'dozens of calls'])
})
