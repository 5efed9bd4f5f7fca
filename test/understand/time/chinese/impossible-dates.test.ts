// Dates that no calendar has, whole and in part, beside those that it has.
import { describe } from 'vitest'
import { testNoTime, testTable } from '../read-aloud.ts'

describe('dates that there are not', () => {
  testNoTime([
    '14月3日',
    '2026年15月',
    '2025年4月39日',
    '0月12日',
    '本月0号',
    '下个月45号',
    '十四月初三',
    '四十三点',
  ])

  testTable([
    ['12月31日', '12月31日', '2026-12-31'],
    ['2027年1月', '2027年1月', '2027-01-01 → 2027-01-31'],
    ['下个月10号', '下个月10号', '2026-12-10'],
    ['二十三点', '二十三点', '2026-11-18T23:00'],
  ])
})
