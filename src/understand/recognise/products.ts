// Products in a text, with the qualifiers that were said (3年期大额存单), from the bank's own list and from the lexicon.

import { CHINESE_PRODUCTS, ENGLISH_PRODUCTS } from '../lexicon/products.ts'

/** A product as said, and the place where it stands. */
export interface ProductFinding {
  readonly start: number
  readonly end: number
  readonly value: string
  /** The product without its qualifier. */
  readonly name: string
}

const CHINESE_QUALIFIER =
  /(?:美元|人民币|外币|港币|个人|对公|稳健型?|短期|中期|长期)?(?:(?<![\d.])(?:\d{1,3}|[一二三四五六七八九十两半]{1,3})\s*(?:年期?|个月期?|月期|天期?)的?)?$/
const ENGLISH_QUALIFIER =
  /(?<![a-z\d])(?:(?:usd|rmb|fixed|floating|(?:\d{1,3}|one|two|three|five|ten|six|twelve)[ -]?(?:years?|yrs?|y|months?|mo|m|days?))[ -])$/i

const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const HAN = /[\u4e00-\u9fff]/
const longestFirst = (a: string, b: string): number => b.length - a.length

const KNOWN = new Set([...CHINESE_PRODUCTS, ...ENGLISH_PRODUCTS])
const PATTERN = new RegExp(
  `${[...CHINESE_PRODUCTS].sort(longestFirst).map(escapePattern).join('|')}|(?<![a-z])(?:${[
    ...ENGLISH_PRODUCTS,
  ]
    .sort(longestFirst)
    .map((one) => escapePattern(one).replace(/[ -]/g, '[ -]'))
    .join('|')})s?(?![a-z])`,
  'gi',
)

interface Span {
  readonly start: number
  readonly end: number
}

function listOwn(text: string, products: readonly string[]): Span[] {
  const small = text.toLowerCase()
  const spans: Span[] = []
  for (const product of products) {
    const name = typeof product === 'string' ? product.trim().toLowerCase() : ''
    if (name.length < 2 || KNOWN.has(name)) continue
    for (let at = small.indexOf(name); at >= 0; at = small.indexOf(name, at + name.length)) {
      const inWord = !HAN.test(name) && /[a-z]/.test((small[at - 1] ?? '') + (small[at + name.length] ?? ''))
      if (!inWord) spans.push({ start: at, end: at + name.length })
    }
  }
  return spans
}

function listSpans(text: string, products: readonly string[]): Span[] {
  const spans = listOwn(text, products)
  for (const match of text.matchAll(PATTERN)) {
    const span = { start: match.index, end: match.index + match[0].length }
    if (!spans.some((one) => span.start < one.end && one.start < span.end)) spans.push(span)
  }
  return spans.sort((a, b) => a.start - b.start)
}

function findQualifier(before: string, name: string): string {
  const chinese = before.match(CHINESE_QUALIFIER)?.[0] ?? ''
  const english = before.match(ENGLISH_QUALIFIER)?.[0] ?? ''
  // a 2m loan is one of two million, a 6m deposit one of six months
  const amount = /\dm $/i.test(english) && /loan|mortgage|credit|financ/i.test(name)
  return chinese === '' && !amount ? english : chinese
}

// 理财经理, 基金会, 信用卡中心: not what is sold
const NO_PRODUCT_AFTER = /^(?:经理|顾问|室|公司|会(?!员)|中心|部|类工单|率|人群|管理人|存折|局)/
// 最近三个月理财: a span of time, no qualifier
const TIME_BEFORE = /(?:最近|近|过去|这|前|未来|后|第|超过|满|last|past|next)\s?$/

/** All products in a folded text, in their order, without overlaps. */
export function findProducts(text: string, products: readonly string[]): ProductFinding[] {
  const found: ProductFinding[] = []
  let last = 0
  for (const { start, end } of listSpans(text, products)) {
    if (NO_PRODUCT_AFTER.test(text.slice(end, end + 4))) continue
    const before = text.slice(Math.max(last, start - 14), start)
    const qualifier = findQualifier(before, text.slice(start, end))
    const from = TIME_BEFORE.test(before.slice(0, before.length - qualifier.length))
      ? start
      : start - qualifier.length
    found.push({ start: from, end, value: text.slice(from, end), name: text.slice(start, end) })
    last = end
  }
  return found
}
