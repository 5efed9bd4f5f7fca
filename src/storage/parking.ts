// What a freeze does to messages that were already written: a waiting message that concerns whoever or whatever is frozen
// is parked, an export is void, and what hides something goes out at once with a notice in its place. After the thaw each
// parked message is held against the rights of that moment. Works in the service's scope.

import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { frozenCard } from '../../cards/freezes.ts'
import { Refusal } from '../core/errors.ts'
import { refusalWords } from '../core/refusal-words.ts'
import { customers } from '../features/customers/schema.ts'
import { freezes } from '../features/freezes/schema.ts'
import { employees, teams } from '../features/people/schema.ts'
import type { Transaction } from './database.ts'
import { outbox } from './plumbing-schema.ts'
import { lookUpAsKeeper } from './scope.ts'

export type Outgoing = typeof outbox.$inferSelect
type Freeze = typeof freezes.$inferSelect
type Person = Pick<typeof employees.$inferSelect, 'id' | 'role' | 'branchId' | 'account' | 'conversation'>

/** A turn that began before a freeze has ended after this time; clocks of instances differ by less. */
const UNDER_WAY_MS = 10_000

/** A customer who is frozen, or of a frozen branch, and whom a message may name by id, by code or by name. */
interface Named {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly branchId: number
}

/** What is known of some messages, as far as freezes ask. */
interface Known {
  readonly inForce: readonly Freeze[]
  readonly people: readonly Person[]
  readonly teams: readonly { readonly branchId: number; readonly conversation: string | null }[]
  readonly customers: readonly Named[]
}

/**
 * Parks, voids and covers what freezes cover of claimed messages.
 * @returns those that may be sent, as they may be sent
 */
export async function parkFrozen(
  tx: Transaction,
  claimed: readonly Outgoing[],
): Promise<readonly Outgoing[]> {
  const known = await learnAbout(tx, claimed)
  if (known.inForce.length === 0) return claimed
  const covered = claimed.filter((row) => row.inFreeze !== 'send' && isCovered(row, known))
  const hiding = covered.filter(({ inFreeze }) => inFreeze === 'cover')
  const held = covered.filter(({ inFreeze }) => inFreeze === 'park')
  // Whoever was held up for longer than a claim lasts changes nothing of what another has sent meanwhile.
  const stillClaimed = ({ id }: Outgoing) => and(eq(outbox.id, id), eq(outbox.state, 'sending'))
  await Promise.all([
    ...held.map((row) =>
      tx
        .update(outbox)
        .set(row.fileBytes === null ? toParked(row) : VOID)
        .where(stillClaimed(row)),
    ),
    ...hiding.map((row) => tx.update(outbox).set({ card: NOTICE }).where(stillClaimed(row))),
  ])
  return claimed.flatMap((row) =>
    held.includes(row) ? [] : [hiding.includes(row) ? { ...row, card: NOTICE } : row],
  )
}

const NOTICE = frozenCard(refusalWords(new Refusal('frozen')))
/** An export is not kept for later: whoever still needs it asks again, with the rights of then. */
const VOID = { state: 'dropped', leasedUntil: null, card: null, fileName: null, fileBytes: null } as const

// A try that was not made is not counted; one that was made before keeps its time, so that it is flagged and not repeated.
function toParked({ attempts, firstTriedAt }: Outgoing) {
  const tried = attempts > 1
  return {
    state: 'parked' as const,
    leasedUntil: null,
    attempts: attempts - 1,
    firstTriedAt: tried ? firstTriedAt : null,
  }
}

/** Lets everything that hides a shown number go out now, as far as freezes cover it. */
export async function hideShown(tx: Transaction, now: Date): Promise<void> {
  const shown = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.inFreeze, 'cover'), eq(outbox.state, 'waiting')))
  const known = await learnAbout(tx, shown)
  const ids = shown.filter((row) => isCovered(row, known)).map(({ id }) => id)
  if (ids.length > 0) await tx.update(outbox).set({ dueAt: now }).where(inArray(outbox.id, ids))
}

/** Whether a freeze in force covers each of these messages. */
export async function findCovered(tx: Transaction, rows: readonly Outgoing[]): Promise<ReadonlySet<string>> {
  const known = await learnAbout(tx, rows)
  return new Set(rows.filter((row) => isCovered(row, known)).map(({ id }) => id))
}

function isCovered(row: Outgoing, { inForce, people, teams: groups, customers: named }: Known): boolean {
  const text = textOf(row)
  const concerned = people.filter((person) => concerns(row, person))
  const mentioned = named.filter((customer) => mentions(text, customer))
  const group = groups.filter(({ conversation }) => conversation !== null && isPlace(row, conversation))
  const places = [...concerned.filter(seesData), ...group]
  return inForce.some((freeze) => {
    // What was made later was made in a scope without the frozen rows: a code in it was typed by its reader.
    const before = row.createdAt.getTime() < freeze.startedAt.getTime() + UNDER_WAY_MS
    return covers(freeze, concerned, before ? mentioned : [], [...places, ...(before ? mentioned : [])])
  })
}

function covers(
  { scope, branchId, employeeId, customerId }: Freeze,
  concerned: readonly Person[],
  mentioned: readonly Named[],
  places: readonly { readonly branchId: number | null }[],
): boolean {
  switch (scope) {
    case 'bank':
      return true
    case 'branch':
      return places.some((one) => one.branchId === branchId)
    case 'employee':
      return concerned.some(({ id }) => id === employeeId)
    case 'customer':
      return mentioned.some(({ id }) => id === customerId)
  }
}

const seesData = ({ role }: Person): boolean => role !== 'administrator' && role !== 'auditor'
const isPlace = ({ receiverId, conversation }: Outgoing, place: string | null): boolean =>
  place !== null && (receiverId === place || conversation === place)

function concerns(row: Outgoing, { id, account, conversation }: Person): boolean {
  return row.employeeId === id || isPlace(row, account) || isPlace(row, conversation)
}

function mentions(text: string, { id, code, name }: Named): boolean {
  return text.includes(code) || text.includes(id) || text.includes(name)
}

/** What a message says: its card, or its file, in which customers stand by their codes. */
type Said = Pick<Outgoing, 'card' | 'focus' | 'fileBytes'>

function textOf({ card, focus, fileBytes }: Said): string {
  return JSON.stringify([card, focus]) + (fileBytes === null ? '' : new TextDecoder().decode(fileBytes))
}

/** The ids and codes that a message holds: some of them are a customer's. */
export function keysIn(row: Said): {
  readonly ids: readonly string[]
  readonly codes: readonly string[]
} {
  const text = textOf(row)
  return {
    ids: [...new Set(text.match(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g) ?? [])],
    codes: [...new Set(text.match(/\bC\d{6,9}\b/g) ?? [])],
  }
}

async function learnAbout(tx: Transaction, rows: readonly Outgoing[]): Promise<Known> {
  const inForce = await tx.select().from(freezes).where(isNull(freezes.thawedAt))
  if (inForce.length === 0 || rows.length === 0) return { inForce, people: [], teams: [], customers: [] }
  const places = [
    ...new Set(rows.flatMap(({ receiverId, conversation }) => [receiverId, conversation ?? receiverId])),
  ]
  const senders = rows.flatMap(({ employeeId }) => employeeId ?? [])
  const keys = rows.map(keysIn)
  const frozen = inForce.flatMap(({ customerId }) => customerId ?? [])
  const frozenBranches = inForce.flatMap(({ branchId }) => branchId ?? [])
  const [people, groups] = await Promise.all([
    tx
      .select()
      .from(employees)
      .where(
        or(
          inArray(employees.id, senders),
          inArray(employees.account, places),
          inArray(employees.conversation, places),
        ),
      ),
    tx.select().from(teams).where(inArray(teams.conversation, places)),
  ])
  const named = await lookUpAsKeeper(tx, () =>
    tx
      .select({ id: customers.id, code: customers.code, name: customers.name, branchId: customers.branchId })
      .from(customers)
      .where(
        or(
          inArray(customers.id, frozen),
          and(
            inArray(customers.branchId, frozenBranches),
            or(
              inArray(
                customers.id,
                keys.flatMap(({ ids }) => ids),
              ),
              inArray(
                customers.code,
                keys.flatMap(({ codes }) => codes),
              ),
            ),
          ),
        ),
      ),
  )
  return { inForce, people, teams: groups, customers: named }
}

/** Whether any freeze is in force, for a statement that has other things to do. */
export const anyFreeze = sql<boolean>`exists (select from freezes where thawed_at is null)`
