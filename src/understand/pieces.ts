// What of a message the learnt weights look at: runs of characters in Chinese, words and pairs and triples of them
// otherwise, with every name, time, amount and number found in it replaced by the letter of its kind.

import type { Reading } from './reading.ts'

// upper case, so that no typed letter equals one: the marks are made of lower case text
const MARK_LETTERS = 'CWTMPNFERB'
const FIRST_MARK = 0xe000
const MARK_SIZE_BITS = 8
// what is wished is said early; what is longer is a note
const READ_LENGTH = 120
const LONGEST_PIECE = 3

/** Whether a message is weighed by the Chinese weights. */
export const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text)

/** The masked text with one letter for each mark, and one space for what parts words. */
export function toComparable({ masked }: Pick<Reading, 'masked'>): string {
  return masked
    .slice(0, READ_LENGTH)
    .replace(
      /[\ue000-\ue9ff]/g,
      (mark) => MARK_LETTERS[(mark.charCodeAt(0) - FIRST_MARK) >> MARK_SIZE_BITS] ?? ' ',
    )
    .replace(/[\s,，。.!！?？、:：;；~]+/g, ' ')
    .trim()
}

/** The pieces of a comparable text, each once. */
export function listPieces(text: string): ReadonlySet<string> {
  const pieces = new Set<string>()
  const chinese = isChinese(text)
  const parts = chinese ? [...`^${text}$`] : ['^', ...text.split(/[^A-Za-z0-9'-]+/).filter(Boolean), '$']
  for (let length = 1; length <= LONGEST_PIECE; length += 1)
    for (let at = 0; at + length <= parts.length; at += 1)
      pieces.add(parts.slice(at, at + length).join(chinese ? '' : ' '))
  return pieces
}
