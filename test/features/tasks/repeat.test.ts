import { describe, expect, it } from 'vitest'
import { firstOccurrence, isRepeat, nextOccurrence, showRepeat } from '../../../src/features/tasks/repeat.ts'

const ZONE = 'Asia/Shanghai'
const now = new Date('2026-11-21T10:00:00+08:00')
const friday = { dueAt: new Date('2026-11-20T15:00:00+08:00'), dueOn: '2026-11-20' }

describe('a repetition', () => {
  it.each(['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=YEARLY'])(
    '%s is one',
    (rule) => {
      expect(isRepeat(rule)).toBe(true)
    },
  )

  it.each(['FREQ=HOURLY', 'FREQ=MINUTELY', 'every day', '', 'FREQ=NEVER'])('%j is none', (rule) => {
    expect(isRepeat(rule)).toBe(false)
  })

  it('begins with the first day that lies ahead', () => {
    expect(firstOccurrence('FREQ=WEEKLY;BYDAY=MO', now, ZONE)?.dueOn).toBe('2026-11-23')
    // It is ten already: today's nine o'clock has passed.
    expect(firstOccurrence('FREQ=DAILY', now, ZONE)?.dueOn).toBe('2026-11-22')
  })

  it('goes on at the same clock time, over a change of summer time too', () => {
    const before = { dueAt: new Date('2026-10-24T09:00:00+02:00'), dueOn: '2026-10-24', repeat: 'FREQ=DAILY' }
    const next = nextOccurrence(before, new Date('2026-10-24T10:00:00+02:00'), 'Europe/Berlin')
    expect(next?.dueAt?.toISOString()).toBe('2026-10-25T08:00:00.000Z')
  })

  it('skips what was missed', () => {
    const late = new Date('2026-11-26T10:00:00+08:00')
    expect(nextOccurrence({ ...friday, repeat: 'FREQ=DAILY' }, late, ZONE)?.dueOn).toBe('2026-11-26')
  })

  it('ends with its count', () => {
    const second = nextOccurrence({ ...friday, repeat: 'FREQ=DAILY;COUNT=2' }, friday.dueAt, ZONE)
    expect(second).toMatchObject({ dueOn: '2026-11-21', repeat: 'FREQ=DAILY;COUNT=1' })
    expect(second && nextOccurrence(second, new Date('2026-11-21T16:00:00+08:00'), ZONE)).toBeNull()
  })

  it.each([
    ['FREQ=DAILY', '每天'],
    ['FREQ=WEEKLY;BYDAY=MO', '每周一'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '每2周的周五'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '每个工作日（周一至周五）'],
    ['FREQ=MONTHLY;BYMONTHDAY=5', '每月5日'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '每月最后一天'],
    ['FREQ=MONTHLY;BYDAY=1MO', '每月第1个周一'],
    ['FREQ=YEARLY', '每年'],
  ])('%s reads %s', (rule, zh) => {
    expect(showRepeat(rule).zh).toBe(zh)
  })
})
