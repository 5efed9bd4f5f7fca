// 今天, 明早, 大后天: days counted from the reference, with the part of the day where one word says both.
import type { Clues, Part } from '../clues.ts'
import type { Recogniser } from '../piece.ts'

const SHIFTS: Readonly<Record<string, number>> = {
  大大前: -4,
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  当: 0,
  即: 0,
  本: 0,
  明: 1,
  听: 1,
  琴: -1,
  寻: -1,
  后: 2,
  大后: 3,
  大大后: 4,
}

const PARTS: Readonly<Record<string, Part>> = {
  早: 'morning',
  晨: 'morning',
  午: 'noon',
  晚: 'evening',
  夜: 'evening',
}

/** 张明天生就会唱歌: what somebody is by birth, and no day. */
const INBORN = '生(?:就|丽质|是|一副)|资(?:聪|过人)|真(?:无邪|烂漫|可爱)'

const dayWord: Recogniser = {
  starts: '大前昨今当明后即本听琴寻',
  pattern: new RegExp(
    `(大{0,2}[前后]|[昨今明当])天(?![性气然赋份台地]|${INBORN})|([昨今明后])儿个?|([昨今明即本]|(?<!打)听|琴|寻|(?<![以今之天月年周期最日个])后(?=日(?:[上下中]午|早|晚|傍晚|之?前|$|[,，。])))日(?![本之报方头期程志子]|起(?=[床来身]))|今个儿?`,
    'y',
  ),
  read: (match, text) => {
    const [word, day, child, formal] = match
    // 中秋节当天 says nothing new.
    if (word === '当天' && /[节日号夕旦秋]/.test(text.charAt(match.index - 1))) return null
    const shift = SHIFTS[day ?? child ?? formal ?? '今']
    return shift === undefined ? null : { type: 'when', clues: { dayShift: shift } }
  },
}

/** 次日, and behind 到 also 第二天: the day after the one that was named, tomorrow where none was. */
const dayAfter: Recogniser = {
  starts: '次翌第隔转',
  pattern: /[次翌]日(?![本之报方头期程志子])|(?<=[到至~-] ?)(?:第二|隔|转)[天日]/y,
  read: ([word]) => ({
    type: 'when',
    clues: { dayShift: 1, follows: true },
    weak: !/[次翌]/.test(word),
  }),
}

const dayWithPart: Recogniser = {
  starts: '前昨今当明后',
  pattern: /([前昨今当明后])(早上?|晨|晚上?|夜里?)(?![会报餐饭茶点安宴间辈于已恋]|年(?!会|货|夜))/y,
  read: ([, day = '', part = '']) => {
    const clues: Clues = { dayShift: SHIFTS[day] ?? 0, part: PARTS[part.charAt(0)] ?? 'evening' }
    return { type: 'when', clues }
  },
}

const nextWorkday: Recogniser = {
  starts: '下',
  pattern: /下一?个(?:工作日|交易日|营业日)/y,
  read: () => ({ type: 'when', clues: { offset: { workdays: 1 } } }),
}

const now: Recogniser = {
  starts: '现此',
  pattern: /现在|此时此刻|此刻|此时(?!此)/y,
  read: () => ({ type: 'when', clues: { now: true } }),
}

/** 明天这个时候, 后天同一时间. */
const sameTime: Recogniser = {
  starts: '这同此',
  pattern: /(?:这个?|同一)(?:时候|时间|时刻|钟点)|此时/y,
  read: () => ({ type: 'when', clues: { sameTime: true }, weak: true }),
}

/** 明后天, 今明两天: two days in a row are one stretch. */
const twoDays: Recogniser = {
  starts: '今明',
  pattern: /(今明|明后)(?:两|二)?天/y,
  read: ([, words]) => {
    const first = words === '今明' ? 0 : 1
    return { type: 'range', from: { dayShift: first }, to: { dayShift: first + 1 } }
  },
}

export const dayParsers: readonly Recogniser[] = [
  nextWorkday,
  twoDays,
  dayAfter,
  dayWord,
  dayWithPart,
  now,
  sameTime,
]
