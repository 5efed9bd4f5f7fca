// Two instances on one database, two supervisors, one request: on real servers the race is real.

import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../cards/kit/index.ts'
import { click } from '../../../src/bot/work.ts'
import { approvals } from '../../../src/features/approvals/schema.ts'
import { absences, employees } from '../../../src/features/people/schema.ts'
import { secondFactors } from '../../../src/features/step-up/schema.ts'
import { tickets } from '../../../src/features/tickets/schema.ts'
import { outbox } from '../../../src/storage/plumbing-schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, openBank, shown } from '../../support/bank.ts'
import { allHomes, type TestHome } from '../../support/open-homes.ts'
import { type Enrolled, enrol } from '../freezes/enrolled.ts'

const ROUNDS = 8

/** What a press is about. */
interface Pressed {
  readonly ticket: string
  readonly version?: number
  readonly form?: JsonObject
}

describe.each(allHomes)('on $name', ({ open }) => {
  let home: TestHome
  let one: Bank
  let other: Bank
  let factor: Enrolled

  beforeAll(async () => {
    home = await open()
    one = await openBank(home.store)
    other = await openBank(home.another())
    for (const person of ['ou_wangmin', 'ou_zhaoqiang', 'ou_zhoujie']) await one.as(person).says('帮助')
    factor = await enrol(one, 'ou_zhaoqiang')
  }, 200_000)
  afterAll(() => home.close())

  /** Asks 赵强, who then goes away, so that 周杰 may decide too. */
  async function ask() {
    const { db } = home.store
    await db.delete(absences)
    one.clock.advance(1000)
    other.clock.set(one.clock.now())
    // The news of the round before may come first.
    const cards = await one.as('ou_wangmin').says('申请李建国3年期大额存单50万利率上浮15BP')
    const asked = cards.find((card) => shown(card).includes('等待赵强审批'))
    const number = Number(/T(\d+)/.exec(shown(asked))?.[1])
    const [zhaoqiang] = await db.select().from(employees).where(eq(employees.account, 'ou_zhaoqiang'))
    await db
      .insert(absences)
      .values({ employeeId: zhaoqiang?.id ?? 0, fromOn: '2026-11-20', toOn: '2026-11-22' })
    const [ticket] = await asKeeper(db, 'test', (tx) =>
      tx.select().from(tickets).where(eq(tickets.number, number)),
    )
    if (ticket === undefined) throw new Error('no ticket')
    return ticket
  }

  function press(
    bank: Bank,
    account: string,
    action: string,
    { ticket, version = 1, form = { comment: '额度不足' } }: Pressed,
  ) {
    const sender = { account }
    const conversation = `oc_p2p_${account.slice(3)}`
    const happenedAt = bank.clock.now()
    const id = crypto.randomUUID()
    const asked = { action, input: { ticket, version } }
    return click(
      bank.parts,
      {
        kind: 'click',
        id,
        messageId: 'om_x',
        happenedAt,
        conversation,
        sender,
        press: asked,
        form,
      },
      () => undefined,
    )
  }

  /** How often whoever asked heard of the request. */
  async function countNews(number: number): Promise<number | undefined> {
    const [news] = await home.store.db
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(outbox)
      .where(
        sql`${outbox.op} = 'send' and ${outbox.receiverId} = 'ou_wangmin' and ${outbox.card}::text like ${`%您的申请 T${number} %`}`,
      )
    return news?.count
  }

  it('lets one decision fall each time, and tells the other who was faster', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const ticket = await ask()
      const answers = await Promise.all([
        press(one, 'ou_zhaoqiang', 'approval.approve', { ticket: ticket.id }),
        press(other, 'ou_zhoujie', 'approval.reject', { ticket: ticket.id }),
      ])
      expect(answers.map(({ toast }) => toast?.tone).sort()).toEqual(['success', 'warning'])
      const [approval] = await asKeeper(home.store.db, 'test', (tx) =>
        tx.select().from(approvals).where(eq(approvals.ticketId, ticket.id)),
      )
      expect(approval?.version).toBe(2)
      expect(await countNews(ticket.number)).toBe(1)
    }
  }, 120_000)

  it('takes a decision back once, and the second press costs no try', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id: ticket, number } = await ask()
      await press(one, 'ou_zhaoqiang', 'approval.approve', { ticket })
      const form = { reason: '看错了', code: factor.code() }
      other.clock.set(one.clock.now())
      const answers = await Promise.all(
        [one, other].map((bank) =>
          press(bank, 'ou_zhaoqiang', 'approval.revoke', { ticket, version: 2, form }),
        ),
      )
      expect(answers.map(({ toast }) => toast?.tone).sort()).toEqual(['error', 'success'])
      expect(JSON.stringify(answers.map(({ toast }) => toast?.text))).toContain('没有可以撤回的决定')
      const [approval] = await asKeeper(home.store.db, 'test', (tx) =>
        tx.select().from(approvals).where(eq(approvals.ticketId, ticket)),
      )
      expect(approval).toMatchObject({ decision: null, version: 3 })
      expect(await countNews(number)).toBe(2)
    }
    const [{ triesLeft } = { triesLeft: 0 }] = await home.store.db.select().from(secondFactors)
    expect(triesLeft).toBe(5)
  }, 120_000)
})
