// Typing slips of the input method: a two-character word that sounds exactly like one of the bot's key words, and
// is no word of its own, is read as that key word. Names are never touched here; they are only ever suggested.

import { pinyin } from 'pinyin-pro'
import { KEY_WORDS, REAL_WORDS } from './lexicon/key-words.ts'
import { SURNAMES } from './lexicon/surnames.ts'
import { spanWords, type WordSpans } from './word-spans.ts'

const sounds = new Map<string, string>()

/** The toneless sound of one Chinese character; the character itself where it has none. */
export function getSound(character: string): string {
  const known = sounds.get(character)
  if (known !== undefined) return known
  const sound = pinyin(character, { toneType: 'none', v: true })
  sounds.set(character, sound)
  return sound
}

const FIXED: readonly (readonly [RegExp, string])[] = [
  [/模版/g, '模板'],
  [/那些(?=客户|人|任务|待办|工单|商机|事)/g, '哪些'],
  [/(?<=都?有)那些/g, '哪些'],
  [/资讯(?=了|过|一下|工单)/g, '咨询'],
  [/代办(?=事项|任务|列表|清单|有|[+:]|$)/g, '待办'],
  [/(?<=我的|个|条|今天|今日|所有|全部)代办/g, '待办'],
  [/倒入(?=客户|名单|模板)/g, '导入'],
]

let keyWordsBySound: Map<string, string> | undefined

function getKeyWordsBySound(): Map<string, string> {
  keyWordsBySound ??= new Map(KEY_WORDS.map((word) => [[...word].map(getSound).join(' '), word]))
  return keyWordsBySound
}

const HAN = /[\u4e00-\u9fff]/
const KEY_CHARACTERS = new Set(KEY_WORDS.flatMap((word) => [...word]))
const KEY_WORD_SET = new Set(KEY_WORDS)
const REAL_WORD_SET = new Set(REAL_WORDS)

function isWordAcross(text: string, index: number): boolean {
  const [before, behind] = [text.slice(index - 1, index + 1), text.slice(index + 1, index + 3)]
  return (
    KEY_WORD_SET.has(before) ||
    KEY_WORD_SET.has(behind) ||
    REAL_WORD_SET.has(behind) ||
    (/^[改换变写做调升降当设填录]成$/.test(before) && behind.length === 2 && HAN.test(behind[1] ?? ''))
  )
}

function findKeyWord(text: string, index: number): string | undefined {
  const first = text[index] ?? ''
  const second = text[index + 1] ?? ''
  if (!HAN.test(first) || !HAN.test(second)) return undefined
  // one of the two characters is right in nearly every slip; asking this first keeps the dictionary out of the way
  if (!KEY_CHARACTERS.has(first) && !KEY_CHARACTERS.has(second)) return undefined
  const pair = first + second
  // 跟金鑫聊过: behind 跟 stands a surname before it is a slip of 跟进
  if (
    first === '跟' &&
    SURNAMES.has(second) &&
    !/^(?:记录|一下|情况|历史)/.test(text.slice(index + 2, index + 4))
  )
    return undefined
  if (KEY_WORD_SET.has(pair) || REAL_WORD_SET.has(pair) || isWordAcross(text, index)) return undefined
  const word = getKeyWordsBySound().get(`${getSound(first)} ${getSound(second)}`)
  return word !== undefined && (word[0] === first || word[1] === second) ? word : undefined
}

/** Whether a longer word of the language covers only one of two characters: 排明 in 安排明天 is no slip for 排名. */
const isCrossed = (words: WordSpans, index: number): boolean =>
  words.joins(index - 1, index) || words.joins(index + 1, index + 2)

/**
 * The text with slips in key words put right; the length never changes.
 * @example repairSlips('设个题醒') // '设个提醒'
 */
export function repairSlips(text: string): string {
  let fixed = text
  for (const [slip, right] of FIXED) fixed = fixed.replace(slip, right)
  let out = ''
  let index = 0
  let words: WordSpans | undefined
  while (index < fixed.length) {
    const heard = findKeyWord(fixed, index)
    if (heard !== undefined) words ??= spanWords(fixed)
    const word = words !== undefined && isCrossed(words, index) ? undefined : heard
    out += word ?? fixed[index]
    index += word?.length ?? 1
  }
  return out
}
