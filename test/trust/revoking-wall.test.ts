// The wall around a decision that fell, on every server this run has: it is revoked by whoever took it, whatever statement
// the application lets through.

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Reach, Role } from '../../src/core/actor.ts'
import { newId } from '../../src/core/ids.ts'
import { approvals } from '../../src/features/approvals/schema.ts'
import { branches, employees, teams } from '../../src/features/people/schema.ts'
import { tickets } from '../../src/features/tickets/schema.ts'
import { rowsOf } from '../../src/storage/database.ts'
import { asKeeper, inScope } from '../../src/storage/scope.ts'
import { allHomes, type TestHome } from '../support/open-homes.ts'

const now = new Date('2026-11-21T10:00:00+08:00')

function actor(id: number, role: Role, reach: Reach, teamId: number | null, branchId: number | null): Actor {
  return {
    id,
    account: `ou_${id}`,
    name: `n${id}`,
    role,
    reach,
    teamId,
    branchId,
    language: null,
    alwaysConfirm: false,
    frozen: false,
  }
}

const rm = actor(1, 'rm', 'own', 1, 1)
const supervisor = actor(2, 'supervisor', 'team', 1, 1)
const deputy = actor(3, 'supervisor', 'team', 1, 1)
const otherSupervisor = actor(4, 'supervisor', 'team', 2, 1)
const head = actor(5, 'head', 'branch', null, 1)
const otherHead = actor(6, 'head', 'branch', null, 2)
const bankHead = actor(7, 'head', 'bank', null, null)
const everybody = [rm, supervisor, deputy, otherSupervisor, head, otherHead, bankHead]

class TakenBack extends Error {}

describe.each(allHomes)('a decision that fell, on $name', ({ open }) => {
  let home: TestHome
  const ofSupervisor = newId(now)
  const ofHead = newId(now)
  const takenBack = newId(now)

  beforeAll(async () => {
    home = await open()
    await asKeeper(home.store.db, 'test', async (tx) => {
      await tx.insert(branches).values([1, 2].map((id) => ({ id, code: `B${id}`, name: `b${id}` })))
      await tx.insert(teams).values([1, 2].map((id) => ({ id, name: `t${id}`, branchId: 1 })))
      await tx.insert(employees).values(everybody.map((one) => ({ ...one, number: String(one.id) })))
      const decision = async (
        id: string,
        { requester, approver, decision }: Record<'requester' | 'approver', Actor> & { decision: Fallen },
      ) => {
        const owned = { ownerId: requester.id, teamId: 1, branchId: 1, createdAt: now }
        const people = { requesterId: requester.id, handlerId: approver.id }
        await tx
          .insert(tickets)
          .values({ id, kind: 'rate', content: 'c', status: decision, ...people, ...owned })
        const decidedBy = decision === 'withdrawn' ? requester.id : approver.id
        await tx
          .insert(approvals)
          .values({ id, ticketId: id, approverId: approver.id, decision, decidedBy, createdAt: now })
      }
      await decision(ofSupervisor, { requester: rm, approver: supervisor, decision: 'approved' })
      await decision(ofHead, { requester: supervisor, approver: head, decision: 'rejected' })
      await decision(takenBack, { requester: supervisor, approver: head, decision: 'withdrawn' })
    })
  })
  afterAll(() => home.close())

  type Fallen = 'approved' | 'rejected' | 'withdrawn'

  /** How many rows a statement changed before it was taken back, or why it was refused. */
  const changes = (who: Actor, statement: string) => {
    let changed = 0
    return inScope(home.store.db, who, async (tx) => {
      changed = rowsOf(await tx.execute(sql.raw(`${statement} returning id`))).length
      throw new TakenBack()
    }).catch((thrown: { cause?: { message?: string } }) =>
      thrown instanceof TakenBack ? changed : thrown.cause?.message,
    )
  }
  const revoke = (who: Actor, id: string) =>
    changes(who, `update approvals set decision = null, decided_at = null, comment = null where id = '${id}'`)
  const reopen = (who: Actor, id: string) =>
    changes(who, `update tickets set status = 'waiting' where id = '${id}'`)
  const refused = expect.stringContaining('row-level security')

  it('is revoked by the supervisor who took it, and the request waits again', async () => {
    expect([await revoke(supervisor, ofSupervisor), await reopen(supervisor, ofSupervisor)]).toEqual([1, 1])
  })

  it('is revoked by the head who took it, and the request waits again', async () => {
    expect([await revoke(head, ofHead), await reopen(head, ofHead)]).toEqual([1, 1])
  })

  it.each([
    ['the second supervisor of the team', deputy],
    ['the supervisor of another team', otherSupervisor],
    ['the head of the branch, who was not asked', head],
    ['the head of another branch', otherHead],
    ['the head of the bank', bankHead],
  ])('of a supervisor is not revoked by %s', async (_, who) => {
    expect(await revoke(who, ofSupervisor)).toBe(0)
  })

  it.each([
    ['a supervisor of the team', deputy],
    ['the head of another branch', otherHead],
    ['the head of the bank', bankHead],
  ])('of a head is not revoked by %s', async (_, who) => {
    expect(await revoke(who, ofHead)).toBe(0)
  })

  it('is not revoked by whoever asked for it', async () => {
    expect(await revoke(rm, ofSupervisor)).toEqual(refused)
    expect(await revoke(supervisor, ofHead)).toBe(0)
  })

  it('is not given to somebody else as theirs to revoke', async () => {
    const give = (who: Actor, id: string, to: Actor) =>
      changes(who, `update approvals set decision = null, decided_by = ${to.id} where id = '${id}'`)
    expect(await give(supervisor, ofSupervisor, deputy)).toEqual(refused)
    expect(await give(head, ofHead, bankHead)).toEqual(refused)
    expect(await give(deputy, ofSupervisor, deputy)).toBe(0)
  })

  it('that was no decision but a request taken back stays taken back', async () => {
    expect(await revoke(supervisor, takenBack)).toEqual(refused)
    expect(await revoke(head, takenBack)).toBe(0)
  })

  it.each([
    ['another request with the decision', "update tickets set status = 'waiting', content = 'x'"],
    ['another amount', 'update tickets set amount_fen = 1'],
    ['words in its course alone', "update tickets set result = 'x'"],
    ['the opposite decision', "update approvals set decision = 'approved'"],
    ['another approver', 'update approvals set decision = null, approver_id = 7'],
    ['a comment alone', "update approvals set comment = 'x'"],
  ])('leaves a head who took it no way to %s', async (_, statement) => {
    expect(await changes(head, statement)).toContain('a head decides a request and changes nothing else')
  })

  it('lets a head reopen no request that another handles', async () => {
    expect(await reopen(head, ofSupervisor)).toBe(0)
    expect(await reopen(bankHead, ofHead)).toBe(0)
  })
})
