// A turn with its transaction: everything a capability needs to read, write, audit and send, in one place.

import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Card, JsonObject } from '../../cards/kit/index.ts'
import type { DispatchTurn } from '../core/house.ts'
import { derivedId, newId } from '../core/ids.ts'
import type { Focus } from '../core/outcome.ts'
import type { Pending, PendingStore, PendingUndo } from '../core/pending.ts'
import type { Receiver } from '../core/ports.ts'
import { audit } from '../features/audit/schema.ts'
import { insertInto } from './built-statement.ts'
import type { Transaction } from './database.ts'
import { holdsNoData } from './frozen.ts'
import { type Cadence, outbox, pending, schedules } from './plumbing-schema.ts'
import type { Sealer } from './seal.ts'

/** What is written to the audit trail about one deed. Ids only, no personal data. */
export interface AuditEntry {
  readonly action: string
  /** `done` where nothing is said. */
  readonly result?: 'done' | 'refused'
  readonly entity?: string
  readonly entityId?: string
  readonly customerId?: string
  readonly facts?: JsonObject
}

/** A message to send once the transaction has committed. */
export interface Post {
  readonly receiver: Receiver
  readonly card: Card
  readonly subject?: string
  readonly focus?: Focus
  /** Goes out during a freeze too: it holds no customer data. */
  readonly noData?: true
  /** Tells two posts of one turn apart; the same turn run again makes the same posts. */
  readonly key: string
}

/** A schedule to arm. */
export interface Arming {
  readonly kind: string
  readonly employeeId: number
  readonly dueAt: Date
  readonly subjectId?: string
  readonly conversation?: string
  readonly cadence?: Cadence
}

/** The turn that every feature works in. */
export interface Turn extends DispatchTurn {
  readonly db: Transaction
  readonly sealer: Sealer
  audit(entry: AuditEntry): Promise<void>
  /** Writes the entries of one deed, one or more, in one statement. */
  auditAll(entries: readonly AuditEntry[]): Promise<void>
  send(post: Post): Promise<void>
  /** Replaces every copy of a card by this one, wherever it was sent under the subject. */
  refresh(subject: string, card: Card, noData?: true): Promise<void>
  arm(arming: Arming): Promise<string>
  /** Takes back what was armed for a subject. */
  disarm(kind: string, subjectId: string): Promise<void>
}

/** Further back nobody corrects what was just written. */
const MOST_UNDOS = 10

const insertAudit = insertInto(audit)
const insertOutbox = insertInto(outbox)
const insertSchedule = insertInto(schedules)
const insertPending = insertInto(pending)

/** What a turn is made of. */
export type TurnFacts = Omit<
  Turn,
  'audit' | 'auditAll' | 'send' | 'refresh' | 'arm' | 'disarm' | 'pending' | 'newId' | 'reread'
>

/** Opens a turn on a transaction that has its scope. */
export function openTurn(facts: TurnFacts): Turn {
  const { db, now, actor } = facts
  const toEntry = (entry: AuditEntry): typeof audit.$inferInsert => ({
    id: newId(now),
    at: now,
    actorId: actor.id,
    action: entry.action,
    result: entry.result ?? 'done',
    entity: entry.entity ?? null,
    entityId: entry.entityId ?? null,
    customerId: entry.customerId ?? null,
    facts: entry.facts ?? {},
    inboundId: facts.inboundId,
  })
  const inFreeze = (noData: true | undefined) => (noData === true || holdsNoData(actor) ? 'send' : 'park')
  const turn: Turn = {
    ...facts,
    pending: pendingStore(facts),
    newId: () => newId(now),
    reread: (text, confidence) => ({ ...turn, text, confidence }),
    audit: (entry) => insertAudit(db, toEntry(entry)),
    auditAll: async (entries) => {
      await db.insert(audit).values(entries.map(toEntry))
    },
    send: async (post) => {
      const id = await derivedId('post', facts.inboundId, post.key)
      await insertOutbox(db, {
        id,
        employeeId: actor.id,
        receiver: receiverKey(post.receiver),
        receiverKind: post.receiver.to,
        receiverId: post.receiver.id,
        card: post.card,
        subject: post.subject ?? null,
        focus: post.focus ?? null,
        inFreeze: inFreeze(post.noData),
        inboundId: facts.inboundId,
        dueAt: now,
        createdAt: now,
      })
    },
    refresh: async (subject, card, noData) => {
      await insertOutbox(db, {
        id: newId(now),
        employeeId: actor.id,
        op: 'refresh',
        receiver: `refresh:${subject}`,
        receiverKind: 'message',
        receiverId: subject,
        card,
        subject,
        inFreeze: inFreeze(noData),
        inboundId: facts.inboundId,
        dueAt: now,
        createdAt: now,
      })
    },
    arm: async (arming) => {
      const id = newId(now)
      await insertSchedule(db, {
        id,
        kind: arming.kind,
        employeeId: arming.employeeId,
        createdBy: actor.id,
        subjectId: arming.subjectId ?? null,
        conversation: arming.conversation ?? null,
        dueAt: arming.dueAt,
        cadence: arming.cadence ?? null,
      })
      return id
    },
    disarm: async (kind, subjectId) => {
      await db
        .delete(schedules)
        .where(
          and(eq(schedules.kind, kind), eq(schedules.subjectId, subjectId), eq(schedules.state, 'armed')),
        )
    },
  }
  return turn
}

/** The key by which order and pace towards a receiver are kept. */
export function receiverKey(receiver: Receiver): string {
  return `${receiver.to}:${receiver.id}`
}

function pendingStore({ db, now, actor, conversation, sealer }: TurnFacts): PendingStore {
  const place = (id: string) => ({ table: 'pending', column: 'body', row: id })
  const read = async (row: { id: string; bodySealed: string } | undefined) =>
    row === undefined ? null : (JSON.parse(await sealer.open(place(row.id), row.bodySealed)) as Pending)
  const mineAndOpen = and(
    eq(pending.employeeId, actor.id),
    isNull(pending.consumedAt),
    gt(pending.expiresAt, now),
  )
  return {
    put: async (id, body, expiresAt) => {
      await insertPending(db, {
        id,
        employeeId: actor.id,
        conversation: conversation.id,
        kind: body.kind === 'undo' ? 'undo' : 'question',
        bodySealed: await sealer.seal(place(id), JSON.stringify(body)),
        confirmable: isConfirmable(body),
        createdAt: now,
        expiresAt,
      })
    },
    // One statement, so that of two presses one finds it and the other does not.
    take: async (id) => {
      if (!/^[0-9a-f-]{36}$/.test(id)) return null
      const [row] = await db
        .update(pending)
        .set({ consumedAt: now })
        .where(and(eq(pending.id, id), mineAndOpen))
        .returning({ id: pending.id, bodySealed: pending.bodySealed })
      return read(row)
    },
    listUndos: async () => {
      const rows = await db
        .select({ id: pending.id, bodySealed: pending.bodySealed })
        .from(pending)
        .where(and(mineAndOpen, eq(pending.conversation, conversation.id), eq(pending.kind, 'undo')))
        .orderBy(desc(pending.createdAt), desc(pending.id))
        .limit(MOST_UNDOS)
      const bodies = await Promise.all(rows.map(read))
      return bodies.filter((body): body is PendingUndo => body?.kind === 'undo')
    },
    takeLatest: async (which, fits) => {
      const [latest] = await db
        .select()
        .from(pending)
        .where(and(mineAndOpen, eq(pending.conversation, conversation.id)))
        .orderBy(desc(pending.createdAt), desc(pending.id))
        .limit(1)
      if (latest === undefined) return null
      if (which === 'confirmable' ? !latest.confirmable : latest.kind !== which) return null
      const open = await read(latest)
      if (open === null || fits?.(open) === false) return null
      const [row] = await db
        .update(pending)
        .set({ consumedAt: now })
        .where(and(eq(pending.id, latest.id), isNull(pending.consumedAt)))
        .returning({ id: pending.id })
      return row === undefined ? null : open
    },
  }
}

/** Whether a typed 确认 says all: there is nothing left to choose or to fill in. */
function isConfirmable(body: Pending): boolean {
  if (body.kind === 'reading') return body.readings.length === 1
  return body.kind === 'question' && body.confirmPatch !== null
}

/** How often a row's version moves on with a change. */
export const nextVersion = (column: Parameters<typeof eq>[0]) => sql`${column} + 1`
