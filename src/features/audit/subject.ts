// Whose trail is asked for. A supervisor names a customer of the team as anywhere else; an auditor has no customer data
// at all, so an auditor gives the customer's code, and gets nothing back but whether it exists.

import { eq, sql } from 'drizzle-orm'
import { say } from '../../../cards/kit/index.ts'
import { Refusal } from '../../core/errors.ts'
import { takeScope } from '../../storage/scope.ts'
import type { Turn } from '../../storage/turn.ts'
import { findOneCustomer, nameHere } from '../customers/index.ts'
import { customers } from '../customers/schema.ts'

/** A customer whose trail is shown. */
export interface Subject {
  readonly id: string
  /** What the card calls the customer: the name for a supervisor, the code for an auditor. */
  readonly about: string
  /** Words that mean this customer again, for the same reader. */
  readonly again: string
}

/**
 * The customer that the words mean.
 * @throws Refusal invalid for an auditor who gives no code, not_found where there is none
 * @throws Question where a supervisor's words fit several, or none
 */
export async function findSubject(turn: Turn, said: string | undefined): Promise<Subject> {
  if (turn.actor.role !== 'auditor') {
    const { id, name, code } = await findOneCustomer(turn, said)
    return { id, about: `${nameHere(turn, name)} ${code}`, again: `id:${id}` }
  }
  const code = said?.normalize('NFKC').trim().toUpperCase() ?? ''
  if (!/^C\d{6}$/.test(code))
    throw new Refusal(
      'invalid',
      say(
        '审计角色不接触客户资料，请用客户编号查询，例如：审计 C000123。',
        'Auditors see no customer data; ask by the customer code, for instance: audit C000123.',
      ),
    )
  const id = await findIdByCode(turn, code)
  if (id === null) throw new Refusal('not_found')
  return { id, about: code, again: code }
}

/**
 * The id behind a customer code; null where there is none. Steps outside of the auditor's scope for this one column of
 * this one row, because a trail is kept by id and an auditor must be able to ask for any; nothing else leaves.
 */
export async function findIdByCode(turn: Turn, code: string): Promise<string | null> {
  await turn.db.execute(sql`select set_config('role', 'larkspur_keeper', true)`)
  const [row] = await turn.db.select({ id: customers.id }).from(customers).where(eq(customers.code, code))
  await takeScope(turn.db, turn.actor)
  return row?.id ?? null
}
