// Holidays by key: days of the solar year, of the lunar year, and counted weekdays (第二个周日 in May).
// Which days the government declares free is the working calendar's knowledge, not this file's.
import { Temporal } from 'temporal-polyfill'
import { getLunarDate, getSolarTerm } from './sky.ts'

/** Names in Chinese without a closing 节, and the key of each. Keys like 03-08 are days of the solar year. */
export const CHINESE_HOLIDAYS: Readonly<Record<string, string>> = {
  元旦: '01-01',
  阳历新年: '01-01',
  新年: '01-01',
  公历新年: '01-01',
  跨年夜: '12-31',
  情人: '02-14',
  元宵: 'lunar:1-15',
  上元: 'lunar:1-15',
  三八妇女: '03-08',
  国际妇女: '03-08',
  妇女: '03-08',
  女神: '03-08',
  植树: '03-12',
  消费者权益: '03-15',
  愚人: '04-01',
  清明: 'term:7',
  世界读书: '04-23',
  地球: '04-22',
  国际劳动: '05-01',
  五一劳动: '05-01',
  五一国际劳动: '05-01',
  劳动: '05-01',
  五四青年: '05-04',
  青年: '05-04',
  护士: '05-12',
  母亲: 'nth:5-2-7',
  父亲: 'nth:6-3-7',
  国际儿童: '06-01',
  六一儿童: '06-01',
  六一国际儿童: '06-01',
  儿童: '06-01',
  端午: 'lunar:5-5',
  建党: '07-01',
  建军: '08-01',
  八一建军: '08-01',
  七夕: 'lunar:7-7',
  七夕情人: 'lunar:7-7',
  中元: 'lunar:7-15',
  教师: '09-10',
  中秋: 'lunar:8-15',
  国庆: '10-01',
  十一国庆: '10-01',
  重阳: 'lunar:9-9',
  万圣: '10-31',
  万圣夜: '10-31',
  记者: '11-08',
  光棍: '11-11',
  双十一: '11-11',
  双11: '11-11',
  感恩: 'nth:11-4-4',
  黑色星期五: 'black-friday',
  双十二: '12-12',
  双12: '12-12',
  冬至: 'term:0',
  平安夜: '12-24',
  圣诞前夜: '12-24',
  圣诞夜: '12-24',
  圣诞: '12-25',
  圣诞前夕: '12-24',
  腊八: 'lunar:12-8',
  小年: 'lunar:12-23',
  除夕夜: 'new-years-eve-lunar',
  除夕: 'new-years-eve-lunar',
  大年夜: 'new-years-eve-lunar',
  春节: 'lunar:1-1',
  农历新年: 'lunar:1-1',
  过年: 'lunar:1-1',
  立春: 'term:3',
  春分: 'term:6',
  立夏: 'term:9',
  夏至: 'term:12',
  立秋: 'term:15',
  秋分: 'term:18',
  立冬: 'term:21',
  大暑: 'term:14',
  小暑: 'term:13',
  处暑: 'term:16',
  惊蛰: 'term:5',
  谷雨: 'term:8',
  霜降: 'term:20',
}

/** Names in English and the key of each. */
export const ENGLISH_HOLIDAYS: Readonly<Record<string, string>> = {
  "new year's day": '01-01',
  'new years day': '01-01',
  'new year day': '01-01',
  'new year': '01-01',
  'new years': '01-01',
  "new year's": '01-01',
  "new year's eve": '12-31',
  'new years eve': '12-31',
  'new year eve': '12-31',
  nye: '12-31',
  "valentine's day": '02-14',
  'valentines day': '02-14',
  'valentine day': '02-14',
  "women's day": '03-08',
  "international women's day": '03-08',
  "april fool's day": '04-01',
  "april fools' day": '04-01',
  'april fools day': '04-01',
  'april fools': '04-01',
  'earth day': '04-22',
  'labour day': '05-01',
  'labor day': 'nth:9-1-1',
  "mother's day": 'nth:5-2-7',
  'mothers day': 'nth:5-2-7',
  "father's day": 'nth:6-3-7',
  'fathers day': 'nth:6-3-7',
  "children's day": '06-01',
  'childrens day': '06-01',
  "st patrick's day": '03-17',
  "st. patrick's day": '03-17',
  'memorial day': 'memorial-day',
  'independence day': '07-04',
  'national day': '10-01',
  "teachers' day": '09-10',
  "teacher's day": '09-10',
  'teachers day': '09-10',
  'veterans day': '11-11',
  "veteran's day": '11-11',
  halloween: '10-31',
  'all saints day': '11-01',
  "singles' day": '11-11',
  'singles day': '11-11',
  'thanksgiving day': 'nth:11-4-4',
  thanksgiving: 'nth:11-4-4',
  'black friday': 'black-friday',
  'cyber monday': 'cyber-monday',
  'martin luther king day': 'nth:1-3-1',
  'martin luther king jr day': 'nth:1-3-1',
  'mlk day': 'nth:1-3-1',
  "presidents' day": 'nth:2-3-1',
  "president's day": 'nth:2-3-1',
  'presidents day': 'nth:2-3-1',
  'columbus day': 'nth:10-2-1',
  'christmas eve': '12-24',
  'xmas eve': '12-24',
  'christmas day': '12-25',
  christmas: '12-25',
  xmas: '12-25',
  'boxing day': '12-26',
  easter: 'easter',
  'easter sunday': 'easter',
  'easter day': 'easter',
  'easter monday': 'easter-monday',
  'good friday': 'good-friday',
  'chinese new year': 'lunar:1-1',
  'lunar new year': 'lunar:1-1',
  'spring festival': 'lunar:1-1',
  "chinese new year's eve": 'new-years-eve-lunar',
  'lantern festival': 'lunar:1-15',
  'dragon boat festival': 'lunar:5-5',
  'dragon boat day': 'lunar:5-5',
  'mid-autumn festival': 'lunar:8-15',
  'mid autumn festival': 'lunar:8-15',
  'moon festival': 'lunar:8-15',
  'qingming festival': 'term:7',
  'tomb sweeping day': 'term:7',
  'tomb-sweeping day': 'term:7',
}

const plain = (year: number, month: number, day: number) => Temporal.PlainDate.from({ year, month, day })

/** The n-th weekday (ISO) of a month; a negative n counts from the end. Null where the month has no such day. */
export function findNthWeekday(
  year: number,
  month: number,
  nth: number,
  weekday: number,
): Temporal.PlainDate | null {
  const first = plain(year, month, 1)
  const day =
    nth > 0
      ? 1 + ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1)
      : first.daysInMonth -
        ((plain(year, month, first.daysInMonth).dayOfWeek - weekday + 7) % 7) +
        7 * (nth + 1)
  return day >= 1 && day <= first.daysInMonth ? plain(year, month, day) : null
}

/** The last day of the lunar year that begins in `year`. */
function getNewYearsEveLunar(year: number): Temporal.PlainDate | null {
  const firstOfYear = getLunarDate(year + 1, 1, 1)
  return firstOfYear?.subtract({ days: 1 }) ?? null
}

/** Easter Sunday after the Gregorian rule (the "anonymous" algorithm of 1876). */
function getEaster(year: number): Temporal.PlainDate {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return plain(year, Math.floor(n / 31), (n % 31) + 1)
}

const SPECIAL: Readonly<Record<string, (year: number) => Temporal.PlainDate | null>> = {
  'new-years-eve-lunar': getNewYearsEveLunar,
  easter: getEaster,
  'easter-monday': (year) => getEaster(year).add({ days: 1 }),
  'good-friday': (year) => getEaster(year).subtract({ days: 2 }),
  'black-friday': (year) => findNthWeekday(year, 11, 4, 4)?.add({ days: 1 }) ?? null,
  'cyber-monday': (year) => findNthWeekday(year, 11, 4, 4)?.add({ days: 4 }) ?? null,
  'memorial-day': (year) => findNthWeekday(year, 5, -1, 1),
  'national-day': (year) => plain(year, 10, 1),
  'labour-day': (year) => plain(year, 5, 1),
  'childrens-day': (year) => plain(year, 6, 1),
}

/** The day on which a holiday falls in a year; a lunar one in the lunar year that begins then. Null where it has none. */
export function findHoliday(key: string, year: number): Temporal.PlainDate | null {
  const special = SPECIAL[key]
  if (special) return special(year)
  const [, family = '', numbers = ''] = /^(?:(lunar|nth|term):)?([\d-]+)$/.exec(key) ?? []
  const [a = 0, b = 0, c = 0] = numbers.split('-').map(Number)
  if (family === 'lunar') return getLunarDate(year, a, b)
  if (family === 'nth') return findNthWeekday(year, a, b, c)
  if (family === 'term') return getSolarTerm(year, a)
  return plain(year, a, b)
}
