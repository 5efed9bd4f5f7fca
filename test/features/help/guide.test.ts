import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Card, inLanguage, type Language } from '../../../cards/kit/index.ts'
import { type GuideRole, guide } from '../../../src/platform/console/web/copy/guide.ts'
import { type Bank, openBank, shown } from '../../support/bank.ts'

const startTimeoutMs = 120_000

const PLAYED: { readonly [role in GuideRole]: string } = {
  rm: 'ou_wangmin',
  supervisor: 'ou_zhaoqiang',
  head: 'ou_sunhang',
  administrator: 'ou_zhoukai',
  auditor: 'ou_wujing',
  stranger: 'ou_stranger',
}
/** Whose last sentence shows what they may not do. */
const ENDS_REFUSED: ReadonlySet<GuideRole> = new Set(['head', 'administrator', 'auditor'])

const UNDERSTOOD_IN_PART = /没看懂|请确认您的意思|出了点问题/
const REFUSED = '没有执行'

describe.each<Language>(['zh', 'en'])('the guided first minute, in %s', (language) => {
  let bank: Bank
  beforeAll(async () => {
    bank = await openBank()
  }, startTimeoutMs)
  afterAll(() => bank.close())

  const titlesOf = async (role: GuideRole): Promise<readonly string[]> => {
    const person = bank.as(PLAYED[role])
    const titles: string[] = []
    for (const sentence of guide[role]) {
      const cards = await person.says(inLanguage(sentence, language))
      expect(cards, inLanguage(sentence, language)).toHaveLength(1)
      titles.push(titleOf(cards[0]))
    }
    return titles
  }
  const titleOf = (card: Card | undefined) => (card === undefined ? '' : inLanguage(card.heading.title, 'zh'))

  test.each(Object.keys(guide) as GuideRole[])(
    'every sentence of %s is understood, and none refused but those that show it',
    async (role) => {
      const titles = await titlesOf(role)
      expect(titles).toHaveLength(5)
      expect(titles.filter((title) => UNDERSTOOD_IN_PART.test(title))).toEqual([])
      const refused = titles.flatMap((title, at) => (title === REFUSED ? [at] : []))
      expect(refused).toEqual(ENDS_REFUSED.has(role) ? [4] : [])
    },
    startTimeoutMs,
  )

  test('a stranger learns how to be let in, and nothing of a customer', async () => {
    const [card] = await bank.as(PLAYED.stranger).says(inLanguage('李建国的电话是多少', language))
    expect(titleOf(card)).toBe('绑定员工账号')
    expect(shown(card)).not.toMatch(/李建国|1234/)
  })
})
