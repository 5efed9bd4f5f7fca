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
