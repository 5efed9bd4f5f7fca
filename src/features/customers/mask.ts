// What of a customer is shown where. Masks follow the place and the viewer (mission S95, D18).

import type { Turn } from '../../storage/turn.ts'

/** A phone number as `138****1234`; shorter numbers keep their last two digits at most. */
export function maskPhone(digits: string): string {
  if (digits.length < 8) return `${'*'.repeat(Math.max(0, digits.length - 2))}${digits.slice(-2)}`
  return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 7)}${digits.slice(-4)}`
}

/** A name in a group: the surname, the rest as stars. Whole characters, never half of a surrogate pair. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return rest.length === 0 ? first : `${first}${'*'.repeat(Math.min(rest.length, 2))}`
}

/** The name as this conversation may see it: whole in a private chat, shortened in a group. */
export function nameHere(turn: Pick<Turn, 'conversation'>, name: string): string {
  return turn.conversation.private ? name : maskName(name)
}
