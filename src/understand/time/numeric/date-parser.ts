// 2026-03-05, 2026/3/5, 20260305, 3/15, 15/3/2026, 2-15: dates in digits, the same in every language.
import type { Clues } from '../clues.ts'
import type { Draft, Recogniser } from '../piece.ts'

const DIGITS = '0123456789'

function toDate(year: number | null, month: number, day: number, weak = false): Draft | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null
  const clues: Clues = year === null ? { month, day } : { year, month, day }
  return { type: 'when', clues, weak }
}

/** Month first, as the sources of most formats have it, unless only the other order is a date. */
function toEitherOrder(year: number | null, first: number, second: number, weak = false): Draft | null {
  return toDate(year, first, second, weak) ?? toDate(year, second, first, weak)
}

const yearFirst: Recogniser = {
  starts: '12-',
  pattern:
    /(?:-(?=\d{4}-\d{2}-\d{2}-))?((?:19|20|21)\d\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?: ?[日号])?(?:t(?=\d\d:)|(?!\d|[.:/-]\d{1,3}(?!:)\b))/y,
  read: ([, year, month, day]) => toEitherOrder(Number(year), Number(month), Number(day)),
}

const compact: Recogniser = {
  starts: '12',
  pattern: /((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)/y,
  read: ([, year, month, day]) => toDate(Number(year), Number(month), Number(day)),
}

const yearLast: Recogniser = {
  starts: DIGITS,
  pattern: /(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?(?:\2|,) ?((?:19|20)\d\d|\d\d)(?![\d:%]|\.\d)/y,
  read: ([, first, separator, second, year = '']) => {
    if (separator === '.' && year.length === 2) return null
    const value = Number(year)
    const full = year.length === 4 ? value : value < 50 ? 2000 + value : 1900 + value
    return toEitherOrder(full, Number(first), Number(second))
  },
}

const monthAndYear: Recogniser = {
  starts: '01234567892',
  pattern:
    /(?:(0?[1-9]|1[0-2]) ?[/-] ?((?:19|20)\d\d)|((?:19|20)\d\d)(?: ?- ?(?=\d\d)|[/-])(0?[1-9]|1[0-2]))(?![\d/.:-])/y,
  read: ([, month, year, yearBefore, monthAfter]) => ({
    type: 'when',
    clues: { year: Number(year ?? yearBefore), month: Number(month ?? monthAfter) },
  }),
}

/** Before a mark or a share: 打了9/10, 才1/3, gave us 9/10. */
const SHARE_FOLLOWS =
  /(?:打了|评了|得了|评分|打分|得分|[率比](?:是|为|只有|仅|才)?|才|仅|只有|不足|超过|接近|将近|占|不到|\b(?:rated?(?: us| it)?|scored?(?: of)?|(?:gave|got|gives) (?:us |it |me |him |her |them )?)) ?$/
const SHARE_LED =
  /^ (?:on the (?:survey|scale|test|exam|form)|for (?:service|effort|satisfaction)|full|done|complete)/

const slash: Recogniser = {
  starts: DIGITS,
  pattern: /(\d{1,2}) ?\/ ?(\d{1,2})(?![\d/.%]|[的以仓成]| (?:of|people|customers|clients|times|cases)\b)/y,
  read: (match, text) => {
    const [all, first, second] = match
    const { before, after } = around(match, text)
    const isShare = Number(first) <= Number(second) && (SHARE_FOLLOWS.test(before) || SHARE_LED.test(after))
    return all === '24/7' || isShare ? { type: 'skip' } : toEitherOrder(null, Number(first), Number(second))
  },
}

function around({ 0: all, index }: RegExpExecArray, text: string) {
  const end = index + all.length
  return { before: text.slice(Math.max(0, index - 16), index), after: text.slice(end, end + 18) }
}

/** After a part of the day two numbers with a dash are hours. */
const HOURS_FOLLOW =
  /(?:morning|noon|evening|night|上午|中午|下午|晚上|早上|at|from|between|the|today|tomorrow|tmr|今天|明天|后天) ?$/
/** So they are before a part of the day: 3-4 this afternoon. */
const HOURS_LED = /^ (?:(?:this|in the|tomorrow) (?:morning|afternoon|evening)|tonight)/
/** After these they are what names a fault or a kind: 报错代码10-04. */
const CODE_FOLLOWS =
  /(?:error|code|model|错误|报错|故障|代码|编码|型号|规格|批号|尺寸)(?:代码|码)?(?:是|为|:)? ?$/
/** After these words two numbers with a dot or a dash are a date. */
const DATE_FOLLOWS = /\b(?:on|date|dated|by|until|till) $/

const dotted: Recogniser = {
  starts: DIGITS,
  pattern:
    /(\d{1,2})([.·-])(\d{1,2})(?![\d.:/%-]| ?(?:[年月天个万亿元点时小度倍折%]|(?:[kwhm]|[ap]\.?m|hours?|days?|weeks?|months?|years?|min(?:ute)?s?|people|times|to|seconds?)\b))/y,
  read: (match, text) => {
    const [, first = '', mark, second = ''] = match
    const { before, after } = around(match, text)
    if (CODE_FOLLOWS.test(before)) return { type: 'skip' }
    if (mark === '-' && (HOURS_FOLLOW.test(before) || HOURS_LED.test(after))) return null
    const sure =
      mark === '·' ||
      DATE_FOLLOWS.test(before) ||
      (mark === '-' && first.length === 2 && second.length === 2 && /^0|^.0/.test(first + second))
    return toDate(null, Number(first), Number(second), !sure)
  },
}

/** 10.1-10.7: two dates with dots. */
const dottedRange: Recogniser = {
  starts: DIGITS,
  pattern:
    /(\d{1,2})\.(\d{1,2}) ?(?:-|~|到|至) ?(\d{1,2})\.(\d{1,2})(?![\d.%]| ?[年月天个万亿元点度倍折kwm])/y,
  read: ([, ...numbers]) => {
    const [month = 0, day = 0, lastMonth = 0, lastDay = 0] = numbers.map(Number)
    const [from, to] = [toDate(null, month, day), toDate(null, lastMonth, lastDay)]
    if (from?.type !== 'when' || to?.type !== 'when') return null
    return { type: 'range', from: from.clues, to: to.clues }
  },
}

export const numericDateParsers: readonly Recogniser[] = [
  yearFirst,
  compact,
  yearLast,
  monthAndYear,
  slash,
  dotted,
  dottedRange,
]
