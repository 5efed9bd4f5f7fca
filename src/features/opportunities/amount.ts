// Amounts and days as slots and forms give them, checked.

import { z } from 'zod'
import type { Field } from '../../../cards/kit/index.ts'
import { isDay, parseSaidTime } from '../../core/calendar.ts'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import { parseAmount, showAmount, toFen } from '../money.ts'
import { copy } from './copy.ts'

/** An amount of a slot (yuan, or another currency) or of a form (as it was typed). */
export const SaidAmount = z.union([
  z.number(),
  z.string(),
  z.object({ value: z.number(), currency: z.string() }),
])
export type SaidAmount = z.output<typeof SaidAmount>

/** The amount was said in another currency; no rate is guessed. */
export function isForeign(said: SaidAmount | undefined): said is { value: number; currency: string } {
  return typeof said === 'object' && said.currency !== 'CNY'
}

/**
 * The fen of an amount in yuan; null where none was said.
 * @throws Refusal invalid where it is no amount
 */
export function getFen(said: SaidAmount | undefined): bigint | null {
  if (said === undefined) return null
  const fen =
    typeof said === 'string' ? parseAmount(said) : fromYuan(typeof said === 'number' ? said : said.value)
  if (fen === null) throw new Refusal('invalid', copy.badAmount)
  return fen
}

function fromYuan(yuan: number): bigint | null {
  try {
    return toFen(yuan)
  } catch {
    return null
  }
}

/**
 * The day of a slot or a form; null where none was said. A clock time or a part of a day is dropped: a close is a day.
 * @throws Refusal invalid where it is no day
 */
export function getCloseOn(said: string | undefined): string | null {
  if (said === undefined) return null
  const on = parseSaidTime(said)?.on
  if (on === undefined || !isDay(on)) throw new Refusal('invalid', copy.badDay)
  return on
}

/** The field of an amount. A group sees no exact amounts: there it starts empty, and empty leaves the amount as it is. */
export function amountField(turn: Turn, fen: bigint | null, required = false): Field {
  const value = fen === null || !turn.conversation.private ? {} : { value: showAmount(fen).zh }
  return { field: 'line', name: 'amount', label: copy.amountField, required, ...value }
}

/** The amount after a filled form: as typed, cleared where it was emptied in private, else as it was. */
export function getAmountAfter(turn: Turn, typed: string | undefined, before: bigint | null): bigint | null {
  if (typed === undefined) return before
  if (typed.trim() === '') return turn.conversation.private ? null : before
  return getFen(typed)
}
