// The slots of a new customer: name, phone, where they came from, company, birthday, tags.

import type { Entity } from '../entity.ts'
import type { Slots } from '../frame.ts'
import { CHINESE_CITIES, ENGLISH_CITIES } from '../lexicon/cities.ts'
import { SURNAMES } from '../lexicon/surnames.ts'
import { listEntities, type Reading } from '../reading.ts'
import { splitTags } from './customer-tags.ts'
import { stated } from './rule.ts'

const NAME_FORMS: readonly RegExp[] = [
  /(?:姓名|名字|叫做?|名叫|name(?:d| is|:)?|called)\s*(?:是|为|叫|:)?\s*(?<name>[\u4e00-\u9fff]{2,4}|[A-Za-z]+(?: [A-Za-z]+){0,2})/i,
  /(?:客户|customer|client|prospect|lead|contact)\s*[:,，]?\s*(?<name>[\u4e00-\u9fff]{2,4}?)(?=[\s,，。;:]|\d|手机|电话|$|男|女|先生|女士)/i,
  /\b(?:customer|client|prospect|lead|contact)\s*[:,]?\s*(?<name>[a-z]+(?: [a-z]+){1,2}?)(?=\s*[,;]|\s+\d|$|\s+(?:phone|from|works|source|email|who|at|with)\b)/i,
]
const SOURCE_FORMS: readonly RegExp[] = [
  /来源(?:渠道)?(?:是|为|填|写|算|:)?\s*(?<source>[^,，。;；\s]{2,16})/,
  /(?:从|在|通过|由|经)\s*(?<source>[^,，。;；\s]{2,10}?)(?:上|里|中)?(?:认识|来的|获客|获得|得来|找来|拿到|介绍|转介绍|推荐|加的|过来的)(?:的|来的)?/,
  /(?<source>(?:老客户|朋友|同事|熟人|客户|亲戚|家人|同学|他行|合作方|中介)(?:转介绍|介绍|推荐|转介))/,
  /(?<source>转介绍|路演|沙龙|[房车商婚茶家][展博]会|[家车糖美]博会|展会|陌拜|扫街|地推|外拓|网点获客|厅堂获客|厅堂|自来客|抖音|公众号|小程序|电话营销|社区活动|厅堂营销|网点|活动)(?:来的|获客|认识的?|获得|引流|客户)?/,
  /(?<source>[\u4e00-\u9fff]{2,4}(?:介绍|推荐)(?:来?的?)?)/,
  /\b(?:met|found|introduced) (?:at|through|via) (?:a |an |the )?(?<source>(?:trade fair|expo|exhibition|roadshow|seminar|salon|event|conference|wedding|party)\b)/i,
  /\b(?:source|from|via|through)\s*(?:is|:|=)?\s*(?:a |an |the )?(?<source>(?:referral|walk-?in|website|event|seminar|exhibition|roadshow|cold call|friend|wechat|linkedin|campaign|branch|online|trade fair|expo|salon|partner)(?: (?:by|from) [\w ]{2,20})?)/i,
  /\b(?<source>referral|walk-?in|referred by [\w ]{2,20}|roadshow|cold call|exhibition|seminar|website)\b/i,
]
const COMPANY_FORMS: readonly RegExp[] = [
  /(?:单位|公司|就职于|任职于|供职于|工作单位|所在单位)(?:是|为|:|在)?\s*(?<company>[\u4e00-\u9fffA-Za-z0-9（）()]{2,24}?)(?=[,，。;；\s]|$|的)/,
  /在\s*(?<company>[\u4e00-\u9fffA-Za-z0-9]{2,20}?)(?:上班|工作|任职|就职|当|做|担任)/,
  /\b(?:works? (?:at|for|with)|company(?: is|:)?|employed (?:at|by)|employer(?: is|:)?|from the company|of)\s+(?<company>[A-Z][\w&]*(?: [A-Z&][\w&]*){0,4})/,
]
const LIVES_IN = new RegExp(
  `(?:在|住|城市(?:是|为|:)?|家在)(${CHINESE_CITIES})|\\b(?:lives? in|based in|city:?) (${ENGLISH_CITIES})\\b`,
  'i',
)
const EMAIL_DROP = /[\w.+-]+@[\w.-]+/g

const INTRODUCES = /^\s*(?:介绍|推荐|转介)/
const INTRODUCED_BY = /(?:referred by|from|introduced by|via)\s+$/i

function readName(reading: Reading): string | undefined {
  const named = listEntities(reading, 'customer').filter((one) => !String(one.value).startsWith('*'))
  const introduced = (one: Entity): boolean =>
    INTRODUCES.test(reading.folded.slice(one.end)) || INTRODUCED_BY.test(reading.folded.slice(0, one.start))
  const first =
    named.find((one) => !introduced(one) && !/公司$|集团$/.test(one.text)) ??
    named.find((one) => !introduced(one))
  const stated = reading.folded.match(NAME_FORMS[0] ?? /$^/)?.groups?.['name']
  const longer =
    stated !== undefined && first !== undefined && stated.length > first.text.length && /^[A-Z]/.test(stated)
  if (first && !longer && (stated === undefined || stated.includes(first.text))) return String(first.value)
  for (const form of NAME_FORMS) {
    const name = reading.folded.match(form)?.groups?.['name']
    if (
      name !== undefined &&
      (!/^[\u4e00-\u9fff]/.test(name) ||
        SURNAMES.has(name[0] ?? '') ||
        name.length > 2 ||
        new RegExp(`${name}[\\s,，]*(?:生日|电话|手机|标签|来源|邮箱|\\d)`).test(reading.folded))
    )
      return trimName(name)
  }
  return first ? String(first.value) : undefined
}

const trimName = (name: string): string => name.replace(/(?:先生|女士|手机|电话|男|女)$/, '').trim()

function readSource(reading: Reading): string | undefined {
  const text = reading.folded
  for (const form of SOURCE_FORMS) {
    const source = text.match(form)?.groups?.['source']
    if (source !== undefined) return source.replace(/(?:来的|的|来)$/, '').trim()
  }
  return undefined
}

function readCompany(reading: Reading): string | undefined {
  const named = listEntities(reading, 'customer').find((one) =>
    /公司|集团|厂|贸易|科技|建材|食品|机械|物流|装备/.test(one.text),
  )
  const name = readName(reading)
  if (
    named &&
    String(named.value) !== name &&
    !reading.folded.slice(named.end, named.end + 3).match(/^介绍|^推荐/)
  )
    return String(named.value)
  for (const form of COMPANY_FORMS) {
    const company = reading.folded.replace(EMAIL_DROP, ' ').match(form)?.groups?.['company']
    if (company !== undefined && !/^(?:标签|电话|手机|来源|地址|邮箱)/.test(company)) return company.trim()
  }
  return undefined
}

function readBirthday(reading: Reading): string | undefined {
  if (!/生日|出生|生于|日生|号生|生的|年生|birthday|born|dob/i.test(reading.folded)) return undefined
  const time = listEntities(reading, 'time').find((one) => one.time?.start !== undefined)
  const digits = reading.folded.match(/((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})/)
  if (digits)
    return `${digits[1]}-${(digits[2] ?? '').padStart(2, '0')}-${(digits[3] ?? '').padStart(2, '0')}`
  return time?.time?.start?.slice(0, 10)
}

const TAG_WORDS =
  /(?:标签(?:是|为|打上?|加上?|贴上?|:)?|(?:打|贴|加|标)(?:上|个|一个)?(?:标签)?)\s*[:]?\s*["'「]?(?<tags>[^,，。;；\n]{1,30}?)["'」]?(?:的|这个|这些|两个|俩)?(?:标签)?(?=$|[,，。;；\n])|\btags?(?:ged)?(?: as| with|:)?\s+(?<more>[\w &-]{2,40}?(?:, *(?! |phone|mobile|source|from|born|works|company|level|email|dob|city|risk)[\w &-]{2,24}?){0,4})(?=,? (?:phone|mobile|source|from|born|works|company|level|email|dob|city|risk)\b|$|,)/i

function readNewTags(reading: Reading): string[] {
  const text = reading.folded
  if (!/标签|打上|贴上|\btag/i.test(text)) return []
  const at = text.search(/标签|打上|贴上|打个|\btag/i)
  const match = text.slice(Math.max(0, at - 2)).match(TAG_WORDS)
  return splitTags(match?.groups?.['tags'] ?? match?.groups?.['more'] ?? '')
}

/** The slots of a new customer, as the message states them. */
export function readNewCustomer(reading: Reading): Slots {
  const phone = listEntities(reading, 'phone')[0]
  const email = listEntities(reading, 'email')[0]
  const text = reading.folded
  const level = text.match(
    /(?:等级|级别|level)(?:是|为|:| is)?\s*(vip|普通|潜在|重点|regular|potential)|(vip|潜在|普通)客户|\b(vip)\b/i,
  )
  const levelWord = level?.[1] ?? level?.[2] ?? level?.[3]
  return stated({
    name: readName(reading),
    phone: phone?.value ?? text.match(/(?<!\d)\d{11}(?!\d)/)?.[0],
    email: email?.value,
    source: readSource(reading),
    company: readCompany(reading),
    birthday: readBirthday(reading),
    tags: readNewTags(reading),
    level: levelWord && /vip/i.test(levelWord) ? levelWord.toUpperCase() : levelWord,
    risk: text
      .match(
        /(?:(?:风险|risk)(?:等级|级别| level| rating)?(?:是|为|:| is)?\s*|[,，\s])(r[1-5]|(?<=风险.{0,4})(?:保守|稳健|平衡|成长|进取)型)(?![a-z0-9])/i,
      )?.[1]
      ?.toUpperCase(),
    city: text.match(LIVES_IN)?.slice(1).find(Boolean),
  })
}
