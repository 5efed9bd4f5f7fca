// The bot's own tables: what came in, what goes out, what waits for an answer, what falls due.
// The service role works on them; employees reach only their own rows.

import { sql } from 'drizzle-orm'
import { bigserial, boolean, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Card } from '../../cards/kit/index.ts'
import type { Focus } from '../core/outcome.ts'
import { bytes, instant } from './columns.ts'
import { privatePolicies, schedulePolicies, servicePolicies, writeOnlyPolicies } from './policies.ts'

/** Everything that arrived, under its idempotency key. Kept for 30 days, so a late repetition is known. */
export const inbox = pgTable(
  'inbox',
  {
    id: text('id').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    /** Events of one conversation are worked on in the order in which they came. */
    conversation: text('conversation').notNull(),
    kind: text('kind').notNull(),
    /** The normalised event, sealed: people type phone numbers. Null once it is done and no longer needed. */
    bodySealed: text('body_sealed'),
    receivedAt: instant('received_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Nobody else may work on it before this instant. */
    leasedUntil: instant('leased_until'),
    lease: uuid('lease'),
    doneAt: instant('done_at'),
    /** Set where it was given up: the code an operator sees. */
    failure: text('failure'),
  },
  (t) => [
    index('inbox_open').on(t.conversation, t.seq).where(sql`${t.doneAt} is null`),
    index('inbox_open_seq').on(t.seq).where(sql`${t.doneAt} is null`),
    ...servicePolicies('inbox'),
  ],
)

/** Every message that the bot sends or sent, with its card as it stands now. */
export const outbox = pgTable(
  'outbox',
  {
    /** The platform's `uuid`: a repetition within the hour is the same message. */
    id: uuid('id').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    /** In whose name it is sent; null for what the service itself sends. */
    employeeId: integer('employee_id'),
    /** `send` a new message, `update` the card of `messageId`, `refresh` every copy of `subject`. */
    op: text('op', { enum: ['send', 'update', 'refresh'] })
      .notNull()
      .default('send'),
    /** Key by which the 5-a-second limit and the order count. */
    receiver: text('receiver').notNull(),
    receiverKind: text('receiver_kind', { enum: ['conversation', 'account', 'message'] }).notNull(),
    receiverId: text('receiver_id').notNull(),
    card: jsonb('card').$type<Card>(),
    fileName: text('file_name'),
    fileBytes: bytes('file_bytes'),
    subject: text('subject'),
    focus: jsonb('focus').$type<Focus>(),
    inboundId: text('inbound_id'),
    /** What a freeze of those concerned does to it: it waits; it goes out, as it holds no customer data; or, as it hides
     * something that is shown, it goes out at once with a notice in place of its card. */
    inFreeze: text('in_freeze', { enum: ['park', 'send', 'cover'] })
      .notNull()
      .default('park'),
    /** `parked` waits for a thaw; `dropped` will not be sent, and its content is gone. */
    state: text('state', { enum: ['waiting', 'sending', 'sent', 'dead', 'flagged', 'parked', 'dropped'] })
      .notNull()
      .default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: instant('due_at').notNull(),
    leasedUntil: instant('leased_until'),
    firstTriedAt: instant('first_tried_at'),
    triedAt: instant('tried_at'),
    sentAt: instant('sent_at'),
    messageId: text('message_id'),
    conversation: text('conversation'),
    /** The platform's error number of the last try. */
    failure: integer('failure'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('outbox_waiting').on(t.receiver, t.seq).where(sql`${t.state} in ('waiting', 'sending')`),
    index('outbox_due').on(t.dueAt).where(sql`${t.state} in ('waiting', 'sending')`),
    index('outbox_parked').on(t.seq).where(sql`${t.state} = 'parked'`),
    index('outbox_tried').on(t.receiver, t.triedAt),
    index('outbox_message').on(t.messageId),
    index('outbox_subject').on(t.subject),
    index('outbox_conversation').on(t.conversation, t.seq),
    ...writeOnlyPolicies('outbox', t.employeeId),
  ],
)

/** Questions and offers that wait for their person: a choice, a confirmation, an undo. Consumed once. */
export const pending = pgTable(
  'pending',
  {
    id: uuid('id').primaryKey(),
    employeeId: integer('employee_id').notNull(),
    conversation: text('conversation').notNull(),
    kind: text('kind', { enum: ['question', 'undo'] }).notNull(),
    /** Input, patches and undo steps, sealed: they may hold what was typed. */
    bodySealed: text('body_sealed').notNull(),
    /** Whether a typed 确认 answers it. */
    confirmable: boolean('confirmable').notNull().default(false),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    consumedAt: instant('consumed_at'),
  },
  (t) => [
    index('pending_latest').on(t.employeeId, t.conversation, t.createdAt),
    ...privatePolicies('pending', t.employeeId),
  ],
)

/** What falls due: reminders and standing posts. */
export const schedules = pgTable(
  'schedules',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    /** In whose scope it runs. */
    employeeId: integer('employee_id').notNull(),
    createdBy: integer('created_by').notNull(),
    subjectId: text('subject_id'),
    /** Where it is posted; null for the employee's private conversation. */
    conversation: text('conversation'),
    dueAt: instant('due_at').notNull(),
    /** How the next due time is computed; null where it falls due once. */
    cadence: jsonb('cadence').$type<Cadence>(),
    attempts: integer('attempts').notNull().default(0),
    /** The due time that was run last, for catching up. */
    lastDueAt: instant('last_due_at'),
    state: text('state', { enum: ['armed', 'done', 'failed'] })
      .notNull()
      .default('armed'),
  },
  (t) => [
    index('schedules_due').on(t.dueAt).where(sql`${t.state} = 'armed'`),
    index('schedules_subject').on(t.subjectId),
    index('schedules_employee').on(t.employeeId, t.kind),
    ...schedulePolicies(t.employeeId, t.createdBy),
  ],
)

/** When a standing post falls due, in the bank's zone. */
export interface Cadence {
  readonly every: 'day' | 'working_day' | 'week'
  /** `08:30`. */
  readonly time: string
  /** 1 Monday to 7 Sunday, for `week`. */
  readonly weekday?: number
  /** What to do with due times that passed while the service was down. */
  readonly missed: 'once' | 'skip'
}

/** Keys of the house, sealed under the current data key. */
export const secrets = pgTable(
  'secrets',
  { name: text('name').primaryKey(), sealed: text('sealed').notNull() },
  () => servicePolicies('secrets'),
)

/** The data keys that this database has met: none of them may be missing before it is retired. */
export const dataKeys = pgTable(
  'data_keys',
  {
    id: text('id').primaryKey(),
    /** The key's own id, sealed under it: tells whether a key is the one that was known by this id. */
    proof: text('proof').notNull(),
    knownSince: instant('known_since').notNull(),
    retiredAt: instant('retired_at'),
  },
  () => servicePolicies('data_keys'),
)

/** Work of the house that is done once a day by whichever instance comes first. */
export const dailyRuns = pgTable(
  'daily_runs',
  { name: text('name').primaryKey(), ranOn: date('ran_on').notNull() },
  () => servicePolicies('daily_runs'),
)
