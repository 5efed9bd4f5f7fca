import { expect, test } from 'vitest'
import { toMentions, withMention } from '../../../src/platform/stand-in/client/mentions.ts'

const bot = { openId: 'ou_bot', names: ['小云雀', 'Larkspur'] }
const people = [bot, { openId: 'ou_1', names: ['张伟'] }, { openId: 'ou_2', names: ['张伟明'] }]

test.each([
  ['@小云雀 你好', '@_user_1 你好', ['ou_bot']],
  ['@larkspur hello', '@_user_1 hello', ['ou_bot']],
  ['请 @张伟明 和 @张伟 看看', '请 @_user_1 和 @_user_2 看看', ['ou_2', 'ou_1']],
  ['@张伟 @张伟', '@_user_1 @_user_1', ['ou_1']],
  ['邮件给 a@b.cn', '邮件给 a@b.cn', []],
])('%s mentions whom it names', (typed, text, openIds) => {
  const found = toMentions(typed, people)
  expect(found.text).toBe(text)
  expect(found.mentions.map((mention) => mention.openId)).toEqual(openIds)
})

test('a mention of the bot is put before a text that has none, and not twice', () => {
  const once = withMention(toMentions('看看 @张伟', people), bot)
  expect(once.text).toBe('@_user_2 看看 @_user_1')
  expect(once.mentions.at(-1)).toEqual({ key: '@_user_2', openId: 'ou_bot', name: '小云雀' })
  expect(withMention(once, bot)).toEqual(once)
})
