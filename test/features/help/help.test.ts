import { afterAll, beforeAll, expect, test } from 'vitest'
import { inLanguage } from '../../../cards/kit/index.ts'
import { type Bank, buttonsOf, openBank, shown } from '../../support/bank.ts'

let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(() => bank.close())

const ROLES = [
  ['ou_wangmin', '客户经理'],
  ['ou_zhaoqiang', '团队主管'],
  ['ou_sunhang', '行长'],
  ['ou_zhoukai', '管理员'],
  ['ou_wujing', '审计'],
] as const

test.each(ROLES)('%s is offered five sentences, all of which are understood', async (who, role) => {
  const [card] = await bank.as(who).says('帮助')
  expect(shown(card)).toContain(role)
  const sentences = card === undefined ? [] : buttonsOf(card).map(({ label }) => inLanguage(label, 'zh'))
  expect(sentences).toHaveLength(5)
  for (const sentence of sentences) {
    const [answer] = await bank.as(who).says(sentence)
    expect(shown(answer), sentence).not.toMatch(/没看懂|无权|只读|尚未开放/)
  }
})

test('help in English offers English sentences', async () => {
  const [card] = await bank.as('ou_lilei').says('help')
  expect(card && buttonsOf(card).every(({ label }) => !/\p{Script=Han}/u.test(inLanguage(label, 'en')))).toBe(
    true,
  )
  expect(shown(card, 'en')).toContain('What I can do for you')
})

test('the list holds what the role can do and nothing that it cannot', async () => {
  const [head] = await bank.as('ou_sunhang').says('帮助')
  expect(shown(head)).not.toContain('新建客户')
  const [supervisor] = await bank.as('ou_zhaoqiang').says('帮助')
  expect(shown(supervisor)).toContain('移交客户')
})
