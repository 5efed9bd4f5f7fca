import { describe, expect, it } from 'vitest'
import {
  parseAmount,
  showAmount,
  showAmountHere,
  showAmountRange,
  toFen,
  toYuan,
} from '../../src/features/money.ts'

describe('amounts', () => {
  it('go from yuan to fen and back without losing a fen', () => {
    expect(toFen(500_000)).toBe(50_000_000n)
    expect(toFen(0.29)).toBe(29n)
    expect(toYuan(50_000_001n)).toBe(500_000.01)
  })

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, 1e20])('refuse %d', (yuan) => {
    expect(() => toFen(yuan)).toThrow(RangeError)
  })

  it.each([
    [50_000_000n, '50万', '¥500K'],
    [12_000_000_000n, '1.2亿', '¥120M'],
    [1_234_560n, '12,345.60元', '¥12,345.60'],
    [123_450_000n, '123.45万', '¥1,234.5K'],
    [12_345_000_000n, '12,345万', '¥123.45M'],
    [1_234_567_89n, '1,234,567.89元', '¥1,234,567.89'],
    [300_000n, '3,000元', '¥3K'],
    [0n, '0元', '¥0'],
    [-50_000_000n, '-50万', '-¥500K'],
    [10_000_000_000_000n, '1,000亿', '¥100B'],
  ])('%d fen reads %s', (fen, zh, en) => {
    expect(showAmount(fen)).toEqual({ zh, en })
  })

  it.each([
    ['50万', 50_000_000n],
    ['50w', 50_000_000n],
    ['1.2亿', 12_000_000_000n],
    ['300k', 30_000_000n],
    ['500,000', 50_000_000n],
    ['￥500000元', 50_000_000n],
    ['３千', 300_000n],
  ])('%s is read from a form', (typed, fen) => {
    expect(parseAmount(typed)).toBe(fen)
  })

  it.each(['', '很多', '-5万', '99999999999亿', '1.2.3'])('%j is no amount', (typed) => {
    expect(parseAmount(typed)).toBeNull()
  })
})

describe('in a group', () => {
  it.each([
    [500_000n, '不足1万'],
    [1_000_000n, '1万–5万'],
    [49_999_999n, '10万–50万'],
    [50_000_000n, '50万–100万'],
    [10_000_000_000n, '1亿以上'],
  ])('%d fen are told as %s', (fen, zh) => {
    expect(showAmountRange(fen).zh).toBe(zh)
  })

  it('amounts become ranges, in private they stay exact', () => {
    expect(showAmountHere({ conversation: { private: false } }, 50_000_000n).en).toBe('¥500K–¥1M')
    expect(showAmountHere({ conversation: { private: true } }, 50_000_000n).en).toBe('¥500K')
  })
})
