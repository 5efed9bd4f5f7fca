// Days that the sky decides, lunar dates and solar terms. Each takes up to a third of a millisecond to compute, so that
// what was computed is kept: a message may name 春节 a hundred times.
import { Temporal } from 'temporal-polyfill'
import { LunarDay, SolarTerm } from 'tyme4ts'

type Day = Temporal.PlainDate | null

/** Days that are kept; with more, all are forgotten, which only a message of nonsense years comes to. */
const MOST_KEPT = 2000
const known = new Map<string, Day>()

function keep(key: string, compute: () => Day): Day {
  const kept = known.get(key)
  if (kept !== undefined) return kept
  if (known.size >= MOST_KEPT) known.clear()
  const day = compute()
  known.set(key, day)
  return day
}

/** The day of a lunar month and day in the lunar year that begins in `year`; null where that month is shorter. */
export function getLunarDate(year: number, month: number, day: number): Temporal.PlainDate | null {
  return keep(`lunar ${year} ${month} ${day}`, () => {
    try {
      return toDay(LunarDay.fromYmd(year, month, day).getSolarDay())
    } catch {
      return null
    }
  })
}

/** The day of a solar term, counted from 冬至 at the end of the year before. */
export function getSolarTerm(year: number, index: number): Temporal.PlainDate | null {
  return keep(`term ${year} ${index}`, () => {
    // The library counts 冬至 of the year before as the first term of a year.
    const term = SolarTerm.fromIndex(index === 0 ? year + 1 : year, index)
    return toDay(term.getJulianDay().getSolarDay())
  })
}

interface SolarDay {
  getYear(): number
  getMonth(): number
  getDay(): number
}

const toDay = (day: SolarDay) =>
  Temporal.PlainDate.from({ year: day.getYear(), month: day.getMonth(), day: day.getDay() })
