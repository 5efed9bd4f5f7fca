// The slots of a changed field: which one, and its new value as said.

import type { Slots } from '../frame.ts'
import { FIELDS } from '../lexicon/words.ts'
import { listEntities, type Reading } from '../reading.ts'
import { getChangedCustomer } from '../slots.ts'
import { type Rename, readRename } from './customer-rename.ts'
import { stated } from './rule.ts'

const CHANGE =
  /(?:改成|改为|改到|更新[为成到]|换成|换到|换了|变更[为成]|变成|变为|修改[为成]|调整?[为到成]|升级?[为到成]|降级?[为到成]|设[为成]|应该是|更正[为成]|填[成为]?|写成|录成|登记[成为]|搬到|搬去|现住在?|现居|跳槽[到去]|调到|改|更新|现在是|现在在|是|为|:|=|->|→|去了|到了)/
const ENGLISH_CHANGE =
  /\b(?:is now|are now|has changed to|changed to|change to|should be|to be|updated? to|set to|moved to|now works? (?:at|for|as)|becomes?|is|to|as|->|=|:)\s+(?:a |an |the )?/gi
const WORKS_AT =
  /(?:现在|目前)?(?:在|到|去)\s*(?<company>[\u4e00-\u9fffA-Za-z0-9]{2,20}?)(?:上班|工作|任职|就职|了|$)|\bworks? (?:at|for) (?<company2>[\w& ]{2,40})/
const VALUE_NOISE = /^[\s:,，"'「是为成到了个一]+(?=\S)|[\s"'」。.!！?？吧呗哈啊呀哦~了]+$/g

function findFirstField(text: string): string | undefined {
  return FIELDS.flatMap(([field, pattern]) => {
    const match = text.match(pattern)
    return match?.index === undefined ? [] : [{ field, index: match.index, length: match[0].length }]
  }).sort((a, b) => a.index - b.index || b.length - a.length)[0]?.field
}

// what the words around a change tell of its field where the field itself is not named
const IMPLIED: readonly (readonly [string, RegExp])[] = [
  [
    'level',
    /(?:升|降|调|改|设|是|成).{0,4}(?:vip|普通|潜在|重点|私行)|\b(?:upgrade|downgrade|promote|bump)\b|\bvip\b/,
  ],
  ['company', /跳槽|换工作|换单位|现在(?:在|去).{2,16}(?:上班|工作|任职)|moved to|works (?:at|for)/],
  ['address', /搬|\blives (?:at|in)\b/],
  ['risk', /(?<![a-z])[rc][1-5](?!\d)|(?:保守|谨慎|稳健|平衡|成长|积极|进取|激进)型/],
]
const NEW_COMPANY = /(?:换|新)工作.{0,8}(?:在|去|到)(?![哪了])/
const NEW_ADDRESS = /\bmoved to\b.*(?:\d|road|street|\bst\b|\brd\b|avenue|lane|district|garden|apartment)/

function readField(reading: Reading): string | undefined {
  const own = (reading.context.fields ?? []).find((name) => name.length > 1 && reading.folded.includes(name))
  if (own !== undefined) return own
  const text = reading.folded.toLowerCase()
  if (listEntities(reading, 'email').length > 0) return 'email'
  if (NEW_ADDRESS.test(text)) return 'address'
  if (NEW_COMPANY.test(text)) return 'company'
  const implied = IMPLIED.find(([, pattern]) => pattern.test(text))?.[0]
  return findFirstField(text) ?? implied ?? (listEntities(reading, 'phone').length > 0 ? 'phone' : undefined)
}

function readWords(reading: Reading): string | undefined {
  const text = reading.folded
  if (reading.chinese || /[\u4e00-\u9fff]/.test(text)) {
    const parts = text.split(CHANGE)
    const tail =
      parts.length > 1
        ? (parts.at(-1) ?? '')
        : (text.match(/(?:手机号?|电话|邮箱|地址|生日|职业|单位|收入|等级|级别)\s+(.+)$/)?.[1] ?? '')
    const first = splitOnce(text)
    return (first === '' ? tail : first).replace(VALUE_NOISE, '') || undefined
  }
  const all = [...text.matchAll(ENGLISH_CHANGE)]
  const at = all.find(
    (match) =>
      /\b(?:to|now|be|as|is|->|=|:)/.test(match[0]) &&
      !/^to\s+(?:change|update|set)/.test(text.slice(match.index)),
  )
  return at === undefined
    ? text.match(/(?::|\bnew (?:address|email|company|employer|job|occupation))\s*(.+)$/i)?.[1]
    : text
        .slice(at.index + at[0].length)
        .replace(/[,;.]\s*(?:please|pls|plz|update|change|can you|could you|thanks?|kindly|so)\b.*$/i, '')
        .replace(VALUE_NOISE, '')
        .replace(/\s+(?:please|pls|now|thanks|instead)$/i, '') || undefined
}

const STRONG_CHANGE =
  /(?:改成|改为|改到|更新[为成到]|换成|换到|换了|变更[为成]|变成|变为|修改[为成]|调整?[为到成]|升级?[为到成]|降级?[为到成]|设[为成]|应该是|更正[为成]|填成|写成|录成|登记[成为]|搬到|搬去|跳槽[到去]|新(?:地址|住址|单位|公司|邮箱|职业)(?:是|为|在|:)?)/

function splitOnce(text: string): string {
  const match = text.match(STRONG_CHANGE)
  return match?.index === undefined
    ? ''
    : (text.slice(match.index + match[0].length).split(/[,，。;；]/)[0] ?? '')
}

function toBirthday(reading: Reading): string | undefined {
  const digits = reading.folded.match(/((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/)
  if (digits)
    return `${digits[1]}-${(digits[2] ?? '').padStart(2, '0')}-${(digits[3] ?? '').padStart(2, '0')}`
  const compact = reading.folded.match(/(?<!\d)((?:19|20)\d{2})([01]\d)([0-3]\d)(?!\d)/)
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`
  return listEntities(reading, 'time')[0]?.time?.start?.slice(0, 10)
}

function readLevelWord(text: string): string | undefined {
  const word =
    text.match(
      /(?:改|升|降|调|设|为|到|成|是|to|as|now)[^,，。]*?(vip|普通|潜在|重点|私行|钻石|白金|regular|standard|ordinary|potential|prospect)/i,
    )?.[1] ?? text.match(/vip|普通|潜在|重点|私行|钻石|白金|regular|standard|potential/i)?.[0]
  return word && /vip/i.test(word) ? word.toUpperCase() : word
}

function readValue(reading: Reading, field: string | undefined): unknown {
  const text = reading.folded
  switch (field) {
    case 'phone':
      return listEntities(reading, 'phone').at(-1)?.value ?? text.match(/(?<!\d)\d{7,12}(?!\d)/g)?.at(-1)
    case 'email':
      return listEntities(reading, 'email').at(-1)?.value ?? readWords(reading)
    case 'income':
      return listEntities(reading, 'money').at(-1)?.value ?? readWords(reading)
    case 'birthday':
      return toBirthday(reading) ?? readWords(reading)
    case 'risk': {
      const grade = text.match(/(?<![a-z])[rc][1-5](?!\d)/gi)?.at(-1)
      return (
        grade?.toUpperCase() ??
        text.match(/(?:保守|谨慎|稳健|平衡|成长|积极|进取|激进)型?/g)?.at(-1) ??
        text.match(/\b(?:conservative|cautious|moderate|balanced|growth|aggressive)\b/gi)?.at(-1) ??
        readWords(reading)
      )
    }
    case 'level':
      return readLevelWord(text) ?? readWords(reading)
    case 'company':
      return reading.folded.match(WORKS_AT)?.groups?.['company']?.replace(/了$/, '') ?? readWords(reading)
    default:
      return readWords(reading)
  }
}

function findRename(reading: Reading): Rename | null {
  const renamed = readRename(reading)
  return renamed?.sure || readField(reading) === undefined ? renamed : null
}

/** What a new name tells for a changed field; where it may be somebody else, the person is to be asked. */
export function weighRename(reading: Reading): number {
  const renamed = findRename(reading)
  return renamed === null ? 0 : renamed.sure ? 9 : -6
}

/** The slots of a changed field. */
export function readUpdate(reading: Reading): Slots {
  const renamed = findRename(reading)
  if (renamed !== null) return stated({ customer: renamed.customer, field: 'name', value: renamed.name })
  const field = readField(reading)
  return stated({ customer: getChangedCustomer(reading), field, value: readValue(reading, field) })
}
