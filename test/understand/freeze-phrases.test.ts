// The breach plan in people's words, and what only sounds like it.

import { describe, expect, it } from 'vitest'
import { understand } from '../../src/understand/index.ts'
import { PHRASE_CONTEXT } from './phrase-context.ts'

const { customer: _, ticket: __, ...context } = PHRASE_CONTEXT
const read = (text: string) => understand(text, context)

describe('freezing', () => {
  it.each([
    ['启动泄露预案', {}],
    ['马上启动数据泄露应急预案', {}],
    ['冻结全行', { scope: 'bank' }],
    ['立即冻结全部资料', { scope: 'bank' }],
    ['冻结路北支行', { scope: 'branch', target: '路北支行' }],
    ['冻结机构 TS02', { scope: 'branch', target: 'TS02' }],
    ['冻结员工 802102', { scope: 'employee', target: '802102' }],
    ['冻结员工李磊', { scope: 'employee', target: '李磊' }],
    ['冻结李磊的账号', { scope: 'employee', target: '李磊' }],
    ['冻结客户 C000001', { scope: 'customer', target: 'C000001' }],
    ['start the breach plan', {}],
    ['freeze the bank', { scope: 'bank' }],
    ['freeze branch TS02', { scope: 'branch', target: 'TS02' }],
    ['freeze employee 802102', { scope: 'employee', target: '802102' }],
    ['freeze customer C000001', { scope: 'customer', target: 'C000001' }],
  ])('%s', (text, slots) => {
    expect(read(text)).toMatchObject({ intent: 'freeze.start' })
    expect(read(text).slots).toEqual(slots)
    expect(read(text).confidence).toBeGreaterThan(0.6)
  })
})

it.each([
  ['冻结情况', 'freeze.show'],
  ['解冻', 'freeze.show'],
  ['申请解冻', 'freeze.show'],
  ['what is frozen', 'freeze.show'],
  ['thaw', 'freeze.show'],
  ['冻结报告', 'freeze.report'],
  ['泄露事件报告', 'freeze.report'],
  ['incident report', 'freeze.report'],
])('%s is %s', (text, intent) => {
  expect(read(text).intent).toBe(intent)
  expect(read(text).confidence).toBeGreaterThan(0.6)
})

it.each([
  '王芳的银行卡被冻结了，来问怎么解冻',
  '客户账户被冻结，建个工单处理',
  '提醒我明天问王芳账户解冻的事',
  '刚和赵刚通了电话，他的账户冻结了想解除',
  "Laura Kim's card is frozen, open a ticket",
])('%s is not', (text) => {
  expect(read(text).intent).not.toMatch(/^freeze\./)
})
