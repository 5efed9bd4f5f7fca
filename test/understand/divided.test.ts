// A repeated group whose words can be divided in two ways (刚|刚刚) takes twice as long with each repetition, for ever
// with thirty of them. Every pattern of the understanding is read for such groups as it stands in its file.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const FOLDER = new URL('../../src/understand/', import.meta.url).pathname
const INNER = String.raw`[^()\[\]\\]|\\.|\[[^\]]*\]`
/** A repeated group with at most one level of groups inside. */
const REPEATED = new RegExp(
  String.raw`\((?:\?:)?((?:${INNER}|\((?:\?:)?(?:${INNER})*\)\??)*)\)(?:[*+]|\{\d+,\d*\})`,
  'g',
)
const TOKEN = /\\.\??|\[[^\]]*\]\??|\((?:\?:)?[^()]*\)\??|<[A-Z]+>\??|.\??/gsu
const MOST_WORDS = 400
/** Pairs of more words than this are not tried: groups so large are lists of single words. */
const MOST_PAIRED = 80

function splitAlternatives(source: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const [token] of source.matchAll(/\\.|\[[^\]]*\]|./gsu)) {
    if (token === '(') depth += 1
    if (token === ')') depth -= 1
    if (token === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += token
  }
  return parts
}

function listForms(token: string): readonly string[] {
  const optional = token.length > 1 && token.endsWith('?')
  const bare = optional ? token.slice(0, -1) : token
  const forms = bare.startsWith('(')
    ? splitAlternatives(bare.replace(/^\((?:\?:)?|\)$/g, '')).flatMap(listWords)
    : bare.startsWith('[')
      ? [...bare.slice(1, -1)].slice(0, 12)
      : [bare]
  return optional ? [...forms, ''] : forms
}

/** The words that an alternative stands for, marks and escapes as they are written. */
function listWords(alternative: string): readonly string[] {
  return [...alternative.matchAll(TOKEN)].reduce<readonly string[]>(
    (words, [token]) =>
      words.flatMap((word) => listForms(token).map((form) => word + form)).slice(0, MOST_WORDS),
    [''],
  )
}

function countDivisions(text: string, words: readonly string[]): number {
  const ways = [1, ...Array.from(text, () => 0)]
  for (let at = 0; at < text.length; at += 1)
    for (const word of words)
      if (text.startsWith(word, at)) ways[at + word.length] = (ways[at + word.length] ?? 0) + (ways[at] ?? 0)
  return ways[text.length] ?? 0
}

function findDivided(group: string): string | undefined {
  const all = [...new Set(splitAlternatives(group).flatMap(listWords))]
  if (all.includes('')) return 'nothing'
  const pairs = all.length < MOST_PAIRED ? all.flatMap((a) => all.map((b) => a + b)) : all
  return [...all, ...pairs].find((text) => countDivisions(text, all) > 1)
}

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)

it('finds what can be divided in two ways', () => {
  expect(findDivided('刚|刚刚')).toBe('刚刚')
  expect(findDivided('咱?我?们?的?')).toBe('nothing')
  expect(findDivided('看|出来?|一[下共]')).toBeUndefined()
})

describe('repeated groups', () => {
  it.each(files)('of %s can be divided in one way alone', (name) => {
    const source = readFileSync(join(FOLDER, name), 'utf8')
    const divided = [...source.matchAll(REPEATED)].flatMap(([whole, group = '']) => {
      const word = findDivided(group)
      return word === undefined ? [] : [`${word} in ${whole}`]
    })
    expect(divided).toEqual([])
  })
})
