import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  instantOf,
  instantsOf,
  isClockTime,
  isDay,
  monthOf,
  parseSaidTime,
  showDay,
  showMoment,
  showMomentShort,
  showSpan,
  timeOf,
  wallOf,
  weekdayOf,
  weekOf,
} from '../../src/core/calendar.ts'

const ZONE = 'Asia/Shanghai'

describe('instants and wall times', () => {
  it('is already the next day in Shanghai while it is evening in London', () => {
    const instant = new Date('2026-11-24T16:30:00Z')
    expect(dayOf(instant, ZONE)).toBe('2026-11-25')
    expect(dayOf(instant, 'Europe/London')).toBe('2026-11-24')
    expect(timeOf(instant, ZONE)).toBe('00:30')
    expect(wallOf(instant, ZONE)).toBe('2026-11-25T00:30')
  })

  it('turns a wall time, a picked moment and a bare day into instants', () => {
    expect(instantOf('2026-11-25T14:00', ZONE).toISOString()).toBe('2026-11-25T06:00:00.000Z')
    expect(instantOf('2026-11-25 14:00', ZONE).toISOString()).toBe('2026-11-25T06:00:00.000Z')
    expect(instantOf('2026-11-25', ZONE).toISOString()).toBe('2026-11-24T16:00:00.000Z')
  })

  it('moves a wall time on that the zone skips, and takes the first of one that it has twice', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(instantOf('2026-10-25T02:30', 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })

  it('refuses what is no wall time', () => {
    expect(() => instantOf('2026-13-01T10:00', ZONE)).toThrow(RangeError)
  })

  it('bounds a span of days by the instants at which it begins and has ended', () => {
    const { from, before } = instantsOf({ from: '2026-11-23', to: '2026-11-29' }, ZONE)
    expect([from.toISOString(), before.toISOString()]).toEqual([
      '2026-11-22T16:00:00.000Z',
      '2026-11-29T16:00:00.000Z',
    ])
  })
})

describe('days', () => {
  it('counts over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(daysBetween('2026-11-21', '2026-12-01')).toBe(10)
    expect(daysBetween('2026-12-01', '2026-11-21')).toBe(-10)
  })

  it('begins weeks on Monday', () => {
    expect(weekdayOf('2026-11-22')).toBe(7)
    expect(weekOf('2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' })
    expect(monthOf('2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  })

  it('knows which days and clock times exist', () => {
    expect(['2026-02-29', '2026-2-1', '2028-02-29', 'x'].map(isDay)).toEqual([false, false, true, false])
    expect(['23:59', '24:00', '9:00'].map(isClockTime)).toEqual([true, false, false])
  })
})

describe('times as they were said', () => {
  it.each([
    ['2026-11-25T14:00', { on: '2026-11-25', time: '14:00', guessed: false }],
    ['2026-11-25 14:00', { on: '2026-11-25', time: '14:00', guessed: false }],
    ['2026-11-25', { on: '2026-11-25', time: null, guessed: false }],
    ['2026-11-25 afternoon', { on: '2026-11-25', time: '15:00', guessed: true }],
    ['2026-11-25 morning', { on: '2026-11-25', time: '09:00', guessed: true }],
    ['2026-11-25 noon', { on: '2026-11-25', time: '12:00', guessed: true }],
    ['2026-11-25 evening', { on: '2026-11-25', time: '19:00', guessed: true }],
  ])('reads %s', (said, read) => {
    expect(parseSaidTime(said)).toEqual(read)
  })

  it.each(['', 'soon', '2026-11-31', '2026-11-25T25:00', '2026-11-25 sometime'])(
    'does not read %j',
    (said) => {
      expect(parseSaidTime(said)).toBeNull()
    },
  )
})

describe('showing', () => {
  const now = new Date('2026-11-21T10:00:00+08:00')

  it('names near days, and others with their weekday', () => {
    expect(showDay('2026-11-22', '2026-11-21')).toEqual({ zh: '明天', en: 'tomorrow' })
    expect(showDay('2026-11-25', '2026-11-21')).toEqual({ zh: '11月25日（周三）', en: 'Wed 25 Nov' })
    expect(showDay('2027-01-04', '2026-11-21')).toEqual({ zh: '2027年1月4日（周一）', en: 'Mon 4 Jan 2027' })
  })

  it('gives moments with the whole day, or short', () => {
    const at = new Date('2026-11-21T14:00:00+08:00')
    expect(showMoment(at, ZONE, now)).toEqual({ zh: '11月21日（周六）14:00', en: 'Sat 21 Nov 14:00' })
    expect(showMomentShort(at, ZONE, now)).toEqual({ zh: '今天 14:00', en: 'today 14:00' })
  })

  it('gives spans', () => {
    expect(showSpan({ from: '2026-11-01', to: '2026-11-30' }, '2026-11-21')).toEqual({
      zh: '11月1日至11月30日',
      en: '1 Nov to 30 Nov',
    })
    expect(showSpan({ from: '2026-11-21', to: '2026-11-21' }, '2026-11-21')).toEqual({
      zh: '今天',
      en: 'today',
    })
  })
})
