// Names of weekdays and months as English writes and shortens them.

const WEEKDAYS: readonly (readonly [RegExp, number])[] = [
  [/^m/, 1],
  [/^t(?:u|eu)/, 2],
  [/^w/, 3],
  [/^th/, 4],
  [/^f/, 5],
  [/^sat/, 6],
  [/^s[un]/, 7],
]

/** Source of a pattern for the name of a weekday, with the usual slips. */
export const WEEKDAY =
  '(?:mondya|mondy|mon(?:day)?|tuseday|teusday|tuesdy|tue?s(?:day)?|tue|wensday|wendesday|wenesday|wed(?:nesday|nesdy|nsday|ensday|esday|sday|s)?|thrusday|thursady|thurdsay|thursdy|thrsday|thu(?:rs?(?:day)?)?|firday|frday|fridy|fri(?:day)?|saterday|satuday|saturdy|satruday|sat(?:ur(?:day)?)?|sundy|snuday|sun(?:day)?)'

/** ISO number of a weekday's name. */
export function parseWeekday(name: string): number {
  return WEEKDAYS.find(([pattern]) => pattern.test(name))?.[1] ?? Number.NaN
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Source of a pattern for the name of a month. */
export const MONTH =
  '(?:jan(?:uary|ury|uray)?|feb(?:r?uary|urary)?|mar(?:ch)?|apr(?:il|l)?|may|june?|july?|aug(?:ust|st)?|sept?(?:ember|mber)?|oct(?:ober|ber)?|nov(?:ember|mber|emeber)?|dec(?:ember|mber|emeber)?)\\.?'

/** Number of a month's name, 1 to 12. */
export function parseMonth(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1
}

/** First letters of the names of months. */
export const MONTH_STARTS = 'jfmasond'

/** First letters of the names of weekdays. */
export const WEEKDAY_STARTS = 'mtwfs'
