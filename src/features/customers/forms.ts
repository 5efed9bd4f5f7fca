// The form of a customer: one field of a card for each field of the row, and back from what was typed.

import { type Field, join, type Option, say, type Words } from '../../../cards/kit/index.ts'
import { FIELD_WORDS, GENDER_WORDS, LEVEL_WORDS, RISK_WORDS } from './copy.ts'
import { type FieldName, type FieldValues, parseField } from './fields.ts'

/** A form field, filled with a kept value. */
export function toFormField(
  name: FieldName,
  value: string | null,
  options: { readonly required?: boolean; readonly placeholder?: Words } = {},
): Field {
  const base = { name, label: FIELD_WORDS[name], ...options }
  const filled = value === null || value === '' ? {} : { value: name === 'income' ? toWan(value) : value }
  const choices = CHOICES[name]
  if (choices !== undefined) return { ...base, field: 'choice', options: withOwn(choices, value), ...filled }
  if (name === 'birthday') return { ...base, field: 'date', ...filled }
  return { ...base, field: 'line', maxLength: 100, ...filled }
}

// A value of the bank's own stays choosable in a form that lists the usual ones.
function withOwn(options: readonly Option[], value: string | null): readonly Option[] {
  return value === null || value === '' || options.some((option) => option.value === value)
    ? options
    : [...options, { label: value, value }]
}

function toWan(fen: string): string {
  return `${Number(fen) / 1_000_000}万`
}

const toOptions = (words: Readonly<Record<string, Words>>): readonly Option[] =>
  Object.entries(words).map(([value, label]) => ({ label, value }))

const CHOICES: Readonly<Partial<Record<FieldName, readonly Option[]>>> = {
  gender: toOptions(GENDER_WORDS),
  level: toOptions(LEVEL_WORDS),
  risk: toOptions(RISK_WORDS),
}

/** What was typed, in its kept form, and the fields that could not be read. */
export interface ReadForm {
  readonly values: FieldValues
  readonly unreadable: readonly FieldName[]
}

/** Reads what was said or typed for some fields; empty ones are left out. */
export function readFields(
  fields: readonly FieldName[],
  said: Readonly<Record<string, unknown>>,
  today: string,
): ReadForm {
  const values: { [field in FieldName]?: string } = {}
  const unreadable: FieldName[] = []
  for (const field of fields) {
    const value = said[field]
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '') continue
    const read = parseField(field, value, today)
    if (read.ok) values[field] = read.value
    else unreadable.push(field)
  }
  return { values, unreadable }
}

/** Says which fields could not be read. */
export function unreadableWords(fields: readonly FieldName[]): Words {
  const names = join(
    fields.map((field) => FIELD_WORDS[field]),
    say('、', ', '),
  )
  return join([
    say('不能识别：', 'Could not be read: '),
    names,
    say('。请修改后保存。', '. Please correct and save.'),
  ])
}

/** Tags from words with separators between, without repetition: at most 12 tags of at most 20 characters. */
export function readTags(said: string | readonly string[] | undefined): readonly string[] {
  const words = typeof said === 'string' ? said.split(/[,，、;；|]/) : (said ?? [])
  const tags = words
    .map((word) => word.normalize('NFKC').trim())
    .filter((word) => word !== '' && [...word].length <= 20)
  return [...new Set(tags)].slice(0, 12)
}
