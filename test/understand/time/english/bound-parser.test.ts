// Deadlines, beginnings and ranges in English.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['I can drop by Friday', 'Friday', '2026-11-20'],
    ['by next Wednesday', 'by next Wednesday', '→ 2026-11-25 (before)'],
    ['due by Dec 1', 'due by Dec 1', '→ 2026-12-01 (before)'],
    ['no later than Nov 30', 'no later than Nov 30', '→ 2026-11-30 (before)'],
    ['until Friday', 'until Friday', '→ 2026-11-20 (before)'],
    ['before 5pm today', 'before 5pm today', '→ 2026-11-18T17:00 (before)'],
    ['by the end of this quarter', 'by the end of this quarter', '→ 2026-12-31 (before)'],
    ['by noon on Friday', 'by noon on Friday', '→ 2026-11-20T12:00 (before)'],
    ['tomorrow by 5', 'tomorrow by 5', '→ 2026-11-19T17:00 (before)'],
    ['after 5pm tomorrow', 'after 5pm tomorrow', '2026-11-19T17:00 (after)'],
    ['since Monday', 'since Monday', '2026-11-16 (after)'],
    ['from tomorrow onwards', 'from tomorrow onwards', '2026-11-19 (after)'],
    ['starting Dec 1', 'starting Dec 1', '2026-12-01 (after)'],
    ['between 2 and 4 pm on Monday', '2 and 4 pm on Monday', '2026-11-23T14:00 → 2026-11-23T16:00'],
    ['from 9am until noon', '9am until noon', '2026-11-18T09:00 → 2026-11-18T12:00'],
    ['tomorrow from 2pm until 4pm', 'tomorrow from 2pm until 4pm', '2026-11-19T14:00 → 2026-11-19T16:00'],
    ['Nov 30 from 2 to 4', 'Nov 30 from 2 to 4', '2026-11-30T14:00 → 2026-11-30T16:00'],
    ['next Monday to Wednesday', 'next Monday to Wednesday', '2026-11-23 → 2026-11-25'],
    ['from 3 to 5pm', '3 to 5pm', '2026-11-18T15:00 → 2026-11-18T17:00'],
    ['from the 3rd to the 7th', '3rd to the 7th', '2026-12-03 → 2026-12-07'],
    ['on or before Dec 1', 'on or before Dec 1', '→ 2026-12-01 (before)'],
    ['today 5-6', 'today 5-6', '2026-11-18T17:00 → 2026-11-18T18:00'],
    ['no earlier than 2pm tomorrow', 'no earlier than 2pm tomorrow', '2026-11-19T14:00 (after)'],
    ['anytime before lunch', 'anytime before lunch', '→ 2026-11-18T11:00 (before)'],
    ['the day following Boxing Day', 'the day following Boxing Day', '2026-12-27'],
    ['5-6 this evening', '5-6 this evening', '2026-11-18T17:00 → 2026-11-18T18:00'],
    ['from Oct 28 up to Nov 3', 'Oct 28 up to Nov 3', '2027-10-28 → 2027-11-03'],
    [
      'away from May 24 up to and including May 28',
      'May 24 up to and including May 28',
      '2027-05-24 → 2027-05-28',
    ],
    [
      'Nov 20 all the way through to Nov 25',
      'Nov 20 all the way through to Nov 25',
      '2026-11-20 → 2026-11-25',
    ],
    ['Nov 20 up until Nov 25', 'Nov 20 up until Nov 25', '2026-11-20 → 2026-11-25'],
    ['starts Nov 20, ends Nov 25', 'Nov 20, ends Nov 25', '2026-11-20 → 2026-11-25'],
    ['beginning on Nov 20 and ending on Nov 25', 'Nov 20 and ending on Nov 25', '2026-11-20 → 2026-11-25'],
    ['up to Friday', 'up to Friday', '→ 2026-11-20 (before)'],
    ['until and including Friday', 'until and including Friday', '→ 2026-11-20 (before)'],
    ['not after Friday', 'not after Friday', '→ 2026-11-20 (before)'],
    ['before the week is out', 'before the week is out', '→ 2026-11-22 (before)'],
    ['Rent is due on the first of July', 'the first of July', '2027-07-01'],
    ['due on Friday', 'Friday', '2026-11-20'],
    ['due before Friday', 'due before Friday', '→ 2026-11-20 (before)'],
    ['due on or before Friday', 'due on or before Friday', '→ 2026-11-20 (before)'],
    ['due Friday', 'due Friday', '→ 2026-11-20 (before)'],
    ['tomorrow after dinner', 'tomorrow after dinner', '2026-11-19 evening'],
    ['Friday pm', 'Friday pm', '2026-11-20 afternoon'],
    ['tomorrow at dusk', 'tomorrow at dusk', '2026-11-19 evening'],
  ])

  testNoTime([
    'at least 3 people',
    'at 5%',
    'on 5 accounts',
    'up to 5 people',
    'up to 3',
    'a limit of up to 50k',
  ])
})
