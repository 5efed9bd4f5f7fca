// What comes back, in Chinese.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('at Wednesday 18 November 2026, 10:20', () => {
  testTable([
    ['每周一上午九点', '每周一上午九点', 'FREQ=WEEKLY;BYDAY=MO from 2026-11-23T09:00'],
    ['每周一、三、五下午2点', '每周一、三、五下午2点', 'FREQ=WEEKLY;BYDAY=MO,WE,FR from 2026-11-18T14:00'],
    ['每周二和周四', '每周二和周四', 'FREQ=WEEKLY;BYDAY=TU,TH from 2026-11-19'],
    ['每周一至周五早上8点', '每周一至周五早上8点', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-19T08:00'],
    [
      '周一至周五每天上午9点',
      '周一至周五每天上午9点',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-19T09:00',
    ],
    ['工作日每天9点', '工作日每天9点', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-19T09:00'],
    ['每个工作日早上8点半', '每个工作日早上8点半', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-19T08:30'],
    ['每天晚上10点', '每天晚上10点', 'FREQ=DAILY from 2026-11-18T22:00'],
    ['每晚九点', '每晚九点', 'FREQ=DAILY from 2026-11-18T21:00'],
    ['每隔两天', '每隔两天', 'FREQ=DAILY;INTERVAL=2 from 2026-11-18'],
    ['隔周三', '隔周三', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE from 2026-11-18'],
    ['每两周的周五', '每两周的周五', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR from 2026-11-20'],
    ['每月最后一天', '每月最后一天', 'FREQ=MONTHLY;BYMONTHDAY=-1 from 2026-11-30'],
    [
      '每月最后一个工作日',
      '每月最后一个工作日',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 from 2026-11-30',
    ],
    ['每个月1号', '每个月1号', 'FREQ=MONTHLY;BYMONTHDAY=1 from 2026-12-01'],
    ['每月第一个周一', '每月第一个周一', 'FREQ=MONTHLY;BYDAY=1MO from 2026-12-07'],
    ['每逢20号上午10点', '每逢20号上午10点', 'FREQ=MONTHLY;BYMONTHDAY=20 from 2026-11-20T10:00'],
    ['每季度末', '每季度末', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1 from 2026-12-31'],
    ['每年3月15日', '每年3月15日', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15 from 2027-03-15'],
    ['每30分钟', '每30分钟', 'FREQ=MINUTELY;INTERVAL=30 from 2026-11-18'],
    ['每季度第一天', '每季度第一天', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1 from 2027-01-01'],
    ['每周二到周四10点', '每周二到周四10点', 'FREQ=WEEKLY;BYDAY=TU,WE,TH from 2026-11-19T10:00'],
    ['每个月5号和20号', '每个月5号和20号', 'FREQ=MONTHLY;BYMONTHDAY=5,20 from 2026-11-20'],
    ['天天利用午休', '天天', 'FREQ=DAILY from 2026-11-18'],
  ])

  testNoTime(['每个人', '每次拜访', '天天利', '天天盈', '每日经济新闻'])
})
