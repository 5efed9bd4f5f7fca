// The gap list in the chat: for the administrator alone, page by page, one kind, as a file.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { gaps } from '../../../src/features/gaps/schema.ts'
import { findEmployeeByAccount, toActor } from '../../../src/features/people/store.ts'
import { inScope } from '../../../src/storage/scope.ts'
import { type Bank, openBank, shown } from '../../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
}, 240_000)
afterAll(() => bank.close())

const say = async (who: string, text: string, chat?: string) => {
  const [card] = await bank.as(who, chat).says(text)
  return card === undefined ? '' : shown(card)
}

it('an administrator sees that nothing is on record', async () => {
  expect(await say('ou_zhoukai', '未识别的消息')).toContain('没有记录')
})

it('what was missed and what was taken back is listed without the people in it', async () => {
  await say('ou_wangmin', '咕噜咕噜13800001234')
  await say('ou_wangmin', '给李建国打标签 养老规划')
  await say('ou_wangmin', '撤销')
  const text = await say('ou_zhoukai', '未识别的消息')
  expect(text).toContain('咕噜咕噜[phone]')
  expect(text).toContain('读作 customer.tag')
  expect(text).toContain('被撤销')
  expect(text).not.toContain('李建国')
})

it('one kind is shown where it is picked', async () => {
  await say('ou_zhoukai', 'gap list')
  const { card } = await bank.as('ou_zhoukai').picks('undone')
  expect(card && shown(card)).toContain('读作 customer.tag')
  expect(card && shown(card)).not.toContain('咕噜')
})

it('a second page follows where there are more than fit', async () => {
  for (const word of ['一', '二', '三', '四', '五', '六', '七', '八', '九'])
    await say('ou_lilei', `咕噜${word}咕噜`)
  expect(await say('ou_zhoukai', '理解缺口清单')).not.toContain('咕噜咕噜[phone]')
  const { card } = await bank.as('ou_zhoukai').presses(/下一页/)
  expect(card && shown(card)).toContain('咕噜咕噜[phone]')
})

it('the file holds every gap and the export stands in the trail', async () => {
  await say('ou_zhoukai', '未识别的消息')
  await bank.as('ou_zhoukai').presses(/导出/)
  const file = bank.sent.at(-1)?.content
  if (file?.kind !== 'file') throw new Error('no file was sent')
  expect(file.name).toMatch(/^gaps-.*\.csv$/)
  expect(new TextDecoder().decode(file.bytes).trim().split('\r\n').length).toBeGreaterThan(10)
})

it.each([
  ['a manager', 'ou_wangmin'],
  ['a supervisor', 'ou_zhaoqiang'],
  ['an auditor', 'ou_wujing'],
])('%s is refused', async (_, who) => {
  expect(await say(who, '未识别的消息')).toContain('无权')
})

it('in a group it is refused', async () => {
  expect(await say('ou_zhoukai', '未识别的消息', 'oc_branch2')).toContain('私聊')
})

it.each([
  ['ou_wujing', 0],
  ['ou_wangmin', null],
] as const)('the database itself shows %s no gap', async (who, rows) => {
  const { db } = bank.parts.store
  const employee = await db.transaction((tx) => findEmployeeByAccount(tx, { account: who }))
  if (employee === null) throw new Error('no employee')
  const seen = inScope(db, toActor(employee), (tx) => tx.select().from(gaps))
  if (rows === null) await expect(seen).rejects.toThrow()
  else expect(await seen).toHaveLength(rows)
})
