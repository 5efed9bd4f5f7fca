// Whether two names of a product, as people write them in either language, mean the same one. Knows no catalogue: the
// words of the trade are enough, and what they do not cover is compared letter by letter.

/** What the trade calls its products in both languages. The more special a word, the earlier it stands. */
const KINDS: readonly (readonly [zh: RegExp, en: RegExp])[] = [
  [/大额存单/, /\b(?:large[- ](?:denomination )?)?(?:cds?|certificates? of deposit)\b/],
  [/结构性存款/, /\bstructured deposits?\b/],
  [/贵金属|黄金/, /\b(?:precious metals?|gold)\b/],
  [/国债/, /\b(?:treasury|government|savings) bonds?\b/],
  [/按揭|房贷/, /\b(?:mortgages?|home loans?)\b/],
  [/经营贷/, /\bbusiness loans?\b/],
  [/代发/, /\bpayroll\b/],
  [/养老金/, /\bpensions?\b/],
  [/信用卡/, /\bcredit cards?\b/],
  [/保险/, /\binsurance\b/],
  [/基金/, /\bfunds?\b/],
  [/理财/, /\bwealth(?: management)?\b/],
  [/定期/, /\b(?:time|fixed|term) deposits?\b/],
]
const TERM = /(\d{1,2}|[一二两三四五六十])\s*[- ]?(?:年|years?)/i
const NUMERALS = '一二三四五六七八九十'

/** Whether two names mean the same product: 大额存单 is 3年期大额存单 and "3-year Large CD", 经营贷 is 个人经营贷. */
export function sameProduct(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)]
  if (a.includes(b) || b.includes(a)) return true
  const [kind, term, otherTerm] = [kindOf(one), termOf(one), termOf(other)]
  return kind !== -1 && kind === kindOf(other) && (term === null || otherTerm === null || term === otherTerm)
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

function kindOf(name: string): number {
  const folded = name.normalize('NFKC').toLowerCase()
  return KINDS.findIndex(([zh, en]) => zh.test(folded) || en.test(folded))
}

/** Its term in years; null where none is named. */
function termOf(name: string): number | null {
  const [, years] = TERM.exec(name.normalize('NFKC')) ?? []
  if (years === undefined) return null
  if (/\d/.test(years)) return Number(years)
  return years === '两' ? 2 : NUMERALS.indexOf(years) + 1
}
