// Numbers that name something: phones, customer codes, last digits, e-mail addresses, ticket numbers.
// They are found first, so that no time or amount is read out of them.

/** Something with a number of its own, and the place where it stands. */
export interface CodeFinding {
  readonly kind: 'phone' | 'email' | 'code' | 'digits' | 'ticket'
  readonly start: number
  readonly end: number
  /** The value in the form that the contract asks for (`*1234`, `T1024`). */
  readonly value: string
}

interface CodeForm {
  readonly kind: CodeFinding['kind']
  readonly pattern: RegExp
  readonly toValue: (match: RegExpExecArray) => string
}

const FORMS: readonly CodeForm[] = [
  { kind: 'email', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g, toValue: (m) => m[0] },
  {
    kind: 'phone',
    pattern: /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g,
    toValue: (m) => m[0].replace(/^\+?86[- ]?(?=1)/, '').replace(/[- ]/g, ''),
  },
  { kind: 'phone', pattern: /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g, toValue: (m) => m[0] },
  // Hong Kong and Singapore: eight digits, where the words say that they are a phone
  {
    kind: 'phone',
    pattern:
      /\+(?:852|65)[- ]?[35689]\d{3}[- ]?\d{4}(?!\d)|(?<=\b(?:mobile|phone|cell|tel|whatsapp|number|no)(?: ?no)?\.?(?: is|:)? ?)[35689]\d{3}[- ]?\d{4}(?!\d)/gi,
    toValue: (m) => m[0].replace(/[- ]/g, ''),
  },
  { kind: 'code', pattern: /(?<![a-z0-9])c\d{6}(?!\d)/gi, toValue: (m) => m[0].toUpperCase() },
  {
    kind: 'digits',
    pattern:
      /(?:手机|电话|卡|号码)?(?:尾号|后四位|末四位|末尾|尾数)(?:是|为|:)?\s*(?<d>\d{3,6})(?!\d)|(?:(?:phone|number|mobile|card|account)\s+)?\b(?:ending(?:\s+(?:in|with))?|ends (?:in|with)|last (?:four|4)(?: digits)?(?: is| are)?)\s*:?\s*(?<e>\d{3,6})(?!\d)|(?<![\w*])\*(?<f>\d{4})(?!\d)/gi,
    toValue: (m) => `*${m.groups?.d ?? m.groups?.e ?? m.groups?.f ?? ''}`,
  },
  { kind: 'ticket', pattern: /(?<![a-z0-9])t\s?-?(\d{2,9})(?![\d.])/gi, toValue: (m) => `T${m[1] ?? ''}` },
  {
    kind: 'ticket',
    pattern:
      /(?:工单|单号|单子|ticket|case)\s*(?:号|编号|number|no\.?|id)?\s*(?:是|为|:)?\s*#?\s*(\d{2,9})(?![\d万千百wk.%]|\s*(?:个|元|块|点|月|号(?!工|单)|日|年|天|bp))/gi,
    toValue: (m) => `T${m[1] ?? ''}`,
  },
  {
    kind: 'ticket',
    pattern:
      /(?<=\b(?:resolve|close|approve|reject|decline|reopen|escalate) (?:no\.? ?)?|(?:批准|同意|驳回|关闭|关掉|结掉) ?)(\d{4,9})(?![\d万千百wk.%]|\s*(?:元|块|yuan|rmb|usd))/gi,
    toValue: (m) => `T${m[1] ?? ''}`,
  },
  {
    kind: 'ticket',
    pattern:
      /(?<![\d.*])(\d{4,9})\s*(?=(?:我|就|先|可以|已经?|都|给)?(?:同意|批[准了吧]|驳回|通过|不批|不予|打回|退回|否决|准了|[批关办结](?:吧|了)|可以[批关办结]|已?解决|已?办[结好妥]|[弄修]好|搞定|处理[完好]|[结关]单|结案|关(?:了|掉|闭)|归档|[改转]派|转给|派给))/g,
    toValue: (m) => `T${m[1] ?? ''}`,
  },
  // a bare number that opens the message, or that something is noted on, where work on a ticket is told of it
  {
    kind: 'ticket',
    pattern:
      /^\s*(\d{4,7})(?=\s*(?:的?(?:客户|进[展度])|让|由|[转派交]|已|正在|还在|卡在|补充|备注|等|跟(?!进)|催|:)|\s+(?:is |was |has been |needs? |still )?(?:sorted|fixed|resolved|solved|done|closed|approved|rejected|declined|waiting|pending)\b)|(?<=[给把将在])\s*(\d{4,7})(?=\s*(?:里面?|上|中|下面?)?(?:加|补|记|写|添|备注|更新|转|派|交|关|结|批|驳|退))|(?<=\b(?:(?:update|progress|note|comment|news|status|we) (?:on|for|of|about|with)|mark) )(\d{4,7})\b/gi,
    toValue: (m) => `T${(m[1] ?? m[2] ?? m[3] ?? '').trim()}`,
  },
  { kind: 'ticket', pattern: /#\s?(?:t)?(\d{2,9})(?!\d)/gi, toValue: (m) => `T${m[1] ?? ''}` },
  {
    kind: 'ticket',
    pattern: /(?<![\d.])(\d{3,9})\s*号?(?:这个|那个)?(?:工单|号单子|[这那]张?单)/g,
    toValue: (m) => `T${m[1] ?? ''}`,
  },
]

/** All numbers that name something in a folded text, in their order, without overlaps. */
export function findCodes(text: string): CodeFinding[] {
  if (!/[\d@]/.test(text)) return []
  const found: CodeFinding[] = []
  for (const { kind, pattern, toValue } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((one) => start < one.end && one.start < end)) continue
      found.push({ kind, start, end, value: toValue(match) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
