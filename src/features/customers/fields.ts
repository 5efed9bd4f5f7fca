// The fields of a customer that a person can set: how they are called, how a value is read, how it is shown.

import { type BothLanguages, join, type Words } from '../../../cards/kit/index.ts'
import { isDay } from '../../core/calendar.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { parseAmount, showAmount, toFen } from '../money.ts'
import { FIELD_WORDS, GENDER_WORDS, LEVEL_WORDS, RISK_WORDS, wordsFor } from './copy.ts'

/** The fields that are single values; tags have their own way. */
export const FIELDS = [
  'name',
  'gender',
  'phone',
  'email',
  'company',
  'contactName',
  'occupation',
  'income',
  'address',
  'city',
  'birthday',
  'risk',
  'level',
  'source',
] as const
export type FieldName = (typeof FIELDS)[number]

/** Values in the form in which they are compared, kept for undo and shown; income is fen as digits. */
export type FieldValues = { readonly [field in FieldName]?: string | null }

/** The field that a word means: the name of a slot, or its word in either language. */
export function findField(said: string): FieldName | null {
  const word = said.normalize('NFKC').trim().toLowerCase()
  return FIELDS.find((field) => isWordFor(field, word)) ?? null
}

function isWordFor(field: FieldName, word: string): boolean {
  const { zh, en } = FIELD_WORDS[field]
  return [field.toLowerCase(), zh.toLowerCase(), en.toLowerCase(), ...(ALSO[field] ?? [])].includes(word)
}

const ALSO: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  phone: ['电话', '手机', '手机号码', '联系电话', '联系方式', 'mobile'],
  email: ['电子邮箱', '邮件', 'mail', 'email'],
  company: ['公司', '工作单位', 'employer'],
  income: ['收入', 'income'],
  birthday: ['出生日期', 'birth date'],
  risk: ['风险', '风险偏好'],
  level: ['等级', '级别'],
  contactName: ['contact name'],
}

/**
 * Reads a value for a field into its kept form.
 * @returns reason `unreadable` where it is none for this field
 */
export function parseField(
  field: FieldName,
  said: string | number,
  today: string,
): Result<string, 'unreadable'> {
  const text = String(said).normalize('NFKC').trim()
  const read = READERS[field]?.(text, today) ?? (READERS[field] === undefined ? readText(text) : null)
  return read === null ? fail('unreadable') : ok(read)
}

type Reader = (text: string, today: string) => string | null

const READERS: Readonly<Partial<Record<FieldName, Reader>>> = {
  name: (text) => (text.length >= 1 && text.length <= 60 && !/^\d+$/.test(text) ? text : null),
  gender: (text) =>
    /^(男|男性|男士|先生|male|m)$/i.test(text)
      ? 'male'
      : /^(女|女性|女士|小姐|female|f)$/i.test(text)
        ? 'female'
        : null,
  phone: readPhone,
  email: (text) =>
    /^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(text) && text.length <= 200 ? text.toLowerCase() : null,
  income: readIncome,
  birthday: readBirthday,
  risk: readRisk,
  level: readLevel,
}

/** A phone number as bare digits: a mobile number, a landline with its area code, or an international one. */
function readPhone(text: string): string | null {
  const bare = text.replace(/[\s()-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  if (/^1[3-9]\d{9}$/.test(bare) || /^0\d{9,11}$/.test(bare)) return bare
  return /^\+\d{8,15}$/.test(bare) ? bare.slice(1) : null
}

function readIncome(text: string): string | null {
  const bare = text.replace(/^(年收入|年薪)/, '').replace(/(人民币)$/, '')
  return (
    (/^\d+(\.\d+)?$/.test(bare) && Number(bare) < 1e13
      ? toFen(Number(bare))
      : parseAmount(bare)
    )?.toString() ?? null
  )
}

// The client's date picker adds the zone behind the day.
function readBirthday(said: string, today: string): string | null {
  const text = said.replace(/ [+-]\d{4}$/, '')
  const [, year, month = '', day = ''] = /^(\d{4})[年/.-]?(\d{1,2})[月/.-]?(\d{1,2})日?$/.exec(text) ?? []
  if (year === undefined) return null
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(on) && on >= '1900-01-01' && on <= today ? on : null
}

function readLevel(text: string): string | null {
  const word = text.replace(/客户$/, '').toUpperCase()
  if (/^(VIP|贵宾)$/.test(word)) return 'VIP'
  if (/^(普通|一般|大众|REGULAR|STANDARD|ORDINARY|NORMAL)$/.test(word)) return '普通'
  if (/^(潜在|意向|PROSPECT|POTENTIAL)$/.test(word)) return '潜在'
  // Banks have levels of their own (重点, 私行); they stand as they were said.
  return /^\p{Script=Han}{2,6}$/u.test(word) ? word : null
}

const RISKS = Object.keys(RISK_WORDS)

function readRisk(text: string): string | null {
  const [, step] = /^[CR]([1-5])(?:级|型)?$/i.exec(text) ?? []
  if (step !== undefined) return RISKS[Number(step) - 1] ?? null
  const stem = text.replace(/(型|投资者)$/, '')
  const known = OTHER_NAMES[stem] ?? `${stem}型`
  return RISKS.includes(known)
    ? known
    : (RISKS.find((risk) => englishOf(risk) === text.toLowerCase()) ?? null)
}

const OTHER_NAMES: Readonly<Record<string, string>> = {
  保守: '谨慎型',
  中等: '平衡型',
  成长: '进取型',
  积极: '进取型',
}

function englishOf(risk: string): string {
  return ((RISK_WORDS as Readonly<Record<string, BothLanguages>>)[risk]?.en ?? '')
    .replace(/ C\d$/, '')
    .toLowerCase()
}

function readText(text: string): string | null {
  return text.length >= 1 && text.length <= 100 ? text : null
}

/** A kept value for people. The phone is shown as it is: whoever calls this masks it first. */
export function showField(field: FieldName, value: string | null): Words {
  if (value === null) return '—'
  if (field === 'income') return showAmount(BigInt(value))
  if (field === 'gender') return value === 'male' ? GENDER_WORDS.male : GENDER_WORDS.female
  const words: Readonly<Record<string, BothLanguages>> =
    field === 'risk' ? RISK_WORDS : field === 'level' ? LEVEL_WORDS : {}
  return wordsFor(words, value) ?? join([value])
}
