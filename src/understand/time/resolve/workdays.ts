// On which days a bank in China works: the government's table where it has been announced, otherwise weekdays
// without the holidays as long as they have lately been given every year. The table is read as data: the functions of the package that
// holds it read the process time zone.
import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Temporal } from 'temporal-polyfill'
import { findHoliday } from './holidays.ts'

const free: Readonly<Record<string, string>> = table.holidays
const madeUp: Readonly<Record<string, string>> = table.workdays

const announcedYears = new Set(Object.keys(free).map((day) => Number(day.slice(0, 4))))

/** Key of each statutory holiday and how many days it has lately been given; the law frees fewer, days shifted from
 * weekends make up the rest, and which weekends those are is unknown before the announcement. 春节 counts from 除夕. */
const STATUTORY: readonly (readonly [string, number])[] = [
  ['01-01', 1],
  ['lunar:1-1', 8],
  ['term:7', 1],
  ['05-01', 5],
  ['lunar:5-5', 1],
  ['lunar:8-15', 1],
  ['10-01', 7],
]

const customary = new Map<number, ReadonlySet<string>>()

function getCustomaryDays(year: number): ReadonlySet<string> {
  const known = customary.get(year)
  if (known) return known
  const days = new Set<string>()
  for (const [key, count] of STATUTORY) {
    const first = findHoliday(key, year)
    for (let n = key === 'lunar:1-1' ? -1 : 0; first && n < count; n += 1)
      days.add(first.add({ days: n }).toString())
  }
  customary.set(year, days)
  return days
}

/** Whether a day is free by holiday, weekends left aside. */
function isHoliday(day: Temporal.PlainDate): boolean {
  const text = day.toString()
  return announcedYears.has(day.year) ? text in free : getCustomaryDays(day.year).has(text)
}

/** Whether people work on a day, make-up workdays counted in. */
export function isWorkday(day: Temporal.PlainDate): boolean {
  if (isHoliday(day)) return false
  return day.dayOfWeek <= 5 || day.toString() in madeUp
}

/** The day that lies a number of workdays away; the day itself is not counted. */
export function addWorkdays(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  const step = Math.sign(count)
  let left = Math.min(Math.abs(count), 1000)
  let at = day
  while (left > 0) {
    at = at.add({ days: step })
    if (isWorkday(at)) left -= 1
  }
  return at
}

/** First and last free day of the holiday that a day belongs to, weekends that touch it included. */
export function findHolidayPeriod(day: Temporal.PlainDate): {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
} {
  let [from, to] = [day, day]
  if (!isHoliday(day)) return { from, to }
  for (let n = 0; n < 15 && !isWorkday(from.subtract({ days: 1 })); n += 1) from = from.subtract({ days: 1 })
  for (let n = 0; n < 15 && !isWorkday(to.add({ days: 1 })); n += 1) to = to.add({ days: 1 })
  return { from, to }
}
