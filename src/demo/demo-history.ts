// What happened with the customers of the demo bank in the last 180 days, as plain values: contacts, possible sales,
// requests, things to do. Everything is told relative to the day of loading.

import { addDays, instantOf } from '../core/calendar.ts'
import type { followUps } from '../features/follow-ups/schema.ts'
import { showAmount } from '../features/money.ts'
import type { opportunities } from '../features/opportunities/schema.ts'
import type { tasks } from '../features/tasks/schema.ts'
import type { tickets } from '../features/tickets/schema.ts'
import type { Random } from './random.ts'

/** The owner of a customer, with everything by which a row belongs to them. */
export interface Ownership {
  readonly ownerId: number
  readonly teamId: number
  readonly branchId: number
}

/** A customer with an owner, as far as a history needs it. */
export interface HistorySubject {
  readonly id: string
  readonly name: string
  readonly ageDays: number
}

/** The present of the loading. */
export interface Today {
  readonly day: string
  readonly zone: string
}

export type FollowUpRow = typeof followUps.$inferInsert
export type OpportunityRow = typeof opportunities.$inferInsert
export type TicketRow = typeof tickets.$inferInsert & { readonly id: string }
export type TaskRow = typeof tasks.$inferInsert

const WAN_FEN = 1_000_000n
const HISTORY_DAYS = 180
const CHANNELS = [
  'phone',
  'phone',
  'phone',
  'wechat',
  'wechat',
  'visit',
  'branch',
  'video',
  'sms',
  'email',
] as const
const SOLD = [
  '大额存单',
  '结构性存款',
  '稳盈理财',
  '国债',
  '个人经营贷',
  '住房按揭贷款',
  '贵金属',
  '信用卡',
  '养老金账户',
] as const
const CONTENTS = [
  (product: string) => `介绍了${product}的最新政策，客户表示再考虑。`,
  (product: string) => `客户咨询${product}的利率和期限，已发送产品说明。`,
  (product: string) => `回访${product}的使用情况，客户满意，暂无新需求。`,
  (product: string) => `客户对${product}有兴趣，希望下月资金到位后办理。`,
  () => '节日问候，客户近期工作较忙，约好有空来网点。',
  () => '提醒客户更新证件信息，客户答应本周来网点办理。',
] as const
const LOSS_REASONS = ['利率低于同业', '资金另有安排', '客户暂不需要'] as const
const TICKET_WORDS = {
  complaint: ['手机银行转账失败，客户不满', '网点等候时间过长', '短信提醒未收到'],
  inquiry: ['咨询提前还款流程', '咨询外币兑换额度', '咨询养老金账户转入条件'],
  service: ['申请开具资产证明', '变更预留手机号', '补办银行卡'],
} as const

/** The instant of a clock time in office hours, so many days before the day of loading. */
export function inOfficeHours(random: Random, { day, zone }: Today, daysAgo: number): Date {
  const minute = String(random.between(0, 11) * 5).padStart(2, '0')
  return instantOf(
    `${addDays(day, -daysAgo)}T${String(random.between(9, 17)).padStart(2, '0')}:${minute}`,
    zone,
  )
}

/** Contacts with one customer. */
export function makeFollowUps(
  random: Random,
  today: Today,
  customer: HistorySubject,
  owned: Ownership,
): FollowUpRow[] {
  return Array.from({ length: random.between(1, 7) }, () => {
    const product = random.pick(SOLD)
    const happenedAt = inOfficeHours(random, today, daysAgo(random, customer))
    return {
      id: random.uuid(),
      customerId: customer.id,
      authorId: owned.ownerId,
      channel: random.pick(CHANNELS),
      happenedAt,
      content: random.pick(CONTENTS)(product),
      interest: random.chance(0.3) ? product : null,
      ...owned,
      createdAt: happenedAt,
    }
  })
}

/** One possible sale to a customer, won, lost or open. */
export function makeOpportunity(
  random: Random,
  today: Today,
  customer: HistorySubject,
  owned: Ownership,
): OpportunityRow {
  const stage = random.pick([
    'initial_contact',
    'needs_analysis',
    'needs_analysis',
    'proposal',
    'negotiation',
    'won',
    'won',
    'lost',
  ])
  const begunDaysAgo = daysAgo(random, customer)
  const changedDaysAgo = random.between(1, begunDaysAgo)
  const product = random.pick(SOLD)
  const amountFen = BigInt(random.pick([5, 10, 20, 30, 50, 80, 100, 200])) * WAN_FEN
  const closed = stage === 'won' || stage === 'lost'
  return {
    id: random.uuid(),
    customerId: customer.id,
    name: `${customer.name}-${product}-${showAmount(amountFen).zh}`,
    product,
    amountFen,
    stage,
    closeOn: addDays(today.day, closed ? -changedDaysAgo : random.between(5, 60)),
    reason: stage === 'lost' ? random.pick(LOSS_REASONS) : null,
    stageChangedAt: inOfficeHours(random, today, changedDaysAgo),
    createdBy: owned.ownerId,
    ...owned,
    createdAt: inOfficeHours(random, today, begunDaysAgo),
  }
}

/** One request of a customer; the older ones are closed. */
export function makeTicket(
  random: Random,
  today: Today,
  customer: HistorySubject,
  owned: Ownership,
): TicketRow {
  const kind = random.pick(['complaint', 'inquiry', 'inquiry', 'service', 'service'])
  const begunDaysAgo = daysAgo(random, customer)
  const open = begunDaysAgo <= 5
  return {
    id: random.uuid(),
    customerId: customer.id,
    requesterId: owned.ownerId,
    handlerId: owned.ownerId,
    kind,
    content: random.pick(TICKET_WORDS[kind]),
    urgency: random.pick(['low', 'normal', 'normal', 'high']),
    status: open ? 'open' : random.pick(['resolved', 'closed', 'closed']),
    result: open ? null : '已联系客户并办结。',
    dueAt: inOfficeHours(random, today, begunDaysAgo - 7),
    ...owned,
    createdAt: inOfficeHours(random, today, begunDaysAgo),
  }
}

/** Something to do about a customer, due in the days around the day of loading. */
export function makeTask(
  random: Random,
  today: Today,
  customer: HistorySubject,
  owned: Ownership,
  dueInDays: number,
): TaskRow {
  return {
    id: random.uuid(),
    customerId: customer.id,
    assigneeId: owned.ownerId,
    title: random.pick([`回访${customer.name}`, `给${customer.name}发产品资料`, `约${customer.name}来网点`]),
    dueOn: addDays(today.day, dueInDays),
    createdBy: owned.ownerId,
    ...owned,
    createdAt: inOfficeHours(random, today, 8),
  }
}

/** A day of the customer's time with us, at most 180 days ago. */
function daysAgo(random: Random, { ageDays }: HistorySubject): number {
  return random.between(1, Math.max(1, Math.min(ageDays, HISTORY_DAYS)))
}
