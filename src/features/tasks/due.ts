// Times that people state, checked: what cannot be read or has passed is refused, nothing is moved by itself.
// Nights, weekends and holidays are kept as they were said.

import { parseSaidTime, type SaidTime, wallOf } from '../../core/calendar.ts'
import { Refusal } from '../../core/errors.ts'
import type { Turn } from '../../storage/turn.ts'
import { copy } from './copy.ts'
import { isPast, toDueTime } from './task.ts'

/**
 * A time in a slot or a form.
 * @throws Refusal invalid where it is none
 */
function getSaidTime(said: string): SaidTime {
  const read = parseSaidTime(said)
  if (read === null) throw new Refusal('invalid', copy.noTime)
  return read
}

/**
 * A time that lies ahead.
 * @throws Refusal invalid where it is none or has passed
 */
export function getTimeAhead(turn: Pick<Turn, 'now' | 'zone'>, said: string): SaidTime {
  const read = getSaidTime(said)
  if (isPast(toDueTime(read, turn.zone), turn.now, turn.zone)) throw new Refusal('invalid', copy.past)
  return read
}

/** A said time as the value of a moment field. */
export function toMomentField({ on, time }: SaidTime): string {
  return time === null ? `${on} 09:00` : `${on} ${time}`
}

/** An instant as the value of a moment field. */
export function instantToField(instant: Date, zone: string): string {
  return wallOf(instant, zone).replace('T', ' ')
}
