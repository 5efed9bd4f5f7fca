// 本周, 下下个月, 上季度, 明年, 年底, 中旬, 上半年: whole periods and stretches of them.
import type { Clues } from '../clues.ts'
import type { Recogniser } from '../piece.ts'
import { parseNumeral } from './numerals.ts'
import { countShift } from './weekday-parser.ts'

const YEARS: Readonly<Record<string, number>> = {
  前: -2,
  去: -1,
  今: 0,
  明: 1,
  来: 1,
  后: 2,
  大前: -3,
  大后: 3,
}

const SEGMENTS: Readonly<Record<string, Clues['segment']>> = {
  初: 'start',
  上旬: 'start',
  中: 'middle',
  中旬: 'middle',
  下旬: 'last',
  底: 'end',
  末: 'end',
  终: 'end',
}

function toPeriod(unit: string, shift: number): Clues {
  if (unit === '月') return { monthShift: shift }
  if (unit.startsWith('季')) return { quarterShift: shift }
  if (unit.startsWith('年')) return { yearShift: shift }
  return { weekShift: shift }
}

const relative: Recogniser = {
  starts: '上下这本当次该',
  pattern:
    /(上{1,4}|下{1,4}|这|本|当|(?<![上下这那每一二三两])次|该)(?:一个?|个)?((?:周|星期|礼拜)(?!末|转|报|岁)|月|季度|季|年度|年)(?!轻|龄|级|薪)/y,
  read: ([, prefix = '', unit = '']) => ({
    type: 'when',
    clues: toPeriod(unit, prefix === '次' ? 1 : countShift(prefix)),
  }),
}

const year: Recogniser = {
  starts: '前去今明来后大',
  pattern: /(大前|大后|前|去|今|明|来|后)年(?!轻|龄|级)/y,
  read: ([, word = '']) => ({ type: 'when', clues: { yearShift: YEARS[word] ?? 0 } }),
}

const half: Recogniser = {
  starts: '上下前后',
  pattern: /([上下前后])半年/y,
  read: ([, word = '']) => ({ type: 'when', clues: { half: /[上前]/.test(word) ? 1 : 2 } }),
}

const quarter: Recogniser = {
  starts: '第一二三四首q1234',
  pattern:
    /(?:(?:第([一二三四1234])(?:个)?季(?:度|(?=[末初底内前后的业销]|之[前后内]|以[前后内]|中旬| ?$|[ ,.;]))|([一二三四首1234])(?:个)?季(?:度|(?=[末初底内前后的]|之[前后内]|以[前后内]|中旬| ?$|[ ,.;]))|q([1-4])))(?!报)/y,
  read: ([, counted, plain, digit]) => {
    const word = counted ?? plain
    return {
      type: 'when',
      clues: { quarter: word === '首' ? 1 : parseNumeral(word ?? digit ?? '') },
    }
  },
}

const segmentOfPeriod: Recogniser = {
  starts: '周月季年',
  pattern: /(周|月|季度?|年)(初|中旬?|底|末|终)(?!奖|级|端|国|间|位|等|小)/y,
  read: ([, unit = '', word = '']) => {
    const segmentOf = unit === '周' ? 'week' : unit === '月' ? 'month' : unit === '年' ? 'year' : 'quarter'
    const segment = SEGMENTS[word]
    return segment ? { type: 'when', clues: { segment, segmentOf } } : null
  },
}

const segmentOfMonth: Recogniser = {
  starts: '上中下',
  pattern: /(上旬|中旬|下旬)/y,
  read: ([, word = '']) => {
    const segment = SEGMENTS[word]
    return segment ? { type: 'when', clues: { segment, segmentOf: 'month' } } : null
  },
}

/** 三月底, 明年初: the stretch right behind its month or year. */
const trailingSegment: Recogniser = {
  starts: '初中底末终',
  pattern: /(?<=[月年季度])(初|底|末|终)(?![级端])/y,
  read: ([, word = '']) => {
    const segment = SEGMENTS[word]
    return segment ? { type: 'when', clues: { segment }, weak: true } : null
  },
}

/** 年内, 月内: the running period as a deadline. */
const withinPeriod: Recogniser = {
  starts: '年月季周',
  pattern: /(年|月|季度?|周)内(?![容部涵外存行])/y,
  read: ([, unit = '']) => ({ type: 'bounded', bound: 'within', clues: toPeriod(unit, 0) }),
}

/** 本周剩下的时间, 这个月剩余: from today to its end. */
const rest: Recogniser = {
  starts: '本这今',
  pattern:
    /(?:[本这]个?|今)(周|星期|礼拜|月|季度|年)(?:里|内)?(?:剩下|剩余|余下)的?(?:时间|日子|几天|这几天)?/y,
  read: ([, unit = '']) => ({ type: 'range', from: { dayShift: 0 }, to: toPeriod(unit, 0) }),
}

const SEASONS: Readonly<Record<string, number>> = { 春: 3, 夏: 6, 秋: 9, 冬: 12 }

/** 明年春天, 今年夏季: three whole months. */
const season: Recogniser = {
  starts: '去今明来后',
  pattern: /([去今明来后])年的?([春夏秋冬])(?:天|季|日)/y,
  read: ([, word = '', name = '']) => {
    const [yearShift, month] = [YEARS[word] ?? 0, SEASONS[name] ?? 3]
    const to = month === 12 ? { month: 2, yearShift: yearShift + 1 } : { month: month + 2, yearShift }
    return { type: 'range', from: { month, yearShift }, to }
  },
}

/** 季度最后一天, 年度第一个工作日: a bare unit before a place in it is the running one. */
const running: Recogniser = {
  starts: '季年月周',
  pattern:
    /(季度?|年度|年|月|周)的?(?=(?:最后|倒数|第)[一二三四五\d]?个?(?:[天日]|工作日|交易日|周[一二三四五六日]|星期[一二三四五六日]))/y,
  read: (match, text) => {
    const before = text.charAt(match.index - 1)
    if (/[\d一二三四五六七八九十每个上下本这]/.test(before)) return null
    return { type: 'when', clues: toPeriod(match[1] ?? '', 0) }
  },
}

export const periodParsers: readonly Recogniser[] = [
  relative,
  running,
  withinPeriod,
  rest,
  season,
  year,
  half,
  quarter,
  segmentOfPeriod,
  segmentOfMonth,
  trailingSegment,
]
