import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bank, openBank, shown } from '../../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(() => bank.close())

test('the settings are shown and changed by a button', async () => {
  const [card] = await bank.as('ou_wangmin').says('我的设置')
  expect(shown(card)).toContain('总是先确认\n关')
  const { card: changed } = await bank.as('ou_wangmin').presses(/打开“总是先确认”/)
  expect(shown(changed)).toContain('总是先确认\n开')
})

test('the language is changed by a sentence, for this person only', async () => {
  const [card] = await bank.as('ou_wangmin').says('语言改成英文')
  expect(shown(card)).toContain('语言\nEnglish')
  expect(shown((await bank.as('ou_lilei').says('我的设置'))[0])).toContain('语言\n跟随消息')
})

test('a setting that does not exist is refused by name of those that do', async () => {
  const [card] = await bank.as('ou_wangmin').says('打开免打扰')
  expect(shown(card)).toContain('可以设置：语言、总是先确认')
})

test('a reading role may change its own settings', async () => {
  const [card] = await bank.as('ou_wujing').says('总是先确认')
  expect(shown(card)).toContain('总是先确认\n开')
})
