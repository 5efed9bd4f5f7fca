import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rowsOf } from '../../src/storage/database.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { understand } from '../../src/understand/index.ts'
import { type Bank, openBank, shown } from '../support/bank.ts'

const UNSURE = '刚才那条……'
const HARDLY = '李建国那边……'
let bank: Bank
beforeAll(async () => {
  bank = await openBank(undefined, {
    read: (text, context) =>
      text === UNSURE
        ? { intent: 'undo', slots: {}, confidence: 0.4 }
        : text === HARDLY
          ? {
              intent: 'unknown',
              slots: {},
              confidence: 0.5,
              alternatives: [{ intent: 'customer.find', slots: { customer: '李建国' } }],
            }
          : understand(text, context),
  })
}, 240_000)
afterAll(() => bank.close())

const countGaps = () =>
  asKeeper(bank.parts.store.db, 'test', async (tx) => {
    await tx.execute(sql`set local role none`)
    return rowsOf(await tx.execute(sql`select 1 from gaps`)).length
  })

it('a reading as 撤销 that is not sure asks first, and takes back when it is chosen', async () => {
  const wangmin = bank.as('ou_wangmin')
  await wangmin.says('给李建国打标签 留学意向')
  const [asked] = await wangmin.says(UNSURE)
  if (asked === undefined) throw new Error('no answer')
  expect(shown(asked)).toContain('请确认您的意思')
  const [customer] = await wangmin.says('李建国')
  expect(customer && shown(customer)).toContain('留学意向')
  await wangmin.presses(/撤销上一步/)
  const [after] = await wangmin.says('李建国')
  expect(after && shown(after)).not.toContain('留学意向')
})

it('words that may mean nothing are asked about where they may mean something, and are kept as a gap', async () => {
  const wangmin = bank.as('ou_wangmin')
  const before = await countGaps()
  const [asked] = await wangmin.says(HARDLY)
  expect(await countGaps()).toBe(before + 1)
  if (asked === undefined) throw new Error('no answer')
  expect(shown(asked)).toContain('请确认您的意思')
  const { card } = await wangmin.presses(/李建国/)
  expect(shown(card)).toContain('138****1234')
})
