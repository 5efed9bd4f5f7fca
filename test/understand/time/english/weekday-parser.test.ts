// Days of the week in English.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['call Bob next Tuesday at 10:30am', 'next Tuesday at 10:30am', '2026-11-24T10:30'],
    ['this past Monday', 'this past Monday', '2026-11-16'],
    ['the following Tuesday', 'the following Tuesday', '2026-11-24'],
    ['Tuesday next week at 3', 'Tuesday next week at 3', '2026-11-24T15:00'],
    ['Tuesday the week after next', 'Tuesday the week after next', '2026-12-01'],
    ['Thursday week', 'Thursday week', '2026-11-26'],
    ['two Fridays from now', 'two Fridays from now', '2026-11-27'],
    ['mon 9am', 'mon 9am', '2026-11-23T09:00'],
    ['wed at 2', 'wed at 2', '2026-11-18T14:00'],
    ['first thing Monday morning', 'first thing Monday morning', '2026-11-23 morning'],
    ['the Tuesday after Christmas', 'Tuesday after Christmas', '2026-12-29'],
    ['the second Monday after Nov 25', 'the second Monday after Nov 25', '2026-12-07'],
    ['two weeks on Monday', 'two weeks on Monday', '2026-12-07'],
    ['wensday at 4pm', 'wensday at 4pm', '2026-11-18T16:00'],
    ['firday', 'firday', '2026-11-20'],
    ['two weeks from Tuesday at 4', 'two weeks from Tuesday at 4', '2026-12-08T16:00'],
    [
      'Tuesday and Thursday afternoons',
      'Tuesday and Thursday afternoons',
      'FREQ=WEEKLY;BYDAY=TU,TH from 2026-11-19 afternoon',
    ],
    ['on sat', 'sat', '2026-11-21'],
    ['see you on sun.', 'sun.', '2026-11-22'],
    ['on sat at 3', 'sat at 3', '2026-11-21T15:00'],
    ['on wed to discuss', 'wed', '2026-11-18'],
    ['book it on sat & call me', 'sat', '2026-11-21'],
  ])

  testNoTime([
    'he sat down',
    'the sun is out',
    'wed to the idea',
    'sun is out',
    'he sat on sun loungers',
    'prep on SAT scores',
    'Monday.com',
    "at Friday's",
    'TGI Fridays',
  ])
})
