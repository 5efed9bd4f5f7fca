// Names of weekdays and months as English writes and shortens them.

const WEEKDAYS: readonly (readonly [RegExp, number])[] = [
  [/^mon/, 1],
  [/^tu/, 2],
  [/^w/, 3],
  [/^th/, 4],
  [/^fr/, 5],
  [/^sat/, 6],
  [/^sun/, 7],
]

/** Source of a pattern for the name of a weekday, with the usual slips. */
export const WEEKDAY =
  '(?:mon(?:day)?|tue?s(?:day)?|tue|wed(?:s|nesday|esday|nesdy)?|thu(?:rs?(?:day)?)?|thrusday|fri(?:day)?|sat(?:ur(?:day)?)?|sun(?:day)?)'

/** ISO number of a weekday's name. */
export function parseWeekday(name: string): number {
  return WEEKDAYS.find(([pattern]) => pattern.test(name))?.[1] ?? (name.startsWith('thr') ? 4 : Number.NaN)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Source of a pattern for the name of a month. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

/** Number of a month's name, 1 to 12. */
export function parseMonth(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1
}

/** First letters of the names of months. */
export const MONTH_STARTS = 'jfmasond'

/** First letters of the names of weekdays. */
export const WEEKDAY_STARTS = 'mtwfs'
