// 三点半, 下午3点一刻's clock, 差五分八点, 13时30分: times of day in words.
import type { Clues } from '../clues.ts'
import type { Draft, Recogniser } from '../piece.ts'
import { NUMBER_STARTS, parseCount, parseNumeral } from './numerals.ts'

const HOUR = '(?:\\d{1,2}|[零一二两三四五六七八九十廿]{1,3})'
const MINUTE = '(?:零?\\d{1,2}|[零一二两三四五六七八九十]{1,3})'
const UNIT = '(?:点钟|点|时(?![间候期代常而段装不机辰]|至今))'
// 十点五 is a decimal number unless somebody or something is counted next.
const NOT_DECIMAL = `(?!(?!一[直过起块到同])${MINUTE}(?![个位家名场次人台件点时月号日天]))`
const NOT_ADVICE =
  '(?!儿|了|击|评|赞|名|餐|心|头|式|档|水(?:旁|部)?|钟?方向|一线|[\\d一二三四五六七八九]{1,2}个(?:百分点|点|基点))'
// 两点建议, 三点说明: what is said in so many points; 今天三点说明会 is a clock.
const ADVICE =
  /^(?:建议|意见|要求|原因|说明|内容|问题|注意|看法|想法|体会|理由|好处|共识|诉求|启示|感受|收获|经验|教训|区别|优势|优点|缺点|不足|疑问|疑虑|心得|结论|原则|措施|顾虑|要?注意|值得注意|需要?注意)/
const AFTER_DAY =
  /(?:[上下中]午|早上|晚上|早晨|凌晨|傍晚|[昨今明后前当]天|[昨今明次]日|[日号夜]|(?:周|星期|礼拜)[一二三四五六日天]) ?$/

/** 两点之间线段最短, 两点建议 are points of a line or a speech, not of a clock, unless a day or a link leads up to them. */
function countsPoints(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 6), from)
  const after = text.slice(to, to + 4)
  if (/^之间/.test(after)) return !/[到至~和与跟-]/.test(before)
  return ADVICE.test(after) && !AFTER_DAY.test(before)
}

function toClock(hour: number, minute: number): Clues | null {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60)) return null
  if (hour === 24 && minute > 0) return null
  const exact = hour === 0 || hour > 12 ? ({ exact: true } as const) : {}
  return { hour, minute, ...exact }
}

function toDraft(hour: string, minute: number, weak: boolean): Draft | null {
  const clues = toClock(parseCount(hour), minute)
  return clues && { type: 'when', clues, weak }
}

const QUARTERS: Readonly<Record<string, number>> = { 一: 15, 二: 30, 两: 30, 三: 45, 1: 15, 2: 30, 3: 45 }

const oClock: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(`(${HOUR}) ?${UNIT}(?:钟|整|正)?${NOT_DECIMAL}${NOT_ADVICE}`, 'y'),
  read: (match, text) => {
    const [all, hour = ''] = match
    if (countsPoints(text, match.index, match.index + all.length)) return null
    return toDraft(hour, 0, /^一点$/.test(all))
  },
}

const halfOrQuarter: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(
    `(${HOUR}) ?${UNIT}过? ?(?:(半)(?!个|小时|年|天|月|价|折)|([一二两三123]) ?刻钟?)`,
    'y',
  ),
  read: ([, hour = '', half, quarter = '']) =>
    toDraft(hour, half ? 30 : (QUARTERS[quarter] ?? Number.NaN), false),
}

const withMinute: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(
    `(?<!(?:[拿得考打评扣差]了?|[平均]分) ?)(${HOUR}) ?${UNIT}过? ?(?:(${MINUTE}) ?分钟?(?:(?:\\d{1,2}|[零一二三四五六七八九十]{1,3}) ?秒)?|(\\d{2}|零[一二三四五六七八九\\d]|[二三四五]?十[一二三四五六七八九]?)(?![\\d个位家名人万元%点时月号日天岁次]))`,
    'y',
  ),
  read: ([, hour = '', said, bare]) =>
    toDraft(hour, parseNumeral((said ?? bare ?? '').replace(/^零(?=\d)/, '')), false),
}

const toTheHour: Recogniser = {
  starts: '差',
  pattern: new RegExp(`差 ?(?:(${MINUTE}) ?分钟?|(一) ?刻钟?) ?(?:到)?(${HOUR}) ?点钟?`, 'y'),
  read: ([, minutes, quarter, hour = '']) => readBefore(hour, quarter ? 15 : parseNumeral(minutes ?? '')),
}

const hourLess: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(`(${HOUR}) ?点钟?差 ?(?:(${MINUTE}) ?分钟?|(一) ?刻)`, 'y'),
  read: ([, hour = '', minutes, quarter]) => readBefore(hour, quarter ? 15 : parseNumeral(minutes ?? '')),
}

function readBefore(hour: string, minutes: number): Draft | null {
  const value = parseCount(hour)
  if (!(minutes >= 1 && minutes < 60 && value >= 1 && value <= 24)) return null
  const clues = toClock(value - 1 || 12, 60 - minutes)
  return clues && { type: 'when', clues }
}

/** 3-5点, 九到十一点: the first hour without its 点. */
const hourRange: Recogniser = {
  starts: NUMBER_STARTS,
  pattern: new RegExp(
    `(${HOUR}) ?(?:-|~|到|至) ?(${HOUR}) ?(?:点钟?|时(?![间候期代段]))(?!半|\\d|[一二三四五六七八九十])`,
    'y',
  ),
  read: ([, first = '', second = '']) => {
    const [from, to] = [toClock(parseCount(first), 0), toClock(parseCount(second), 0)]
    return from && to && { type: 'range', from, to }
  },
}

const midnight: Recogniser = {
  starts: '零午正',
  pattern: /零点(?![零一二三四五六七八九十\d])钟?|正午(?:时分)?|午夜(?:时分)?/y,
  read: ([word = '']) =>
    word.startsWith('正')
      ? { type: 'when', clues: { hour: 12, minute: 0, part: 'noon' } }
      : word.startsWith('零')
        ? { type: 'when', clues: { hour: 0, minute: 0, exact: true } }
        : { type: 'when', clues: { part: 'evening' } },
}

export const clockParsers: readonly Recogniser[] = [
  oClock,
  halfOrQuarter,
  withMinute,
  toTheHour,
  hourLess,
  hourRange,
  midnight,
]
