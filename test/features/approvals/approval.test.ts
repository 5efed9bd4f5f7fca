import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Asked,
  type Deciding,
  decideOn,
  judge,
  withdraw,
} from '../../../src/features/approvals/approval.ts'

const REQUESTER = 1
const APPROVER = 2
const DEPUTY = 3
const open: Asked = {
  requesterId: REQUESTER,
  approverId: APPROVER,
  decision: null,
  decidedBy: null,
  comment: null,
}

describe('who may decide', () => {
  it.each([
    ['the approver', APPROVER, false, null],
    ['the deputy while the approver is away', DEPUTY, true, null],
    ['the deputy while the approver is there', DEPUTY, false, 'not_asked'],
    ['whoever asked', REQUESTER, false, 'own'],
    ['whoever asked, even standing in for the approver', REQUESTER, true, 'own'],
    ['anybody else', 9, false, 'not_asked'],
  ])('%s', (_, employeeId, standsIn, reason) => {
    const verdict = judge(open, { employeeId, standsIn })
    expect(verdict.ok ? null : verdict.reason).toBe(reason)
  })

  it('hears first that it was decided, whoever asks', () => {
    const decided: Asked = { ...open, decision: 'approved', decidedBy: APPROVER }
    for (const employeeId of [REQUESTER, APPROVER, DEPUTY, 9]) {
      expect(judge(decided, { employeeId, standsIn: false })).toEqual({ ok: false, reason: 'decided' })
    }
  })
})

describe('a decision', () => {
  it('needs a reason to reject, and none to approve', () => {
    const by = { employeeId: APPROVER, standsIn: false, comment: null }
    expect(decideOn(open, { ...by, decision: 'rejected' })).toEqual({ ok: false, reason: 'reason_missing' })
    expect(decideOn(open, { ...by, decision: 'approved' }).ok).toBe(true)
  })

  it('holds whatever anybody tries, in any order', () => {
    const who = fc.constantFrom(REQUESTER, APPROVER, DEPUTY, 9)
    const deciding = fc.record({
      employeeId: who,
      standsIn: fc.boolean(),
      decision: fc.constantFrom('approved' as const, 'rejected' as const),
      comment: fc.option(fc.string({ minLength: 1 })),
    })
    const tries = fc.array(fc.oneof(deciding, fc.record({ employeeId: who, withdraws: fc.constant(true) })))
    fc.assert(
      fc.property(tries, (all) => {
        all.reduce(tryNext, open)
      }),
    )
  })
})

type Try = Deciding | { readonly employeeId: number; readonly withdraws: boolean }

/** The approval after one more try; whatever it was, the rule must have held. */
function tryNext(asked: Asked, tried: Try): Asked {
  const next = 'withdraws' in tried ? withdraw(asked, tried.employeeId) : decideOn(asked, tried)
  if (!next.ok) return asked
  const { value } = next
  expect(asked.decision).toBeNull()
  expect(value).toMatchObject({ requesterId: REQUESTER, approverId: APPROVER, decidedBy: tried.employeeId })
  expect(value.decidedBy === REQUESTER).toBe(value.decision === 'withdrawn')
  if (value.decision === 'rejected') expect(value.comment).not.toBeNull()
  if ('standsIn' in tried) expect(tried.employeeId === APPROVER || tried.standsIn).toBe(true)
  return value
}
