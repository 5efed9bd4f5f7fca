// The keys under which a name is found by prefix: the name and its tails, full pinyin, initials.

import { pinyin } from 'pinyin-pro'

/** Tails longer than this help nobody; a company's name is found by its beginning or by what follows a few characters. */
const MOST_TAILS = 12

/** Normal form of what is searched for: NFKC, lower case, no white space between Latin letters and Chinese. */
export function nameKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

const SPELT = { toneType: 'none', surname: 'head', type: 'array', nonZh: 'consecutive' } as const

/** The pinyin of a name, a character each; a surname is read as a surname. */
export function nameSyllables(name: string): readonly string[] {
  return pinyin(nameKey(name), SPELT).map((syllable) => syllable.replaceAll('ü', 'v'))
}

/** Every key of a name, without repetition. A surname is read as a surname (仇 qiu, 单 shan). */
export function nameKeys(name: string): readonly string[] {
  const plain = nameKey(name)
  const characters = [...plain]
  const tails = characters.slice(0, MOST_TAILS).map((_, from) => characters.slice(from).join(''))
  if (!/\p{Script=Han}/u.test(plain)) return [...new Set(tails)]
  const full = nameSyllables(plain).join('')
  const initials = pinyin(plain, { ...SPELT, pattern: 'first' }).join('')
  return [...new Set([...tails, full, initials])]
}

/** The last character of Unicode: `prefix` and `prefix + LAST` bound every key that begins with the prefix. */
export const LAST_CHARACTER = '\u{10FFFF}'
