// Who may decide, and what a decision does. Pure: the whole rule of an approval, without database and clock.

import { fail, ok, type Result } from '../../core/result.ts'

/** A decision that was asked of somebody, as far as the rule needs it. */
export interface Asked {
  readonly requesterId: number
  readonly approverId: number
  readonly decision: 'approved' | 'rejected' | 'withdrawn' | null
  readonly decidedBy: number | null
  readonly comment: string | null
}

/** Somebody who wants to decide. */
export interface Deciding {
  readonly employeeId: number
  /** Whether this person stands in for the approver, who is away today. */
  readonly standsIn: boolean
  readonly decision: 'approved' | 'rejected'
  readonly comment: string | null
}

/** Why somebody cannot decide. */
export type NoDecision = 'decided' | 'own' | 'not_asked' | 'reason_missing'

/** Whether this person may decide it now; what was decided comes first, so that everybody hears of it (D10). */
export function judge(asked: Asked, by: Pick<Deciding, 'employeeId' | 'standsIn'>): Result<null, NoDecision> {
  if (asked.decision !== null) return fail('decided')
  if (by.employeeId === asked.requesterId) return fail('own')
  if (by.employeeId !== asked.approverId && !by.standsIn) return fail('not_asked')
  return ok(null)
}

/** The approval after a decision. A rejection needs a reason, nobody decides what they asked for themselves (D12). */
export function decideOn(asked: Asked, by: Deciding): Result<Asked, NoDecision> {
  const may = judge(asked, by)
  if (!may.ok) return may
  if (by.decision === 'rejected' && by.comment === null) return fail('reason_missing')
  return ok({ ...asked, decision: by.decision, decidedBy: by.employeeId, comment: by.comment })
}

/** The approval after the question was taken back by whoever asked it; only before it was decided. */
export function withdraw(asked: Asked, byId: number): Result<Asked, NoDecision> {
  if (asked.decision !== null) return fail('decided')
  if (byId !== asked.requesterId) return fail('not_asked')
  return ok({ ...asked, decision: 'withdrawn', decidedBy: byId })
}

/** How long whoever decided may take the decision back. */
export const REVOCABLE_MS = 24 * 60 * 60_000

/** A decision that may be taken back, as far as the rule needs it. */
export interface Taken extends Asked {
  readonly decidedAt: Date | null
  /** Where the request stands now; work on it goes on from what was decided. */
  readonly status: string
}

/** Why a decision cannot be taken back. */
export type NoRevocation = 'undecided' | 'over' | 'not_yours' | 'too_late'

/**
 * The approval after whoever decided took the decision back: it waits again, and who decided stays known. Not after a day,
 * and not after work went on from it.
 */
export function revoke(
  taken: Taken,
  by: { readonly employeeId: number; readonly now: Date },
): Result<Taken, NoRevocation> {
  if (taken.decision === null) return fail('undecided')
  if (taken.decision === 'withdrawn') return fail('over')
  if (taken.decidedBy !== by.employeeId) return fail('not_yours')
  if (taken.status !== taken.decision) return fail('over')
  if (taken.decidedAt === null || by.now.getTime() - taken.decidedAt.getTime() > REVOCABLE_MS)
    return fail('too_late')
  return ok({ ...taken, decision: null, decidedAt: null, comment: null, status: 'waiting' })
}
