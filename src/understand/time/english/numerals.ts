// Numbers and places as English writes them: twenty-five, twenty third, 3rd, nineteen eighty six.

const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}

const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

const PLACES: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
}

const small = Object.keys(SMALL)
  .sort((a, b) => b.length - a.length)
  .join('|')
const tens = Object.keys(TENS).join('|')
const places = Object.keys(PLACES)
  .sort((a, b) => b.length - a.length)
  .join('|')
const units = 'one|two|three|four|five|six|seven|eight|nine'
const unitPlaces = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth'

/** Source of a pattern for a number below a hundred in words. */
export const NUMBER_WORD = `(?:(?:${tens})(?:[ -](?:${units}))?|${small})`

/** Source of a pattern for a place in words or digits: twenty third, 3rd. */
export const PLACE = `(?:(?:twenty|thirty)[ -](?:${unitPlaces})|${places}|\\d{1,2} ?(?:st|nd|rd|th))`

/** Source of a pattern for a year in four digits or in words. */
export const YEAR = `(?:(?:19|20|21)\\d\\d|(?:nineteen|twenty) ?(?:hundred(?: and)? )?${NUMBER_WORD}|two thousand(?: and)? ${NUMBER_WORD}|two thousand)`

/** Reads a number in digits or words; NaN where it is neither. */
export function parseNumber(text: string): number {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  let value = 0
  for (const word of text.split(/[ -]/)) {
    const part = SMALL[word] ?? TENS[word]
    if (part === undefined) return Number.NaN
    value += part
  }
  return text === '' ? Number.NaN : value
}

/** Reads a place such as twenty-third or 3rd; NaN where it is none. */
export function parsePlace(text: string): number {
  const digits = /^(\d{1,2})/.exec(text)
  if (digits) return Number(digits[1])
  const [head = '', tail] = text.split(/[ -]/)
  if (tail === undefined) return PLACES[head] ?? Number.NaN
  return (TENS[head] ?? Number.NaN) + (PLACES[tail] ?? Number.NaN)
}

/** Reads a year in digits (two digits are the nearest century) or in words. */
export function parseYear(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text)
  if (/^\d{2}$/.test(text)) return Number(text) < 50 ? 2000 + Number(text) : 1900 + Number(text)
  const thousand = /^two thousand(?: and)? ?(.*)$/.exec(text)
  if (thousand) return 2000 + (thousand[1] ? parseNumber(thousand[1]) : 0)
  const century = /^(nineteen|twenty) ?(?:hundred(?: and)? )?(.+)$/.exec(text)
  return century ? (century[1] === 'nineteen' ? 1900 : 2000) + parseNumber(century[2] ?? '') : Number.NaN
}

/** First letters of all number words and digits. */
export const NUMBER_STARTS = '0123456789zotfsenti'
