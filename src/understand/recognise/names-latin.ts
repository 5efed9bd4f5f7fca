// Names in Latin letters that are on no list: Mr Li, capitalised names, pinyin, and common first names typed small.

import { ENGLISH_FIRST_NAMES, ENGLISH_WORDS_WITH_CAPITAL } from '../lexicon/english-names.ts'
import { PINYIN_SURNAMES } from '../lexicon/surnames.ts'
import type { NameFinding } from './name-finding.ts'

const TITLED =
  /\b(?:mr|mrs|ms|miss|madam|mdm|dr|prof|professor|auntie|uncle)\b\.?\s+(?!and\b|the\b|a\b|to\b|at\b|for\b|on\b)[a-z]+(?:\s+(?=[A-Z])[A-Z][a-z]+)?/gi

// the syllables of pinyin, in a form that a regular expression can walk
const SYLLABLE =
  '(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|ve|er|a|o|e|i|u|v))'
const PINYIN_WORD = new RegExp(`^${SYLLABLE}{2,4}$`)
const PINYIN_PART = new RegExp(`^${SYLLABLE}{1,2}$`)

/** Whether a Latin word reads as a Chinese name in pinyin (zhangwei, ouyangjing). */
function isPinyinName(word: string): boolean {
  const small = word.toLowerCase()
  if (small.length < 4 || small.length > 20 || !PINYIN_WORD.test(small)) return false
  for (let cut = Math.min(8, small.length - 1); cut >= 2; cut--) {
    if (PINYIN_SURNAMES.has(small.slice(0, cut)) && PINYIN_PART.test(small.slice(cut))) return true
  }
  return false
}

function push(found: NameFinding[], start: number, value: string): void {
  const end = start + value.length
  if (!found.some((one) => start < one.end && one.start < end)) found.push({ start, end, value })
}

function findPinyin(text: string, chinese: boolean, found: NameFinding[]): void {
  const words = [...text.matchAll(/(?<![\w@.])[A-Za-z]+(?![\w@])/g)]
  words.forEach((match, place) => {
    const word = match[0]
    const next = words[place + 1]
    if (
      (chinese || word.length === text.trim().length) &&
      isPinyinName(word) &&
      !ENGLISH_WORDS_WITH_CAPITAL.has(word.toLowerCase())
    ) {
      push(found, match.index, word)
      return
    }
    const isSurname =
      PINYIN_SURNAMES.has(word.toLowerCase()) && !/^(?:he|you|an|long|song|fan|mo|may|fang)$/.test(word)
    if (!isSurname || !next || text.slice(match.index + word.length, next.index) !== ' ') return
    if (
      !PINYIN_PART.test(next[0].toLowerCase()) ||
      /^(?:to|he|me|a|an|on|in|can|men|the|so|no|go|do|at|as|or|is|up|an|long|bone|take|make|like|ate|due|sale)$/.test(
        next[0].toLowerCase(),
      )
    )
      return
    push(found, match.index, text.slice(match.index, next.index + next[0].length))
  })
}

const CAPITALS = /(?<![\w'])[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}(?![\w])|(?<![\w'])[A-Z][a-z]+ [A-Z](?![\w])/g

const isNoName = (word: string | undefined): boolean =>
  word !== undefined && ENGLISH_WORDS_WITH_CAPITAL.has(word.toLowerCase())
const ACTS_LIKE_NAME = /^'s|^ (?:is|was|wants|said|says|asked|called|needs|has|came|will|had|would)\b/

/** Whether one word with a capital that opens a sentence is a name for all that. */
function isNameAtStart(text: string, start: number, name: string): boolean {
  const opens = start === 0 || /[.!?]\s*$/.test(text.slice(0, start))
  return (
    !opens ||
    ENGLISH_FIRST_NAMES.has(name.toLowerCase()) ||
    ACTS_LIKE_NAME.test(text.slice(start + name.length))
  )
}

function findCapitals(text: string, found: NameFinding[]): void {
  for (const match of text.matchAll(CAPITALS)) {
    const words = match[0].split(' ')
    let start = match.index
    while (isNoName(words[0])) start += (words.shift() ?? '').length + 1
    while (isNoName(words.at(-1))) words.pop()
    const name = words.join(' ')
    if (name !== '' && (words.length > 1 || isNameAtStart(text, start, name))) push(found, start, name)
  }
}

function findFirstNames(text: string, found: NameFinding[]): void {
  for (const match of text.matchAll(/(?<![\w@.'])([a-z]{3,})(?: ([a-z]{2,}))?(?![\w@])/g)) {
    const [, first = '', second = ''] = match
    if (!ENGLISH_FIRST_NAMES.has(first) || ENGLISH_WORDS_WITH_CAPITAL.has(first)) continue
    const withSurname =
      PINYIN_SURNAMES.has(second) ||
      /^(?:smith|jones|brown|taylor|johnson|williams|davies|wilson|lee|wong|lam|chan|ho|yip|tan|kim|park|clark|walker|miller|davis|moore|white|harris|king|wright|green|baker|adams|hill|chow|leung|ng|cheung|lau|tse|kwok)$/.test(
        second,
      )
    push(found, match.index, withSurname ? `${first} ${second}` : first)
  }
}

const LOOKED_UP =
  /(?:^|[,.;]\s*)(?:(?:please |can you |could you )?(?:find|look ?up|search(?: for)?|pull up|show(?: me)?|who(?: is|'s)|open))\s+(?<name>[a-z]{2,8}(?: [a-z]{2,12})?)\s*[.?!]*$/i

/** "find chen": a surname typed small is a name where somebody is looked up. */
function findLookedUp(text: string, found: NameFinding[]): void {
  const match = text.match(LOOKED_UP)
  const name = match?.groups?.['name'] ?? ''
  const [surname = ''] = name.toLowerCase().split(' ')
  if (PINYIN_SURNAMES.has(surname) && !ENGLISH_WORDS_WITH_CAPITAL.has(surname))
    push(found, (match?.index ?? 0) + (match?.[0].lastIndexOf(name) ?? 0), name)
}

/** Names with an English title (Mr Li, Dr. Sarah Chan) in a folded text. */
export function findTitledLatinNames(text: string): NameFinding[] {
  const found: NameFinding[] = []
  for (const match of text.matchAll(TITLED)) {
    const [title = '', name = '', last = ''] = match[0].split(/\s+/)
    const withLast = /^[A-Z]/.test(last) && /^[A-Z]/.test(name)
    push(
      found,
      match.index,
      withLast ? match[0] : match[0].slice(0, match[0].indexOf(name, title.length) + name.length),
    )
  }
  return found
}

/** Latin names in a folded text that are on no list; `chinese` says that the sentence around them is Chinese. */
export function findLatinNames(text: string, chinese: boolean): NameFinding[] {
  if (!/[A-Za-z]{2}/.test(text)) return []
  const found: NameFinding[] = []
  findPinyin(text, chinese, found)
  findCapitals(text, found)
  if (!chinese) findFirstNames(text, found)
  if (!chinese) findLookedUp(text, found)
  return found
}
