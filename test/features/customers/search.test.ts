import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bank, findButton, openBank, shown } from '../../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(() => bank.close())

const says = async (who: string, text: string) => {
  const cards = await bank.as(who).says(text)
  return { text: shown(cards.at(-1)), card: cards.at(-1) }
}

test('a condition is repeated as it was understood, above the customers that meet it', async () => {
  const { text } = await says('ou_wangmin', '高净值客户有哪些')
  expect(text).toContain('我理解为：标签 高净值')
  expect(text).toContain('李建国')
})

test('several conditions must all hold', async () => {
  const { text } = await says('ou_wangmin', '30天没联系的VIP客户')
  expect(text).toContain('等级 VIP · 30 天未联系')
  expect(text).not.toContain('李建国')
})

test('products that mature in a period are found by their day', async () => {
  const { text } = await says('ou_wangmin', '下个月到期的客户')
  expect(text).toContain('李建国')
})

test('a list is turned page by page', async () => {
  const { text, card } = await says('ou_wangmin', '30天没联系的客户')
  expect(text).toContain('第 1 /')
  expect(card && findButton(card, /下一页/)).not.toBeNull()
  const second = await bank.as('ou_wangmin').presses(/下一页/)
  expect(shown(second.card)).toContain('第 2 /')
})

test('nobody is shown who belongs to somebody else', async () => {
  const mine = await says('ou_wangmin', '高净值客户有哪些')
  const theirs = await says('ou_liuyang', '高净值客户有哪些')
  expect(mine.text).toContain('李建国')
  expect(theirs.text).not.toContain('李建国')
})

test('an administrator has no customers to search', async () => {
  expect((await says('ou_zhoukai', '高净值客户有哪些')).text).toContain('无权')
})

test('a tag that no customer has is said to be unknown, and nobody is listed for it', async () => {
  const { text } = await says('ou_wangmin', '养蜂户客户有哪些')
  expect(text).toContain('没有客户带「养蜂户」标签')
  expect(text).toContain('高净值')
  expect(text).not.toContain('李建国')
})
