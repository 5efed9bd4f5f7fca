// Numbers as people write and say them: Arabic, Chinese and English words. Pure; null where the words are no number.

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  俩: 2,
  仨: 3,
}
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, w: 1e4, W: 1e4 }

interface Sum {
  total: number
  section: number
  digit: number | null
  lastUnit: number
}

function takeUnit(sum: Sum, character: string): boolean {
  const small = SMALL_UNITS[character]
  if (small !== undefined) {
    sum.section += (sum.digit ?? (sum.section === 0 ? 1 : 0)) * small
    sum.digit = null
    sum.lastUnit = small
    return true
  }
  const large = LARGE_UNITS[character]
  if (large === undefined) return false
  const section = sum.section + (sum.digit ?? 0)
  // 一亿二千万: the 万 belongs to its own section; 两万亿: the 亿 multiplies all that was said before
  if (large === 1e8) sum.total = (sum.total + section) * large
  else sum.total += section * large
  sum.section = 0
  sum.digit = null
  sum.lastUnit = large
  return true
}

/**
 * The value of a Chinese or mixed numeral (三百二十万, 一万二, 1.5亿, 3百万), null where it is none.
 * @example parseNumeral('一万二') // 12000
 */
export function parseNumeral(text: string): number | null {
  const sum: Sum = { total: 0, section: 0, digit: null, lastUnit: 1 }
  const parts = text.replace(/,/g, '').match(/\d+(?:\.\d+)?|[^\d]/g) ?? []
  for (const part of parts) if (!takePart(sum, part)) return null
  // 一万二 means 12,000 and 三千五 3,500: a last lone digit counts tenths of the unit before it, but not in 一万零二
  const lone = sum.digit !== null && sum.lastUnit > 10 && sum.digit < 10 && parts.at(-2) !== '零'
  const value = sum.total + sum.section + (sum.digit ?? 0) * (lone ? sum.lastUnit / 10 : 1)
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : null
}

function takePart(sum: Sum, part: string): boolean {
  const digit = DIGITS[part]
  if (part === '零') return true
  if (/^\d/.test(part)) sum.digit = Number(part)
  else if (digit !== undefined) sum.digit = (sum.digit ?? 0) * 10 + digit
  else if (part === '半') sum.digit = (sum.digit ?? 0) + 0.5
  else return takeUnit(sum, part)
  return true
}

const ENGLISH_SMALL: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
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
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

const ENGLISH_LARGE: Readonly<Record<string, number>> = {
  thousand: 1e3,
  grand: 1e3,
  k: 1e3,
  million: 1e6,
  millions: 1e6,
  mil: 1e6,
  mn: 1e6,
  mm: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
}

/** English number words as one alternation, for the recognisers that look for them. */
export const ENGLISH_NUMBER_WORDS = `${Object.keys(ENGLISH_SMALL).join('|')}|hundred|half|quarter|point|and`

interface EnglishSum {
  total: number
  current: number
  decimals: number
}

function takeEnglishWord(sum: EnglishSum, word: string): boolean {
  const small = /^\d/.test(word) ? Number(word.replace(/,/g, '')) : ENGLISH_SMALL[word]
  if (small !== undefined) {
    if (sum.decimals > 0) {
      sum.current += small * sum.decimals
      sum.decimals /= 10
    } else sum.current += small
    return true
  }
  if (word === 'point') sum.decimals = 0.1
  else if (word === 'hundred') sum.current = (sum.current || 1) * 100
  else if (word === 'half') sum.current += 0.5
  else if (word === 'quarter') sum.current += 0.25
  else return ENGLISH_LARGE[word] !== undefined
  return true
}

/**
 * The value of an English amount in words or digits (two and a half million, 300k), null where it is none.
 * @example parseEnglishNumber('two and a half million') // 2500000
 */
export function parseEnglishNumber(text: string): number | null {
  const sum: EnglishSum = { total: 0, current: 0, decimals: 0 }
  const words = text.toLowerCase().match(/\d[\d,]*(?:\.\d+)?|[a-z]+/g) ?? []
  let previous = ''
  for (const word of words) {
    const isArticle = (word === 'a' || word === 'an') && (previous === 'and' || previous === 'half')
    if (word !== 'and' && word !== 'of' && !isArticle && !takeEnglishWord(sum, word)) return null
    const large = ENGLISH_LARGE[word]
    if (large !== undefined) {
      sum.total += (sum.current || 1) * large
      sum.current = 0
      sum.decimals = 0
    }
    previous = word
  }
  const value = sum.total + sum.current
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : null
}
