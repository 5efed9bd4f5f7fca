import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Asked,
  type Deciding,
  decideOn,
  judge,
  REVOCABLE_MS,
  revoke,
  type Taken,
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

describe('a decision taken back', () => {
  const AT = new Date('2026-11-21T10:00:00+08:00')
  const later = (ms: number) => new Date(AT.getTime() + ms)
  const approved: Taken = {
    ...open,
    decision: 'approved',
    decidedBy: APPROVER,
    decidedAt: AT,
    comment: '同意',
    status: 'approved',
  }
  const rejected: Taken = { ...approved, decision: 'rejected', status: 'rejected' }
  const HOUR = 60 * 60_000

  it.each([
    ['an approval, by whoever took it', approved, APPROVER, HOUR, null],
    ['a rejection, by whoever took it', rejected, APPROVER, HOUR, null],
    ['by the deputy who took it', { ...approved, decidedBy: DEPUTY }, DEPUTY, HOUR, null],
    [
      'by the approver, of what the deputy decided',
      { ...approved, decidedBy: DEPUTY },
      APPROVER,
      HOUR,
      'not_yours',
    ],
    ['by whoever asked', approved, REQUESTER, HOUR, 'not_yours'],
    ['by anybody else', approved, 9, HOUR, 'not_yours'],
    ['in the last instant of a day', approved, APPROVER, REVOCABLE_MS, null],
    ['an instant later', approved, APPROVER, REVOCABLE_MS + 1, 'too_late'],
    ['after a day, of somebody else’s', approved, 9, REVOCABLE_MS + 1, 'not_yours'],
    ['once it was solved', { ...approved, status: 'resolved' }, APPROVER, HOUR, 'over'],
    ['once it was closed', { ...approved, status: 'closed' }, APPROVER, HOUR, 'over'],
    ['once it was reopened', { ...approved, status: 'open' }, APPROVER, HOUR, 'over'],
    [
      'of a request taken back',
      { ...approved, decision: 'withdrawn', decidedBy: REQUESTER, status: 'withdrawn' },
      REQUESTER,
      HOUR,
      'over',
    ],
    [
      'before there is one',
      { ...approved, decision: null, decidedAt: null, status: 'waiting' },
      APPROVER,
      HOUR,
      'undecided',
    ],
    [
      'a second time',
      { ...approved, decision: null, decidedAt: null, status: 'waiting' },
      APPROVER,
      HOUR,
      'undecided',
    ],
  ] as const)('%s', (_, taken, employeeId, ms, reason) => {
    const revoked = revoke(taken, { employeeId, now: later(ms) })
    expect(revoked.ok ? null : revoked.reason).toBe(reason)
  })

  it('leaves the request waiting as at first, and who decided known', () => {
    const revoked = revoke(rejected, { employeeId: APPROVER, now: later(HOUR) })
    if (!revoked.ok) throw new Error(revoked.reason)
    expect(revoked.value).toEqual({ ...open, decidedBy: APPROVER, decidedAt: null, status: 'waiting' })
    const anew = decideOn(revoked.value, {
      employeeId: APPROVER,
      standsIn: false,
      decision: 'approved',
      comment: null,
    })
    expect(anew.ok).toBe(true)
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
