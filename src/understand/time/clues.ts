// What the words of one expression say about a moment, before anything is looked up in a calendar.
// Every field is one statement; a field that was not said is not there.

/** Parts of a day that people name; `dawn` is 凌晨. */
export type Part = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening'

/** A length of time as said; workdays are days on which banks are open. */
export interface Length {
  readonly years?: number
  readonly months?: number
  readonly weeks?: number
  readonly days?: number
  readonly workdays?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
}

/** What an ordinal counts. */
export type OrdinalUnit = 'day' | 'workday' | 'week' | 'weekend' | 'month' | 'quarter'

/** Statements about one moment or one period. Shifts count from the period that holds the reference. */
export interface Clues {
  readonly year?: number
  readonly yearShift?: number
  readonly half?: 1 | 2
  readonly quarter?: number
  readonly quarterShift?: number
  readonly month?: number
  readonly monthShift?: number
  readonly weekShift?: number
  /** Day of the month. */
  readonly day?: number
  readonly dayShift?: number
  /** The day is counted from one that was named before, where there is one: 次日, 第二天, the next day. */
  readonly follows?: true
  /** ISO weekday, Monday is 1. */
  readonly weekday?: number
  /** Which one of a bare weekday or month: the coming one (today excluded) or the past one. */
  readonly toward?: 'coming' | 'past' | 'this'
  readonly weekend?: true
  readonly workweek?: true
  /** The whole week in which the day lies: the week of 4 February. */
  readonly weekHolding?: true
  /** The first, second … (negative: counted from the end) of its period. */
  readonly ordinal?: number
  readonly ordinalUnit?: OrdinalUnit
  /** A stretch of its period: 月初, 中旬, 月底. */
  readonly segment?: 'start' | 'middle' | 'end' | 'first' | 'last'
  readonly segmentOf?: 'week' | 'month' | 'quarter' | 'year'
  readonly holiday?: string
  /** The whole official holiday, not its first day. */
  readonly holidayPeriod?: true
  readonly lunarMonth?: number
  readonly lunarDay?: number
  readonly part?: Part
  readonly hour?: number
  readonly minute?: number
  readonly meridiem?: 'am' | 'pm'
  /** The hour is one of twenty-four beyond doubt (00:30, 13点). */
  readonly exact?: true
  readonly now?: true
  /** The time of day that it is now, on another day: 明天这个时候. */
  readonly sameTime?: true
  readonly offset?: Length
  /** What an offset or an ordinal counts from, where it is not the reference. */
  readonly anchor?: Clues
  /** Which side of the anchor an ordinal looks at. */
  readonly side?: 'before' | 'after'
  /** A stretch that ends (`back`) or begins (`on`) at the reference: 最近7天, 未来三个月. */
  readonly rolling?: 'back' | 'on'
}

const DAY_FIELDS = [
  'day',
  'dayShift',
  'weekday',
  'holiday',
  'lunarDay',
  'offset',
  'ordinal',
  'now',
  'rolling',
  'segment',
  'weekend',
] as const

const PERIOD_FIELDS = [
  'year',
  'yearShift',
  'half',
  'quarter',
  'quarterShift',
  'month',
  'monthShift',
  'weekShift',
  'workweek',
  'lunarMonth',
] as const

/** Whether a day is named, be it relative, of the calendar or of the week. */
export function namesDay(clues: Clues): boolean {
  return DAY_FIELDS.some((field) => clues[field] !== undefined)
}

/** Whether a week, month, quarter or year is named. */
export function namesPeriod(clues: Clues): boolean {
  return PERIOD_FIELDS.some((field) => clues[field] !== undefined)
}

/** Whether anything about the date is said. */
export function namesDate(clues: Clues): boolean {
  return namesDay(clues) || namesPeriod(clues)
}

/** Whether anything about the time of day is said. */
export function namesTime(clues: Clues): boolean {
  return clues.hour !== undefined || clues.part !== undefined || clues.sameTime !== undefined
}
