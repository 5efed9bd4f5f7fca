// Kinds of values that properties of a card may have. A kind passes a value or throws a CardProblem.

import { isRecord, type JsonRecord } from '../json.ts'
import { CardProblem } from './problem.ts'
import type { Walk } from './walk.ts'

/** Checks one value at a place in the card. */
export type Kind = (value: unknown, path: string, walk: Walk) => void

/** A property that may not be missing. */
export interface RequiredKind {
  readonly required: Kind
}

/** The properties that an object may have; all others are refused. */
export type Shape = { readonly [property: string]: Kind | RequiredKind }

/** Marks a property as required. */
export function required(kind: Kind): RequiredKind {
  return { required: kind }
}

/** A value of the wrong type or form. */
export function wrong(value: unknown, expected: string, path: string): CardProblem {
  const shown = JSON.stringify(value)?.slice(0, 80)
  return new CardProblem(200621, `parse card json err, expected ${expected}, got ${shown}`, path)
}

/** An object with these properties and no others. */
export function record(shape: Shape): Kind {
  return (value, path, walk) => {
    if (!isRecord(value)) throw wrong(value, 'an object', path)
    checkShape(value, shape, { path, walk })
  }
}

/** Checks the properties of an object against its shape. */
export function checkShape(value: JsonRecord, shape: Shape, at: { path: string; walk: Walk }): void {
  for (const property of Object.keys(value)) {
    const rule = Object.hasOwn(shape, property) ? shape[property] : undefined
    if (rule === undefined) {
      throw new CardProblem(200621, `parse card json err, unknown property, property: ${property}`, at.path)
    }
    const kind = typeof rule === 'function' ? rule : rule.required
    kind(value[property], `${at.path} -> ${property}`, at.walk)
  }
  for (const [property, rule] of Object.entries(shape)) {
    if (typeof rule === 'function' || value[property] !== undefined) continue
    throw new CardProblem(200621, `parse card json err, ${property} is required`, at.path)
  }
}

/** A text of so many characters at most. */
export function text(most = Number.POSITIVE_INFINITY): Kind {
  return (value, path) => {
    if (typeof value !== 'string') throw wrong(value, 'a string', path)
    if (value.length > most) throw new CardProblem(11310, `text is longer than ${most} characters`, path)
  }
}

/** True or false. */
export const flag: Kind = (value, path) => {
  if (typeof value !== 'boolean') throw wrong(value, 'true or false', path)
}

/** A number within bounds. */
export function number(least: number, most: number): Kind {
  return (value, path) => {
    const fits = typeof value === 'number' && value >= least && value <= most
    if (!fits) throw wrong(value, `a number from ${least} to ${most}`, path)
  }
}

/** A whole number within bounds. */
export function whole(least: number, most: number): Kind {
  return (value, path) => {
    const fits = Number.isInteger(value) && Number(value) >= least && Number(value) <= most
    if (!fits) throw wrong(value, `a whole number from ${least} to ${most}`, path)
  }
}

/** One of a few values. */
export function oneOf(...values: readonly (string | number | boolean)[]): Kind {
  return (value, path) => {
    if (!values.some((each) => each === value)) throw wrong(value, `one of ${values.join(', ')}`, path)
  }
}

/** A list of values of one kind. */
export function list(kind: Kind, bounds: { least?: number; most?: number } = {}): Kind {
  return (value, path, walk) => {
    if (!Array.isArray(value)) throw wrong(value, 'a list', path)
    const { least = 0, most = Number.POSITIVE_INFINITY } = bounds
    if (value.length < least) throw new CardProblem(11310, `at least ${least} entries are needed`, path)
    if (value.length > most) throw new CardProblem(11310, `more than ${most} entries`, path)
    for (const [index, each] of value.entries()) kind(each, `${path} -> [${index}]`, walk)
  }
}

/** An object of which the platform asks nothing. */
export const anyObject: Kind = (value, path) => {
  if (!isRecord(value)) throw wrong(value, 'an object', path)
}

/** An object with any keys, each value of one kind. */
export function dictionary(kind: Kind, isKey: (key: string) => boolean = () => true): Kind {
  return (value, path, walk) => {
    if (!isRecord(value)) throw wrong(value, 'an object', path)
    for (const [key, each] of Object.entries(value)) {
      if (!isKey(key)) throw wrong(key, 'a known key', path)
      kind(each, `${path} -> ${key}`, walk)
    }
  }
}

const LANGUAGES = new Set(
  'zh_cn en_us zh_hk zh_tw ja_jp id_id vi_vn th_th pt_br es_es ko_kr de_de fr_fr it_it ru_ru ms_my'.split(
    ' ',
  ),
)

/** One of the languages of the client. */
export const language: Kind = oneOf(...LANGUAGES)

/** A value of one kind for each language. */
export function byLanguage(kind: Kind): Kind {
  return dictionary(kind, (key) => LANGUAGES.has(key))
}
