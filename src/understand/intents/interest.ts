// The product that a customer asked about, wants or leans to, with its qualifiers; a refused one is none.

import type { Entity } from '../entity.ts'
import { listEntities, type Reading } from '../reading.ts'

const WANTED_BEFORE =
  /(?:咨询|询问|问(?:了|到|起|一下)?|打听|了解|想(?:要|买|做|办|存|开|配|投|了解|看|申请|试)*|有意(?:向)?|要(?:买|做|办|存|开|求)?|考虑|打算|准备|计划|感兴趣|看中|看好|倾向(?:于)?|关注|需要|中意|喜欢|偏好|希望|对|买点|配置?(?:点|些)?|转(?:成|到|做|投)?|申请|入手|(?:interested in|keen on|ask(?:s|ed|ing)? about|think about|to discuss|checking out|pick(?:ed)? up|enquir\w+ about|inquir\w+ about|wants?(?: to)?|looking (?:at|for|into)|considering|thinking (?:about|of)|likes?|prefers?|leaning to\w*|curious about|needs?|would like|open to|after|buy|exploring|keen to))(?:[^,，。;；]{0,14}|[\w '-]{0,26})$/i
const WANTED_AFTER =
  /^[^,，。;；]{0,8}[,，]?(?:他|她|客户|对方)(?:挺|很|蛮|比较|有点|还)?(?:感兴趣|有兴趣|有意向|想(?:多)?了解)|^[^,，。;；]{0,8}(?:感兴趣|有兴趣|有意向|有需求|的?需求|利率|收益|怎么(?:买|办|存)|的事|额度|费率|条件|多少|比较满意|不错|挺(?:好|感兴趣)|可以考虑|的?意向|is interesting|rates?|fees?|sounded|interests?)/i
/** The interest itself is told, beside which a wish for a product is less. */
const TOLD_AFTER = /^[^,，。;；]{0,4}(?:感兴趣|有兴趣|有意向|interests? (?:him|her|them))/
const REFUSED_BEFORE =
  /(?:顾不上|没(?:时间|心思|工夫|精力)(?:管|看|考虑|顾)?|不(?:想|要|考虑|需要|感兴趣|买|做|办|看好|喜欢)|没兴趣|拒绝|不愿|先不|暂时不|暂不|没(?:打算|考虑|想)|对|not (?:interested|keen|looking|ready|considering)|declined|refused|turned down|no interest|doesn't (?:want|like|need)|isn't interested|rejected|against|passed on|don't want|(?:un|not )happy (?:with|about)|complain\w* about|dissatisfied with|不满意?|投诉|嫌|抱怨|还清|结清|还了)[^,，。;；]{0,10}$/i
const REFUSED_AFTER =
  /^[^,，。;；]{0,10}(?:没(?:有)?(?:表态|想法|回应|反应)|不置可否|不太?满意|不感兴趣|没兴趣|没什么兴趣|兴趣不大|先?不(?:办|买|做|要|考虑|想|需要)|暂时?不|不考虑|拒绝|算了|没意向|不看好|太(?:高|低|贵|麻烦|长)了?,?(?:不|没)|到期|已(?:经)?(?:办|买|有)|办(?:完|好|下来)|(?:的)?(?:利率|收益|费率|额度|手续费|价格)?太(?:高|低|贵|麻烦|长|慢)|(?:的)?利率(?:高|低)了|提前还|还款|还完|还清|结清|isn't|(?:fees?|rates?)? (?:is|are) too|not for|was declined|no thanks)/i
const HELD =
  /(?:持有|已有|已买|买过|买了|办了|办过|有一笔|在(?:他行|别的行|别家|其他行)|手里的|到期的|already has|holds|existing)[^,，。;；]{0,8}$/i
// 把定期转成大额存单: what it is turned into is wanted
const TURNED = /[转换改](?:成|为|到|做|投)(?:了|个)?$/
const GENERIC =
  /(?:对|选|选择|想要|想买|想存|考虑|倾向于?|看中)(?<term>(?:\d{1,2}|[一二三四五六七八九十两半]{1,2})\s*(?:年期?|个月期?|月期|天期?))(?:的)?(?:产品|品种|那款|那个|那种|期限|档)?/

function isRefused(reading: Reading, product: Entity): boolean {
  const before = reading.folded.slice(Math.max(0, product.start - 30), product.start)
  const after = reading.folded.slice(product.end, product.end + 14)
  if (REFUSED_AFTER.test(after)) return true
  const match = before.match(REFUSED_BEFORE)
  return match !== null && !/^对/.test(match[0])
}

function isWanted(reading: Reading, product: Entity): boolean {
  const before = reading.folded.slice(Math.max(0, product.start - 34), product.start)
  const after = reading.folded.slice(product.end, product.end + 14)
  return (WANTED_BEFORE.test(before) && !HELD.test(before)) || WANTED_AFTER.test(after)
}

/** The product of interest; undefined where the message tells of none. */
export function readInterest(reading: Reading): string | undefined {
  const products = listEntities(reading, 'product')
  const wanted = products.filter((one) => isWanted(reading, one) && !isRefused(reading, one))
  const turnedInto = wanted.find((one) => TURNED.test(reading.folded.slice(0, one.start)))
  const told = wanted.find((one) => TOLD_AFTER.test(reading.folded.slice(one.end)))
  const chosen = turnedInto ?? told ?? wanted.at(0)
  if (!chosen) return undefined
  // 咨询大额存单,对3年期产品感兴趣: the term belongs to the product named before
  const term = reading.folded.slice(chosen.end).match(GENERIC)?.groups?.['term']
  const name = String(chosen.value)
  return term !== undefined && !/^(?:\d|[一二三四五六七八九十两半])/.test(name) ? `${term}${name}` : name
}
