// Before and after an export: the code and the reason without which nothing leaves, who may confirm what, and what the
// trail says of it afterwards.

import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject, Press } from '../../../cards/kit/index.ts'
import { customers } from '../../../src/features/customers/schema.ts'
import { type Bank, openBank, shown } from '../../support/bank.ts'
import { codesIn, type Exporting, exportingIn, filesIn, readFile, toastOf } from './exporting.ts'

let bank: Bank
let does: Exporting
beforeAll(async () => {
  bank = await openBank()
  does = await exportingIn(bank, ['ou_wangmin', 'ou_lilei', 'ou_zhaoqiang'])
})
afterAll(() => bank.close())

describe('without a second factor', () => {
  it('nothing is exported; the way to a factor is shown, and the try is written down', async () => {
    const [card] = await bank.as('ou_liuyang').says('导出我的客户')
    expect(shown(card)).toContain('二次验证')
    expect(shown(card)).toContain('导出客户')
    const [entry] = await does.entries('refused')
    expect(entry).toMatchObject({ facts: { code: 'no_factor' }, customerId: null })
  })
})

describe('a confirmation', () => {
  const refusedBy = async (who: string, form: object) => {
    const before = bank.sent.length
    const answer = await does.press(who, form)
    expect(answer.card).toBeUndefined()
    expect(filesIn(bank.sent.slice(before))).toEqual([])
    return toastOf(answer)
  }

  it('with a wrong code exports nothing and is written down; the form stays for another try', async () => {
    const before = (await does.entries('refused')).length
    await bank.as('ou_wangmin').says('导出我的客户')
    expect(await refusedBy('ou_wangmin', { code: '000000' })).toMatch(/不正确.*没有执行任何操作/)
    const refused = await does.entries('refused')
    expect(refused.slice(before)).toMatchObject([{ facts: { reason: 'visits' } }])
    expect(shown((await does.press('ou_wangmin')).card)).toContain('已导出客户')
  })

  it('with a code that was used before exports nothing', async () => {
    await bank.as('ou_wangmin').says('导出我的客户')
    const once = does.code('ou_wangmin')
    expect((await does.press('ou_wangmin', { code: once })).card).toBeDefined()
    await bank.as('ou_wangmin').says('导出我的客户')
    expect(await refusedBy('ou_wangmin', { code: once })).toContain('不正确或已用过')
  })

  it.each([
    ['without a reason', { reason: '' }],
    ['with a reason of one’s own', { reason: 'curious' }],
    ['without a code', { code: undefined }],
  ])('%s exports nothing', async (_, form) => {
    await bank.as('ou_wangmin').says('导出我的客户')
    expect(await refusedBy('ou_wangmin', form)).toContain('请选择原因')
  })

  it('by somebody else on a forwarded card exports nothing, neither the one’s customers nor the other’s', async () => {
    await bank.as('ou_wangmin').says('导出我的客户')
    const before = bank.sent.length
    const answer = await does.clicks('ou_lilei', does.confirmation('ou_wangmin'))
    await bank.tick()
    expect(answer.card).toBeUndefined()
    expect(toastOf(answer)).toContain('发给另一位同事')
    expect(filesIn(bank.sent.slice(before))).toEqual([])
  })

  it('whose button was forged exports in the presser’s own scope and no further', async () => {
    const lilei = await does.personOf('ou_lilei')
    const [other] = await does.asKeeper((tx) =>
      tx.select().from(customers).where(eq(customers.name, '李建国')),
    )
    const forged = (input: JsonObject): Press => ({
      action: 'customer.export.confirm',
      input: { by: lilei.id, language: 'zh', filters: {}, ...input },
    })
    const one = await does.clicks('ou_lilei', forged({ customer: other?.id ?? '' }))
    expect(toastOf(one)).toContain('没有符合条件的客户')
    const before = bank.sent.length
    await does.clicks('ou_lilei', forged({}))
    await bank.tick()
    const [file] = filesIn(bank.sent.slice(before))
    expect(codesIn(readFile(file?.bytes).rows)).toEqual(await does.codesOf(eq(customers.ownerId, lilei.id)))
  })
})

describe('the trail', () => {
  it('holds the export once and each customer once, with the reason, and no personal data', async () => {
    const before = (await does.entries('done')).length
    const { rows, mark } = await does.exportFor('ou_wangmin', '导出VIP客户')
    const id = /[0-9a-f-]{36}$/.exec(mark)?.[0] ?? ''
    const written = (await does.entries('done')).slice(before)
    const [whole] = written.filter(({ customerId }) => customerId === null)
    expect(whole).toMatchObject({
      entity: 'export',
      entityId: id,
      facts: { export: id, reason: 'visits', rows: rows.length },
    })
    const each = written.filter(({ customerId }) => customerId !== null)
    expect(each.every(({ facts }) => facts['export'] === id && facts['reason'] === 'visits')).toBe(true)
    const named = await does.asKeeper((tx) =>
      tx.select({ id: customers.id, code: customers.code }).from(customers),
    )
    const codeOf = new Map(named.map((row) => [row.id, row.code]))
    expect(each.map(({ customerId }) => codeOf.get(customerId ?? '')).sort()).toEqual(codesIn(rows))
    expect(JSON.stringify(written)).not.toMatch(/李建国|138\*|1380000/)
  })

  it('shows a supervisor who exported a customer, when and why', async () => {
    const { mark } = await does.exportFor('ou_wangmin', '导出VIP客户')
    const [card] = await bank.as('ou_zhaoqiang').says('谁导出过李建国')
    expect(shown(card)).toContain('王敏 · 导出客户')
    expect(shown(card)).toContain(`安排拜访或回访 · 导出编号 ${mark.slice(-8)}`)
    expect(shown(card)).not.toContain('查看客户')
  })
})
