// One message made ready for the intents: folded, its names, amounts, times, products and codes found, and a masked
// copy in which each of them is one character, so that a rule reads as a sentence. Knows no intent.

import { foldText } from './fold.ts'
import type { UnderstandingContext } from './frame.ts'
import { PRONOUN } from './lexicon/words.ts'
import { findCodes } from './recognise/codes.ts'
import { type Amount, findMoney } from './recognise/money.ts'
import { findListedNames } from './recognise/name-index.ts'
import { findTitledNames, findUnlistedNames } from './recognise/names-chinese.ts'
import { findLatinNames, findTitledLatinNames } from './recognise/names-latin.ts'
import { findProducts } from './recognise/products.ts'
import { readTimes, type TimeFinding } from './time/index.ts'

/** Kinds of things found in a message; each has its own character in the masked text. */
export type EntityKind =
  | 'customer'
  | 'colleague'
  | 'time'
  | 'money'
  | 'product'
  | 'ticket'
  | 'phone'
  | 'email'

/** Something found in the message, with its place in the message as given. */
export interface Entity {
  readonly kind: EntityKind
  readonly start: number
  readonly end: number
  /** As it stands in the folded text. */
  readonly text: string
  /** The value of its slot, where that differs from the words. */
  readonly value: string | Amount
  /** Whether it is on a list that was passed in; false for what only the sentence makes plain. */
  readonly listed: boolean
  readonly time?: TimeFinding
}

/** A message made ready for the intents. */
export interface Reading {
  readonly original: string
  readonly folded: string
  /** Lower case, each entity one character of the private use area. */
  readonly masked: string
  /** Place in the message of each character of `masked`, and one more for its end. */
  readonly places: readonly number[]
  readonly entities: readonly Entity[]
  readonly context: UnderstandingContext
  readonly chinese: boolean
  readonly pronoun: boolean
}

const KIND_BASE: Readonly<Record<EntityKind, number>> = {
  customer: 0xe000,
  colleague: 0xe100,
  time: 0xe200,
  money: 0xe300,
  product: 0xe400,
  ticket: 0xe500,
  phone: 0xe600,
  email: 0xe700,
}
const KIND_SIZE = 0x100
const MARKS: Readonly<Record<string, EntityKind>> = {
  C: 'customer',
  W: 'colleague',
  T: 'time',
  M: 'money',
  P: 'product',
  N: 'ticket',
  F: 'phone',
  E: 'email',
}

function classOf(kind: EntityKind): string {
  const base = KIND_BASE[kind]
  return `\\u${base.toString(16)}-\\u${(base + KIND_SIZE - 1).toString(16)}`
}

/**
 * A pattern over the masked text: `<C>` customer, `<W>` colleague, `<T>` time, `<M>` money, `<P>` product,
 * `<N>` ticket, `<F>` phone, `<E>` e-mail; several letters in one pair of brackets mean any of them.
 * @example over('把<C>(?:转给|交给)<WC>')
 */
export function over(source: string, flags = ''): RegExp {
  const body = source.replace(/<([CWTMPNFE]+)>/g, (_, letters: string) => {
    const classes = [...letters].map((letter) => classOf(MARKS[letter] ?? 'customer'))
    return `[${classes.join('')}]`
  })
  return new RegExp(body, flags)
}

// What is beyond this many characters is kept as content but not searched: no wish is stated that late in a message,
// and the time to read a message stays bounded.
const READ_LENGTH = 1200
const BLANK = '\u25a1'

function blank(text: string, entities: readonly Entity[]): string {
  let out = text
  for (const { start, end } of entities)
    out = out.slice(0, start) + BLANK.repeat(end - start) + out.slice(end)
  return out
}

class Collector {
  readonly entities: Entity[] = []
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  add(kind: EntityKind, found: { start: number; end: number; value: string | Amount }, listed = false): void {
    const { start, end, value } = found
    if (end <= start || this.entities.some((one) => start < one.end && one.start < end)) return
    if (this.entities.filter((one) => one.kind === kind).length >= KIND_SIZE - 1) return
    this.entities.push({ kind, start, end, text: this.#text.slice(start, end), value, listed })
  }

  addTime(time: TimeFinding): void {
    const end = time.index + time.text.length
    if (this.entities.some((one) => time.index < one.end && one.start < end)) return
    if (this.entities.filter((one) => one.kind === 'time').length >= KIND_SIZE - 1) return
    this.entities.push({
      kind: 'time',
      start: time.index,
      end,
      text: time.text,
      value: time.text,
      listed: true,
      time,
    })
  }

  get rest(): string {
    return blank(this.#text, this.entities)
  }
}

function collectNames(collector: Collector, text: string, context: UnderstandingContext): void {
  // a name on both lists is a customer unless the sentence says otherwise; the intents look at both kinds
  const names = findListedNames(text, context.customers ?? [])
  const colleagues = findListedNames(text, context.colleagues ?? [])
  const longer = (
    a: { start: number; end: number },
    list: readonly { start: number; end: number }[],
  ): boolean => list.some((b) => b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start)
  for (const one of findTitledLatinNames(text))
    if (!names.some((name) => longer(one, [name]))) collector.add('customer', one)
  for (const one of names) if (!longer(one, colleagues)) collector.add('customer', one, one.whole)
  for (const one of colleagues) collector.add('colleague', one, one.whole)
  for (const one of findTitledNames(collector.rest)) collector.add('customer', one)
}

function collectCodes(collector: Collector, text: string): void {
  for (const code of findCodes(text)) {
    const kind = code.kind === 'code' || code.kind === 'digits' ? 'customer' : code.kind
    collector.add(kind, code, true)
  }
}

function hasChinese(text: string): boolean {
  return /[\u4e00-\u9fff]/.test(text)
}

function collectTimes(collector: Collector, context: UnderstandingContext, chinese: boolean): void {
  const rest = collector.rest
  for (const time of readTimes(rest, {
    now: context.now,
    zone: context.zone,
    lean: 'forward',
    language: chinese ? 'zh' : 'en',
  })) {
    if (time.kind !== 'duration' || time.bound !== undefined) collector.addTime(time)
  }
}

function buildMask(text: string, entities: readonly Entity[]): { masked: string; places: number[] } {
  const places: number[] = []
  const counts = new Map<EntityKind, number>()
  let masked = ''
  let index = 0
  for (const entity of entities) {
    for (; index < entity.start; index++) {
      masked += text[index]?.toLowerCase() ?? ''
      places.push(index)
    }
    const count = counts.get(entity.kind) ?? 0
    counts.set(entity.kind, count + 1)
    masked += String.fromCharCode(KIND_BASE[entity.kind] + count)
    places.push(entity.start)
    index = entity.end
  }
  for (; index < text.length; index++) {
    const small = text[index]?.toLowerCase() ?? ''
    masked += small.length === 1 ? small : ' '
    places.push(index)
  }
  places.push(text.length)
  return { masked, places }
}

/** Makes a message ready for the intents. */
export function readMessage(original: string, context: UnderstandingContext): Reading {
  const folded = foldText(original.slice(0, READ_LENGTH))
  const collector = new Collector(folded)
  collectCodes(collector, folded)
  collectNames(collector, collector.rest, context)
  const chinese = hasChinese(collector.rest)
  for (const one of findProducts(collector.rest, context.products ?? [])) collector.add('product', one, true)
  for (const one of findMoney(collector.rest)) collector.add('money', one, true)
  collectTimes(collector, context, chinese)
  for (const one of findLatinNames(collector.rest, chinese)) collector.add('customer', one)
  if (chinese) for (const one of findUnlistedNames(collector.rest)) collector.add('customer', one)
  const entities = [...collector.entities].sort((a, b) => a.start - b.start)
  const { masked, places } = buildMask(folded, entities)
  return { original, folded, masked, places, entities, context, chinese, pronoun: PRONOUN.test(masked) }
}

/** The entity that a character of the masked text stands for; null where it stands for itself. */
export function findEntity(reading: Reading, mark: string | undefined): Entity | null {
  const code = mark?.charCodeAt(0) ?? 0
  for (const kind of Object.keys(KIND_BASE) as EntityKind[]) {
    const place = code - KIND_BASE[kind]
    if (place < 0 || place >= KIND_SIZE) continue
    return reading.entities.filter((one) => one.kind === kind)[place] ?? null
  }
  return null
}

/** The words of the message between two places of the masked text, as they were written. */
export function sliceOriginal(reading: Reading, from: number, to: number): string {
  const start = reading.places[from] ?? reading.folded.length
  const end = reading.places[to] ?? reading.folded.length
  const last = to >= reading.places.length - 1 ? reading.original.length : end
  return reading.original.slice(start, last)
}

/** The entities of one kind, in their order. */
export function listEntities(reading: Reading, kind: EntityKind): readonly Entity[] {
  return reading.entities.filter((one) => one.kind === kind)
}
