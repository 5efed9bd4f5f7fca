// 国庆路, 十月稻田, 陈立冬, 后天失调: names and words that hold a time and mean none.
import type { Draft, Recogniser } from '../piece.ts'

const SKIP: Draft = { type: 'skip' }

const DAYS =
  '国庆|元旦|中秋|重阳|端阳|端午|清明|立春|立夏|立秋|立冬|春分|秋分|夏至|冬至|谷雨|五一|八一|六一|三八'
/** Places and firms, each with what makes another word of it: 国庆路 but 国庆路上堵车. */
const NAMED_PLACES = [
  '大?街(?![上头边拍])',
  '(?:大|东|西|南|北|中)?路(?![上况过演费途程边面线由])',
  '大道',
  '巷',
  '桥(?!梁)',
  '村(?![里民委口镇])',
  '镇(?![上里政])',
  '城(?![里市区乡东西南北管])',
  '大厦',
  '小区',
  '花园小区',
  '公寓',
  '出版社',
  '花(?:大厦|酒店|集团|公司)',
  '(?:科技|商贸|实业|食品|餐饮|集团)?(?:股份|有限)',
]

const place: Recogniser = {
  starts: '一二三四五六七八九十正国元中重端清立春秋夏冬谷',
  pattern: new RegExp(
    `(?:${DAYS}|(?<![年个第零一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九正])月)(?:${NAMED_PLACES.join('|')})`,
    'y',
  ),
  read: () => SKIP,
}

const brand: Recogniser = {
  starts: '五十重17七后明春一',
  pattern:
    /五月天(?!气)|五月花|十月稻田|十月妈咪|重阳投资|十点读书|(?:1|一)点点(?=奶茶|的?店|喝)|[7七]天(?=连锁|酒店)|7-?(?:11|eleven)(?=便利|店|门店| ?便利店|商户)|后天(?=失调|不足)|明天(?=控股|集团|系(?!统))|(?<=长|伊|宜)春分(?=[行公部局店])/y,
  read: () => SKIP,
}

/** Surnames that are seldom the end of a word before a day: 过中秋, 等国庆 and 这笔钱国庆前到 name none. */
const SURNAME =
  '[王李张刘陈杨赵黄吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏蒋蔡贾丁魏薛阎潘杜戴姚谭廖邹熊陆郝崔邱秦顾侯邵孟]'

/** 把陈立冬分给她: people who are called after a day. */
const person: Recogniser = {
  starts: '国元中重端清立春秋冬谷',
  pattern: new RegExp(
    `(?<=(?:^|[^\\u4e00-\\u9fa5a-z]|[给跟和约见帮请让把找望访系叫派由]|客户)${SURNAME})(?:国庆|元旦|中秋|重阳|端阳|立春|立夏|立秋|立冬|春分|秋分|冬至|谷雨)(?!节|假|期|前|后|当天|快乐|活动|那天|这天|放|回|出|去)`,
    'y',
  ),
  read: () => SKIP,
}

export const properNameParsers: readonly Recogniser[] = [place, brand, person]
