// Hours from now in a zone that changes its clocks: they pass on the way of time, whatever the wall shows.
import { describe } from 'vitest'
import { testTable } from '../read-aloud.ts'

const inNewYork = (instant: string) =>
  ({ now: new Date(instant), zone: 'America/New_York', lean: 'forward' }) as const

describe('half past midnight of the night in which New York loses an hour', () => {
  testTable(
    [
      ['in 3 hours', 'in 3 hours', '2026-03-08T04:30'],
      ['3小时后', '3小时后', '2026-03-08T04:30'],
      ['明天下午3点', '明天下午3点', '2026-03-09T15:00'],
    ],
    inNewYork('2026-03-08T00:30:00-05:00'),
  )
})

describe('half past midnight of the night in which New York gains an hour', () => {
  testTable(
    [
      ['in 3 hours', 'in 3 hours', '2026-11-01T02:30'],
      ['90分钟后', '90分钟后', '2026-11-01T01:00'],
    ],
    inNewYork('2026-11-01T00:30:00-04:00'),
  )
})
