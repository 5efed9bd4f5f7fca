// An opportunity is never taken out of the books: whoever calls it off says that it is lost.

import { describe, expect, it } from 'vitest'
import { ASK_BELOW, understand } from '../../src/understand/index.ts'
import { PHRASE_CONTEXT } from './phrase-context.ts'

const read = (text: string) => understand(text, PHRASE_CONTEXT)

describe('an opportunity that is called off', () => {
  it.each([
    ['取消赵刚的商机', { customer: '赵刚' }],
    ['把王芳的大额存单商机删了', { customer: '王芳', product: '大额存单' }],
    ['关闭王芳的商机', { customer: '王芳' }],
    ['赵刚那个意向单不要了', { customer: '赵刚' }],
    ['放弃赵刚的经营贷商机，他嫌利率高', { customer: '赵刚', product: '经营贷', reason: '利率高' }],
    ['赵刚处在方案阶段的商机作废吧', { customer: '赵刚' }],
    ["cancel Laura Kim's deal", { customer: 'Laura Kim' }],
    ['please drop the opportunity with Ben Ortiz', { customer: 'Ben Ortiz' }],
    ["remove Laura Kim's Bond Fund deal from my pipeline", { customer: 'Laura Kim', product: 'Bond Fund' }],
    ['the Riverside Mills deal was called off', { customer: 'Riverside Mills' }],
  ])('is moved to lost: %s', (text, slots) => {
    const { intent, slots: told, confidence } = read(text)
    expect({ intent, told }).toEqual({ intent: 'opportunity.move', told: { ...slots, stage: 'lost' } })
    expect(confidence).toBeGreaterThanOrEqual(ASK_BELOW)
  })

  it('is asked about where nobody is named', () => {
    const { intent, slots, confidence } = read('取消商机')
    expect({ intent, slots }).toEqual({
      intent: 'opportunity.move',
      slots: { customer: '张伟', stage: 'lost' },
    })
    expect(confidence).toBeLessThan(ASK_BELOW)
  })
})

describe('not called off is', () => {
  it.each([
    ['what is asked', '赵刚的商机取消了吗', 'opportunity.list'],
    ['what is listed', '取消的商机有哪些', 'opportunity.list'],
    ['what is listed in English', 'which deals were cancelled', 'opportunity.list'],
    ['a reminder of it', '取消商机提醒', 'task.cancel'],
    ['a task of it', '取消赵刚商机的跟进任务', 'task.cancel'],
    ['its amount', "drop Laura Kim's deal to 50k", 'opportunity.update'],
    ['a tag of that name', 'delete the deal tag from Laura Kim', 'customer.tag'],
    ['the last step', '撤销刚才的商机', 'undo'],
  ])('%s: %s', (_, text, intent) => {
    expect(read(text).intent).toBe(intent)
  })

  it.each(['先别取消赵刚的商机', '赵刚不想取消商机', "don't cancel the Laura Kim deal"])(
    'what is to stay: %s',
    (text) => {
      expect(read(text).slots).not.toHaveProperty('stage')
    },
  )
})
