// Where personal data stands in a text: names, phones, customer codes, account and identity numbers, e-mail addresses.
// Errs on the side of taking out too much; used before anything leaves the bank or is kept for reading by others.

import { foldWidth } from './fold.ts'
import { findCodes } from './recognise/codes.ts'
import { findCompanies } from './recognise/companies.ts'
import { findListedNames } from './recognise/name-index.ts'
import { findNamesByShape } from './recognise/names-by-shape.ts'
import { findPlainNames, findTitledNames } from './recognise/names-chinese.ts'
import { findLatinNames, findTitledLatinNames } from './recognise/names-latin.ts'

/** What kind of personal data a place holds. */
export type PersonalKind = 'name' | 'phone' | 'email' | 'code' | 'number'

/** One place of personal data in a text. */
export interface PersonalSpan {
  readonly kind: PersonalKind
  readonly start: number
  readonly end: number
}

const LONG_NUMBER = /(?<![\d.])\d(?:[\d*]|[ -](?=\d)){5,}[\dxX]?(?![\d])/g
/** A number in characters or in pieces, as people write one that is not to be read: 一三九八 7650 421. */
const SPELT_NUMBER = /(?:[\d①-⑨零〇一二三四五六七八九幺两][\s\-.·、,，_/]{0,2}){7,}/g
// an address names a person as surely as a phone does
const ADDRESS =
  /[\u4e00-\u9fff]{2,8}(?:路|街|巷|小区|花园|大厦|弄|新村)(?:[\dA-Za-z一二三四五六七八九十-]+(?:号楼|号|栋|单元|室|楼|幢|座)?)+/g

interface Span {
  readonly start: number
  readonly end: number
}

function add(spans: PersonalSpan[], kind: PersonalKind, found: Span): void {
  if (spans.some((one) => found.start < one.end && one.start < found.end)) return
  spans.push({ kind, start: found.start, end: found.end })
}

function blank(text: string, spans: readonly Span[]): string {
  let out = text
  for (const { start, end } of spans)
    out = out.slice(0, start) + '\u25a1'.repeat(end - start) + out.slice(end)
  return out
}

const CODE_KINDS = { phone: 'phone', email: 'email', code: 'code', digits: 'code', ticket: 'code' } as const

/** All places of personal data in a text, in their order; `names` are names that are known to be people's. */
export function findPersonalData(text: string, names: readonly string[] = []): readonly PersonalSpan[] {
  const folded = foldWidth(text)
  const spans: PersonalSpan[] = []
  for (const code of findCodes(folded)) if (code.kind !== 'ticket') add(spans, CODE_KINDS[code.kind], code)
  for (const pattern of [LONG_NUMBER, SPELT_NUMBER, ADDRESS])
    for (const match of folded.matchAll(pattern))
      add(spans, 'number', { start: match.index, end: match.index + match[0].length })
  for (const name of findListedNames(folded, names)) add(spans, 'name', name)
  for (const name of findTitledLatinNames(folded)) add(spans, 'name', name)
  for (const name of findTitledNames(folded)) add(spans, 'name', name)
  const rest = blank(folded, spans)
  for (const name of findLatinNames(rest, /[\u4e00-\u9fff]/.test(rest))) add(spans, 'name', name)
  for (const find of [findCompanies, findNamesByShape, findPlainNames])
    for (const name of find(rest)) add(spans, 'name', name)
  return spans.sort((a, b) => a.start - b.start)
}
