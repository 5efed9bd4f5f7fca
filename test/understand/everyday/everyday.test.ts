// Everyday expressions of time and everyday messages, our own, written before the rules were looked at: once mended,
// they stay read. Columns of dates: text, kind, value (d day, i instant, p part of a day, r and w from..to, b last
// of a deadline, a first of an open end, R rule, n no time, x a length). Columns of messages: text, intents that are
// right, exact slots, words that free slots hold, slots that may be there, customer or ticket talked about.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type UnderstandingContext, understand } from '../../../src/understand/index.ts'
import { readTimes, type TimeFinding } from '../../../src/understand/time/index.ts'

const NOW = new Date('2026-11-18T09:30:00+08:00')
const ZONE = 'Asia/Shanghai'

const CONTEXT: UnderstandingContext = {
  now: NOW,
  zone: ZONE,
  customers:
    '李建国 张伟 周晓梅 上官婉 陈立新 江河建材 永泰纺织有限公司 孙婷 林志远 何洁 高山 白杨 马骏 王小二 宋佳 汪洋 时光 金玉堂 华昌电子'
      .split(' ')
      .concat('Emma Wood', 'Victor Lin', 'Blue Harbor Foods', 'Nina Patel', 'Ben Carter')
      .concat('Robert Hayes', 'Maple Dairy'),
  products: '大额存单 结构性存款 经营贷 房贷 基金定投 国债 信用卡 代发工资 企业网银 黄金积存 稳盈固收'
    .split(' ')
    .concat('Large CD', 'Structured Deposit', 'Mortgage', 'Payroll Service', 'Gold Plan'),
  colleagues: ['王敏', '高杰', '孙丽', '马晓宇', 'Sophie', 'Marcus Hill', 'Sophie Tan'],
}

function listRows(name: string): string[][] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}

/** The finding that says most, as the reading of a message takes it. */
function findBest(text: string): TimeFinding | undefined {
  const weight = ({ kind, said, dayPart }: TimeFinding): number =>
    kind === 'recurrence' ? 10 : said.length + (dayPart === undefined ? 0 : 0.5)
  return readTimes(text, { now: NOW, zone: ZONE, lean: 'forward' })
    .filter(({ kind }) => kind !== 'duration')
    .sort((a, b) => weight(b) - weight(a))[0]
}

function saysRule(rule: string, wanted: string): boolean {
  const parts = new Set(rule.split(';'))
  return wanted.split(';').every((part) => /^BY(?:HOUR|MINUTE|MONTHDAY)/.test(part) || parts.has(part))
}

function isRead(text: string, kind: string, value: string): boolean {
  const found = findBest(text)
  if (kind === 'n' || kind === 'x') return found === undefined
  if (!found) return false
  const { start = '', end = '', rule = '' } = found
  if (kind === 'R') return saysRule(rule, value)
  if (kind === 'd' || kind === 'i') return start === value && found.kind !== 'range'
  if (kind === 'p') return start.slice(0, 10) === value.slice(0, 10) && found.dayPart !== undefined
  if (kind === 'b') return (end || start) === value
  if (kind === 'a') return start === value
  const [from = '', to = ''] = value.split('..')
  return kind === 'r' ? start === from && end === to : start >= from && end <= to
}

test.each(['dates-zh.tsv', 'dates-en.tsv'])('every expression of %s is read', (name) => {
  const wrong = listRows(name).filter(
    ([text = '', value = '']) => !isRead(text, value.slice(0, 1), value.slice(2)),
  )
  expect(wrong.map(([text]) => text)).toEqual([])
})

type Slots = Readonly<Record<string, unknown>>

const FREE = ['content', 'title', 'action', 'comment', 'reason']
const fold = (value: unknown): string => JSON.stringify(value).toLowerCase()

function flatten(slots: Slots): Slots {
  const { next, ...rest } = slots
  const { action, at } = (next ?? {}) as Slots
  return {
    ...rest,
    ...(action === undefined ? {} : { action }),
    ...(at === undefined ? {} : { 'next.at': at }),
  }
}

function findFault(row: readonly string[]): string | null {
  const [text = '', intents = '', slots = '{}', contains = '', optional = '', about = ''] = row
  const context =
    about === '' ? CONTEXT : { ...CONTEXT, ...(/^T\d/.test(about) ? { ticket: about } : { customer: about }) }
  const frame = understand(text, context)
  if (!intents.split('|').includes(frame.intent)) return `${text}: ${frame.intent}`
  const [read, wanted] = [flatten(frame.slots), flatten(JSON.parse(slots))]
  const told = JSON.parse(contains || '{}') as Record<string, string>
  const spared = new Set([
    ...FREE,
    ...Object.keys(told),
    ...optional.split(',').map((one) => (one === 'next' ? 'next.at' : one)),
  ])
  const names = new Set([...Object.keys(read), ...Object.keys(wanted)])
  const wrong = [...names].filter((name) => !spared.has(name) && sort(read[name]) !== sort(wanted[name]))
  const missing = Object.entries(told).filter(
    ([name, words]) => !fold(read[name] ?? '').includes(words.toLowerCase()),
  )
  const faults = [...wrong, ...missing.map(([name]) => name)]
  return faults.length > 0 ? `${text}: ${faults.join(', ')}` : null
}

function sort(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fold(value ?? null)
  return fold(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

test.each(['messages-zh.tsv', 'messages-en.tsv'])('every message of %s is understood', (name) => {
  expect(listRows(name).flatMap((row) => findFault(row) ?? [])).toEqual([])
})
