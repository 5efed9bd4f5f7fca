// Repeating tasks: RFC 5545 rules read by the rrule package, always in the bank's own wall time.
// The package counts in UTC; wall times are handed to it as if they were UTC and taken back into the zone.

import * as rrule from 'rrule'
import { type BothLanguages, say } from '../../../cards/kit/index.ts'
import { dayOf, instantOf, timeOf, wallOf } from '../../core/calendar.ts'
import type { DueTime } from './task.ts'

// Node sees the CommonJS build, whose names hang on its default; a bundler sees the ES build, whose names are its own.
const { RRule }: Pick<typeof rrule, 'RRule'> = 'RRule' in rrule ? rrule : Reflect.get(rrule, 'default')

/** Time of day from which a repeating task without a clock time counts. */
const DAY_START = '09:00'

/** A repetition and what is left of its rule after it. */
export interface Occurrence extends DueTime {
  readonly repeat: string | null
}

/** Whether a text is a rule that repeats daily or less often; more often is no task but a nuisance. */
export function isRepeat(rule: string): boolean {
  try {
    const { freq } = RRule.parseString(rule)
    return (
      freq !== undefined && freq <= RRule.DAILY && new RRule(RRule.parseString(rule)).options.interval >= 1
    )
  } catch {
    return false
  }
}

/** The first occurrence of a rule that lies ahead, for a task of which no first time was said. */
export function firstOccurrence(rule: string, now: Date, zone: string): Occurrence | null {
  const start = `${dayOf(now, zone)}T${DAY_START}`
  const found = new RRule({ ...RRule.parseString(rule), dtstart: asUtc(start) }).after(
    asUtc(wallOf(now, zone)),
    true,
  )
  return found === null ? null : { dueAt: null, dueOn: found.toISOString().slice(0, 10), repeat: rule }
}

/** The occurrence after the one that a task stands for, no earlier than now; null where the rule has ended. */
export function nextOccurrence(
  task: DueTime & { readonly repeat: string | null },
  now: Date,
  zone: string,
): Occurrence | null {
  if (task.repeat === null || task.dueOn === null) return null
  const options = RRule.parseString(task.repeat)
  const time = task.dueAt === null ? DAY_START : timeOf(task.dueAt, zone)
  const start = asUtc(`${task.dueOn}T${time}`)
  const rule = new RRule({ ...options, dtstart: start })
  const from = new Date(Math.max(start.getTime(), asUtc(wallOf(now, zone)).getTime()))
  const found = rule.after(from, false)
  if (found === null) return null
  const dueOn = found.toISOString().slice(0, 10)
  const left =
    options.count == null
      ? task.repeat
      : RRule.optionsToString({ ...options, count: options.count - passed(rule, start, found) })
  return {
    dueOn,
    dueAt: task.dueAt === null ? null : instantOf(`${dueOn}T${time}`, zone),
    repeat: left.replace(/^RRULE:/, ''),
  }
}

function passed(rule: rrule.RRule, start: Date, found: Date): number {
  return rule.between(start, found, true).filter((date) => date < found).length
}

function asUtc(wall: string): Date {
  return new Date(`${wall}:00Z`)
}

const DAYS_ZH = ['一', '二', '三', '四', '五', '六', '日'] as const

/** A rule in words: 每周一, 每月5日, every week on Monday. */
export function showRepeat(rule: string): BothLanguages {
  const { options } = new RRule(RRule.parseString(rule))
  const every = options.interval > 1 ? `每${options.interval}` : '每'
  const english = new RRule(RRule.parseString(rule)).toText()
  return say(`${every}${inChinese(options)}`, english)
}

function inChinese({ freq, interval, byweekday, bymonthday, bynmonthday, bynweekday }: Options): string {
  const days = (byweekday ?? []).map((day) => DAYS_ZH[day]).join('、')
  switch (freq) {
    case RRule.DAILY:
      return '天'
    case RRule.WEEKLY:
      if (days === '一、二、三、四、五' && interval === 1) return '个工作日（周一至周五）'
      return interval > 1 ? `周的周${days}` : `周${days}`
    case RRule.MONTHLY:
      return `${interval > 1 ? '个' : ''}月${[
        ...bymonthday.map((day) => `${day}日`),
        ...bynmonthday.map((day) => (day === -1 ? '最后一天' : `倒数第${-day}天`)),
        ...(bynweekday ?? []).map(([day = 0, nth = 1]) =>
          nth < 0 ? `最后一个周${DAYS_ZH[day]}` : `第${nth}个周${DAYS_ZH[day]}`,
        ),
      ].join('、')}`
    default:
      return '年'
  }
}

type Options = rrule.RRule['options']
