// Amounts of money in a text: 50万, 1.2亿, 三千, 20w, 300k, two and a half million, USD 20k. Values in yuan.

import { ENGLISH_NUMBER_WORDS, parseEnglishNumber, parseNumeral } from './numerals.ts'

/** An amount: a number of yuan, or a value with its currency where another one was said. */
export type Amount = number | { readonly value: number; readonly currency: string }

/** One amount and the place where it stands. */
export interface MoneyFinding {
  readonly start: number
  readonly end: number
  readonly value: Amount
}

const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['USD', /美元|美金|美刀|刀(?!具)|\busd\b|us\s?\$|\$|dollars?|bucks/i],
  ['HKD', /港币|港元|港纸|\bhkd\b|hk\s?\$/i],
  ['EUR', /欧元|\beur\b|€|euros?/i],
  ['GBP', /英镑|\bgbp\b|£|pounds?/i],
  ['JPY', /日元|日币|\bjpy\b|\byen\b/i],
  ['AUD', /澳元|澳币|\baud\b|a\s?\$/i],
  ['CAD', /加元|加币|\bcad\b|c\s?\$/i],
  ['SGD', /新加坡元|新币|\bsgd\b|s\s?\$/i],
]

const CURRENCY_BEFORE =
  '(?:usd|us\\$|hkd|hk\\$|rmb|cny|eur|gbp|jpy|aud|cad|sgd|[¥$€£]|人民币|美元|美金|港币|欧元)'
const CURRENCY_AFTER =
  '(?:元|块钱?|圆|人民币|美元|美金|美刀|刀|港币|港元|欧元|英镑|日元|澳元|澳币|加元|加币|新币|rmb\\b|cny\\b|yuan\\b|kuai\\b|usd\\b|us dollars?\\b|hkd\\b|eur\\b|gbp\\b|dollars?\\b|euros?\\b|pounds?\\b|bucks\\b)'
// what is counted by these is no money: 三千人, 50万股
const COUNTED =
  '(?!\\s*(?:人|个(?!亿)|户|名|笔|条|次|股|份|位|家|张|里|年|天|日|小时|分钟|字|公里|米|平|单(?!子)|bp|%))'

const PLAIN = '\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,4})?|\\d{1,15}(?:\\.\\d{1,4})?'
const CHINESE_DIGITS = '[零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟半俩仨]'

const CHINESE_AMOUNT = new RegExp(
  `(?<![\\d.零一二两三四五六七八九十百千])(?<currency>${CURRENCY_BEFORE})?\\s{0,2}(?<number>(?:(?:${PLAIN})|${CHINESE_DIGITS}{1,12})\\s*(?:多|来|几)?\\s*个?\\s*(?:千万|百万|十万|万亿|万|亿|w(?![a-z0-9])|千|百)(?:(?:${PLAIN}|${CHINESE_DIGITS}{1,9})(?:万|千|百)?)?)(?<more>多|来|左右|出头)?\\s*(?<after>${CURRENCY_AFTER})?${COUNTED}`,
  'gi',
)
const WITH_CURRENCY = new RegExp(
  `(?<![\\d.零一二两三四五六七八九十百千])(?<number>(?:${PLAIN})|${CHINESE_DIGITS}{1,12})\\s*(?:多|来)?(?<after>${CURRENCY_AFTER})`,
  'gi',
)
const ENGLISH_AMOUNT = new RegExp(
  `(?<![\\w.])(?<currency>${CURRENCY_BEFORE})?\\s*(?<number>(?:${PLAIN})\\s*(?:k|mn?|mm|mil|million|millions|bn?|billion|thousand|grand)?)(?![\\w%])(?:\\s*(?<after>${CURRENCY_AFTER}))?`,
  'gi',
)
const ENGLISH_WORDS = new RegExp(
  `\\b(?<number>(?:(?:${ENGLISH_NUMBER_WORDS}|${PLAIN})[\\s-]+)*(?:thousand|grand|million|mil|billion)(?:\\s+(?:and\\s+)?(?:${ENGLISH_NUMBER_WORDS}|thousand)(?=\\s|$|[,.]))*)(?:\\s*(?<after>${CURRENCY_AFTER}))?`,
  'gi',
)

function withCurrency(value: number, words: string): Amount {
  const currency = CURRENCIES.find(([, pattern]) => pattern.test(words))?.[0]
  return currency === undefined ? value : { value, currency }
}

function parseChinese(number: string): number | null {
  return parseNumeral(number.replace(/[\s,多来几个]/g, '').replace(/w/gi, '万'))
}

function parseEnglish(number: string): number | null {
  const trimmed = number.trim().replace(/^and\s+/i, '')
  // "a million" is an amount, a lone "and" or "half" is not
  return /\d|thousand|grand|million|mil|billion/i.test(trimmed)
    ? parseEnglishNumber(trimmed.replace(/(\d)([a-z])/gi, '$1 $2'))
    : null
}

interface Form {
  readonly pattern: RegExp
  readonly parse: (number: string) => number | null
  /** Whether a bare number counts only with a currency or a unit beside it. */
  readonly bareIsNone?: boolean
}

const FORMS: readonly Form[] = [
  { pattern: CHINESE_AMOUNT, parse: parseChinese },
  { pattern: WITH_CURRENCY, parse: parseChinese },
  { pattern: ENGLISH_WORDS, parse: parseEnglish },
  { pattern: ENGLISH_AMOUNT, parse: parseEnglish, bareIsNone: true },
]

function toFinding(form: Form, match: RegExpExecArray): MoneyFinding | null {
  const { number = '', currency = '', after = '' } = match.groups ?? {}
  if (form.bareIsNone === true && currency === '' && after === '' && !/[a-z,]/i.test(number)) return null
  // 千万别忘: a unit without a number before it is an adverb
  if (/^(?:千万|百万|[万亿千百])$/.test(number.trim())) return null
  const value = form.parse(number)
  if (value === null || value <= 0) return null
  const lead = match[0].length - match[0].trimStart().length
  const end = match.index + match[0].trimEnd().length
  return { start: match.index + lead, end, value: withCurrency(value, `${currency} ${after}`) }
}

/**
 * All amounts of money in a folded text, in their order, without overlaps.
 * @example findMoney('想存50万') // [{ start: 2, end: 5, value: 500000 }]
 */
export function findMoney(text: string): MoneyFinding[] {
  if (!/[\d零一二两三四五六七八九十百千万亿半]|thousand|grand|million|mil|billion/i.test(text)) return []
  const found: MoneyFinding[] = []
  for (const form of FORMS) {
    for (const match of text.matchAll(form.pattern)) {
      const finding = toFinding(form, match)
      if (finding && !found.some((one) => finding.start < one.end && one.start < finding.end))
        found.push(finding)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
