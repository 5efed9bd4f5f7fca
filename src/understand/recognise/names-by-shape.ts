// Chinese names that are on no list and that no title or verb announces, but that open a clause and have the shape of a
// name: a surname, and characters of which given names are made, that end where a word of the language ends.

import { GIVEN_CHARACTERS, GIVEN_OR_WORD } from '../lexicon/given-names.ts'
import { WORDS_AT_OPENING, WORDS_LIKE_NAMES } from '../lexicon/surnames.ts'
import { spanWords, type WordSpans } from '../word-spans.ts'
import type { NameFinding } from './name-finding.ts'
import { anySurname } from './surname-pattern.ts'

const SURNAME = anySurname(WORDS_AT_OPENING)
const OPENING = new RegExp(
  `(?<=^|[,，。;；、:!?！？\\s\\u25a1\\ue000-\\uf8ff]|[的了]客户|新客户|老客户|客户|麻烦|帮忙|帮我|那个|嗯|啊)${SURNAME}(?=[\\u4e00-\\u9fff])`,
  'g',
)
/** Behind a name of which the last character may be a word of its own, or behind one of two characters alone. */
const ENDS_HERE =
  /^(?:$|[,，。;；、:!?！？\s\u25a1\ue000-\uf8ff]|的|说(?!明)|那[边里笔个]|这[边里笔个]|名下|身上|先生|女士|(?:来电|来电话|打电话|反映|反馈|咨询|回(?:了|电|信|话|复|短信|微信|邮件)|问(?!题)|手机|电话|号码|资料|地址|住址|生日|商机|工单|标签|要(?!求)|想|又|已))/
/** 刚 is part of a name where what follows would not stand behind the word: 凌志刚要换. */
const NOT_BEHIND_JUST = /^(?:要|想|需|的|家|那|名|[,，\s\u25a1]|$)/

/** 万宝源商贸 is a company, however much it looks like a name. */
const IN_COMPANY =
  /^(?:商贸|贸易|科技|实业|建材|食品|机械|物流|装备|化工|钢铁|置业|公司|集团|[\u4e00-\u9fff]{1,6}(?:公司|集团))/

const isGiven = (character: string | undefined): boolean =>
  character !== undefined && GIVEN_CHARACTERS.has(character)

/** Whether a name may end before the place `end` of the text. */
function mayEnd(text: string, end: number, words: WordSpans): boolean {
  const last = text[end - 1] ?? ''
  const rest = text.slice(end, end + 4)
  if (last === '刚') return NOT_BEHIND_JUST.test(rest)
  if (words.joins(end - 1, end)) return false
  return !GIVEN_OR_WORD.has(last) || ENDS_HERE.test(rest)
}

function readName(text: string, start: number, surname: string, words: WordSpans): string | null {
  const first = start + surname.length
  const long = first + 2
  if (isGiven(text[first]) && isGiven(text[first + 1]) && mayEnd(text, long, words)) {
    // 梅雨桐 is a name though 梅雨 is a word; 金银花 is one word and none
    if (!words.joins(start, long - 1)) return text.slice(start, long)
  }
  const short = first + 1
  const isWord = words.joins(start, short - 1) && surname.length === 1
  if (isWord || !isGiven(text[first]) || !mayEnd(text, short, words)) return null
  return ENDS_HERE.test(text.slice(short, short + 4)) ? text.slice(start, short) : null
}

// 王国庆, 阎立冬: the day that the given name is also the name of
const NAMED_AFTER_DAY = new RegExp(
  `(?<=^|[,，。;；、:\\s]|给|跟|和|约|见|帮|请|让|把|找|望|访|系)${SURNAME}(?:国庆|元旦|中秋|重阳|端阳|立春|立夏|立秋|立冬|春分|秋分|冬至|谷雨|清明)(?!节|假|期|前|后|当天|快乐|活动|那天|这天)`,
  'g',
)

/** Names of people who are called after a day of the year, which would be read as that day. */
export function findNamesAfterDays(text: string): readonly NameFinding[] {
  return [...text.matchAll(NAMED_AFTER_DAY)].map(({ 0: value, index: start }) => ({
    start,
    end: start + value.length,
    value,
  }))
}

/** Names by their shape, where they open a clause; what is known already is blanked out of the text. */
export function findNamesByShape(text: string): readonly NameFinding[] {
  let words: WordSpans | undefined
  const found: NameFinding[] = []
  for (const match of text.matchAll(OPENING)) {
    const start = match.index
    const surname = match[0]
    if (!isGiven(text[start + surname.length]) || WORDS_LIKE_NAMES.has(text.slice(start, start + 2))) continue
    words ??= spanWords(text)
    const value = readName(text, start, surname, words)
    if (value !== null && !IN_COMPANY.test(text.slice(start + value.length)))
      found.push({ start, end: start + value.length, value })
  }
  return found
}
