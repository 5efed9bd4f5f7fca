import { afterAll, beforeAll, expect, it } from 'vitest'
import { understand } from '../../src/understand/index.ts'
import { type Bank, openBank, shown } from '../support/bank.ts'

const UNSURE = '刚才那条……'
let bank: Bank
beforeAll(async () => {
  bank = await openBank(undefined, {
    read: (text, context) =>
      text === UNSURE ? { intent: 'undo', slots: {}, confidence: 0.4 } : understand(text, context),
  })
}, 240_000)
afterAll(() => bank.close())

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
