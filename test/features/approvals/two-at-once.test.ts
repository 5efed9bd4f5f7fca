// Two instances on one database, two supervisors, one request: on real servers the race is real.

import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { click } from '../../../src/bot/work.ts'
import { approvals } from '../../../src/features/approvals/schema.ts'
import { absences, employees } from '../../../src/features/people/schema.ts'
import { tickets } from '../../../src/features/tickets/schema.ts'
import { outbox } from '../../../src/storage/plumbing-schema.ts'
import { asKeeper } from '../../../src/storage/scope.ts'
import { type Bank, openBank, shown } from '../../support/bank.ts'
import { allHomes, type TestHome } from '../../support/open-homes.ts'

const ROUNDS = 8

describe.each(allHomes)('on $name', ({ open }) => {
  let home: TestHome
  let one: Bank
  let other: Bank

  beforeAll(async () => {
    home = await open()
    one = await openBank(home.store)
    other = await openBank(home.another())
    for (const person of ['ou_wangmin', 'ou_zhaoqiang', 'ou_zhoujie']) await one.as(person).says('帮助')
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

  function press(bank: Bank, account: string, action: string, ticket: string) {
    const sender = { account }
    const conversation = `oc_p2p_${account.slice(3)}`
    const happenedAt = bank.clock.now()
    const id = crypto.randomUUID()
    const asked = { action, input: { ticket, version: 1 } }
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
        form: { comment: '额度不足' },
      },
      () => undefined,
    )
  }

  it('lets one decision fall each time, and tells the other who was faster', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const ticket = await ask()
      const answers = await Promise.all([
        press(one, 'ou_zhaoqiang', 'approval.approve', ticket.id),
        press(other, 'ou_zhoujie', 'approval.reject', ticket.id),
      ])
      expect(answers.map(({ toast }) => toast?.tone).sort()).toEqual(['success', 'warning'])
      const [approval] = await asKeeper(home.store.db, 'test', (tx) =>
        tx.select().from(approvals).where(eq(approvals.ticketId, ticket.id)),
      )
      expect(approval?.version).toBe(2)
      const [news] = await home.store.db
        .select({ count: sql<number>`count(*)`.mapWith(Number) })
        .from(outbox)
        .where(
          sql`${outbox.op} = 'send' and ${outbox.receiverId} = 'ou_wangmin' and ${outbox.card}::text like ${`%您的申请 T${ticket.number} %`}`,
        )
      expect(news?.count).toBe(1)
    }
  }, 120_000)
})
