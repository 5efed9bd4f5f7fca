import { describe, expect, it } from 'vitest'
import {
  APPOINTMENT_LEAD_MS,
  defaultReminder,
  isPast,
  leadOf,
  moveTo,
  snooze,
  type Task,
  titleFit,
  toDueTime,
} from '../../../src/features/tasks/task.ts'

const ZONE = 'Asia/Shanghai'
const now = new Date('2026-11-21T10:00:00+08:00')
const instant = (wall: string) => new Date(`${wall}:00+08:00`)

const task = (change: Partial<Task>): Task => ({
  id: '00000000-0000-7000-8000-000000000000',
  customerId: null,
  assigneeId: 1,
  title: '见面',
  dueAt: null,
  dueOn: null,
  remindAt: null,
  state: 'open',
  doneAt: null,
  priority: 'normal',
  repeat: null,
  followUpId: null,
  createdBy: 1,
  ownerId: 1,
  teamId: 1,
  branchId: 1,
  createdAt: now,
  version: 1,
  ...change,
})

describe('the reminder where nobody said', () => {
  it('is an hour before an appointment, or at it where that hour has passed', () => {
    const due = toDueTime({ on: '2026-11-25', time: '14:00', guessed: false }, ZONE)
    expect(defaultReminder(due, APPOINTMENT_LEAD_MS, now, ZONE)).toEqual(instant('2026-11-25T13:00'))
    const soon = toDueTime({ on: '2026-11-21', time: '10:30', guessed: false }, ZONE)
    expect(defaultReminder(soon, APPOINTMENT_LEAD_MS, now, ZONE)).toEqual(instant('2026-11-21T10:30'))
  })

  it('of a day is at nine, later in a day that has begun, and never in the past', () => {
    expect(defaultReminder({ dueAt: null, dueOn: '2026-11-25' }, 0, now, ZONE)).toEqual(
      instant('2026-11-25T09:00'),
    )
    expect(defaultReminder({ dueAt: null, dueOn: '2026-11-21' }, 0, now, ZONE)).toEqual(
      instant('2026-11-21T14:00'),
    )
    expect(defaultReminder({ dueAt: null, dueOn: '2026-11-20' }, 0, now, ZONE)).toBeNull()
    expect(defaultReminder({ dueAt: null, dueOn: null }, 0, now, ZONE)).toBeNull()
  })

  it('is at the time itself when somebody asks to be reminded at it', () => {
    expect(leadOf('和李先生见面', '和李先生见面')).toBe(APPOINTMENT_LEAD_MS)
    expect(leadOf('和李先生见面', '提醒我3点和李先生见面')).toBe(0)
    expect(leadOf('整理材料', '整理材料')).toBe(0)
  })
})

describe('being past', () => {
  it('is a matter of the minute, or of the whole day', () => {
    expect(isPast({ dueAt: instant('2026-11-21T09:59'), dueOn: '2026-11-21' }, now, ZONE)).toBe(true)
    expect(isPast({ dueAt: null, dueOn: '2026-11-21' }, now, ZONE)).toBe(false)
    expect(isPast({ dueAt: null, dueOn: '2026-11-20' }, now, ZONE)).toBe(true)
    expect(isPast({ dueAt: null, dueOn: null }, now, ZONE)).toBe(false)
  })
})

describe('putting a reminder off', () => {
  it('leaves a later appointment where it is', () => {
    const meeting = task({ dueAt: instant('2026-11-21T14:00'), dueOn: '2026-11-21', remindAt: now })
    expect(snooze(meeting, 'hour', now, ZONE)).toEqual({
      remindAt: instant('2026-11-21T11:00'),
      dueAt: instant('2026-11-21T14:00'),
      dueOn: '2026-11-21',
    })
  })

  it('takes a due time along that would lie before it', () => {
    const call = task({ dueAt: now, dueOn: '2026-11-21', remindAt: now })
    expect(snooze(call, 'morning', now, ZONE)).toEqual({
      remindAt: instant('2026-11-22T09:00'),
      dueAt: instant('2026-11-22T09:00'),
      dueOn: '2026-11-22',
    })
    expect(snooze(task({ dueOn: '2026-11-21' }), 'morning', now, ZONE)).toMatchObject({
      dueAt: null,
      dueOn: '2026-11-22',
    })
  })
})

describe('moving', () => {
  it('keeps the clock time and the lead where only a day is said', () => {
    const meeting = task({
      dueAt: instant('2026-11-22T14:00'),
      dueOn: '2026-11-22',
      remindAt: instant('2026-11-22T13:00'),
    })
    expect(moveTo(meeting, { on: '2026-11-27', time: null, guessed: false }, now, ZONE)).toEqual({
      dueAt: instant('2026-11-27T14:00'),
      dueOn: '2026-11-27',
      remindAt: instant('2026-11-27T13:00'),
    })
  })

  it('takes a clock time that is said', () => {
    const open = task({ dueOn: '2026-11-22' })
    expect(moveTo(open, { on: '2026-11-23', time: '16:30', guessed: false }, now, ZONE)).toEqual({
      dueAt: instant('2026-11-23T16:30'),
      dueOn: '2026-11-23',
      remindAt: instant('2026-11-23T16:30'),
    })
  })
})

describe('the words for a task', () => {
  it.each([
    ['寄发票', '寄发票给王总', 1],
    ['待办里寄发票那条已经', '寄发票', 1],
    ['那个会面', '来网点详谈', 1],
    ['那个约', '来网点详谈', 1],
    ['的预约', '来网点详谈', 1],
    ['那个和约的时间', '来网点详谈', 1],
    ['节约成本的方案', '来网点详谈', 0],
    ['回电', '给李建国打电话', 1],
    ['周报', '资料收集', 0],
    ['', '资料收集', 0],
  ])('%s fits %s by %d', (said, title, fit) => {
    expect(titleFit(said, title)).toBe(fit)
  })

  it('fit roughly where only part of them is there, which is asked about', () => {
    const fit = titleFit('核对资料', '核对李建国的资料')
    expect(fit).toBeGreaterThanOrEqual(0.5)
    expect(fit).toBeLessThan(1)
  })
})
