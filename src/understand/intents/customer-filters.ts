// The conditions of a list of customers: tag, level, risk, city, product held, balance, silence, birthdays, maturities.

import type { Entity } from '../entity.ts'
import { CHINESE_CITIES, ENGLISH_CITIES } from '../lexicon/cities.ts'
import { over } from '../mask.ts'
import { findPeriod } from '../periods.ts'
import { listEntities, type Reading } from '../reading.ts'
import { parseEnglishNumber, parseNumeral } from '../recognise/numerals.ts'
import { stated } from './rule.ts'

const RISK =
  /\b([rc][1-5])\b|(?<![a-z])([rc][1-5])(?![a-z0-9])|(保守型?|谨慎型?|稳健型|平衡型|成长型|积极型|进取型|激进型)|(高|中高|中|中低|低)风险|\b(conservative|cautious|moderate|balanced|growth|aggressive)\b(?= (?:risk|clients?|customers?|investors?|profile|rated))|\b(?:risk (?:level|rating|profile)?\s*(?:is |of |= ?)?)(conservative|cautious|moderate|balanced|growth|aggressive|high|low|medium)\b|\b(high|low|medium)[- ]risk\b/i
const LEVEL =
  /((?:超级|钻石|白金|黑金)?vip|普通|潜在(?!流失)|重点|钻石|白金|私行|金卡)(?:级别?|等级)?(?:的)?(?:客户|用户|人)?|\b(vip|regular|standard|ordinary|potential|prospect|private banking|platinum|gold|diamond)s?\b(?=.{0,14}\b(?:customers?|clients?|level|people)\b)|\blevel\s*(?:is|=|:)\s*(\w+)/i
const LEVEL_WORDS = /(?:等级|级别|level|tier)/i
const KNOWN_TAGS =
  '高净值|潜在流失|拆迁户|企业主|老板|公务员|教师|医生|退休|代发|沉睡|活跃|价格敏感|理财达人|私营业主|小微企业主|高管|宝妈|学区房|车主|房贷|海归|华侨|新市民|科技行业高管|转介绍|老年|亲子|留学'
const KNOWN_TAG = new RegExp(`(${KNOWN_TAGS})(?:类|型|这类|群体)?(?:的?客户|(?=都?有(?:哪些|谁|几|多少)))`)
const CHINESE_CITY = new RegExp(`(${CHINESE_CITIES})(?:市|区|县)?`)
const ENGLISH_CITY = new RegExp(`\\b(?:${ENGLISH_CITIES})\\b`, 'i')
const TAG_FORMS: readonly RegExp[] = [
  /标签(?:是|为|带|含|包含|包括|有|里有|叫|=|:)+\s*["'「《]?([^\s,，。?？!！"'」》的]{2,12})/,
  /(?:打了|打过|带有?|贴了|贴着|有|挂了|打上|标了|标记为?|属于)\s*["'「《]?([^\s,，。的"'」》]{2,10}?)["'」》]?(?:这个|的)?标签/,
  /["'「《]?([\u4e00-\u9fffa-z]{2,10}?)["'」》]?(?:这个)?标签(?:的|下|里|有|客户)/i,
  /\btagged (?:as |with )?["']?([\w-]+(?: [\w-]+){0,2}?)["']?(?=$|[?.,!]| (?:clients?|customers?|in|with|who|and|please|from|that))/i,
  /\bwith (?:the |a )?["']?([\w -]{2,24}?)["']? tag\b/i,
  /\btag(?: is|:|=)? ["']?([\w-]+(?: [\w-]+)?)["']?(?=$|[?.,!])/i,
]
const HIGH_NET_WORTH = /高净值|\b(high[- ]net[- ]worth|hnwi?)\b/i
const SILENCE =
  /(?:超过|超|有|已经?|已|近|最近|过去|满|快)?\s*([\d零一二两三四五六七八九十百半]+)\s*(?:多)?(?:个)?(半月|天|日|周|星期|礼拜|月|季度|年)(?:以上|多|内|里|来|了)?(?:都|还|也|就|一直)*(?:没|未|不)(?:有)?(?:.{0,4})(?:联系|跟进|沟通|来往|互动|拜访|回访|维护|打电话|打过电话|接触|动静|交流|聊|见|联络|走动|来过|活跃|交易|动账|理)/
const SILENCE_AFTER =
  /(?:没|未)(?:有)?(?:联系|跟进|沟通|互动|拜访|回访|维护|打电话|接触|来往)(?:过|了)?[,，\s]*(?:已经|已|超过|超|达|有)*\s*([\d一二两三四五六七八九十半]+)\s*(?:个)?(天|周|星期|月|年)/
const ENGLISH_SILENCE =
  /(?:not|n't|no contact|without contact|inactive|untouched|dormant|silent|quiet|no follow[- ]?ups?|uncontacted|no activity|cold).{0,40}?\b(\d{1,4}|[a-z]+)[ -]?(?:\+ ?)?(days?|weeks?|months?|years?)\b|\b(\d{1,4}|[a-z]+)\+? (days?|weeks?|months?|years?) (?:of (?:no|without)|without|since|with no|inactive)/i
const UNIT_DAYS: Readonly<Record<string, number>> = {
  天: 1,
  日: 1,
  周: 7,
  星期: 7,
  礼拜: 7,
  月: 30,
  季度: 90,
  年: 365,
  半月: 15,
  day: 1,
  week: 7,
  month: 30,
  year: 365,
}
const BALANCE_WORDS = /存款|余额|资产|aum|金融资产|balance|deposits?|assets?|holding|worth|万|亿/i
const MORE =
  /以上|超过|超|大于|高于|多于|不低于|不少于|至少|起|过(?=<M>)|>|≥|\b(?:over|above|more than|at least|exceed\w*|greater than|bigger than|north of|min(?:imum)?|or more|upwards?|plus|and up|higher)\b|\+/i
const LESS =
  /以下|低于|小于|少于|不足|不到|不超过|以内|<|≤|\b(?:under|below|less than|at most|up to|max(?:imum)?|smaller than|no more than|lower)\b/i
const BETWEEN = over('<M>\\s*(?:到|至|-|~|和|与|and|to)\\s*<M>')

function readRisk(text: string): string | undefined {
  const match = text.match(RISK)
  if (!match) return undefined
  const word = match.slice(1).find((one) => one !== undefined)
  if (word === undefined) return undefined
  if (/^[rc][1-5]$/i.test(word)) return word.toUpperCase()
  return match[4] !== undefined ? `${match[4]}风险` : word
}

function readLevel(text: string): string | undefined {
  const match = text.match(LEVEL)
  const word = match?.[1] ?? match?.[2] ?? match?.[3]
  if (word === undefined || (match?.[3] !== undefined && /^(?:r\d|is)$/i.test(word))) return undefined
  if (/vip/i.test(word)) return word.toUpperCase()
  const near = LEVEL_WORDS.test(text) || /客户|人|clients?|customers?/i.test(text)
  return near ? word : undefined
}

function readTag(reading: Reading): string | undefined {
  const text = reading.folded
  const own = (reading.context.tags ?? []).find((tag) => tag.length > 1 && text.includes(tag))
  if (own !== undefined) return own
  for (const form of TAG_FORMS) {
    const word = text
      .match(form)?.[1]
      ?.replace(/^(?:查|看|找|列出?|筛选?|所有|全部|有|带|打了|我的|客户)+/, '')
    if (word !== undefined && word.length > 1) return word.trim()
  }
  const wealthy = text.match(HIGH_NET_WORTH)
  if (wealthy) return wealthy[1] ?? '高净值'
  // 有房贷的客户 hold the product
  const known = text.replace(/(?:持?有|办了?|买了?|做了?)房贷/g, ' ').match(KNOWN_TAG)?.[1]
  return known
}

function readCity(text: string): string | undefined {
  const chinese = text.match(CHINESE_CITY)?.[0]
  if (chinese !== undefined) return chinese.replace(/市$/, '')
  const other = text.match(/(?:在|住|位于|家在|城市(?:是|为|:)?)([\u4e00-\u9fff]{2,3})市?(?:的|客户)/)?.[1]
  if (other !== undefined && !/我们|这里|哪里|名下|手里|路演|统计|汇总|分组|分布|划分|归类|排/.test(other))
    return other.replace(/市$/, '')
  return text.match(ENGLISH_CITY)?.[0]
}

function readChineseSilence(match: RegExpMatchArray): number | undefined {
  const half = match[1] === '半'
  const count = half ? 0.5 : (parseNumeral(match[1] ?? '') ?? 0)
  const days = half && match[2] === '年' ? 180 : Math.round(count * (UNIT_DAYS[match[2] ?? ''] ?? 0))
  return days > 0 ? days : undefined
}

function readSilence(text: string): number | undefined {
  const match = text.match(SILENCE) ?? text.match(SILENCE_AFTER)
  if (match) return readChineseSilence(match)
  const english = text.match(ENGLISH_SILENCE)
  const [, count = english?.[3], unit = english?.[4]] = english ?? []
  const days = UNIT_DAYS[(unit ?? '').toLowerCase().replace(/s$/, '')] ?? 0
  const value = (parseEnglishNumber(count ?? '') ?? 0) * days
  return value > 0 ? Math.round(value) : undefined
}

const UP_TO = /^[^,，]{0,2}(?:以下|以内|以里|or less|or below)/
const FROM = /^[^,，]{0,2}(?:以上|起|or more|\+|plus)/
const NOT_LESS = /不(?:低于|少于)|less than.{3,}more/
const HOLDINGS = /存款|余额|资产|aum|balance|assets|deposits/i

function findBound(text: string, one: Entity): 'balance_min' | 'balance_max' | null {
  const words = text.slice(Math.max(0, one.start - 12), one.end + 5)
  const after = text.slice(one.end, one.end + 5)
  if (UP_TO.test(after)) return 'balance_max'
  if (FROM.test(after)) return 'balance_min'
  if (LESS.test(words) && !NOT_LESS.test(words)) return 'balance_max'
  return MORE.test(words) || HOLDINGS.test(words) ? 'balance_min' : null
}

function readBalance(reading: Reading): Record<string, unknown> {
  const text = reading.folded
  const [first, second] = listEntities(reading, 'money')
  if (!first || !(BALANCE_WORDS.test(text) || MORE.test(text) || LESS.test(text))) return {}
  if (second && BETWEEN.test(reading.masked)) return { balance_min: first.value, balance_max: second.value }
  const out: Record<string, unknown> = {}
  for (const one of listEntities(reading, 'money')) {
    const bound = findBound(text, one)
    if (bound !== null) out[bound] ??= one.value
  }
  return out
}

function readDates(reading: Reading): Record<string, unknown> {
  const text = reading.folded
  if (/生日|寿星|birthdays?|born/i.test(text)) return { birthday: findPeriod(reading) }
  if (/到期|matur|expir|due/i.test(text)) return { maturing: findPeriod(reading) }
  return {}
}

/** The conditions that a message states for a list of customers. */
export function readFilters(reading: Reading): Readonly<Record<string, unknown>> {
  const text = reading.folded
  const silence = readSilence(text)
  const tag = readTag(reading)
  const product = listEntities(reading, 'product').find((one) => !(tag ?? '').includes(one.text))
  const isHeld =
    product !== undefined &&
    !(
      /^(?:存款|理财|deposits?)$/i.test(product.text) &&
      (listEntities(reading, 'money').length > 0 || /到期|matur|expir/i.test(text))
    )
  return stated({
    tag,
    level: readLevel(text.replace(tag ?? '\u0000', '')),
    risk: readRisk(text),
    city: readCity(text),
    product: isHeld ? product?.value : undefined,
    inactive_days: silence,
    ...readBalance(reading),
    ...readDates(reading),
  })
}

const UNKNOWN_TAG =
  /^(?:[请帮给我把查看找搜列调都有咱们的\s,，:]|没有|麻烦|导出|导一?份|下载|输出|一份|能不能|出来?|筛选?|一[下共]|总共|哪些|所有|全部|名下|手[上里]|目前|现在)*(?<tag>[\u4e00-\u9fff]{2,8}?)(?:类|型|这类|群体)?的?客户(?!经理)/
const NO_TAG =
  /[我你他她谁哪几多啥么吗没未不新老大好首全各该这那本]|什么|导出|下载|输出|一份|名下|手[上里]|目前|现在|客户|联系|生日|到期|名单|拜访|回访|跟进|服务|管理|维护|今天|明天|最近|存款|余额|资产|风险|等级|级别|城市|所有|优质|潜在|附近|需要|应该|可以|可能/
const UNKNOWN_ENGLISH_TAG =
  /^(?:(?:please|pls|can you|could you|show|list|find|get|give|pull|see|export|download|dump|me|all|my|our|the|any|which|what|who|are|is|do|we|have|up|us|of)\s+)*(?<tag>[a-z]{3,14}(?: [a-z]{3,14})?) (?:clients?|customers?)\b/
const NO_ENGLISH_TAG =
  /\b(?:list|show|find|search|export|download|dump|get|all|any|my|our|the|new|old|good|best|top|big|active|inactive|existing|current|potential|other|more|many|how|with|whose|risk|level|city|due|birthday|maturing|contacted|recent|that|these|those|own|overdue|local|individual|corporate|personal|business)\b/

/** What stands before 客户 and is no condition that is known: a tag of the bank's own, or none that there is. */
function readUnknownTag(reading: Reading): string | undefined {
  const text = reading.masked.trim()
  const chinese = text.match(UNKNOWN_TAG)?.groups?.['tag']
  if (chinese !== undefined) return NO_TAG.test(chinese) ? undefined : chinese
  const english = text.match(UNKNOWN_ENGLISH_TAG)?.groups?.['tag']
  return english === undefined || NO_ENGLISH_TAG.test(english) ? undefined : english
}

/** The conditions of a list that is asked for; what is no known condition is taken for a tag, so that nobody is shown everybody. */
export function readListFilters(reading: Reading): Readonly<Record<string, unknown>> {
  const filters = readFilters(reading)
  return Object.keys(filters).length > 0 ? filters : stated({ tag: readUnknownTag(reading) })
}
