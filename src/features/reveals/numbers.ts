// The numbers of a customer that are sealed: which there are, what they are called, how they are masked and opened.

import { type BothLanguages, say } from '../../../cards/kit/index.ts'
import type { Turn } from '../../storage/turn.ts'
import type { customers } from '../customers/schema.ts'

type Customer = typeof customers.$inferSelect

/** Sealed numbers of a customer, by the name of their column. */
export const NUMBERS = ['phone', 'id_number', 'card_number'] as const
export type NumberKind = (typeof NUMBERS)[number]

export const NUMBER_WORDS: Readonly<Record<NumberKind, BothLanguages>> = {
  phone: say('手机号', 'Phone'),
  id_number: say('证件号', 'ID number'),
  card_number: say('卡号', 'Card number'),
}

/** The numbers that are on record. */
export function listNumbers(customer: Customer): readonly NumberKind[] {
  return NUMBERS.filter((kind) => sealedOf(customer, kind) !== null)
}

/** The whole number; null where none is on record. Whoever shows it has asked for proof and writes it down. */
export async function openNumber(turn: Turn, customer: Customer, kind: NumberKind): Promise<string | null> {
  const sealed = sealedOf(customer, kind)
  return sealed === null
    ? null
    : turn.sealer.open({ table: 'customers', column: kind, row: customer.id }, sealed)
}

function sealedOf(customer: Customer, kind: NumberKind): string | null {
  switch (kind) {
    case 'phone':
      return customer.phoneSealed
    case 'id_number':
      return customer.idNumberSealed
    case 'card_number':
      return customer.cardNumberSealed
  }
}

/** What stays of a number: a phone 3 and 4 digits, an ID number its ends, a card its last four. */
export function maskNumber(kind: NumberKind, value: string): string {
  const [head, tail] = kind === 'phone' ? [3, 4] : kind === 'id_number' ? [1, 1] : [0, 4]
  const hidden = Math.max(4, value.length - head - tail)
  return value.length <= head + tail
    ? '*'.repeat(value.length)
    : `${value.slice(0, head)}${'*'.repeat(kind === 'card_number' ? 4 : hidden)}${value.slice(-tail)}`
}
