// What comes back, in English.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['every Monday at 9am', 'every Monday at 9am', 'FREQ=WEEKLY;BYDAY=MO from 2026-11-23T09:00'],
    ['every Tue and Thu at 3pm', 'every Tue and Thu at 3pm', 'FREQ=WEEKLY;BYDAY=TU,TH from 2026-11-19T15:00'],
    ['every Mon, Wed and Fri', 'every Mon, Wed and Fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR from 2026-11-18'],
    ['every other Friday', 'every other Friday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR from 2026-11-20'],
    [
      'every two weeks on Monday',
      'every two weeks on Monday',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO from 2026-11-23',
    ],
    ['weekly on Fridays', 'weekly on Fridays', 'FREQ=WEEKLY;BYDAY=FR from 2026-11-20'],
    [
      'Mondays and Thursdays at 10',
      'Mondays and Thursdays at 10',
      'FREQ=WEEKLY;BYDAY=MO,TH from 2026-11-19T10:00',
    ],
    [
      'every weekday at 8:30',
      'every weekday at 8:30',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-19T08:30',
    ],
    ['9am daily', '9am daily', 'FREQ=DAILY from 2026-11-19T09:00'],
    ['every morning at 8', 'every morning at 8', 'FREQ=DAILY from 2026-11-19T08:00'],
    ['every month on the 20th', 'every month on the 20th', 'FREQ=MONTHLY;BYMONTHDAY=20 from 2026-11-20'],
    [
      'on the 15th of every month',
      'on the 15th of every month',
      'FREQ=MONTHLY;BYMONTHDAY=15 from 2026-12-15',
    ],
    [
      'the first Monday of every month',
      'the first Monday of every month',
      'FREQ=MONTHLY;BYDAY=1MO from 2026-12-07',
    ],
    [
      'every last Friday of the month',
      'every last Friday of the month',
      'FREQ=MONTHLY;BYDAY=-1FR from 2026-11-27',
    ],
    ['last day of every month', 'last day of every month', 'FREQ=MONTHLY;BYMONTHDAY=-1 from 2026-11-30'],
    [
      'every year on March 15',
      'every year on March 15',
      'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15 from 2027-03-15',
    ],
    ['every 30 minutes', 'every 30 minutes', 'FREQ=MINUTELY;INTERVAL=30 from 2026-11-18'],
    ['quarterly', 'quarterly', 'FREQ=MONTHLY;INTERVAL=3 from 2026-11-18'],
    ['nightly', 'nightly', 'FREQ=DAILY from 2026-11-18 evening'],
    ['every Christmas', 'every Christmas', 'FREQ=YEARLY from 2026-12-25'],
    ['every half hour', 'every half hour', 'FREQ=MINUTELY;INTERVAL=30 from 2026-11-18'],
    [
      'Monday to Friday at 9am every week',
      'Monday to Friday at 9am every week',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-19T09:00',
    ],
    [
      'the 10th and 25th of each month',
      'the 10th and 25th of each month',
      'FREQ=MONTHLY;BYMONTHDAY=10,25 from 2026-11-25',
    ],
  ])

  testNoTime(['call them twice a week', 'the daily limit is 50k', 'an annual fee'])
})
