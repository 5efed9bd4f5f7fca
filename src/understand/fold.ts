// Folds what phones and keyboards vary (full-width forms, curly quotes, control characters, typing slips in the
// words the bot lives on) without changing the length, so that every place found stays a place in the original.

import { findListedNames } from './recognise/name-index.ts'
import { repairSlips } from './slips.ts'

const SAME_LENGTH: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '。': '。',
  '￥': '¥',
  〇: '零',
  '—': '-',
  '–': '-',
  '：': ':',
  '，': ',',
  '；': ';',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
  '、': '、',
  '＃': '#',
}

const VARIES = /[^\t\n -~\u4e00-\u9fff]/g

function foldCharacter(character: string): string {
  const mapped = SAME_LENGTH[character]
  if (mapped !== undefined) return mapped
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code < 0x20 || (code >= 0x7f && code <= 0xa0)) return ' '
  if (code === 0x3000 || (code >= 0x2000 && code <= 0x200f) || code === 0xfeff) return ' '
  if (code >= 0xd800 && code <= 0xf8ff) return ' '
  const normal = character.normalize('NFKC')
  return normal.length === 1 ? normal : character
}

/** The text with full-width, compatibility and control characters folded, of exactly the same length as before. */
export function foldWidth(text: string): string {
  return text.replace(VARIES, foldCharacter).replace(/[\t\n]/g, (c) => (c === '\n' ? '\n' : ' '))
}

/**
 * The text as the recognisers read it: folded and with homophone slips in key words put right, same length. A name
 * that is on the list stays as it was typed: 跟金鑫 is no slip of 跟进.
 */
export function foldText(text: string, names: readonly string[] = []): string {
  const typed = foldWidth(text)
  const repaired = repairSlips(typed)
  if (repaired === typed || names.length === 0) return repaired
  return findListedNames(typed, names).reduce(
    (out, { start, end }) => out.slice(0, start) + typed.slice(start, end) + out.slice(end),
    repaired,
  )
}
