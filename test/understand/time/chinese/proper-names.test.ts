// Names that hold a time and mean none, and the same words where the time is meant.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('names of places, firms and people', () => {
  testNoTime([
    '八一路支行的客户多',
    '网点在五一大街',
    '他住立春小区三单元',
    '六月村的合作社要贷款',
    '十月城的商户',
    '七天连锁酒店想办代发',
    '五月天是乐队',
    '刘冬至来电',
    '请赵国庆补签字',
    '这孩子后天不足',
    '宜春分公司的材料',
    '他住云栖6号公馆',
    '买的是安心3号',
    '第二点要改',
    '我说两点：先还款，再续贷',
  ])

  testTable([
    ['国庆路上会堵车', '国庆', '2027-10-01'],
    ['等国庆再说', '国庆', '2027-10-01'],
    ['刘总中秋前到', '中秋前', '→ 2027-09-14 (before)'],
    ['李磊国庆回来', '国庆', '2027-10-01'],
    ['三月城里办展会', '三月', '2027-03-01 → 2027-03-31'],
  ])
})

describe('numbers of things', () => {
  testNoTime(['窗口3号在左边', '您坐5排8号', '储物柜20号的钥匙丢了'])

  testTable([['车位12号到期', '12号', '2026-12-12']])
})
