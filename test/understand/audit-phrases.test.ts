// Questions after the trail and for a second factor, and what only sounds like them.

import { describe, expect, it } from 'vitest'
import { understand } from '../../src/understand/index.ts'
import { PHRASE_CONTEXT } from './phrase-context.ts'

const { customer: _, ticket: __, ...context } = PHRASE_CONTEXT
const read = (text: string) => understand(text, context)

describe('a question after the trail', () => {
  it.each([
    ['审计 王芳', { customer: '王芳' }],
    ['审计 钱多多', { customer: '钱多多' }],
    ['谁改过 C000123', { customer: 'C000123', deed: 'changed' }],
    ['审计王先生', { customer: '王先生' }],
    ['审计 C000123', { customer: 'C000123' }],
    ['审计一下C000123', { customer: 'C000123' }],
    ['查一下审计记录 赵刚', { customer: '赵刚' }],
    ['赵刚的访问记录', { customer: '赵刚', deed: 'looked' }],
    ['谁看过王芳的资料', { customer: '王芳', deed: 'looked' }],
    ['谁改过赵刚', { customer: '赵刚', deed: 'changed' }],
    ['有没有人导出过王芳', { customer: '王芳', deed: 'exported' }],
    ['王芳的资料被谁看过', { customer: '王芳', deed: 'looked' }],
    ['谁查过C000123的手机号', { customer: 'C000123', deed: 'looked' }],
    ['who looked at Laura Kim', { customer: 'Laura Kim', deed: 'looked' }],
    [
      'who changed Ben Ortiz last week',
      { customer: 'Ben Ortiz', deed: 'changed', period: { from: '2026-11-09', to: '2026-11-15' } },
    ],
    ['audit Laura Kim', { customer: 'Laura Kim' }],
    ['show the audit trail of C000123', { customer: 'C000123' }],
  ])('%s', (text, slots) => {
    expect(read(text)).toMatchObject({ intent: 'audit.show', slots })
    expect(read(text).slots).toEqual(slots)
    expect(read(text).confidence).toBeGreaterThan(0.6)
  })
})

it.each(['设置二次验证', '帮我开启两步验证', '动态口令', 'set up two-factor', 'enable 2FA'])(
  '%s enrols',
  (text) => {
    expect(read(text).intent).toBe('stepup.enrol')
  },
)

it.each([
  ['王芳看过房子了，想贷款', 'followup.log'],
  ['提醒我明天审计王芳的合同', 'task.create'],
  ['查王芳', 'customer.find'],
])('%s does not', (text, intent) => {
  expect(read(text).intent).toBe(intent)
})
