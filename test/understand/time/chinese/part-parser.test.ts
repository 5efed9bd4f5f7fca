// Parts of the day in Chinese.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['周五晚', '周五晚', '2026-11-20 evening'],
    ['晚8点', '晚8点', '2026-11-18T20:00'],
    ['早9点', '早9点', '2026-11-19T09:00'],
    ['明天一早', '明天一早', '2026-11-19 morning'],
    ['后天傍晚', '后天傍晚', '2026-11-20 evening'],
    ['周一凌晨', '周一凌晨', '2026-11-23T00:00 → 2026-11-23T06:00'],
    ['周四早上', '周四早上', '2026-11-19 morning'],
    ['大清早', '大清早', '2026-11-18 morning'],
    ['明天午饭后', '明天午饭后', '2026-11-19 afternoon'],
    ['后天晚餐之后', '后天晚餐之后', '2026-11-20 evening'],
    ['明天午饭前', '明天午饭前', '→ 2026-11-19T11:00 (before)'],
    ['周五入夜后', '周五入夜后', '2026-11-20 evening'],
    ['明天擦黑', '明天擦黑', '2026-11-19 evening'],
  ])

  testNoTime(['早安', '吃晚饭', '晚辈'])
})
