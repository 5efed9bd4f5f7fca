// 晚上十点到第二天早上六点, 周五签约,次日放款, the next day: a day that is counted from the one named before it.
import { type Clues, namesDate, namesPeriod } from '../clues.ts'

/** The date alone, without the time of day. */
export function dateOf(clues: Clues): Clues {
  const { hour: _h, minute: _m, part: _p, meridiem: _a, exact: _e, ...date } = clues
  return date
}

/** Whether the day is counted from one named before: 第二天 counts the days of a period only where one is named. */
export function followsDay(clues: Clues): boolean {
  return clues.follows === true || (clues.ordinal === 2 && isUncounted(clues))
}

function isUncounted(clues: Clues): boolean {
  const { ordinalUnit, anchor, segmentOf } = clues
  return ordinalUnit === 'day' && !anchor && segmentOf === undefined && !namesPeriod(clues)
}

/** The day after the one that is named; tomorrow, still to be counted anew, where none is. */
export function countOn(named: Clues, following: Clues): Clues {
  const { dayShift: _shift, follows: _follows, ordinal: _nth, ordinalUnit: _unit, ...time } = following
  const day = dateOf(named)
  if (!namesDate(day)) return { ...time, dayShift: 1, follows: true }
  return { ...time, anchor: day, offset: { days: 1 } }
}

/** From ten at night to six on the next day: to a bare hour of the morning. */
export function endNight(start: Clues, end: Clues): Clues {
  const { hour = 0 } = start
  const late = start.part === 'evening' || (start.meridiem === 'pm' && hour >= 6) || hour >= 18
  const bare = end.hour !== undefined && end.hour < 12 && !end.part && !end.meridiem && !end.exact
  return late && bare ? { ...end, meridiem: 'am' } : end
}
