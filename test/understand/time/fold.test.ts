// One spelling for many, each character where it was.
import { expect, test } from 'vitest'
import { foldText } from '../../../src/understand/time/fold.ts'

test('makes full-width forms half-width and letters small', () => {
  expect(foldText('１１月２５号　ＰＭ Friday—Ｑ３：')).toBe('11月25号 pm friday-q3:')
})

test('reads traditional characters of time as simplified ones', () => {
  expect(foldText('這個週五下午兩點鐘後')).toBe('这个周五下午两点钟后')
})

test.each(['', '🙂\ud800 x', 'İSTANBUL', '明天\u0000', '𝟙月'])('keeps the length of %j', (text) => {
  expect(foldText(text)).toHaveLength(text.length)
})
