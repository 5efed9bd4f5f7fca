// Names that hold a time and mean none, and the same words where the time is meant.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('names of firms and things', () => {
  testNoTime([
    'October Ventures opened an account',
    'Monday Motors Ltd needs a loan',
    'He wants the card in midnight blue',
    'It was in the Daily Telegraph',
  ])

  testTable([
    ['August capital gains are in', 'August', '2027-08-01 → 2027-08-31'],
    ['the Friday partners meeting', 'Friday', '2026-11-20'],
  ])
})
