// A decision of one's own taken back, in people's words, and what only sounds like it: an undo, a request taken back.

import { describe, expect, it } from 'vitest'
import { ASK_BELOW, understand } from '../../src/understand/index.ts'
import { PHRASE_CONTEXT } from './phrase-context.ts'

const { customer: _, ticket: __, ...context } = PHRASE_CONTEXT
const read = (text: string) => understand(text, context)

describe('revoking', () => {
  it.each([
    ['撤回审批', {}],
    ['我要撤回审批', {}],
    ['撤回我的审批', {}],
    ['撤回上一个审批', {}],
    ['撤回刚才的同意', {}],
    ['能撤回审批吗', {}],
    ['撤回对T1024的同意', { ticket: 'T1024' }],
    ['撤回T1024的审批', { ticket: 'T1024' }],
    ['撤回对T1024申请的同意', { ticket: 'T1024' }],
    ['撤销对T1024的审批', { ticket: 'T1024' }],
    ['收回对 T1024 的批准', { ticket: 'T1024' }],
    ['请撤回工单T1024的审批', { ticket: 'T1024' }],
    ['撤回T1024的驳回', { ticket: 'T1024' }],
    ['撤回我昨天对T1024的批准', { ticket: 'T1024' }],
    ['把T1024的审批撤回', { ticket: 'T1024' }],
    ['取消T1024的同意', { ticket: 'T1024' }],
    ['撤回审批 T1024 利率看错了', { ticket: 'T1024', reason: '利率看错了' }],
    ['撤回审批T1024，理由是利率看错了', { ticket: 'T1024', reason: '利率看错了' }],
    ['我想撤回对T1024的审批，因为额度算错', { ticket: 'T1024', reason: '额度算错' }],
    ['撤回对T1024的驳回，王芳的材料补齐了', { ticket: 'T1024', reason: '王芳的材料补齐了' }],
    ['T1024误批了，请撤回', { ticket: 'T1024', reason: '误批了' }],
    ['revoke my approval', {}],
    ['revoke T1024', { ticket: 'T1024' }],
    ['revoke the approval of T1024', { ticket: 'T1024' }],
    ['could you revoke the approval of T1024', { ticket: 'T1024' }],
    ['take back my approval of T1024', { ticket: 'T1024' }],
    ['withdraw my decision on T1024', { ticket: 'T1024' }],
    ['retract the rejection of T1024', { ticket: 'T1024' }],
    ['undo the approval of T1024', { ticket: 'T1024' }],
    ['T1024: revoke the approval', { ticket: 'T1024' }],
    ['revoke my approval of T1024, wrong rate', { ticket: 'T1024', reason: 'wrong rate' }],
    [
      'please revoke my decision on T1024 because the amount was wrong',
      { ticket: 'T1024', reason: 'the amount was wrong' },
    ],
  ])('%s', (text, slots) => {
    expect(read(text)).toMatchObject({ intent: 'approval.revoke' })
    expect(read(text).slots).toEqual(slots)
    expect(read(text).confidence).toBeGreaterThan(0.6)
  })
})

it('without a number means the request that the conversation is about', () => {
  expect(understand('撤回审批', { ...context, ticket: 'T2048' }).slots).toEqual({ ticket: 'T2048' })
})

it.each([
  ['撤销', 'undo'],
  ['撤回', 'undo'],
  ['撤回一下', 'undo'],
  ['撤回刚才的操作', 'undo'],
  ['撤回申请', 'undo'],
  ['撤销刚才的修改，同意T1024', 'undo'],
  ['撤回刚才那条，客户不同意', 'undo'],
  ['undo', 'undo'],
  ['take it back', 'undo'],
  ['驳回T1024', 'approval.reject'],
  ['T1024不同意 费用太高', 'approval.reject'],
  ['驳回T1024的撤回申请', 'approval.reject'],
  ['同意T1024', 'approval.approve'],
  ['T1024的撤回申请同意', 'approval.approve'],
  ['待我审批', 'approval.list'],
  ['怎么撤回审批', 'help'],
  ['how do I revoke an approval', 'help'],
  ['提醒我明天撤回T1024的审批', 'task.create'],
  ['王芳撤回了授权同意书', 'followup.log'],
  ['电话沟通王芳，她要撤回之前同意的理财', 'followup.log'],
  ['the client wants to withdraw her approval of the mortgage', 'followup.log'],
])('%s is %s', (text, intent) => {
  expect(read(text).intent).toBe(intent)
})

it.each([
  '撤回T1024的申请',
  '我要撤回T1024的申请',
  '撤回我的申请T1024',
  '撤回审批申请',
  '撤回T1024',
  'withdraw my request T1024',
  'withdraw the approval request T1024',
  'cancel my application T1024',
])('%s, as whoever asked would say, revokes nothing, and decides nothing without a question', (text) => {
  const { intent, confidence } = read(text)
  expect(intent).not.toBe('approval.revoke')
  if (confidence >= ASK_BELOW) expect(['approval.approve', 'approval.reject']).not.toContain(intent)
})
