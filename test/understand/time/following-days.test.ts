// Days counted from the one that was named before them.
import { describe } from 'vitest'
import { testNoTime, testTable } from './read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['晚上十点到第二天早上六点', '晚上十点到第二天早上六点', '2026-11-18T22:00 → 2026-11-19T06:00'],
    ['今晚10点到次日6点', '今晚10点到次日6点', '2026-11-18T22:00 → 2026-11-19T06:00'],
    ['晚上8点至翌日凌晨2点', '晚上8点至翌日凌晨2点', '2026-11-18T20:00 → 2026-11-19T02:00'],
    ['周五22:00-次日06:00', '周五22:00-次日06:00', '2026-11-20T22:00 → 2026-11-21T06:00'],
    ['明晚11点到隔天早上5点', '明晚11点到隔天早上5点', '2026-11-19T23:00 → 2026-11-20T05:00'],
    ['20号下午2点到第二天上午10点', '20号下午2点到第二天上午10点', '2026-11-20T14:00 → 2026-11-21T10:00'],
    ['11月30号到次日', '11月30号到次日', '2026-11-30 → 2026-12-01'],
    ['10pm to 6am the next day', '10pm to 6am the next day', '2026-11-18T22:00 → 2026-11-19T06:00'],
    [
      'Friday 10pm till 6 the next morning',
      'Friday 10pm till 6 the next morning',
      '2026-11-20T22:00 → 2026-11-21T06:00',
    ],
    ['次日返回', '次日', '2026-11-19'],
    ['the following day', 'the following day', '2026-11-19'],
  ])

  testNoTime(['等到第二天再说', '第三天上午', 'next day delivery'])
})
