// Finds names of a list in a text. The index of a list is built once and kept as long as the list itself lives.

import { NAMES_LIKE_WORDS, PINYIN_SURNAMES } from '../lexicon/surnames.ts'

/** A name of a list, found in a text. */
export interface ListedName {
  readonly start: number
  readonly end: number
  /** As it stands in the text, or as it stands on the list where only the case differs. */
  readonly value: string
  /** False for an alias (company short name, given name alone), which is weaker evidence. */
  readonly whole: boolean
}

interface LatinForm {
  readonly words: string
  readonly name: string
  readonly whole: boolean
}

interface NameIndex {
  readonly chinese: ReadonlyMap<string, boolean>
  readonly longest: number
  readonly latin: ReadonlyMap<string, readonly LatinForm[]>
}

const COMPANY_SUFFIX = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|集团|公司|厂|个体工商户)$/
const HAN = /[\u4e00-\u9fff]/
const indexes = new WeakMap<readonly string[], NameIndex>()

const SHORTEST_COMPANY = 4

function listChineseForms(name: string): [string, boolean][] {
  const forms: [string, boolean][] = [[name, true]]
  // the names of persons, by far the most, have no second form
  if (name.length < SHORTEST_COMPANY) return forms
  const short = name.replace(/[（(].*?[)）]/g, '').replace(COMPANY_SUFFIX, '')
  if (short !== name && short.length >= 3) forms.push([short, false])
  const withoutPlace = short.replace(
    /^(?:\p{Script=Han}{2}(?:省|市|县|区)|唐山市?|北京市?|上海市?|天津市?|河北省?)/u,
    '',
  )
  if (withoutPlace !== short && withoutPlace.length >= 4) forms.push([withoutPlace, false])
  return forms
}

function buildIndex(names: readonly string[]): NameIndex {
  const chinese = new Map<string, boolean>()
  const latin = new Map<string, LatinForm[]>()
  let longest = 0
  for (const name of names) {
    if (typeof name !== 'string' || name.trim() === '') continue
    if (HAN.test(name)) {
      for (const [form, whole] of listChineseForms(name)) {
        if (form.length < 2) continue
        chinese.set(form, whole || chinese.get(form) === true)
        longest = Math.max(longest, form.length)
      }
    } else addLatin(latin, name.trim())
  }
  return { chinese, longest: Math.min(longest, 40), latin }
}

function addLatin(latin: Map<string, LatinForm[]>, name: string): void {
  const words = name.toLowerCase().split(/\s+/)
  const forms = [{ words: words.join(' '), name, whole: true }]
  // the surname of Wang Fang alone names too many
  if (!PINYIN_SURNAMES.has(words[0] ?? ''))
    for (let length = words.length - 1; length >= 1; length--) {
      forms.push({ words: words.slice(0, length).join(' '), name: '', whole: false })
    }
  const first = words[0] ?? ''
  // Sophie Tan before Sophie, whichever of them the list names first
  latin.set(
    first,
    [...(latin.get(first) ?? []), ...forms].sort((a, b) => b.words.length - a.words.length),
  )
}

function getIndex(names: readonly string[]): NameIndex {
  const known = indexes.get(names)
  if (known) return known
  const index = buildIndex(names)
  indexes.set(names, index)
  return index
}

const NAME_BEFORE =
  /(?:给|跟|和|与|同|为|帮|替|找|向|对|把|将|约|见|联系|拜访|回访|走访|看望|探望|客户|提醒|问|刚刚|刚才|刚|查|查下|查一下|看看|看下|叫|姓名|名字|搜|是|陪|访|了|让|请|新增|添加|由|转|派|的)\s*$/
const NAME_AFTER =
  /^(?:先生|女士|的|那|这|说|打|来|去|想|要|有|问|咨询|表示|电话|手机|在|买|办|做|存|转|$|[,.。;:!?、\s0-9\ue000-\uf8ff]|客户|他|她|刚|今|昨|明|约|建|开|贴|加|套|挂|走|那|生日|资料|信息|情况|商机|大额|申请|投诉|推进|适合|公司|单位|地址|邮箱|职业|收入|等级|风险|年收|最近|上|下|不|改|打标|什么|是|已|以后|今后|之后|面|给|也|都|对|嫌|觉得)/

/** Words that swallow a name that is part of them: 高利率 holds no 高利. */
const SWALLOWED = /^(?:率|贷|息|润|元|路|里路|大|程|提示|期|色|求)/

/** What follows where such a name opens a clause as the word that it also is: 温馨提示, 向前推进, 万里长征. */
const WORD_HERE = /^(?:提示|提醒|长|无|之|推|进|走|冲|看|迈|一步|考虑|地|账|不了|[几\d百十])/

function isNameHere(text: string, start: number, end: number, name: string): boolean {
  if (!NAMES_LIKE_WORDS.has(name)) return true
  const after = text.slice(end, end + 3)
  if (SWALLOWED.test(after)) return false
  const before = text.slice(Math.max(0, start - 4), start)
  if (NAME_BEFORE.test(before)) return !/^[到时](?:期|候)/.test(after)
  const opens = before === '' || /[,.。;:!?、\s]$/.test(before)
  if (opens && name !== '何时' && !WORD_HERE.test(after)) return true
  if (name === '何时') return opens && /^(?:的|先生|女士|说|那边|来|电话|手机|想|问|资料|信息)/.test(after)
  return NAME_AFTER.test(after) && (opens || /[\ue000-\uf8ff\u4e00-\u9fff]$/.test(before))
}

function findChinese(text: string, index: NameIndex, found: ListedName[]): void {
  for (let start = 0; start < text.length - 1; start++) {
    for (let length = Math.min(index.longest, text.length - start); length >= 2; length--) {
      const name = text.slice(start, start + length)
      const whole = index.chinese.get(name)
      if (whole === undefined || !isNameHere(text, start, start + length, name)) continue
      found.push({ start, end: start + length, value: name, whole })
      start += length - 1
      break
    }
  }
}

/** First names that are also words; alone they are taken for a name only with a capital. */
const FIRST_NAMES_LIKE_WORDS =
  /^(?:mark|grace|frank|iris|may|will|bill|rose|joy|hope|grant|jack|bob|rob|drew|chase|art|faith|sunny|summer|autumn|jade|ruby|amber|dawn|eve|blue|golden|north|green|big|new|the|first|good|best|bright|silver|red|black|white|gold|east|west|south|prime|great|smart|happy|sun|star|city|china|asia|global|united|national|central|pacific|royal|grand|link|next|open|top|one|data|home|food|foods|trade|credit)$/

function findLatinAt(text: string, start: number, forms: readonly LatinForm[]): ListedName | null {
  const rest = text.slice(start, start + 60).toLowerCase()
  for (const form of forms) {
    const length = matchWords(rest, form.words)
    if (length === null) continue
    const written = text.slice(start, start + length)
    if (!form.whole && !isFirstNameHere(text, start, written)) continue
    return { start, end: start + length, value: form.whole ? form.name : written, whole: form.whole }
  }
  return null
}

function findLatin(text: string, index: NameIndex, found: ListedName[]): void {
  if (index.latin.size === 0) return
  for (const match of text.matchAll(/[A-Za-z][A-Za-z.-]*/g)) {
    const start = match.index
    if (found.some((one) => start < one.end && one.start <= start)) continue
    const name = findLatinAt(text, start, index.latin.get(match[0].toLowerCase().replace(/[.-]+$/, '')) ?? [])
    if (name) found.push(name)
  }
}

function matchWords(rest: string, words: string): number | null {
  const plain = rest.replace(/\s+/g, ' ')
  if (plain !== rest) {
    const match = rest.match(
      new RegExp(`^${words.replace(/[.*+?^${'$'}{}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')}(?![a-z])`),
    )
    return match ? match[0].length : null
  }
  return rest.startsWith(words) && !/[a-z]/.test(rest[words.length] ?? '') ? words.length : null
}

function isFirstNameHere(text: string, start: number, written: string): boolean {
  const capital = /^[A-Z]/.test(written)
  if (written.length < 3) return false
  if (written.includes(' ')) return true
  if (FIRST_NAMES_LIKE_WORDS.test(written.toLowerCase())) {
    const before = text.slice(Math.max(0, start - 8), start)
    return capital && start > 0 && !/[.!?:]\s*$/.test(before)
  }
  return true
}

/** All names of the list that occur in a folded text, longest first at each place, without overlaps. */
export function findListedNames(text: string, names: readonly string[]): ListedName[] {
  if (names.length === 0) return []
  const index = getIndex(names)
  const found: ListedName[] = []
  if (index.longest > 0) findChinese(text, index, found)
  findLatin(text, index, found)
  return found
}
