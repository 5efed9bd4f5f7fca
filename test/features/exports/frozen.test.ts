// Exports in an incident: who is frozen exports nothing, and a file that waits when a freeze begins is void.

import { eq, isNotNull, isNull } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { drain } from '../../../src/bot/work.ts'
import { newId } from '../../../src/core/ids.ts'
import { customers } from '../../../src/features/customers/schema.ts'
import { freezes } from '../../../src/features/freezes/schema.ts'
import { outbox } from '../../../src/storage/plumbing-schema.ts'
import { type Bank, openBank, shown } from '../../support/bank.ts'
import { type Exporting, exportingIn, filesIn, toastOf } from './exporting.ts'

let bank: Bank
let does: Exporting
beforeAll(async () => {
  bank = await openBank()
  does = await exportingIn(bank, ['ou_wangmin', 'ou_chenjing', 'ou_hemei'])
})
afterAll(() => bank.close())
afterEach(() =>
  bank.parts.store.db
    .update(freezes)
    .set({ thawAskedBy: 1001, thawedBy: 1002, thawedAt: bank.clock.now() })
    .where(isNull(freezes.thawedAt)),
)

type Freeze = Pick<typeof freezes.$inferInsert, 'scope' | 'branchId' | 'employeeId' | 'customerId'>
const freeze = (what: Freeze) => {
  const now = bank.clock.now()
  return bank.parts.store.db
    .insert(freezes)
    .values({ id: newId(now), reason: 'leak', startedAt: now, startedBy: 999, ...what })
}
const personal = async (who: string): Promise<Freeze> => ({
  scope: 'employee',
  employeeId: (await does.personOf(who)).id,
})
const ofBranch = async (who: string): Promise<Freeze> => ({
  scope: 'branch',
  branchId: (await does.personOf(who)).branchId,
})
const ofCustomer = async (name: string): Promise<Freeze> => {
  const [row] = await does.asKeeper((tx) => tx.select().from(customers).where(eq(customers.name, name)))
  return { scope: 'customer', customerId: row?.id ?? '' }
}

describe('somebody who is frozen', () => {
  it('exports nothing, in words or by a card from before', async () => {
    await bank.as('ou_wangmin').says('导出我的客户')
    const press = does.confirmation('ou_wangmin')
    await freeze(await personal('ou_wangmin'))
    const before = bank.sent.length
    expect(toastOf(await does.clicks('ou_wangmin', press))).toContain('冻结中')
    expect(shown((await bank.as('ou_wangmin').says('导出我的客户')).at(-1))).toContain('泄露应急冻结中')
    expect(filesIn(bank.sent.slice(before))).toEqual([])
  })
})

describe('a file that waits when a freeze begins', () => {
  /** Confirms an export, freezes before anything is sent, and sends. */
  async function exportThenFreeze(who: string, what: Freeze) {
    await bank.as(who).says('导出全部客户')
    const before = bank.sent.length
    const answer = await does.clicks(who, does.confirmation(who))
    expect(shown(answer.card)).toContain('已导出客户')
    await freeze(what)
    bank.clock.advance(2000)
    await drain(bank.parts)
    return filesIn(bank.sent.slice(before))
  }
  const bytesLeft = () => bank.parts.store.db.select().from(outbox).where(isNotNull(outbox.fileBytes))

  it.each<readonly [string, string, () => Promise<Freeze>]>([
    ['of the bank', 'ou_wangmin', async () => ({ scope: 'bank' })],
    ['of whoever exported', 'ou_wangmin', () => personal('ou_wangmin')],
    ['of the own branch', 'ou_wangmin', () => ofBranch('ou_wangmin')],
    ['of a branch that is in it, for a head of the bank', 'ou_hemei', () => ofBranch('ou_wangmin')],
    ['of a customer who is in it', 'ou_wangmin', () => ofCustomer('李建国')],
    ['of a customer who is in it, for a head of the bank', 'ou_hemei', () => ofCustomer('李建国')],
  ])('%s is void, and nothing of it stays', async (_, who, what) => {
    expect(await exportThenFreeze(who, await what())).toEqual([])
    expect(await bytesLeft()).toEqual([])
  })

  it.each<readonly [string, () => Promise<Freeze>]>([
    ['of another branch', () => ofBranch('ou_wangmin')],
    ['of a colleague', () => personal('ou_wangmin')],
    ['of a customer of others', () => ofCustomer('李建国')],
  ])('%s goes out, and leaves nothing behind', async (_, what) => {
    expect(await exportThenFreeze('ou_chenjing', await what())).toHaveLength(1)
    expect(await bytesLeft()).toEqual([])
  })

  it('is not brought back by the thaw', async () => {
    const before = bank.sent.length
    await exportThenFreeze('ou_wangmin', { scope: 'bank' })
    await bank.parts.store.db
      .update(freezes)
      .set({ thawAskedBy: 1001, thawedBy: 1002, thawedAt: bank.clock.now() })
      .where(isNull(freezes.thawedAt))
    bank.clock.advance(60_000)
    await bank.tick()
    expect(filesIn(bank.sent.slice(before))).toEqual([])
    expect((await does.exportFor('ou_wangmin', '导出我的客户')).rows.length).toBeGreaterThan(0)
  })
})
