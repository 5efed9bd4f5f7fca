import { describe, expect, it } from 'vitest'
import {
  addToCourse,
  contentOf,
  defaultDueAt,
  isOverdue,
  needsApproval,
  parseTicketNumber,
} from '../../../src/features/tickets/ticket.ts'

const at = (wall: string) => new Date(`${wall}:00+08:00`)

describe('the number of a ticket', () => {
  it.each([
    ['T1024', 1024],
    ['t1024', 1024],
    ['#1024', 1024],
    ['工单1024', 1024],
    ['Ｔ１０２４', 1024],
    ['1024', 1024],
    ['C000123', null],
    ['李先生', null],
    ['T1234567890', null],
    ['', null],
  ])('in %s is %s', (said, number) => {
    expect(parseTicketNumber(said)).toBe(number)
  })
})

describe('the deadline where nobody said one', () => {
  it.each([
    ['urgent', '2026-11-20T10:00', '2026-11-23T18:00', 'the next working day'],
    ['normal', '2026-11-20T10:00', '2026-11-25T18:00', 'three working days on'],
    [
      'low',
      '2026-09-30T10:00',
      '2026-10-13T18:00',
      'across the National Day week, with the make-up Saturday',
    ],
  ] as const)('of %s made at %s is %s: %s', (urgency, now, due, _why) => {
    expect(defaultDueAt(urgency, at(now), 'Asia/Shanghai')).toEqual(at(due))
  })

  it('has passed only for what is still open', () => {
    const dueAt = at('2026-11-20T18:00')
    const now = at('2026-11-20T18:01')
    expect(isOverdue({ status: 'open', dueAt }, now)).toBe(true)
    expect(isOverdue({ status: 'waiting', dueAt }, now)).toBe(true)
    expect(isOverdue({ status: 'closed', dueAt }, now)).toBe(false)
    expect(isOverdue({ status: 'open', dueAt: null }, now)).toBe(false)
  })
})

describe('the content of a request', () => {
  it.each([
    ['申请一笔客户答谢会费用 五千块', undefined, '申请一笔客户答谢会费用 五千块'],
    [
      'expense request 1200 yuan for a client lunch',
      undefined,
      'expense request 1200 yuan for a client lunch',
    ],
    ['投诉 李先生', '李先生', null],
    ['新建工单', undefined, null],
    ['帮我给李建国开一个投诉工单，紧急', '李建国', null],
    ['', undefined, null],
  ])('of %s is the sentence, where it says more than who and what kind', (text, customer, content) => {
    expect(contentOf(text, [customer])).toBe(content)
  })
})

describe('the course of a ticket', () => {
  it('grows by a line and forgets its oldest lines when it grows too long', () => {
    expect(addToCourse(null, 'a')).toBe('a')
    expect(addToCourse('a', 'b')).toBe('a\nb')
    const long = addToCourse(`first\n${'x'.repeat(3990)}`, 'the last line')
    expect(long.startsWith('first')).toBe(false)
    expect(long.endsWith('the last line')).toBe(true)
  })
})

describe('which kinds are decided', () => {
  it('are rates, contracts and expenses', () => {
    const kinds = ['complaint', 'inquiry', 'service', 'rate', 'contract', 'expense'] as const
    expect(kinds.filter(needsApproval)).toEqual(['rate', 'contract', 'expense'])
  })
})
