// 2026年, 三月, 15号 and what they become together; also 1月3 with the 日 left out.
import type { Recogniser } from '../piece.ts'
import { followsStreet, NOT_BEFORE_THING, numbersThing } from './numbered-things.ts'
import { NUMBER_STARTS, parseNumeral } from './numerals.ts'

const DAY_NUMBER = '(?:[0-3]?\\d|[一二三四五六七八九十廿卅]{1,3})'
// 元 is January in 明年元月, and money in 500元月底付 and 美元月报.
const FIRST_MONTH = '(?<![\\d零一二三四五六七八九十百千万亿几多数美欧日港澳加韩纽] ?)元'
const MONTH_NUMBER = `(?:[01]?\\d|十[一二]?|${FIRST_MONTH}|[一二三四五六七八九])`
const MONTH_STARTS = `${NUMBER_STARTS}元`

function toYear(text: string): number {
  const value = parseNumeral(text)
  if (text.length > 2 || !(value < 100)) return value
  return value < 50 ? 2000 + value : 1900 + value
}

const year: Recogniser = {
  starts: '0123456789零一二三四五六七八九两',
  pattern:
    /(\d{4}|[一二][零一二三四五六七八九]{3}|两千(?:零?[一二三四五六七八九十]{1,3})?|(?:\d{2}|[零一二三四五六七八九]{2})(?= ?年(?: ?(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月|[底初末终]|上半|下半|第|的|除夕|春节|国庆|中秋|端午|元旦|清明|五一|劳动节|圣诞|元宵|[一二三四] ?季)))(?: ?年(?:度|份)?|(?=[一二三四五六七八九十]{1,2}月))/y,
  read: ([, text = '']) => {
    const value = toYear(text)
    return value >= 1900 && value <= 2199 ? { type: 'when', clues: { year: value } } : null
  },
}

const twoDigitYear: Recogniser = {
  starts: '56789五六七八九三',
  pattern:
    /([5-9]\d|[三五六七八九][零一二三四五六七八九]) ?年(?!代|级|期|前|后|内|来|以|之|的|度|定|国|房|贷|保)/y,
  read: ([, text = '']) => ({ type: 'when', clues: { year: 1900 + parseNumeral(text) } }),
}

const month: Recogniser = {
  starts: MONTH_STARTS,
  pattern: new RegExp(
    `(${MONTH_NUMBER}) ?月(?:份(?!额))?(?![供薪均息租嫂饼球光]|革命|兰(?!州|考|亭)|天(?=$|[,.;!?]|的?(?:演唱会|歌|门票|专辑|粉丝)))`,
    'y',
  ),
  read: ([, text = '']) => {
    const value = text === '元' ? 1 : parseNumeral(text)
    return value >= 1 && value <= 12 ? { type: 'when', clues: { month: value } } : null
  },
}

const day: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(
    `(${DAY_NUMBER}) ?(日|号${NOT_BEFORE_THING})(?!内|之内|以内|后|之后|以后|元|币|均|息|式|语|系|本|常)`,
    'y',
  ),
  read: (match, source) => {
    const [all, text = ''] = match
    const value = parseNumeral(text)
    const weak = /^[一二]日/.test(all)
    const isThing =
      source.charAt(match.index - 1) === '第' ||
      followsStreet(source, match.index) ||
      numbersThing(source, match.index, match.index + all.length)
    // A day that no month has (32号) is kept, so that its month does not stand without it.
    return value >= 1 && !isThing ? { type: 'when', clues: { day: value }, weak } : null
  },
}

/** 25号以后 is a day of the month, 25日后 is a length of time. */
const dayThenBound: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(`(${DAY_NUMBER}) ?号(?=之?以?[内后])`, 'y'),
  read: ([, text = '']) => {
    const value = parseNumeral(text)
    return value >= 1 && value <= 31 ? { type: 'when', clues: { day: value } } : null
  },
}

const monthAndBareDay: Recogniser = {
  starts: MONTH_STARTS,
  pattern: new RegExp(
    `(${MONTH_NUMBER}) ?月 ?份? ?(${DAY_NUMBER})(?! ?[日号\\d一二三四五六七八九十个月天年点时:.%万亿元笔位次周家人小分-]|[,和及] ?\\d{1,2} ?[日号])`,
    'y',
  ),
  read: ([, monthText = '', dayText = '']) => toMonthDay(monthText, dayText),
}

const slashThenDay: Recogniser = {
  starts: '0123456789',
  pattern: /(\d{1,2}) ?[/.·] ?(\d{1,2}) ?[日号]/y,
  read: ([, monthText = '', dayText = '']) => toMonthDay(monthText, dayText),
}

function toMonthDay(monthText: string, dayText: string) {
  const value = monthText === '元' ? 1 : parseNumeral(monthText)
  const dayValue = parseNumeral(dayText)
  if (!(value >= 1 && value <= 12 && dayValue >= 1 && dayValue <= 31)) return null
  return { type: 'when', clues: { month: value, day: dayValue } } as const
}

/** 3-5日, 12至19号: two days of one month, the first without its 日. */
const dayRange: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(
    `(${DAY_NUMBER}) ?(-|~|到|至|,|和|及) ?(${DAY_NUMBER}) ?(?:日|号${NOT_BEFORE_THING})`,
    'y',
  ),
  read: (match, source) => {
    const [, first = '', link = '', second = ''] = match
    const [from, to] = [parseNumeral(first), parseNumeral(second)]
    if (!(from >= 1 && from <= 31 && to >= 1 && to <= 31)) return null
    if (followsStreet(source, match.index)) return { type: 'skip' }
    // 5、6日 are two days in a row; 5、9日 are no range.
    if (/[,和及]/.test(link) && to !== from + 1) return null
    return { type: 'range', from: { day: from }, to: { day: to } }
  },
}

/** 3-5月, 一至三月: two months, the first without its 月. */
const monthRange: Recogniser = {
  starts: MONTH_STARTS,
  pattern: new RegExp(
    `(${MONTH_NUMBER}) ?(?:-|~|到|至) ?(${MONTH_NUMBER}) ?月(?:份)?(?! ?(?:\\d|[一二三四五六七八九十]))`,
    'y',
  ),
  read: ([, first = '', second = '']) => {
    const [from, to] = [parseNumeral(first), parseNumeral(second)]
    if (!(from >= 1 && from <= 12 && to >= 1 && to <= 12)) return null
    return { type: 'range', from: { month: from }, to: { month: to } }
  },
}

export const dateParsers: readonly Recogniser[] = [
  year,
  twoDigitYear,
  month,
  day,
  dayThenBound,
  monthAndBareDay,
  slashThenDay,
  dayRange,
  monthRange,
]
