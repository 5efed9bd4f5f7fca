// From a plain customer to rows: phone and card sealed, blind indexes, keys of the name.

import { addDays, instantOf } from '../core/calendar.ts'
import { nameKeys } from '../features/customers/name-keys.ts'
import type { customerNames, customers } from '../features/customers/schema.ts'
import type { Sealer } from '../storage/seal.ts'
import type { PlainCustomer } from './demo-customers.ts'
import type { Ownership, Today } from './demo-history.ts'

export type CustomerRow = typeof customers.$inferInsert & { readonly id: string }
export type CustomerNameRow = typeof customerNames.$inferInsert

/** The row of a customer; nothing of a number stays readable in it. */
export async function toCustomerRow(
  sealer: Sealer,
  customer: PlainCustomer,
  owned: Ownership,
  today: Today,
): Promise<CustomerRow> {
  const { id, phone, cardNumber, ageDays, tags, ...plain } = customer
  const place = (column: string) => ({ table: 'customers', column, row: id })
  const [phoneSealed, phoneIndex, phoneTailIndex] = await Promise.all([
    sealer.seal(place('phone'), phone),
    sealer.index('phone', phone),
    sealer.index('phone_tail', phone.slice(-4)),
  ])
  return {
    ...plain,
    id,
    tags: [...tags],
    phoneSealed,
    phoneIndex,
    phoneTailIndex,
    ...(cardNumber === null ? {} : await sealCard(sealer, id, cardNumber)),
    ...owned,
    createdAt: instantOf(`${addDays(today.day, -ageDays)}T10:00`, today.zone),
  }
}

async function sealCard(sealer: Sealer, id: string, cardNumber: string) {
  const [cardNumberSealed, cardNumberIndex, cardTailIndex] = await Promise.all([
    sealer.seal({ table: 'customers', column: 'card_number', row: id }, cardNumber),
    sealer.index('card_number', cardNumber),
    sealer.index('card_tail', cardNumber.slice(-4)),
  ])
  return { cardNumberSealed, cardNumberIndex, cardTailIndex }
}

/** The keys under which a customer, and a company's contact, are found. */
export function toNameRows({ id, name, contactName }: PlainCustomer, owned: Ownership): CustomerNameRow[] {
  const keys = new Set([...nameKeys(name), ...(contactName === null ? [] : nameKeys(contactName))])
  return [...keys].map((key) => ({ customerId: id, key, ...owned }))
}
