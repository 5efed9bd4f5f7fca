// A freeze from its beginning to its end: begun by one and in force at once, confirmed by a second, its thaw asked for by
// a third and agreed to by a fourth. Each step is one statement that fits once, so that of two at the same time one wins.

import { and, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { Refusal } from '../../core/errors.ts'
import type { Transaction } from '../../storage/database.ts'
import { hideShown } from '../../storage/parking.ts'
import { takeScope, takeServiceScope } from '../../storage/scope.ts'
import type { Turn } from '../../storage/turn.ts'
import { audit } from '../audit/schema.ts'
import { employees } from '../people/schema.ts'
import { FOUR_EYES } from './copy.ts'
import { type FREEZE_REASONS, freezes } from './schema.ts'
import { mayDecide, type Target } from './target.ts'

export type Freeze = typeof freezes.$inferSelect
type Person = typeof employees.$inferSelect

/** What begins a freeze. */
export interface Beginning {
  readonly id: string
  readonly target: Target
  readonly reason: (typeof FREEZE_REASONS)[number]
  readonly at: Date
  /** Null for the operator on the machine itself. */
  readonly by: number | null
  readonly inboundId: string
}

/**
 * Puts a freeze in force with the end of the transaction. The transaction may be in any scope that may write one.
 * @throws Refusal conflict where the same is frozen already
 */
export async function beginFreeze(
  tx: Transaction,
  { id, target, reason, at, by, inboundId }: Beginning,
): Promise<Freeze> {
  const { scope, branchId, employeeId, customerId } = target
  const inForce = await tx
    .select()
    .from(freezes)
    .where(and(isNull(freezes.thawedAt), eq(freezes.scope, scope)))
  if (
    inForce.some(
      (one) => one.branchId === branchId && one.employeeId === employeeId && one.customerId === customerId,
    )
  )
    throw new Refusal('conflict')
  const row = { id, scope, branchId, employeeId, customerId, reason, startedAt: at, startedBy: by, inboundId }
  const [begun] = await tx.insert(freezes).values(row).returning()
  if (begun === undefined) throw new Error('the freeze was not kept')
  return begun
}

/** Hides at once every full number that is shown somewhere in the frozen scope; the turn keeps its scope. */
export async function hideNumbers(turn: Turn): Promise<void> {
  await takeServiceScope(turn.db)
  await hideShown(turn.db, turn.now)
  await takeScope(turn.db, turn.actor)
}

/** Confirms as the second person. @throws Refusal conflict where it is confirmed or over, forbidden for who began it */
export async function confirmFreeze(turn: Turn, freeze: Freeze): Promise<Freeze> {
  if (freeze.startedBy === turn.actor.id) throw new Refusal('forbidden')
  const [row] = await turn.db
    .update(freezes)
    .set({ confirmedAt: turn.now, confirmedBy: turn.actor.id })
    .where(and(eq(freezes.id, freeze.id), isNull(freezes.confirmedAt), isNull(freezes.thawedAt)))
    .returning()
  return row ?? conflict()
}

/**
 * Agrees to a thaw: the first agreement asks for it, the second, of another, carries it out.
 * @throws Refusal forbidden for those who froze and for the same person again, conflict where it is over
 */
export async function agreeToThaw(turn: Turn, freeze: Freeze): Promise<Freeze> {
  const { id: me } = turn.actor
  if ([freeze.startedBy, freeze.confirmedBy, freeze.thawAskedBy].includes(me))
    throw new Refusal('forbidden', FOUR_EYES)
  const asking = freeze.thawAskedBy === null
  const [row] = await turn.db
    .update(freezes)
    .set(asking ? { thawAskedAt: turn.now, thawAskedBy: me } : { thawedAt: turn.now, thawedBy: me })
    .where(
      and(
        eq(freezes.id, freeze.id),
        isNull(freezes.thawedAt),
        asking ? isNull(freezes.thawAskedBy) : isNotNull(freezes.thawAskedBy),
      ),
    )
    .returning()
  return row ?? conflict()
}

function conflict(): never {
  throw new Refusal('conflict')
}

/** A freeze by id. @throws Refusal not_found */
export async function getFreeze(tx: Transaction, id: string): Promise<Freeze> {
  const [row] = await tx.select().from(freezes).where(eq(freezes.id, id))
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/** The freezes in force, newest first; with `over`, those that are over as well. */
export function listFreezes(tx: Transaction, over = false): Promise<readonly Freeze[]> {
  return tx
    .select()
    .from(freezes)
    .where(over ? undefined : isNull(freezes.thawedAt))
    .orderBy(desc(freezes.startedAt), desc(freezes.id))
    .limit(100)
}

/** Those with an account who may decide about a target, without the given ones. */
export async function listDeciders(
  tx: Transaction,
  target: Target,
  without: readonly (number | null)[],
): Promise<readonly Person[]> {
  const people = await tx
    .select()
    .from(employees)
    .where(and(eq(employees.status, 'active'), isNotNull(employees.account), ne(employees.role, 'rm')))
  return people.filter((person) => !without.includes(person.id) && mayDecide(person, target))
}

/** An entry of the trail about a freeze, where there is no turn to write it. */
export async function writeFreezeDown(
  tx: Transaction,
  entry: { readonly id: string; readonly at: Date; readonly action: string; readonly freeze: Freeze },
): Promise<void> {
  await tx.insert(audit).values({
    id: entry.id,
    at: entry.at,
    actorId: null,
    action: entry.action,
    result: 'done',
    entity: 'freeze',
    entityId: entry.freeze.id,
    customerId: entry.freeze.customerId,
    facts: factsOf(entry.freeze),
  })
}

/** What the trail says of a freeze. */
export function factsOf({ scope, reason, branchId, employeeId }: Freeze) {
  return {
    scope,
    reason,
    ...(branchId === null ? {} : { branch: branchId }),
    ...(employeeId === null ? {} : { employee: employeeId }),
  }
}
