// What is kept of a message that was not understood.

import { describe, expect, it } from 'vitest'
import { stripPersonalData } from '../../src/understand/gap.ts'

describe('a message for the gap list', () => {
  it.each([
    ['把张伟13900001111的单子处理下', '把[name][phone]的单子处理下'],
    ['C000123怎么回事', '[code]怎么回事'],
    ['call Mr Li at +86 139 0000 1111', 'call [name] at [phone]'],
    ['发到a.b@c.com', '发到[email]'],
    ['卡号6222021234567890123', '卡号[number]'],
    ['身份证13020319900101123X', '身份证[number]'],
    ['他电话一三九八七六五零四二一', '他电话[number]'],
    ['他电话１３９ 8765-0421', '他电话[phone]'],
    ['周一三点、周五四点都行', '周一三点、周五四点都行'],
  ])('%s loses its people', (text, kept) => {
    expect(stripPersonalData(text)).toBe(kept)
  })

  it('loses the names that the caller knows', () => {
    expect(stripPersonalData('温馨那边咋整', ['温馨'])).toBe('[name]那边咋整')
  })

  it('keeps the wording that is to be learnt from', () => {
    expect(stripPersonalData('把上周的单子捋一捋')).toBe('把上周的单子捋一捋')
  })
})
