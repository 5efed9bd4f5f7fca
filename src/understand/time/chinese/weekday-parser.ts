// 周三, 下下礼拜 3, 本周日: days of the week, the week named or left out.
import type { Recogniser } from '../piece.ts'

/** ISO weekday of the character or digit with which Chinese counts weekdays; NaN for any other. */
export function parseWeekday(unit: string): number {
  if (/[日天末7]/.test(unit)) return 7
  // There is no 周八; it resolves to nothing, and so does all that is said with it.
  if (/[八九]/.test(unit)) return 8
  const at = '一二三四五六'.indexOf(unit)
  return at >= 0 ? at + 1 : Number(unit)
}

/** Weeks from this one that 上, 这, 本, 下 and their repetitions mean. */
export function countShift(prefix: string): number {
  const back = prefix.split('上').length - 1
  const on = prefix.split('下').length - 1
  return on - back
}

const NOT_A_DAY = '(?!次|岁|圈|鸣|围|家|生生|直(?!接|到)|般|福(?!利|建|州|田)|元(?!旦|宵|月))'

const weekday: Recogniser = {
  starts: '上下这本当周星礼',
  pattern: new RegExp(
    `(?:(上{1,4}|下{1,4}|这|本|当)一?个?)?(?:周|星期|礼拜)的?(?:([一二三四五六日天八九])${NOT_A_DAY}| ?([1-7])(?![\\d次个天周月年点时:.%万亿元人笔]))`,
    'y',
  ),
  read: ([, prefix, unit, digit]) => {
    const day = parseWeekday(unit ?? digit ?? '')
    const shift = prefix === undefined ? {} : { weekShift: countShift(prefix) }
    const toward = prefix !== undefined && countShift(prefix) === 0 ? ({ toward: 'this' } as const) : {}
    return { type: 'when', clues: { weekday: day, ...shift, ...toward } }
  },
}

const weekend: Recogniser = {
  starts: '上下这本当周星礼',
  pattern: /(?:(上{1,4}|下{1,4}|这|本|当)一?个?)?(?:周|星期|礼拜)末/y,
  read: ([, prefix]) => ({
    type: 'when',
    clues: { weekend: true, ...(prefix === undefined ? {} : { weekShift: countShift(prefix) }) },
  }),
}

/** 周六周日, 下周一、周二: two days in a row are one stretch. */
const twoInARow: Recogniser = {
  starts: '上下这本周星礼',
  pattern:
    /(?:(上{1,4}|下{1,4}|这|本)一?个?)?(?:周|星期|礼拜)([一二三四五六])[、,和]?(?:周|星期|礼拜)([二三四五六日天])(?![一二三四五六日天])/y,
  read: ([, prefix, first = '', second = '']) => {
    const [from, to] = [parseWeekday(first), parseWeekday(second)]
    if (to !== from + 1) return null
    const shift = prefix === undefined ? {} : { weekShift: countShift(prefix) }
    return { type: 'range', from: { weekday: from, ...shift }, to: { weekday: to, ...shift } }
  },
}

/** 下周一到三, 周二三两天: the second weekday without its 周, where nothing behind it makes another word of it. */
const shortened: Recogniser = {
  starts: '上下这本周星礼',
  pattern:
    /(?:(上{1,4}|下{1,4}|这|本)一?个?)?(?:周|星期|礼拜)([一二三四五六])(?:(?:到|至|-|~)([二三四五六日天])(?=$|[ ,.;!?)]|[上下]午|早上|晚上|每天|期间|放假|休|开会|出差|培训|值班)|([二三四五六日])这?[两二]天)/y,
  read: ([, prefix, first = '', last, next = '']) => {
    const [from, to] = [parseWeekday(first), parseWeekday(last ?? next)]
    if (to <= from || (last === undefined && to !== from + 1)) return null
    const shift = prefix === undefined ? {} : { weekShift: countShift(prefix) }
    return { type: 'range', from: { weekday: from, ...shift }, to: { weekday: to, ...shift } }
  },
}

export const weekdayParsers: readonly Recogniser[] = [weekday, weekend, twoInARow, shortened]
