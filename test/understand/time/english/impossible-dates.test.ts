// Dates that no calendar has, whole and in part, beside those that it has.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('dates that there are not', () => {
  testNoTime(['the 41st of March', 'April 0', 'May 33rd, 2027', '7-Eleven called'])

  testTable([
    ['the 31st of March', 'the 31st of March', '2027-03-31'],
    ['April 10', 'April 10', '2027-04-10'],
  ])
})
