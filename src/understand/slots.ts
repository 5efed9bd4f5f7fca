// Slots that many intents share: the customer, the product, the amount, the due day, the rest of the words.

import type { Entity } from './entity.ts'
import { PRONOUN } from './lexicon/words.ts'
import { over } from './mask.ts'
import { listEntities, type Reading } from './reading.ts'
import type { Amount } from './recognise/money.ts'

const NOT_THE_CUSTOMER = over(
  '(?:转给|交给|移交给?|分配给|分给|划给|指派给|派给|介绍人?(?:是|为)?|推荐人(?:是|为)?)$',
)

function isReceiver(reading: Reading, entity: Entity): boolean {
  const at = reading.places.indexOf(entity.start)
  return at > 0 && NOT_THE_CUSTOMER.test(reading.masked.slice(Math.max(0, at - 5), at))
}

/** The customer that the message names; undefined where it names none. */
export function findNamedCustomer(reading: Reading): string | undefined {
  const named = listEntities(reading, 'customer').filter((one) => !isReceiver(reading, one))
  const listed = named.find((one) => one.listed)
  const best = named[0] && (named[0].listed || !listed) ? named[0] : (listed ?? named[0])
  if (best) return String(best.value)
  const phone = listEntities(reading, 'phone')[0]
  return phone ? String(phone.value) : undefined
}

/** The customer whose field is changed: a lone phone in the message is the new value and names no one. */
export function getChangedCustomer(reading: Reading): string | undefined {
  const phones = listEntities(reading, 'phone')
  const named = findNamedCustomer(reading)
  const onlyPhone = named !== undefined && phones.length === 1 && named === phones[0]?.value
  return onlyPhone ? reading.context.customer : (named ?? reading.context.customer)
}

/** The customer of the message: named, or the one that the conversation is about. */
export function getCustomer(reading: Reading): string | undefined {
  return findNamedCustomer(reading) ?? reading.context.customer
}

/** As `getCustomer`, but a left-out customer stays left out: the conversation's is taken only for a pronoun. */
export function getCustomerOrPronoun(reading: Reading): string | undefined {
  const named = findNamedCustomer(reading)
  return named ?? (PRONOUN.test(reading.masked) ? reading.context.customer : undefined)
}

/** The first product that the message names, with its qualifiers as said. */
export function getProduct(reading: Reading): string | undefined {
  const products = listEntities(reading, 'product')
  return products[0] ? String(products[0].value) : undefined
}

const BARE_AMOUNT =
  /(?:金额|额度|预算|每月|每期|每年|月供|amount|value|size|worth|to|for|改成|改为|调整?[到为成]|更新为|变成|是|为)\s*[:]?\s*(\d[\d,]{2,12}(?:\.\d+)?)(?![\d%年月号日点:])/i

/** The amount that the message states, the last one where several correct each other; bare numbers only after a word for amounts. */
export function getAmount(reading: Reading): Amount | undefined {
  const amounts = listEntities(reading, 'money')
  const after = amounts.find((one) =>
    /(?:不是[^,，。]{1,10}[,，\s]*(?:而)?是|改成|改为|改到|调[整高低]?[到为成]|更新[为到成]|变[成为]|增加?到|提高到|降到|to|now)\s*$/i.test(
      reading.folded.slice(0, one.start),
    ),
  )
  const chosen = after ?? amounts[0]
  if (chosen) return chosen.value as Amount
  const bare = reading.folded.match(BARE_AMOUNT)?.[1]
  const value = bare === undefined ? Number.NaN : Number(bare.replace(/,/g, ''))
  return Number.isFinite(value) && value > 0 ? value : undefined
}

/** The ticket that the message names, or the one of the card replied to. */
export function getTicket(reading: Reading): string | undefined {
  const named = listEntities(reading, 'ticket')[0]
  return named ? String(named.value) : reading.context.ticket
}

/** The day or instant of a plan: a deadline gives the last day it allows, a span of days its last. */
export function toDue(entity: Entity): string | undefined {
  const time = entity.time
  if (!time) return undefined
  if (time.bound === 'before' || time.bound === 'within') return (time.end ?? time.start)?.slice(0, 10)
  if (time.kind !== 'range') return time.start ?? time.end
  const { start, end } = time
  // a part of a day is a range without an end
  if (start === undefined || end === undefined) return start ?? end
  return start.slice(0, 10) === end.slice(0, 10) ? start : end.slice(0, 10)
}

/** The last day of a time expression, for dates such as an expected close. */
export function toDay(entity: Entity): string | undefined {
  return toDue(entity)?.slice(0, 10)
}

const LEAD =
  /^(?:[\s,，.。;:、!！~+-]|嗯+|呃|哎|诶|喂|那个|好的|你好|您好|hi|hello|hey|ok|麻烦(?:你|您)?|请(?!假|客)|帮(?:我|忙|个忙)|给我|能不能|可不可以|可以|我想|我要|我得|我需要|please|pls|can you|could you|i (?:want|need) to|i'd like to)+/i
const TAIL =
  /(?:[\s,，.。;；、!！~]|一下吧|谢谢(?:你|您|啦|了)?|辛苦(?:了|啦)?|哈|呗|哦|噢|啊|please|pls|thanks|thank you|thx)+$/i

/** The words without the greetings and politenesses around them. */
export function trimWords(words: string): string {
  return words.replace(LEAD, '').replace(TAIL, '').trim()
}

/** The words of the original message with the places of some entities and some patterns taken out. */
export function dropWords(
  reading: Reading,
  entities: readonly Entity[],
  patterns: readonly RegExp[],
): string {
  let text = reading.original.slice(0, reading.folded.length)
  for (const { start, end } of [...entities].sort((a, b) => b.start - a.start)) {
    text = `${text.slice(0, start)} ${text.slice(end)}`
  }
  text += reading.original.slice(reading.folded.length)
  for (const pattern of patterns) text = text.replace(pattern, ' ')
  return trimWords(text.replace(/\s+/g, ' ').replace(/\s*([，。；、])\s*(?=[，。；、]|$)/g, '$1'))
}
