// "Did you mean": names of a list that sound like what was heard, or differ from it in one character. Only ever
// offered to the person, never taken for granted.

import { getSound } from './slips.ts'

const HAN = /^[\u4e00-\u9fff]+$/
const MOST = 5

function toSounds(name: string): string[] {
  return [...name].map((character) => (HAN.test(character) ? getSound(character) : character.toLowerCase()))
}

// sounds that dialects and input methods mix up
function loosen(sound: string): string {
  return sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/^h(?=u)/, 'f')
    .replace(/([ie])ng$/, '$1n')
}

/** The number of single-character edits between two names, at most `limit` + 1. */
function countEdits(a: readonly string[], b: readonly string[], limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = b.map((_, place) => place + 1)
  previous.unshift(0)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const swap = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? limit + 1
}

function scoreChinese(heard: string, name: string): number {
  const a = toSounds(heard)
  const b = toSounds(name)
  if (a.join(' ') === b.join(' ')) return 4
  if (a.map(loosen).join(' ') === b.map(loosen).join(' ')) return 3
  if (
    countEdits([...heard], [...name], 1) === 1 &&
    heard.length >= 2 &&
    (heard[0] === name[0] || name.length > 2)
  )
    return 2
  return 0
}

function scoreLatin(heard: string, name: string): number {
  const a = heard.toLowerCase().replace(/[^a-z]/g, '')
  const b = (/[\u4e00-\u9fff]/.test(name) ? toSounds(name).join('') : name.toLowerCase()).replace(
    /[^a-z]/g,
    '',
  )
  if (a === b) return 4
  const limit = Math.min(a.length, b.length) >= 8 ? 2 : 1
  return a.length >= 4 && countEdits([...a], [...b], limit) <= limit ? 2 : 0
}

/**
 * The names of the list that the heard one may stand for, likeliest first; the exact name itself is no suggestion.
 * @example suggestNames('张韦', ['张伟', '李娜']) // ['张伟']
 */
export function suggestNames(heard: string, names: readonly string[]): readonly string[] {
  const trimmed = heard.trim()
  if (trimmed.length < 2 || trimmed.length > 60 || names.includes(trimmed)) return []
  const score = HAN.test(trimmed) ? scoreChinese : scoreLatin
  return names
    .map((name) => ({ name, score: score(trimmed, name) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map((one) => one.name)
}
