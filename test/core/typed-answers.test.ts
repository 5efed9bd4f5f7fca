import { describe, expect, it } from 'vitest'
import { parseTypedAnswer } from '../../src/core/typed-answers.ts'

describe('a whole message that stands for a button', () => {
  it.each(['好', '确认。', 'OK', 'yes!'])('%s says yes', (text) => {
    expect(parseTypedAnswer(text)).toEqual({ kind: 'yes' })
  })

  it.each(['算了', '取消', 'never mind'])('%s says no', (text) => {
    expect(parseTypedAnswer(text)).toEqual({ kind: 'no' })
  })

  it.each([
    ['第一个', 0],
    ['我选第三位', 2],
    ['2', 1],
    ['２', 1],
    ['就第二个吧', 1],
    ['the first one', 0],
    ['option 4', 3],
    ['#2', 1],
  ])('%s chooses what stands at %d', (text, index) => {
    expect(parseTypedAnswer(text)).toEqual({ kind: 'choice', index })
  })

  it.each(['1234', '12', '第一次拜访李建国', '一会儿再说', '好客户有哪些', '0', 'second quarter report', ''])(
    '%s is a message like any other',
    (text) => {
      expect(parseTypedAnswer(text)).toBeNull()
    },
  )
})
