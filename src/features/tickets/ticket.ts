// What a request is: its number, which kinds ask for a decision, its way from open to closed. Pure.

import { addDays, dayOf, instantOf } from '../../core/calendar.ts'
import { isWorkingDay } from '../../schedule/working-calendar.ts'
import type { tickets } from './schema.ts'

export type Ticket = typeof tickets.$inferSelect
export type TicketKind = Ticket['kind']
export type Urgency = Ticket['urgency']

export const KINDS = ['complaint', 'inquiry', 'service', 'rate', 'contract', 'expense'] as const
export const URGENCIES = ['low', 'normal', 'high', 'urgent'] as const

/** Kinds that a supervisor decides; the others are worked on. */
const DECIDED: readonly TicketKind[] = ['rate', 'contract', 'expense']

/** Working days until the end of which a request should be done, where nobody said. */
const WORKING_DAYS: Readonly<Record<Urgency, number>> = { urgent: 1, high: 2, normal: 3, low: 5 }
const CLOSE_OF_BUSINESS = '18:00'
/** The course of a request is kept in one text; older lines give way to newer ones. */
const MOST_COURSE = 4000

/** Whether requests of this kind ask for a decision. */
export function needsApproval(kind: TicketKind): boolean {
  return DECIDED.includes(kind)
}

/** The number as people write it: T1024. */
export function showNumber(ticket: Pick<Ticket, 'number'>): string {
  return `T${ticket.number}`
}

/** Reads a number as written: T1024, t1024, #1024, 工单1024, 1024; null where it is none. */
export function parseTicketNumber(said: string): number | null {
  const [, digits] = /^(?:工单|ticket)?\s*[T#]?\s*(\d{1,9})$/i.exec(said.normalize('NFKC').trim()) ?? []
  return digits === undefined ? null : Number(digits)
}

/** When a request is due where nobody said: the close of business so many working days on. */
export function defaultDueAt(urgency: Urgency, now: Date, zone: string): Date {
  let day = dayOf(now, zone)
  for (let left = WORKING_DAYS[urgency]; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return instantOf(`${day}T${CLOSE_OF_BUSINESS}`, zone)
}

/** Whether it should have been done by now and is not. */
export function isOverdue({ status, dueAt }: Pick<Ticket, 'status' | 'dueAt'>, now: Date): boolean {
  return (status === 'open' || status === 'waiting') && dueAt !== null && dueAt < now
}

/** Whether it can be worked on: not before its decision, not after its end. */
export function isInHand({ status }: Pick<Ticket, 'status'>): boolean {
  return status === 'open' || status === 'approved'
}

/** The course with one more line. */
export function addToCourse(course: string | null, line: string): string {
  const lines = course === null ? [line] : [...course.split('\n'), line]
  while (lines.length > 1 && lines.join('\n').length > MOST_COURSE) lines.shift()
  return lines.join('\n')
}

const FRAME_WORDS =
  /(请|帮我|给我|我要|我想|麻烦|新建|新增|创建|提交|发起|登记|开|提|建|报|一个|一张|一笔|个|张|客户|工单|申请|投诉|咨询|业务办理|利率优惠|合同审批|费用|紧急|加急|马上|火速|尽快|优先|普通|类型|ticket|request|complaint|inquiry|expense|contract|new|create|open|urgent|for|an|a|the)/gi

/**
 * The words of a message as the content of a request, where no content was set apart in it: the whole sentence,
 * or null where it says nothing beyond who and what kind.
 */
export function contentOf(text: string, customer: readonly (string | null | undefined)[]): string | null {
  const rest = customer
    .reduce<string>((left, name) => (name ? left.replaceAll(name, '') : left), text)
    .replace(FRAME_WORDS, '')
    .replace(/[\s\p{P}\p{S}\d]|[万亿元千百]/gu, '')
  return [...rest].length < 3 ? null : text.trim()
}
