// What a task is, and the rules about its times and its rank. Pure: no database, no clock of its own.

import type { JsonObject } from '../../../cards/kit/index.ts'
import { addDays, dayOf, instantOf, type SaidTime } from '../../core/calendar.ts'
import type { tasks } from './schema.ts'

export type Task = typeof tasks.$inferSelect

/** A task with the names that its lines show; null where the reader may not see the customer. */
export interface TaskLine {
  readonly task: Task
  readonly customerName: string | null
  readonly assigneeName: string | null
}

/** When a task is due: an instant with its day, a day alone, or open. */
export interface DueTime {
  readonly dueAt: Date | null
  readonly dueOn: string | null
}

const HOUR_MS = 3_600_000
/** When a day without a clock time is reminded of; the later ones where the day has already begun. */
const DAY_REMINDERS = ['09:00', '14:00', '17:00'] as const
/** When 明早 is. */
const MORNING = '09:00'

/** The due time that was said. */
export function toDueTime({ on, time }: SaidTime, zone: string): DueTime {
  return { dueOn: on, dueAt: time === null ? null : instantOf(`${on}T${time}`, zone) }
}

/** Whether the due time has passed: the instant, or the whole day where only that is known. */
export function isPast({ dueAt, dueOn }: DueTime, now: Date, zone: string): boolean {
  if (dueAt !== null) return dueAt < now
  return dueOn !== null && dueOn < dayOf(now, zone)
}

/** Whether an open task is overdue. */
export function isOverdue(task: Task, now: Date, zone: string): boolean {
  return task.state === 'open' && isPast(task, now, zone)
}

/**
 * When to remind where nobody said: `leadMs` before the due instant, or at it where that has passed; on a day without
 * a clock time at nine. Null where nothing of it lies ahead.
 */
export function defaultReminder(due: DueTime, leadMs: number, now: Date, zone: string): Date | null {
  const ahead = (instant: Date) => instant >= now
  if (due.dueAt !== null) return [new Date(due.dueAt.getTime() - leadMs), due.dueAt].find(ahead) ?? null
  const { dueOn } = due
  if (dueOn === null) return null
  return DAY_REMINDERS.map((time) => instantOf(`${dueOn}T${time}`, zone)).find(ahead) ?? null
}

/** Appointments are reminded of an hour before, so that there is time to go. */
export const APPOINTMENT_LEAD_MS = HOUR_MS

const APPOINTMENT =
  /见面|会面|面谈|详谈|拜访|走访|上门|来网点|来行|来访|会议|开会|例会|约见|吃饭|饭局|午餐|晚餐|面签|签约|演示|\b(meet|meeting|visit|appointment|lunch|dinner|demo)\b/i

/** How long before its time a task with this title is reminded of; a plain "remind me at" is at its time. */
export function leadOf(title: string, said: string): number {
  return APPOINTMENT.test(title) && !/提醒|题醒|remind/i.test(said) ? APPOINTMENT_LEAD_MS : 0
}

/** The times of a task whose reminder was put off; a due time that would lie before the reminder moves with it. */
export function snooze(
  task: Task,
  by: 'hour' | 'morning',
  now: Date,
  zone: string,
): { readonly remindAt: Date } & DueTime {
  const remindAt =
    by === 'hour'
      ? new Date(now.getTime() + HOUR_MS)
      : instantOf(`${addDays(dayOf(now, zone), 1)}T${MORNING}`, zone)
  const remindOn = dayOf(remindAt, zone)
  const dueAt = task.dueAt !== null && task.dueAt < remindAt ? remindAt : task.dueAt
  const dueOn = dueAt === null ? laterDay(task.dueOn, remindOn) : dayOf(dueAt, zone)
  return { remindAt, dueAt, dueOn }
}

function laterDay(day: string | null, other: string): string {
  return day === null || day < other ? other : day
}

/** The times of a task that was moved; a clock time and a lead that it had are kept where nothing else was said. */
export function moveTo(
  task: Task,
  said: SaidTime,
  now: Date,
  zone: string,
): { readonly remindAt: Date | null } & DueTime {
  const kept = said.time === null && task.dueAt !== null ? keepClockTime(task.dueAt, said.on, zone) : null
  const due = kept ?? toDueTime(said, zone)
  const lead =
    task.dueAt !== null && task.remindAt !== null ? task.dueAt.getTime() - task.remindAt.getTime() : 0
  return { ...due, remindAt: defaultReminder(due, Math.max(0, lead), now, zone) }
}

function keepClockTime(dueAt: Date, on: string, zone: string): DueTime {
  const time =
    instantOf(on, zone).getTime() + (dueAt.getTime() - instantOf(dayOf(dueAt, zone), zone).getTime())
  return { dueAt: new Date(time), dueOn: on }
}

/** The columns that an undo brings back, as JSON. */
export function toBefore(task: Task): JsonObject {
  return {
    title: task.title,
    dueAt: task.dueAt?.toISOString() ?? null,
    dueOn: task.dueOn,
    remindAt: task.remindAt?.toISOString() ?? null,
    state: task.state,
    doneAt: task.doneAt?.toISOString() ?? null,
    priority: task.priority,
    repeat: task.repeat,
  }
}

/** Words for the same kind of deed, which people mix: an appointment is a meeting is a visit. */
const CALL = /电话|回电|致电|来电|通话|\b(call|phone|ring)\b/i
/** An appointment is also spoken of without saying what it is for. */
const SOME_APPOINTMENT = new RegExp(`${APPOINTMENT.source}|预约|约会|约好?的?(时间)?$`, 'i')
const KINDS = [
  { named: APPOINTMENT, said: SOME_APPOINTMENT },
  { named: CALL, said: CALL },
] as const

/** How well the words of a person fit a title, 0 to 1; words that only name the kind of deed fit every title of it. */
export function titleFit(said: string, title: string): number {
  const words = plain(said)
  const whole = plain(title)
  if (words === '' || whole === '') return 0
  if (whole.includes(words) || words.includes(whole)) return 1
  if (KINDS.some((kind) => kind.named.test(title) && kind.said.test(said) && saysOnly(said, kind.said)))
    return 1
  const known = new Set(pairsOf(whole))
  const pairs = pairsOf(words)
  return pairs.filter((pair) => known.has(pair)).length / pairs.length
}

/** Whether words say nothing but the kind; one character more is a preposition. */
function saysOnly(words: string, kind: RegExp): boolean {
  return plain(words.replace(kind, '')).length < 2
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(任务|待办里?|提醒|那个|那条|这个|这条|已经|\b(the|task|todo|reminder|my|as|to|a)\b)/g, '')
    .replace(/[\s\p{P}的]/gu, '')
}

function pairsOf(text: string): readonly string[] {
  const characters = [...text]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}
