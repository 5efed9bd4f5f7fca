// One message made ready for the intents: folded, its names, amounts, times, products and codes found, and a masked
// copy in which each of them is one character, so that a rule reads as a sentence. Knows no intent.

import { toWallTime } from './calendar.ts'
import { foldText } from './fold.ts'
import type { UnderstandingContext } from './frame.ts'
import { PRONOUN } from './lexicon/words.ts'
import { findCodes } from './recognise/codes.ts'
import { type Amount, findMoney } from './recognise/money.ts'
import { findListedNames } from './recognise/name-index.ts'
import { findNamesAfterDays, findNamesByShape } from './recognise/names-by-shape.ts'
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
  /** As `masked`, but with the words for times left as they are. */
  readonly timed: string
  /** Place in the message of each character of `masked`, and one more for its end. */
  readonly places: readonly number[]
  readonly entities: readonly Entity[]
  readonly context: UnderstandingContext
  /** Whether there are Chinese characters beside the names. */
  readonly chinese: boolean
  /** Whether there are Latin words. */
  readonly latin: boolean
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
// a time that comes again and a time that has passed have characters of their own, so that a rule can tell them apart
const REPEATED_BASE = 0xe800
const PAST_BASE = 0xe900
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

function toRange(base: number): string {
  return `\\u${base.toString(16)}-\\u${(base + KIND_SIZE - 1).toString(16)}`
}

const CLASSES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(MARKS).map(([letter, kind]) => [letter, toRange(KIND_BASE[kind])])),
  T: toRange(KIND_BASE.time) + toRange(REPEATED_BASE) + toRange(PAST_BASE),
  U: toRange(KIND_BASE.time),
  R: toRange(REPEATED_BASE),
  B: toRange(PAST_BASE),
}
const EDGE = '[^\\w\\u4e00-\\u9fff\\ue000-\\uf8ff]*'

/**
 * A pattern over the masked text: `<C>` customer, `<W>` colleague, `<T>` time (`<U>` not yet passed, `<B>` passed,
 * `<R>` repeated), `<M>` money, `<P>` product, `<N>` ticket, `<F>` phone, `<E>` e-mail; several letters in one pair of
 * brackets mean any of them, and `<->` any run of characters that are no word.
 * @example over('把<C>(?:转给|交给)<WC>')
 */
export function over(source: string, flags = ''): RegExp {
  const body = source
    .replaceAll('<->', EDGE)
    .replace(
      /<([CWTUBRMPNFE]+)>/g,
      (_, letters: string) => `[${[...letters].map((letter) => CLASSES[letter]).join('')}]`,
    )
  return new RegExp(body, flags)
}

// What is beyond this many characters is kept as content but not searched: no wish is stated that late in a message,
// and the time to read a message stays bounded.
const READ_LENGTH = 800
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
    // 下周的日程 is no Sunday
    const cutWord = /日$/.test(time.text) && /^[程志报历期记]/.test(rest.slice(time.index + time.text.length))
    if ((time.kind !== 'duration' || time.bound !== undefined) && !cutWord) collector.addTime(time)
  }
}

function toBase(entity: Entity, nowWall: string): number {
  if (entity.kind !== 'time') return KIND_BASE[entity.kind]
  if (entity.time?.kind === 'recurrence') return REPEATED_BASE
  const last = entity.time?.end ?? entity.time?.start ?? ''
  const passed = last !== '' && (last[10] === 'T' ? last < nowWall : last.slice(0, 10) < nowWall.slice(0, 10))
  return passed ? PAST_BASE : KIND_BASE.time
}

function buildMask(
  text: string,
  entities: readonly Entity[],
  nowWall: string,
): { masked: string; timed: string; places: number[] } {
  const places: number[] = []
  const counts = new Map<EntityKind, number>()
  let masked = ''
  let timed = ''
  let index = 0
  const copyUntil = (end: number): void => {
    for (; index < end; index++) {
      const small = text[index]?.toLowerCase() ?? ''
      masked += small.length === 1 ? small : ' '
      timed += small.length === 1 ? small : ' '
      places.push(index)
    }
  }
  for (const entity of entities) {
    copyUntil(entity.start)
    const count = counts.get(entity.kind) ?? 0
    counts.set(entity.kind, count + 1)
    const mark = String.fromCharCode(toBase(entity, nowWall) + count)
    masked += mark
    timed += entity.kind === 'time' ? entity.text.toLowerCase() : mark
    places.push(entity.start)
    index = entity.end
  }
  copyUntil(text.length)
  places.push(text.length)
  return { masked, timed, places }
}

/** Makes a message ready for the intents. */
export function readMessage(original: string, context: UnderstandingContext): Reading {
  const folded = foldText(original.slice(0, READ_LENGTH), context.customers)
  const collector = new Collector(folded)
  collectCodes(collector, folded)
  collectNames(collector, collector.rest, context)
  const chinese = hasChinese(collector.rest)
  for (const one of findProducts(collector.rest, context.products ?? [])) collector.add('product', one, true)
  for (const one of findMoney(collector.rest)) collector.add('money', one, true)
  // before the times: 阎立冬 and 戴春梅 hold one
  if (chinese) for (const one of findNamesByShape(collector.rest)) collector.add('customer', one)
  if (chinese) for (const one of findNamesAfterDays(collector.rest)) collector.add('customer', one)
  collectTimes(collector, context, chinese)
  for (const one of findLatinNames(collector.rest, chinese)) collector.add('customer', one)
  if (chinese) for (const one of findUnlistedNames(collector.rest)) collector.add('customer', one)
  const entities = [...collector.entities].sort((a, b) => a.start - b.start)
  const { masked, timed, places } = buildMask(folded, entities, toWallTime(context.now, context.zone))
  return {
    original,
    folded,
    masked,
    timed,
    places,
    entities,
    context,
    chinese,
    latin: /[a-z]{2}/.test(timed),
    pronoun: PRONOUN.test(masked),
  }
}

/** The entity that a character of the masked text stands for; null where it stands for itself. */
export function findEntity(reading: Reading, mark: string | undefined): Entity | null {
  const place = mark === undefined || mark === '' ? -1 : reading.masked.indexOf(mark)
  return place < 0 ? null : (reading.entities.find((one) => one.start === reading.places[place]) ?? null)
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
