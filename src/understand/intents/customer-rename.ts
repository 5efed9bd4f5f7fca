// A customer who is called something else: 把王小明改成王晓明. Said in so many words (名字, 改名, rename) it is one; where
// only one name stands for another, it is one if they are alike, and otherwise somebody else may be meant.

import { COMPOUND_SURNAMES, SURNAMES, WORDS_LIKE_NAMES } from '../lexicon/surnames.ts'
import { over } from '../mask.ts'
import { suggestNames } from '../names.ts'
import { type Reading, sliceOriginal } from '../reading.ts'
import { anySurname } from '../recognise/surname-pattern.ts'

/** A customer's new name. */
export interface Rename {
  /** Undefined where neither the message nor the conversation names anyone. */
  readonly customer: string | undefined
  readonly name: string
  /** Whether it can hardly mean anything else. */
  readonly sure: boolean
}

const SHOULD_BE = '(?:应该?(?:是|叫|为)|改[成为叫]|更正[为成]|是|叫)'
const WRITTEN_WRONG = '(?:写|录|打|记|填|登记)?错了?[,，\\s]*'
const WHOSE = '(?:<CF>|客户|[他她]|^|[把将,，。\\s])的?'
const NAME_WORD = '(?:名字|姓名|名称|全名)'
const NAME_WORD_EN =
  "(?:<C>'?s?|\\b(?:his|her|their|its|the|customer's|client's|customer|client)) (?:full |legal )?name(?: of <C>)?"

// all that may stand before the new name
const SAID = over(
  [
    // 公司更名为 tells of where the customer works
    `(?<!公司|单位|厂|店|行)[改更]名字?了?(?:叫做?|为|成|作|是|(?=<C>|${anySurname()}))[:\\s]*`,
    `${WHOSE}${NAME_WORD}(?:都|给|帮我|要|请)?(?:改|换|更正|修改|变更|更新)(?:一下)?(?:成|为|到|叫|作)[:\\s]*`,
    `${WHOSE}${NAME_WORD}(?:${WRITTEN_WRONG}(?:<C>)?${SHOULD_BE}|应该?(?:是|叫|为))[:\\s]*`,
    '\\brename <C>(?: to| as|:)? ',
    '<C>,? (?:is|was|has been|got)? ?renamed(?: to| as)? ',
    `\\b(?:change|correct|fix|update|amend|set|edit)\\b.{0,20}${NAME_WORD_EN} (?:to|as) `,
    `${NAME_WORD_EN} (?:should be|to be|is now|has changed to|changed to) `,
    '<C> (?:has )?changed (?:his|her|its|their) name to ',
    '<C> is (?:now|<T>) called ',
  ].join('|'),
)
// one name that stands for another; 拜访王小明改成王晓明 is about the visit
const OPENS = '(?<=^|[^\\w\\u4e00-\\u9fff]|把|将|客户|帮我|麻烦)'
const IMPLIED = over(
  [
    `${OPENS}<C>(?:这个?客户)?(?:改|换|更正)[成为叫][:\\s]*`,
    `${OPENS}<C>${WRITTEN_WRONG}${SHOULD_BE}[:\\s]*`,
    `${OPENS}<C>应该?是[:\\s]*`,
    '\\b(?:change|correct|fix|update|amend) <C> to ',
    '<C> should be ',
    "<C>(?:'s name)? (?:is|was) (?:wrong|misspel(?:led|t)|spel(?:led|t) wrong)[,.; ]+(?:it )?should be ",
    "<C>'?s? name is ",
  ].join('|'),
)

const CLAUSE_END = /[,，。;；!！?？\n]/
const AROUND =
  /^[\s"'“「『]+|(?:[\s"'”」』.~]|吧|了|呗|啊|呀|哈|谢谢|\b(?:please|pls|thanks|now|instead)\b)+$/gi
const TOO_LONG = 80
const HAN_NAME = /^[\u4e00-\u9fff·]{2,20}$/
const LATIN_NAME = /^[A-Za-z][\w.'’& -]{1,59}$/
const ASKED = /[吗么谁哪]/

const isName = (text: string): boolean =>
  HAN_NAME.test(text) ? !ASKED.test(text) && !WORDS_LIKE_NAMES.has(text.slice(0, 2)) : LATIN_NAME.test(text)

/** Whether a person of no list may be called so. */
function isPersonal(text: string): boolean {
  const surname = COMPOUND_SURNAMES.includes(text.slice(0, 2)) ? 2 : SURNAMES.has(text[0] ?? '') ? 1 : 0
  return surname > 0 && text.length > surname && text.length <= surname + 2
}

/** Whether one name may be the other, mistyped or changed in part. */
function isAlike(one: string, other: string): boolean {
  if (suggestNames(one, [other]).length > 0) return true
  if (HAN_NAME.test(one)) return one.length > 3 && one.slice(0, 2) === other.slice(0, 2)
  const words = new Set(other.toLowerCase().split(/\s+/))
  return one.split(/\s+/).some((word) => words.has(word.toLowerCase()))
}

function readNewName(reading: Reading, from: number): string {
  const length = reading.masked.slice(from).search(CLAUSE_END)
  const to = length < 0 ? reading.masked.length : from + length
  return sliceOriginal(reading, from, to).slice(0, TOO_LONG).replace(AROUND, '')
}

/** The new name that a customer is given; null where none is. */
export function readRename(reading: Reading): Rename | null {
  const said = reading.masked.match(SAID)
  const match = said ?? reading.masked.match(IMPLIED)
  if (match?.index === undefined) return null
  const from = match.index + match[0].length
  const name = readNewName(reading, from)
  if (!isName(name)) return null
  const start = reading.places[from] ?? 0
  const old = reading.entities.find(
    ({ kind, end }) => (kind === 'customer' || kind === 'phone') && end <= start,
  )
  const customer = old === undefined ? reading.context.customer : String(old.value)
  if (said !== null) return { customer, name, sure: true }
  const found = reading.entities.find((one) => one.start === start)
  if (customer === undefined || (found !== undefined && found.kind !== 'customer')) return null
  const sure = found?.listed !== true && isAlike(name, customer)
  return sure || found !== undefined || isPersonal(name) ? { customer, name, sure } : null
}
