// What came in: stored once under its key, worked on in order within a conversation, in parallel across them.
// Runs in the service's scope, one statement at a time.

import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { Fault } from '../core/errors.ts'
import type { Inbound } from '../core/inbound.ts'
import { builtOnce, placeholderFor, placeholdersFor, sqlOnce } from './built-statement.ts'
import type { Database, Transaction } from './database.ts'
import { inbox } from './plumbing-schema.ts'
import type { Sealer } from './seal.ts'

/** Nobody else works on a claimed event for this long. */
const LEASE_MS = 20_000
/** After so many tries an event is given up and listed for the operator. */
export const MAX_ATTEMPTS = 6

const place = (id: string) => ({ table: 'inbox', column: 'body', row: id })

/** The conversation of an event; events without one stand alone. */
function conversationOf(inbound: Inbound): string {
  return 'conversation' in inbound && inbound.conversation !== null
    ? inbound.conversation
    : `event:${inbound.id}`
}

/**
 * Stores an event durably, once. With `lease` it is claimed at once by the caller.
 * @returns 'known' where the key was there already
 */
export async function storeInbound(
  db: Database,
  sealer: Sealer,
  inbound: Inbound,
  now: Date,
  lease?: string,
): Promise<'new' | 'known'> {
  const bodySealed = await sealer.seal(place(inbound.id), JSON.stringify(inbound))
  const leasedUntil = lease === undefined ? null : new Date(now.getTime() + LEASE_MS)
  const rows = await insertNew(db, {
    id: inbound.id,
    conversation: conversationOf(inbound),
    kind: inbound.kind,
    bodySealed,
    receivedAt: now,
    leasedUntil,
    lease,
    attempts: lease === undefined ? 0 : 1,
  })
  return rows.length === 0 ? 'known' : 'new'
}

const insertNew = builtOnce((db) =>
  db
    .insert(inbox)
    .values(
      placeholdersFor([
        'id',
        'conversation',
        'kind',
        'bodySealed',
        'receivedAt',
        'leasedUntil',
        'lease',
        'attempts',
      ]),
    )
    .onConflictDoNothing()
    .returning({ id: inbox.id }),
)

/** A claimed event. */
export interface Claimed {
  readonly inbound: Inbound
  readonly lease: string
  readonly attempts: number
}

/** Claims the next event whose conversation has no earlier one open; null where there is none. */
export async function claimInbound(
  db: Database,
  sealer: Sealer,
  now: Date,
  lease: string,
): Promise<Claimed | null> {
  const until = new Date(now.getTime() + LEASE_MS)
  const [row] = await claimNext(db, { lease, now: now.toISOString(), until: until.toISOString() })
  if (row === undefined) return null
  const body = await openBody(sealer, row)
  if (body === null) {
    // Nobody here can read it (a key is missing, or it was tampered with): it is set aside and kept for the operator.
    await db
      .update(inbox)
      .set({ doneAt: now, leasedUntil: null, failure: UNREADABLE })
      .where(eq(inbox.id, row.id))
    return claimInbound(db, sealer, now, lease)
  }
  return { inbound: reviveInbound(body), lease, attempts: Number(row.attempts) }
}

const claimNext = sqlOnce<{
  readonly id: string
  readonly body_sealed: string
  readonly attempts: number
}>(sql`
  update inbox set lease = ${sql.placeholder('lease')}::uuid, attempts = attempts + 1,
    leased_until = ${sql.placeholder('until')}::timestamptz
  where id = (
    select i.id from inbox i
    where i.done_at is null and (i.leased_until is null or i.leased_until < ${sql.placeholder('now')}::timestamptz)
      and not exists (select from inbox e where e.conversation = i.conversation and e.done_at is null and e.seq < i.seq)
    order by i.seq limit 1 for update skip locked)
  returning id, body_sealed, attempts`)

/** Why an event was set aside that does not open. */
const UNREADABLE = 'unreadable'

function openBody(
  sealer: Sealer,
  row: { readonly id: string; readonly body_sealed: string },
): Promise<string | null> {
  return sealer.open(place(row.id), row.body_sealed).catch((error: unknown) => {
    if (error instanceof Fault) return null
    throw error
  })
}

/**
 * Marks an event done inside the transaction of its effects, fenced by the lease: whoever lost it changes nothing.
 * The transaction must be in the service's scope.
 * @returns whether the lease still held
 */
export async function finishInbound(tx: Transaction, id: string, lease: string, now: Date): Promise<boolean> {
  const rows = await finishHeld(tx, { id, lease, now })
  return rows.length === 1
}

const finishHeld = builtOnce((db) =>
  db
    .update(inbox)
    .set({
      doneAt: placeholderFor(inbox.doneAt, 'now'),
      leasedUntil: null,
      bodySealed: null,
    })
    .where(
      and(
        eq(inbox.id, sql.placeholder('id')),
        eq(inbox.lease, sql.placeholder('lease')),
        isNull(inbox.doneAt),
      ),
    )
    .returning({ id: inbox.id }),
)

/** Lets a failed event go, to be tried again after a while, or gives it up. */
export async function releaseInbound(
  db: Database,
  claimed: Claimed,
  now: Date,
  failure: string,
): Promise<void> {
  const givenUp = claimed.attempts >= MAX_ATTEMPTS
  await db
    .update(inbox)
    .set({
      leasedUntil: givenUp ? null : new Date(now.getTime() + 1000 * 2 ** claimed.attempts),
      doneAt: givenUp ? now : null,
      failure: givenUp ? failure : null,
    })
    .where(and(eq(inbox.id, claimed.inbound.id), eq(inbox.lease, claimed.lease)))
}

/** Forgets events that were done before an instant, so that the table stays small. */
export async function pruneInbound(db: Database, before: Date): Promise<void> {
  await db.delete(inbox).where(and(lt(inbox.doneAt, before), isNull(inbox.failure)))
}

function reviveInbound(json: string): Inbound {
  const inbound = JSON.parse(json) as Inbound & { happenedAt: string | Date }
  return { ...inbound, happenedAt: new Date(inbound.happenedAt) } as Inbound
}
