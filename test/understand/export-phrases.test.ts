// Wishes for a file of customers: the conditions are those of a list, and nobody who wants some is understood to want all.

import { describe, expect, it } from 'vitest'
import { understand } from '../../src/understand/index.ts'
import { PHRASE_CONTEXT } from './phrase-context.ts'

const read = (text: string) => understand(text, PHRASE_CONTEXT)

describe('a wish for a file', () => {
  it.each([
    ['导出我的客户', {}],
    ['导出名下客户', {}],
    ['导出一份客户名单', {}],
    ['把这些客户下载成表格', {}],
    ['export all customers', {}],
    ['导出VIP客户', { filters: { level: 'VIP' } }],
    ['export my VIP customers', { filters: { level: 'VIP' } }],
    ['导出有大额存单的客户', { filters: { product: '大额存单' } }],
    ['导出30天没联系的客户', { filters: { inactive_days: 30 } }],
    ['export customers not contacted for 30 days', { filters: { inactive_days: 30 } }],
    ['导出唐山的客户列表', { filters: { city: '唐山' } }],
    ['导出高净值客户名单成excel', { filters: { tag: '高净值' } }],
    ['export high net worth clients', { filters: { tag: 'high net worth' } }],
    ['导出稳健型客户', { filters: { risk: '稳健型' } }],
    ['导出存款100万以上的客户', { filters: { balance_min: 1_000_000 } }],
    ['导出下个月到期的客户', { filters: { maturing: { from: '2026-12-01', to: '2026-12-31' } } }],
    [
      'export the customers whose deposits mature next month',
      { filters: { maturing: { from: '2026-12-01', to: '2026-12-31' } } },
    ],
    ['导出本月过生日的客户', { filters: { birthday: { from: '2026-11-01', to: '2026-11-30' } } }],
    [
      '导出有大额存单且30天没联系的VIP客户',
      { filters: { level: 'VIP', product: '大额存单', inactive_days: 30 } },
    ],
  ])('%s', (text, slots) => {
    const frame = read(text)
    expect(frame).toMatchObject({ intent: 'customer.export' })
    expect(frame.slots).toEqual(slots)
    expect(frame.confidence).toBeGreaterThan(0.6)
  })

  it.each([
    ['导出养蜂户客户', '养蜂户'],
    ['把养蜂户客户导出来', '养蜂户'],
    ['养蜂户客户导出', '养蜂户'],
    ['能不能把养蜂户的客户导一份给我', '养蜂户'],
    ['export beekeeper customers', 'beekeeper'],
  ])('%s takes what is no known condition for a tag, and not for everybody', (text, tag) => {
    expect(read(text)).toMatchObject({ intent: 'customer.export', slots: { filters: { tag } } })
  })

  it.each([
    ['导出张伟这个客户', '张伟'],
    ['导出尾号1234的客户', '*1234'],
  ])('%s means the one who is named, and not everybody', (text, customer) => {
    const frame = read(text)
    expect(frame.intent).toBe('customer.export')
    expect(frame.slots).toEqual({ customer })
  })
})

it.each([
  ['下载客户名单模板', 'customer.import'],
  ['列出30天没联系的客户', 'customer.search'],
  ['有没有人导出过王芳', 'audit.show'],
  ['导入客户名单', 'customer.import'],
])('%s wants none', (text, intent) => {
  expect(read(text).intent).toBe(intent)
})

it('a list of all customers is no list of those tagged “all”', () => {
  expect(read('list all clients')).toMatchObject({ intent: 'customer.search', slots: {} })
  expect(read('list all clients').slots).toEqual({})
})
