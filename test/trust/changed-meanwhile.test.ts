// What was shown and has changed meanwhile is not written over: old versions, used and expired questions.

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revokeDecision } from '../../src/features/approvals/store.ts'
import { changeCustomer } from '../../src/features/customers/change.ts'
import { findCustomer } from '../../src/features/customers/store.ts'
import { changeFollowUp, findFollowUp } from '../../src/features/follow-ups/store.ts'
import { findEmployee, toActor } from '../../src/features/people/store.ts'
import { changeTask, findTaskLine } from '../../src/features/tasks/store.ts'
import { changeTicket, getTicket } from '../../src/features/tickets/store.ts'
import { rowsOf } from '../../src/storage/database.ts'
import { inScope } from '../../src/storage/scope.ts'
import { openTurn, type Turn } from '../../src/storage/turn.ts'
import { type Bank, openBank } from '../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
}, 240_000)
afterAll(() => bank.close())

/** Works as 王敏, each time in a transaction of its own. */
const asManager = <R>(work: (turn: Turn) => Promise<R>) => asPerson('ou_wangmin', work)

async function asPerson<R>(account: string, work: (turn: Turn) => Promise<R>): Promise<R> {
  const { store, sealer, clock, zone } = bank.parts
  const [{ id } = { id: 0 }] = rowsOf<{ id: number }>(
    await store.db.execute(sql`select id from employees where account = ${account}`),
  )
  const employee = await store.db.transaction((tx) => findEmployee(tx, id))
  if (employee === null) throw new Error('no manager')
  const actor = toActor(employee)
  return inScope(store.db, actor, (db) =>
    work(
      openTurn({
        db,
        sealer,
        actor,
        now: clock.now(),
        zone,
        language: 'zh',
        conversation: { id: `oc_p2p_${account.slice(3)}`, private: true },
        inboundId: crypto.randomUUID(),
        text: '',
        confidence: 1,
      }),
    ),
  )
}

const idOf = (query: string) =>
  asManager(async (turn) => {
    const [row] = rowsOf<{ id: string }>(await turn.db.execute(sql.raw(query)))
    if (row === undefined) throw new Error(query)
    return row.id
  })

describe('a change of what has moved on', () => {
  it('is refused for a task', async () => {
    const id = await idOf("select id from tasks where state = 'open' limit 1")
    const shown = await asManager((turn) => findTaskLine(turn, id))
    if (shown === null) throw new Error('no task')
    const change = (title: string) =>
      asManager((turn) => changeTask(turn, shown.task, { title }, 'task.edit'))
    await change('first')
    await expect(change('second')).rejects.toMatchObject({ code: 'stale' })
    expect((await asManager((turn) => findTaskLine(turn, id)))?.task.title).toBe('first')
  })

  it('is refused for a follow-up', async () => {
    const id = await idOf('select id from follow_ups limit 1')
    const shown = await asManager((turn) => findFollowUp(turn, id))
    if (shown === null) throw new Error('no follow-up')
    const change = (content: string) => asManager((turn) => changeFollowUp(turn, shown.followUp, { content }))
    await change('first')
    await expect(change('second')).rejects.toMatchObject({ code: 'stale' })
    expect((await asManager((turn) => findFollowUp(turn, id)))?.followUp.content).toBe('first')
  })

  it('is refused for a customer', async () => {
    const id = await idOf('select id from customers limit 1')
    const shown = await asManager((turn) => findCustomer(turn, id))
    if (shown === null) throw new Error('no customer')
    const change = (city: string) => asManager((turn) => changeCustomer(turn, shown, { city }))
    await change('唐山')
    await expect(change('北京')).rejects.toMatchObject({ code: 'stale' })
    expect((await asManager((turn) => findCustomer(turn, id)))?.city).toBe('唐山')
  })
})

describe('a request that has moved on', () => {
  it('is not worked on as it was shown', async () => {
    await bank.as('ou_wangmin').says('李建国投诉手机银行登录不上')
    const id = await idOf("select id from tickets where status = 'open' order by created_at desc limit 1")
    const read = () => asManager((turn) => getTicket(turn, id))
    const shown = await read()
    const due = (day: string) =>
      asManager((turn) => changeTicket(turn, shown.ticket, { dueAt: new Date(`${day}T08:00:00Z`) }))
    await due('2026-12-01')
    await expect(due('2026-12-02')).rejects.toMatchObject({ code: 'stale' })
    expect((await read()).ticket.dueAt).toEqual(new Date('2026-12-01T08:00:00Z'))
  })
})

describe('a decision that has moved on', () => {
  it('is not taken back as it was read', async () => {
    const request = '申请李建国3年期大额存单50万利率上浮15BP'
    await bank.as('ou_wangmin').says(request)
    await bank.as('ou_zhaoqiang').presses(/^驳回$/, { comment: '超出额度' })
    const id = await idOf("select id from tickets where status = 'rejected' order by created_at desc limit 1")
    const { approval } = await asManager((turn) => getTicket(turn, id))
    if (approval === null) throw new Error('no approval')
    const revoke = (read: typeof approval) => asPerson('ou_zhaoqiang', (turn) => revokeDecision(turn, read))
    const { version } = approval
    expect(await revoke({ ...approval, version: version - 1 })).toBe(false)
    expect(await revoke({ ...approval, decision: 'approved' })).toBe(false)
    expect(await revoke(approval)).toBe(true)
    expect(await revoke(approval)).toBe(false)
    expect((await asManager((turn) => getTicket(turn, id))).approval).toMatchObject({
      decision: null,
      version: version + 1,
    })
  })
})

describe('what waits for an answer', () => {
  const later = (ms: number) => new Date(bank.clock.now().getTime() + ms)
  const keep = async () => {
    const id = crypto.randomUUID()
    await asManager((turn) => turn.pending.put(id, { kind: 'undo', steps: [] }, later(60_000)))
    return id
  }

  it('is taken once', async () => {
    const id = await keep()
    expect(await asManager((turn) => turn.pending.take(id))).toEqual({ kind: 'undo', steps: [] })
    expect(await asManager((turn) => turn.pending.take(id))).toBeNull()
  })

  it('is gone when its time is over', async () => {
    const id = await keep()
    bank.clock.advance(61_000)
    expect(await asManager((turn) => turn.pending.take(id))).toBeNull()
  })
})
