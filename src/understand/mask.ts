// The masked text of a message, in which whatever was found is one character, and the patterns over it: so a rule reads
// as a sentence, whoever is named and whenever it is.

import type { Entity, EntityKind } from './entity.ts'

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
/** How many characters each kind has: a message holds fewer things of a kind than that. */
export const KIND_SIZE = 0x100
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

function toBase(entity: Entity, nowWall: string): number {
  if (entity.kind !== 'time') return KIND_BASE[entity.kind]
  if (entity.time?.kind === 'recurrence') return REPEATED_BASE
  const last = entity.time?.end ?? entity.time?.start ?? ''
  const passed = last !== '' && (last[10] === 'T' ? last < nowWall : last.slice(0, 10) < nowWall.slice(0, 10))
  return passed ? PAST_BASE : KIND_BASE.time
}

/** A text in which entities are characters. */
export interface Mask {
  /** Lower case, each entity one character of the private use area. */
  readonly masked: string
  /** As `masked`, but with the words for times left as they are. */
  readonly timed: string
  /** Place in the text of each character of `masked`, and one more for its end. */
  readonly places: readonly number[]
}

/**
 * Masks a text.
 * @param entities in their order
 * @param nowWall the wall time by which a time has passed
 */
export function buildMask(text: string, entities: readonly Entity[], nowWall: string): Mask {
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
