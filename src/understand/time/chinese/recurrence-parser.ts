// 每周一三五, 每两周, 每月, 工作日每天, 每隔一天: what comes back.
import type { Clues } from '../clues.ts'
import type { Every, Recogniser } from '../piece.ts'
import { parseNumeral } from './numerals.ts'
import { parseWeekday } from './weekday-parser.ts'

const WORKDAYS = [1, 2, 3, 4, 5]

function toEvery(unit: string, interval: number): Every {
  const every = (frequency: Every['frequency'], times = 1): Every => ({
    frequency,
    interval: interval * times,
  })
  if (/^(?:工作日|交易日|营业日)/.test(unit)) return { frequency: 'WEEKLY', weekdays: WORKDAYS }
  if (unit.startsWith('周末')) return { ...every('WEEKLY'), weekdays: [6, 7] }
  if (/^(?:周|星期|礼拜)/.test(unit)) return every('WEEKLY')
  if (unit.startsWith('月')) return every('MONTHLY')
  if (unit.startsWith('季')) return every('MONTHLY', 3)
  if (unit.startsWith('半年')) return every('MONTHLY', 6)
  if (unit.startsWith('年')) return every('YEARLY')
  if (/^(?:小时|钟头|钟)/.test(unit)) return every('HOURLY')
  if (unit.startsWith('分')) return every('MINUTELY')
  return every('DAILY')
}

const every: Recogniser = {
  starts: '每逢',
  pattern:
    /每(隔|到|逢|当)?(?:(\d{1,3}|[一二两三四五六七八九十]{1,3}) ?)?个?(半年|半个?小时|工作日|交易日|营业日|周末|天|日|周|星期|礼拜|月|季度?|年|小时|钟头|分钟)(?![末初底]?均)(?:都|的|里)?/y,
  read: ([, gap, count, unit = '']) => {
    if (/^半个?小时/.test(unit))
      return { type: 'every', every: { frequency: 'MINUTELY', interval: 30 }, clues: {} }
    const said = count === undefined ? 1 : parseNumeral(count)
    const interval = gap === '隔' && said === 1 ? 2 : said
    return { type: 'every', every: toEvery(unit, interval), clues: {} }
  },
}

const DAYS =
  '([一二三四五六日天1-7](?!次|个月|年|天)(?:(?:[,和及与到至~ -]|、){0,2}(?:每?(?:周|星期|礼拜)[一二三四五六日天](?!次)|[一二三四五六日天1-7](?!次|[0-9点:号日月时个天]|十))){0,6})'

function readWeekdays(text: string): number[] {
  const span = /^([一-龥1-7])(?:到|至|~|-)(?:周|星期|礼拜)?([一-龥1-7])$/.exec(text)
  if (span) {
    const [first, last] = [parseWeekday(span[1] ?? ''), parseWeekday(span[2] ?? '')]
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, at) => ((first + at - 1) % 7) + 1)
  }
  const days = text.replace(/周|星期|礼拜|每/g, '').match(/[一二三四五六日天1-7]/g) ?? []
  return [...new Set(days.map((unit) => parseWeekday(unit)))].sort((a, b) => a - b)
}

const everyWeekdays: Recogniser = {
  starts: '每隔逢',
  pattern: new RegExp(
    `(?:每个?(?:逢|到)?(?:(隔)?(\\d|[一二两三四])个?周的?)?|逢|(隔))(?:周|星期|礼拜) ?${DAYS}(?:都|的)?`,
    'y',
  ),
  read: ([, inner, count, outer, days = '']) => {
    const gap = inner ?? outer
    const weekdays = readWeekdays(days)
    const said = count === undefined ? 1 : parseNumeral(count)
    return {
      type: 'every',
      every: { frequency: 'WEEKLY', interval: gap && said === 1 ? 2 : said, weekdays },
      clues: {},
    }
  },
}

const everyPart: Recogniser = {
  starts: '每天',
  pattern:
    /每天?(早上|早晨|晚上|早|晚|晨|上午|中午|下午|傍晚)|天天(?![盈宝鑫]|利(?!用|润)|金(?!额)|基金|向上)/y,
  read: ([, word = '']) => {
    const clues: Clues = /晚/.test(word)
      ? { part: 'evening' }
      : /早|晨|上午/.test(word)
        ? { part: 'morning' }
        : word === '中午'
          ? { part: 'noon' }
          : word === '下午'
            ? { part: 'afternoon' }
            : {}
    return { type: 'every', every: { frequency: 'DAILY', interval: 1 }, clues }
  },
}

/** 每月1号和15号: two days of every month. */
const twoDays: Recogniser = {
  starts: '每',
  pattern: /每个?月的?(\d{1,2}|[一二三十]{1,3}) ?[号日]?[、,和跟与及](\d{1,2}|[一二三十]{1,3}) ?[号日]/y,
  read: ([, first = '', second = '']) => {
    const [one, other] = [parseNumeral(first), parseNumeral(second)]
    if (!(one >= 1 && one <= 31 && other >= 1 && other <= 31)) return null
    return {
      type: 'every',
      every: { frequency: 'MONTHLY', interval: 1, monthDays: [one] },
      clues: { day: other },
    }
  },
}

/** 每逢15号, 逢25日: the month goes without saying. */
const onDay: Recogniser = {
  starts: '每逢',
  pattern: /(?:每逢|每到|逢)(?=(?:\d{1,2}|[一二三十]{1,3}) ?[号日])/y,
  read: () => ({ type: 'every', every: { frequency: 'MONTHLY', interval: 1 }, clues: {} }),
}

const alternating: Recogniser = {
  starts: '隔',
  pattern: /(?<![到至~-] ?)隔(天|日|周|月|年)(?!如|壁)/y,
  read: ([, unit = '']) => ({ type: 'every', every: toEvery(unit, 2), clues: {} }),
}

const timesPer: Recogniser = {
  starts: '一二两三四五六七八九十1234567890',
  pattern: /(\d{1,2}|[一二两三四五六七八九十]{1,2}) ?个?(天|周|星期|礼拜|月|季度|年)[一1]次/y,
  read: ([, count = '', unit = '']) => ({
    type: 'every',
    every: toEvery(unit, parseNumeral(count)),
    clues: {},
  }),
}

const workdays: Recogniser = {
  starts: '工',
  pattern: /工作日(?:的?(?:每天|天天)?)(?=早|晚|上午|下午|中午|每天|\d|[一二三四五六七八九十]{1,3}点)/y,
  read: () => ({ type: 'every', every: { frequency: 'WEEKLY', weekdays: WORKDAYS }, clues: {} }),
}

export const recurrenceParsers: readonly Recogniser[] = [
  every,
  everyWeekdays,
  everyPart,
  twoDays,
  onDay,
  alternating,
  timesPer,
  workdays,
]
