import { describe, expect, it } from 'vitest'
import { isWorkingDay, latestDue, nextDue } from '../../src/schedule/working-calendar.ts'
import type { Cadence } from '../../src/storage/plumbing-schema.ts'

const SHANGHAI = 'Asia/Shanghai'
const morning: Cadence = { every: 'working_day', time: '08:30', missed: 'once' }
const at = (wall: string) => new Date(`${wall}:00+08:00`)

describe('the working calendar', () => {
  it.each([
    ['2026-11-20', true, 'an ordinary Friday'],
    ['2026-11-21', false, 'an ordinary Saturday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'the last day of the National Day week, a Wednesday'],
    ['2026-10-08', true, 'the day after it'],
    ['2026-10-10', true, 'a Saturday that makes up for it'],
    ['2026-02-28', true, 'a Saturday that makes up for the Spring Festival'],
    ['2027-10-01', false, 'National Day of a year that is not announced yet'],
  ])('says of %s whether people work: %s, %s', (day, works) => {
    expect(isWorkingDay(day)).toBe(works)
  })
})

describe('the next due time', () => {
  it.each<[string, Cadence, string, string]>([
    ['later the same day', morning, '2026-11-20T08:29', '2026-11-20T08:30'],
    ['strictly after the due time itself', morning, '2026-11-20T08:30', '2026-11-23T08:30'],
    ['across the National Day week', morning, '2026-09-30T09:00', '2026-10-08T08:30'],
    ['on a make-up Saturday', morning, '2026-10-09T09:00', '2026-10-10T08:30'],
    ['every day, free days too', { ...morning, every: 'day' }, '2026-10-01T09:00', '2026-10-02T08:30'],
    ['on its weekday', { ...morning, every: 'week', weekday: 1 }, '2026-11-21T10:00', '2026-11-23T08:30'],
    [
      'a week on where the hour has passed',
      { ...morning, every: 'week', weekday: 6 },
      '2026-11-21T10:00',
      '2026-11-28T08:30',
    ],
  ])('is %s', (_, cadence, after, due) => {
    expect(nextDue(cadence, at(after), SHANGHAI)).toEqual(at(due))
  })

  it('keeps to the wall clock where summer time begins and ends', () => {
    const daily: Cadence = { every: 'day', time: '08:30', missed: 'once' }
    const before = new Date('2026-03-28T07:30:00Z')
    expect(nextDue(daily, before, 'Europe/Berlin')).toEqual(new Date('2026-03-29T06:30:00Z'))
    expect(nextDue(daily, new Date('2026-10-24T06:30:00Z'), 'Europe/Berlin')).toEqual(
      new Date('2026-10-25T07:30:00Z'),
    )
  })

  it('falls once on a day whose hour is skipped or comes twice', () => {
    const night: Cadence = { every: 'day', time: '02:30', missed: 'once' }
    const skipped = nextDue(night, new Date('2026-03-28T12:00:00Z'), 'Europe/Berlin')
    expect(skipped).toEqual(new Date('2026-03-29T01:30:00Z'))
    expect(nextDue(night, skipped, 'Europe/Berlin')).toEqual(new Date('2026-03-30T00:30:00Z'))
    const twice = nextDue(night, new Date('2026-10-24T12:00:00Z'), 'Europe/Berlin')
    expect(twice).toEqual(new Date('2026-10-25T00:30:00Z'))
    expect(nextDue(night, twice, 'Europe/Berlin')).toEqual(new Date('2026-10-26T01:30:00Z'))
  })

  it('refuses a cadence that names no day', () => {
    expect(() =>
      nextDue({ every: 'week', time: '08:30', missed: 'once' }, at('2026-11-21T10:00'), SHANGHAI),
    ).toThrow(RangeError)
  })
})

describe('the latest due time', () => {
  it('is the last of several that were missed', () => {
    expect(latestDue(morning, at('2026-11-16T08:30'), at('2026-11-21T10:00'), SHANGHAI)).toEqual(
      at('2026-11-20T08:30'),
    )
  })

  it('is the one at hand where none was missed', () => {
    expect(latestDue(morning, at('2026-11-20T08:30'), at('2026-11-20T08:30'), SHANGHAI)).toEqual(
      at('2026-11-20T08:30'),
    )
  })
})
