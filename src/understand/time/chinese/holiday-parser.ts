// 国庆节, 除夕, 三八妇女节: holidays by name, and lunar dates in words (农历八月十五, 腊月廿三, 大年初二).
import type { Clues } from '../clues.ts'
import type { Recogniser } from '../piece.ts'
import { CHINESE_HOLIDAYS } from '../resolve/holidays.ts'
import { parseNumeral } from './numerals.ts'

const GREETING =
  '(?!(?<=小年)[轻级龄纪]| ?(?:快乐|祝福|问候|贺|礼[物品盒]|红包|模板|安康|活动|营销|福利|海报))'
const names = Object.keys(CHINESE_HOLIDAYS).sort((a, b) => b.length - a.length)

/** 父亲节 is a day, 父亲 a person: names that are words of their own, a holiday only with 节 or 日 behind them. */
const PLAIN_WORDS = new Set(
  '情人 妇女 国际妇女 女神 植树 消费者权益 愚人 世界读书 地球 国际劳动 劳动 青年 护士 母亲 父亲 国际儿童 儿童 建党 建军 教师 记者 光棍 感恩'.split(
    ' ',
  ),
)

// 李国庆 is a person.
const NOT_A_NAME = '(?<![王李张刘陈杨赵吴徐孙朱胡郭林罗郑梁谢宋唐邓韩冯曹彭蔡潘袁董苏吕魏蒋杜](?=国庆))'

const holiday: Recogniser = {
  starts: names.map((name) => name.charAt(0)).join(''),
  pattern: new RegExp(
    `${NOT_A_NAME}(${names.join('|')})(节|日(?![子本期]))?((?:小?长)?假期?(?:期间)?|黄金周|放假(?:期间)?|期间)?${GREETING}`,
    'y',
  ),
  read: (match, text) => {
    const [all, name = '', day, period] = match
    const key = CHINESE_HOLIDAYS[name]
    if (key === undefined || (day === undefined && PLAIN_WORDS.has(name))) return null
    // 除夕夜八点: the night of the name says which half of the day the hour is in
    const clock =
      name.endsWith('夜') &&
      /^ ?[\d一二三四五六七八九十]{1,2} ?[点:时]/.test(text.slice(match.index + all.length))
    if (clock) return { type: 'when', clues: { holiday: key, part: 'evening' } }
    return { type: 'when', clues: { holiday: key, ...(period ? { holidayPeriod: true } : {}) } }
  },
}

/** 五一, 十一, 六一: numbers that are a holiday only where the neighbours say so. */
const numberHoliday: Recogniser = {
  starts: '十五六七八三',
  pattern:
    /(?<![第零一二三四五六七八九十\d月周期拜初])(十一|五一|六一|七一|八一|五四|三八)(?:(?= ?$|[ ,.;!?]|[去回出休要想我]|的时候|过[后完]|[前后]|之[前后]|以[前后]|当天|那天|上午|下午|晚上|早上)|((?:小?长)?假期?(?:期间)?|黄金周|放假(?:期间)?|期间)|节)/y,
  read: ([, name = '', period]) => {
    const key = NUMBERED[name]
    if (key === undefined) return null
    return { type: 'when', clues: { holiday: key, ...(period ? { holidayPeriod: true } : {}) } }
  },
}

const NUMBERED: Readonly<Record<string, string>> = {
  十一: 'national-day',
  五一: 'labour-day',
  六一: 'childrens-day',
  七一: '07-01',
  八一: '08-01',
  五四: '05-04',
  三八: '03-08',
}

const LUNAR_MONTHS: Readonly<Record<string, number>> = { 正: 1, 腊: 12, 冬: 11 }

function readLunarDay(text: string): number {
  return parseNumeral(text.replace('初', '').replace('元宵', '十五'))
}

const lunarDate: Recogniser = {
  starts: '农阴旧正腊冬一二三四五六七八九十1234567890',
  pattern:
    /(农历|阴历|旧历)?的? ?(正|腊|冬|\d{1,2}|十[一二]?|[一二三四五六七八九])月 ?(初[一二三四五六七八九十]|廿[一二三四五六七八九]?|卅|三十|[二]?十[一二三四五六七八九]?|\d{1,2}|[一二三四五六七八九])[日号]?/y,
  read: ([, said, monthText = '', dayText = '']) => {
    if (!said && !/[正腊冬]/.test(monthText) && !/[初廿卅]/.test(dayText)) return null
    const lunarMonth = LUNAR_MONTHS[monthText] ?? parseNumeral(monthText)
    const lunarDay = readLunarDay(dayText)
    if (!(lunarMonth >= 1 && lunarMonth <= 12 && lunarDay >= 1 && lunarDay <= 30)) return null
    return { type: 'when', clues: { lunarMonth, lunarDay } }
  },
}

const newYearDays: Recogniser = {
  starts: '大年初正',
  pattern:
    /(?:大年|年)初([一二三四五六七八九十])|(?:大)?年三十|(?<!月)初([一二三四五六七八九十])(?!中|高|级|次|步|期|[日号])/y,
  read: ([all, day, bare]) => {
    if (all.endsWith('三十')) return { type: 'when', clues: { holiday: 'new-years-eve-lunar' } }
    const clues: Clues = { lunarMonth: 1, lunarDay: parseNumeral(day ?? bare ?? '') }
    return { type: 'when', clues, weak: bare !== undefined }
  },
}

export const holidayParsers: readonly Recogniser[] = [holiday, numberHoliday, lunarDate, newYearDays]
