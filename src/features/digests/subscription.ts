// What is subscribed to: the schedule rows behind it, how they are armed, taken back and found again.

import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { JsonObject } from '../../../cards/kit/index.ts'
import type { UndoStep } from '../../core/outcome.ts'
import { nextDue } from '../../schedule/working-calendar.ts'
import { type Cadence, schedules } from '../../storage/plumbing-schema.ts'
import type { Turn } from '../../storage/turn.ts'
import { PERSONAL } from './personal.ts'
import { TEAM } from './team.ts'

export type DigestKind = 'personal' | 'team'
export type Rhythm = 'daily' | 'weekly'

/** Name under which the undoer of a subscription stands. */
export const SUBSCRIPTION = 'digest.subscription'

/** Times of the standing posts where nobody says otherwise. */
export const DEFAULT_TIME: Readonly<Record<DigestKind, string>> = { personal: '08:30', team: '18:00' }

/** What the rows of one subscription share: `personal:7:daily`, `team:2:weekly`. */
export function subjectOf(kind: DigestKind, id: number, rhythm: Rhythm): string {
  return `${kind}:${id}:${rhythm}`
}

/** The kind of schedule behind a digest. */
export function scheduleKind(kind: DigestKind): string {
  return kind === 'personal' ? PERSONAL : TEAM
}

/** When a digest comes. A weekday, 1 Monday to 7 Sunday, makes it weekly. */
export function toCadence(time: string, weekday: number | null): Cadence {
  return weekday === null
    ? { every: 'working_day', time, missed: 'once' }
    : { every: 'week', weekday, time, missed: 'once' }
}

type Row = typeof schedules.$inferSelect

/** The armed rows of some subscriptions, as far as this person may see them. */
export async function listArmed(
  { db }: Turn,
  kind: DigestKind,
  subjects: readonly string[],
): Promise<readonly Row[]> {
  return db
    .select()
    .from(schedules)
    .where(
      and(
        eq(schedules.kind, scheduleKind(kind)),
        inArray(schedules.subjectId, [...subjects]),
        eq(schedules.state, 'armed'),
      ),
    )
    .orderBy(asc(schedules.dueAt))
}

/** A subscription to arm. */
export interface Subscription {
  readonly kind: DigestKind
  readonly subject: string
  readonly cadence: Cadence
  /** Null for the person's private chat. */
  readonly conversation: string | null
}

/**
 * Arms a subscription in the place of what stood under its subject.
 * @returns when it comes next, and how it is taken back
 */
export async function armSubscription(
  turn: Turn,
  wanted: Subscription,
): Promise<{ readonly dueAt: Date; readonly undo: UndoStep }> {
  const { kind, subject, cadence, conversation } = wanted
  const [before] = await listArmed(turn, kind, [subject])
  const dueAt = nextDue(cadence, turn.now, turn.zone)
  await turn.disarm(scheduleKind(kind), subject)
  await arm(turn, wanted, dueAt)
  await turn.audit({
    action: 'digest.subscribe',
    facts: { kind, every: cadence.every, time: cadence.time, group: conversation !== null },
  })
  return { dueAt, undo: stepFor(kind, subject, before) }
}

/** Takes a subscription back. @returns how that is undone */
export async function disarmSubscription(turn: Turn, kind: DigestKind, row: Row): Promise<UndoStep> {
  const subject = row.subjectId ?? ''
  await turn.disarm(scheduleKind(kind), subject)
  await turn.audit({ action: 'digest.unsubscribe', facts: { kind } })
  return stepFor(kind, subject, row)
}

async function arm(
  turn: Turn,
  { kind, subject, cadence, conversation }: Subscription,
  dueAt: Date,
): Promise<void> {
  await turn.arm({
    kind: scheduleKind(kind),
    employeeId: turn.actor.id,
    subjectId: subject,
    dueAt,
    cadence,
    ...(conversation === null ? {} : { conversation }),
  })
}

function stepFor(kind: DigestKind, subject: string, before: Row | undefined): UndoStep {
  const was: JsonObject | null =
    before === undefined || before.cadence === null
      ? null
      : { cadence: { ...before.cadence }, conversation: before.conversation }
  return { entity: SUBSCRIPTION, id: `${kind} ${subject}`, version: 1, before: was }
}

const Id = z.templateLiteral([z.enum(['personal', 'team']), ' ', z.string()])
const Before = z.object({
  cadence: z.object({
    every: z.enum(['day', 'working_day', 'week']),
    time: z.string(),
    weekday: z.int().min(1).max(7).exactOptional(),
    missed: z.enum(['once', 'skip']),
  }),
  conversation: z.string().nullable(),
})

/** Puts a subscription back to what it was: another time, or none. */
export async function undoSubscription(turn: Turn, { id, before }: UndoStep): Promise<void> {
  const [kind = '', subject = ''] = Id.parse(id).split(' ')
  const digest: DigestKind = kind === 'team' ? 'team' : 'personal'
  await turn.disarm(scheduleKind(digest), subject)
  await turn.audit({ action: 'digest.undo', facts: { kind } })
  if (before === null) return
  const was = Before.parse(before)
  await arm(turn, { kind: digest, subject, ...was }, nextDue(was.cadence, turn.now, turn.zone))
}
