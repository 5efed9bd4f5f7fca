// Messages of our own with the frame that each means, written by people who had not seen the rules. `mended.jsonl` was read
// once and then mended: it stays read. `unseen.jsonl` was never mended and nothing was learnt from it: it tells how well
// new messages are read. Do not mend a rule, and do not learn, because of a line of it; write a new set instead.

import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { understand } from '../../../src/understand/index.ts'

type Slots = Readonly<Record<string, unknown>>

interface Line {
  readonly lang: 'zh' | 'en'
  readonly text: string
  readonly now: string
  readonly customers?: readonly string[]
  readonly products?: readonly string[]
  readonly colleagues?: readonly string[]
  readonly context?: { readonly customer?: string; readonly ticket?: string }
  readonly expect: {
    readonly intent: string
    readonly slots: Slots
    /** Words that slots of free text hold; `action` stands for the one of what comes next. */
    readonly contains?: Readonly<Record<string, readonly string[]>>
    /** Slots that are as right. */
    readonly alt?: readonly Slots[]
    /** Slots that may be there, with any value. */
    readonly optional?: readonly string[]
  }
}

const FREE = ['content', 'title', 'action', 'comment', 'reason']

const listLines = (name: string): readonly Line[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

const read = ({ text, now, customers, products, colleagues, context }: Line) =>
  understand(text, {
    now: new Date(now),
    zone: 'Asia/Shanghai',
    ...(customers === undefined ? {} : { customers }),
    ...(products === undefined ? {} : { products }),
    ...(colleagues === undefined ? {} : { colleagues }),
    ...context,
  })

/** The members of `filters` and `next` beside the other slots. */
function flatten(slots: Slots): Slots {
  const { filters = {}, next = {}, ...rest } = slots as Readonly<Record<string, Slots>>
  const inner = Object.entries(filters).map(([name, value]) => [`filters.${name}`, value] as const)
  const { action, ...when } = next
  const after = Object.entries(when).map(([name, value]) => [`next.${name}`, value] as const)
  return {
    ...rest,
    ...Object.fromEntries([...inner, ...after]),
    ...(action === undefined ? {} : { action }),
  }
}

const fold = (value: unknown): string => {
  if (Array.isArray(value)) return [...value].map(fold).sort().join('|')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, part]) => `${name}=${fold(part)}`)
      .sort()
      .join(';')
  return String(value).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

function isExact(line: Line, slots: Slots): boolean {
  const { expect: wanted } = line
  const told = flatten(slots)
  const spared = (name: string) =>
    [...(wanted.optional ?? []), ...Object.keys(wanted.contains ?? {}), ...FREE].some(
      (one) => name === one || name.startsWith(`${one}.`),
    )
  const holds = Object.entries(wanted.contains ?? {}).every(([name, words]) =>
    words.every((word) => fold(told[name] ?? '').includes(fold(word))),
  )
  const fits = (right: Slots) => {
    const exact = flatten(right)
    return [...new Set([...Object.keys(exact), ...Object.keys(told)])].every(
      (name) => (spared(name) && exact[name] === undefined) || fold(exact[name]) === fold(told[name]),
    )
  }
  return holds && [wanted.slots, ...(wanted.alt ?? [])].some(fits)
}

test('every message that was mended stays read', () => {
  const wrong = listLines('mended.jsonl').filter((line) => {
    const { intent, slots } = read(line)
    return intent !== line.expect.intent || !isExact(line, slots)
  })
  expect(wrong.map(({ text }) => text)).toEqual([])
})

describe.each([
  ['zh', 0.97, 0.88],
  ['en', 0.95, 0.85],
] as const)('unseen messages in %s', (lang, intents, frames) => {
  const lines = listLines('unseen.jsonl').filter((line) => line.lang === lang)
  const readings = lines.map((line) => ({ line, frame: read(line) }))

  it(`have their intent read in at least ${intents * 100} % of ${lines.length}`, () => {
    const right = readings.filter(({ line, frame }) => frame.intent === line.expect.intent)
    expect(right.length / lines.length).toBeGreaterThanOrEqual(intents)
  })

  it(`have their whole frame read in at least ${frames * 100} %`, () => {
    const right = readings.filter(
      ({ line, frame }) => frame.intent === line.expect.intent && isExact(line, frame.slots),
    )
    expect(right.length / lines.length).toBeGreaterThanOrEqual(frames)
  })
})
