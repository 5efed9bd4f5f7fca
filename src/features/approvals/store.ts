// Queries for decisions: who is to be asked, what waits for whom, and the statements by which a decision falls
// and is taken back.

import { and, asc, desc, eq, gte, inArray, isNull } from 'drizzle-orm'
import { dayOf } from '../../core/calendar.ts'
import type { Turn } from '../../storage/turn.ts'
import { type Employee, findEmployee, findOnDuty, listStoodInFor, listSuperiors } from '../people/index.ts'
import { teams } from '../people/schema.ts'
import { tickets } from '../tickets/schema.ts'
import { REVOCABLE_MS } from './approval.ts'
import { approvals } from './schema.ts'

export type Approval = typeof approvals.$inferSelect

/**
 * Who decides for a team today: its supervisor, or the deputy while the supervisor is away; a team without another
 * supervisor asks the head of its branch, then of the bank. Never the person who asks. Where everybody is away the nearest
 * is asked all the same. Null where there is nobody.
 */
export async function findApprover(
  turn: Turn,
  teamId: number,
  requesterId: number,
): Promise<Employee | null> {
  const [[team], requester] = await Promise.all([
    turn.db.select().from(teams).where(eq(teams.id, teamId)),
    findEmployee(turn.db, requesterId),
  ])
  const place = { teamId, branchId: team?.branchId ?? null }
  const superiors = await listSuperiors(turn.db, place, requester?.leaderId ?? null)
  // Whoever has no account cannot be asked.
  const others = superiors.filter(({ id, account }) => id !== requesterId && account !== null)
  return findOnDuty(turn.db, others, dayOf(turn.now, turn.zone))
}

/** Whether this person stands in for an approver who is away today, or who lost the access. */
export async function standsInFor(turn: Turn, approverId: number): Promise<boolean> {
  const stoodInFor = await listStoodInFor(turn.db, turn.actor, dayOf(turn.now, turn.zone))
  return stoodInFor.includes(approverId)
}

/** Writes that somebody was asked. */
export async function insertApproval(turn: Turn, ticketId: string, approverId: number): Promise<void> {
  await turn.db.insert(approvals).values({ id: turn.newId(), ticketId, approverId, createdAt: turn.now })
}

/** What a decision writes. */
type Decided = Pick<Approval, 'decision' | 'comment'>

/**
 * Lets a decision fall, once: of two at the same time one finds it open, the other does not.
 * @returns whether it was this one that fell
 */
export async function settleApproval(turn: Turn, approval: Approval, decided: Decided): Promise<boolean> {
  const rows = await turn.db
    .update(approvals)
    .set({ ...decided, decidedBy: turn.actor.id, decidedAt: turn.now, version: approval.version + 1 })
    .where(
      and(eq(approvals.id, approval.id), isNull(approvals.decision), eq(approvals.version, approval.version)),
    )
    .returning({ id: approvals.id })
  return rows.length === 1
}

/** Holds the approval of a request to the end of the transaction: of two presses at once the second sees what the first left. */
export async function holdApproval(turn: Turn, ticketId: string): Promise<void> {
  await turn.db
    .select({ id: approvals.id })
    .from(approvals)
    .where(eq(approvals.ticketId, ticketId))
    .for('update')
}

/**
 * Takes a decision back, once. Who decided stays.
 * @returns whether it stood as it was read
 */
export async function revokeDecision(turn: Turn, approval: Approval): Promise<boolean> {
  if (approval.decision === null) return false
  const rows = await turn.db
    .update(approvals)
    .set({ decision: null, comment: null, decidedAt: null, version: approval.version + 1 })
    .where(
      and(
        eq(approvals.id, approval.id),
        eq(approvals.decision, approval.decision),
        eq(approvals.version, approval.version),
      ),
    )
    .returning({ id: approvals.id })
  return rows.length === 1
}

/** The requests whose decisions this person may still take back; the newest decision first. */
export async function listRevocable(turn: Turn): Promise<readonly string[]> {
  const since = new Date(turn.now.getTime() - REVOCABLE_MS)
  const rows = await turn.db
    .select({ ticketId: approvals.ticketId })
    .from(approvals)
    .innerJoin(tickets, eq(tickets.id, approvals.ticketId))
    .where(
      and(
        eq(approvals.decidedBy, turn.actor.id),
        inArray(approvals.decision, ['approved', 'rejected']),
        eq(tickets.status, approvals.decision),
        gte(approvals.decidedAt, since),
      ),
    )
    .orderBy(desc(approvals.decidedAt))
  return rows.map(({ ticketId }) => ticketId)
}

/** The requests that wait for this person, and for those whom this person stands in for today; the oldest first. */
export async function listWaiting(turn: Turn): Promise<readonly string[]> {
  const stoodInFor = await listStoodInFor(turn.db, turn.actor, dayOf(turn.now, turn.zone))
  const approvers = [turn.actor.id, ...stoodInFor]
  const rows = await turn.db
    .select({ ticketId: approvals.ticketId })
    .from(approvals)
    .innerJoin(tickets, eq(tickets.id, approvals.ticketId))
    .where(and(inArray(approvals.approverId, approvers), isNull(approvals.decision)))
    .orderBy(asc(tickets.number))
  return rows.map(({ ticketId }) => ticketId)
}
