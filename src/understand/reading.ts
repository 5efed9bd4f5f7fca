// One message made ready for the intents: folded, its names, amounts, times, products and codes found in an order in which
// none takes what is another's, and a masked copy. Knows no intent.

import { toWallTime } from './calendar.ts'
import { Collector } from './collector.ts'
import type { Entity, EntityKind } from './entity.ts'
import { foldText } from './fold.ts'
import type { UnderstandingContext } from './frame.ts'
import { PRONOUN } from './lexicon/words.ts'
import { buildMask, type Mask } from './mask.ts'
import { findCodes } from './recognise/codes.ts'
import { findCompanies } from './recognise/companies.ts'
import { findMoney } from './recognise/money.ts'
import type { NameFinding } from './recognise/name-finding.ts'
import { findListedNames } from './recognise/name-index.ts'
import { findNamesAfterDays, findNamesByShape } from './recognise/names-by-shape.ts'
import { findPlainNames, findTitledNames } from './recognise/names-chinese.ts'
import { findLatinNames, findTitledLatinNames } from './recognise/names-latin.ts'
import { findProducts } from './recognise/products.ts'
import { readTimes } from './time/index.ts'

/** A message made ready for the intents. */
export interface Reading extends Mask {
  readonly original: string
  readonly folded: string
  readonly entities: readonly Entity[]
  readonly context: UnderstandingContext
  /** Whether there are Chinese characters beside the names. */
  readonly chinese: boolean
  /** Whether there are Latin words. */
  readonly latin: boolean
  readonly pronoun: boolean
}

// What is beyond this many characters is kept as content but not searched: no wish is stated that late in a message,
// and the time to read a message stays bounded.
const READ_LENGTH = 800

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

function collectNamesOf(
  collector: Collector,
  finders: readonly ((text: string) => readonly NameFinding[])[],
): void {
  for (const find of finders) for (const one of find(collector.rest)) collector.add('customer', one)
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
  if (chinese) collectNamesOf(collector, [findNamesByShape, findNamesAfterDays])
  const known = collector.entities.length
  collectTimes(collector, context, chinese)
  for (const one of findLatinNames(collector.rest, chinese)) collector.add('customer', one)
  // behind a time a clause opens (明天林志强来签字); where nothing was found since, the shapes would be the same again
  const shapes = collector.entities.length > known ? [findNamesByShape] : []
  if (chinese) collectNamesOf(collector, [findCompanies, ...shapes, findPlainNames])
  const entities = [...collector.entities].sort((a, b) => a.start - b.start)
  const mask = buildMask(folded, entities, toWallTime(context.now, context.zone))
  return {
    original,
    folded,
    ...mask,
    entities,
    context,
    chinese,
    latin: /[a-z]{2}/.test(mask.timed),
    pronoun: PRONOUN.test(mask.masked),
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
