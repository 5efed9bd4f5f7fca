// Dates with the month by name, and days of the month, in English.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['3rd of December', '3rd of December', '2026-12-03'],
    ['the 3rd of December at 10am', 'the 3rd of December at 10am', '2026-12-03T10:00'],
    ['Dec 3rd 2026 at 4pm', 'Dec 3rd 2026 at 4pm', '2026-12-03T16:00'],
    ['9 a.m. on Nov. 30', '9 a.m. on Nov. 30', '2026-11-30T09:00'],
    ['5-Dec-2026', '5-Dec-2026', '2026-12-05'],
    ['December 2026', 'December 2026', '2026-12-01 → 2026-12-31'],
    ['the twenty third of November', 'the twenty third of November', '2026-11-23'],
    ['on the 15th', '15th', '2026-12-15'],
    ['the 15th of next month', '15th of next month', '2026-12-15'],
    ['Friday the 27th', 'Friday the 27th', '2026-11-27'],
    ['Nov 30 - Dec 2, 2026', 'Nov 30 - Dec 2, 2026', '2026-11-30 → 2026-12-02'],
    ['Dec 3-5', 'Dec 3-5', '2026-12-03 → 2026-12-05'],
    ['in May', 'in May', '2027-05-01 → 2027-05-31'],
    ['late December', 'late December', '2026-12-21 → 2026-12-31'],
    ['mid December', 'mid December', '2026-12-11 → 2026-12-20'],
    ['the evening of the 27th', 'the evening of the 27th', '2026-11-27 evening'],
    ['twenty third of next month', 'twenty third of next month', '2026-12-23'],
    ['5th of decmber', '5th of decmber', '2026-12-05'],
    ['April is busy', 'April', '2027-04-01 → 2027-04-30'],
    ['June is our renewal month', 'June', '2027-06-01 → 2027-06-30'],
    ['call August 5', 'August 5', '2027-08-05'],
    ['email June statement', 'June', '2027-06-01 → 2027-06-30'],
    ['call April on Friday', 'Friday', '2026-11-20'],
    ['on Dec 3 Nanjing Road', 'Dec 3', '2026-12-03'],
  ])

  testNoTime([
    'the fourth caller',
    'my second proposal',
    'may I call you',
    'Mr May called',
    'Mrs March wants a loan',
    'march on',
    'second opinion',
    'I need one more',
    'April is our new colleague',
    'ask June about the loan',
    'June said she would sign',
    'thanks June',
    'talk to April',
    'does June know',
    'August has signed',
    'May called',
    '10 Downing Street',
    'at 20 Nathan Road',
    '18 March Road',
    'USA Today',
  ])
})
