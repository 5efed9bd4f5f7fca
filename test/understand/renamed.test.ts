// A customer's new name, and who else may be meant where one name is put for another.

import { describe, expect, it } from 'vitest'
import { ASK_BELOW, understand } from '../../src/understand/index.ts'
import { PHRASE_CONTEXT } from './phrase-context.ts'

const read = (text: string) => understand(text, PHRASE_CONTEXT)

describe('a customer is renamed', () => {
  it.each([
    ['把赵刚改成赵钢', '赵刚', '赵钢'],
    ['王芳改名叫王若芳', '王芳', '王若芳'],
    ['把客户王芳更名为王方', '王芳', '王方'],
    ['王芳的名字应该是王方，麻烦改一下', '王芳', '王方'],
    ['名字写错了，赵刚应该是赵钢', '赵刚', '赵钢'],
    ['姓名改成章伟吧', '张伟', '章伟'],
    ['海河商贸有限公司改名叫海河实业有限公司', '海河商贸有限公司', '海河实业有限公司'],
    ['13812345678改名周小美', '13812345678', '周小美'],
    ['change Laura Kim to Lora Kim', 'Laura Kim', 'Lora Kim'],
    ['please rename Laura Kim to Laura Baker, thanks', 'Laura Kim', 'Laura Baker'],
    ['Ben Ortiz is misspelled, it should be Ben Ortis', 'Ben Ortiz', 'Ben Ortis'],
    ["correct the customer's name to Zhang Wei", '张伟', 'Zhang Wei'],
    ['Riverside Mills is now called Riverside Group', 'Riverside Mills', 'Riverside Group'],
  ])('%s', (text, customer, value) => {
    const { intent, slots, confidence } = read(text)
    expect({ intent, slots }).toEqual({
      intent: 'customer.update',
      slots: { customer, field: 'name', value },
    })
    expect(confidence).toBeGreaterThanOrEqual(ASK_BELOW)
  })
})

describe('a name that is quite another', () => {
  it.each([
    ['把王芳改成刘大力', { customer: '王芳', to: '刘大力' }],
    ['把王芳换成赵刚', { customer: '王芳', to: '赵刚' }],
    ['change Laura Kim to Kevin Zhou', { customer: 'Laura Kim', to: 'Kevin Zhou' }],
  ])('is asked about: %s may hand the customer over', (text, slots) => {
    const { confidence, alternatives = [], ...wish } = read(text)
    expect(confidence).toBeLessThan(ASK_BELOW)
    expect([wish, ...alternatives]).toContainEqual({ intent: 'customer.assign', slots })
  })
})

describe('no customer is renamed', () => {
  it.each([
    ['where a colleague takes over', '把王芳改成李梅', 'customer.assign'],
    ['where the time of a visit changes', '王芳改成周五', 'task.postpone'],
    ['where another is visited', '拜访王芳改成王方', 'task.postpone'],
    ['where a note tells of a company', '王芳电话里说他们厂改名叫海河机械了', 'followup.log'],
    ['where a note tells of the name', '刚跟王芳通了电话，她说户名要改成王方', 'followup.log'],
    ['where a call was about it', 'Laura Kim called, she changed her name to Laura Baker', 'followup.log'],
    ['where it is asked for at the counter', '王芳要办更名手续', 'followup.log'],
  ])('%s: %s', (_, text, intent) => {
    expect(read(text).intent).toBe(intent)
  })

  it.each([
    ['把张伟改成VIP', 'level'],
    ['把张伟改成成长型', 'risk'],
    ['王芳的公司名称改为海河实业', 'company'],
    ['王芳改名了吗', undefined],
    ['把王芳的配偶姓名改成李丽', undefined],
  ])('where something else is said: %s', (text, field) => {
    expect(read(text).slots['field']).toBe(field)
  })
})
