import { describe, expect, it } from 'vitest'
import { repairSlips } from '../../src/understand/slips.ts'

describe('a slip of the input method', () => {
  it.each([
    ['设个题醒', '设个提醒'],
    ['查一下客户手几号', '查一下客户手机号'],
  ])('%s is read as %s', (typed, meant) => {
    expect(repairSlips(typed)).toBe(meant)
  })

  it.each(['安排明天下午3点拜访', '计划明早联系', '安排名单'])(
    'is none where two words meet: %s',
    (typed) => {
      expect(repairSlips(typed)).toBe(typed)
    },
  )
})
