// The parts of the demo bank that its scripts rely on: 李建国 with his deposit and opportunity, and ticket T1024.

import { addDays, instantOf } from '../core/calendar.ts'
import type { approvals } from '../features/approvals/schema.ts'
import type { holdings } from '../features/customers/schema.ts'
import {
  type FollowUpRow,
  type HistorySubject,
  inOfficeHours,
  type OpportunityRow,
  type Ownership,
  type TicketRow,
  type Today,
} from './demo-history.ts'
import type { Random } from './random.ts'

export type HoldingRow = typeof holdings.$inferInsert
export type ApprovalRow = typeof approvals.$inferInsert

const WAN_FEN = 1_000_000n
const HELD = ['大额存单', '结构性存款', '稳盈理财', '国债', '个人经营贷', '住房按揭贷款', '贵金属'] as const

/** What 李建国 holds and wants: a deposit that matures in 20 days, and an open opportunity. */
export function makeMainStory(
  random: Random,
  { day, zone }: Today,
  customer: HistorySubject,
  owned: Ownership,
) {
  const holding: HoldingRow = {
    id: random.uuid(),
    customerId: customer.id,
    product: '结构性存款',
    amountFen: 50n * WAN_FEN,
    maturesOn: addDays(day, 20),
    rate: '2.60',
    ...owned,
  }
  const begunAt = instantOf(`${addDays(day, -12)}T10:30`, zone)
  const opportunity: OpportunityRow = {
    id: random.uuid(),
    customerId: customer.id,
    name: `${customer.name}-3年期大额存单-50万`,
    product: '3年期大额存单',
    amountFen: 50n * WAN_FEN,
    stage: 'needs_analysis',
    closeOn: addDays(day, 30),
    stageChangedAt: begunAt,
    createdBy: owned.ownerId,
    ...owned,
    createdAt: begunAt,
  }
  return { holding, opportunity, followUps: makeMainFollowUps(random, { day, zone }, customer, owned) }
}

const MAIN_CONTACTS = [
  {
    daysAgo: 48,
    at: '15:20',
    channel: 'visit',
    content: '上门拜访，客户公司年底有一笔货款回笼，约50万，倾向稳健产品。',
    interest: null,
  },
  {
    daysAgo: 26,
    at: '10:05',
    channel: 'wechat',
    content: '发送大额存单与结构性存款的对比说明，客户希望了解提前支取规则。',
    interest: null,
  },
  {
    daysAgo: 12,
    at: '10:30',
    channel: 'phone',
    content: '客户询问结构性存款到期后的安排，对3年期大额存单感兴趣，关心利率。',
    interest: '3年期大额存单',
  },
] as const

function makeMainFollowUps(
  random: Random,
  { day, zone }: Today,
  customer: HistorySubject,
  owned: Ownership,
): FollowUpRow[] {
  return MAIN_CONTACTS.map(({ daysAgo, at, channel, content, interest }) => {
    const happenedAt = instantOf(`${addDays(day, -daysAgo)}T${at}`, zone)
    return {
      id: random.uuid(),
      customerId: customer.id,
      authorId: owned.ownerId,
      channel,
      happenedAt,
      content,
      interest,
      ...owned,
      createdAt: happenedAt,
    }
  })
}

/** Something that a made-up customer holds. */
export function makeHolding(
  random: Random,
  { day }: Today,
  customer: HistorySubject,
  owned: Ownership,
): HoldingRow {
  const product = random.pick(HELD)
  return {
    id: random.uuid(),
    customerId: customer.id,
    product,
    amountFen: BigInt(random.pick([5, 10, 20, 30, 50, 80, 100, 150, 300])) * WAN_FEN,
    maturesOn: product === '贵金属' ? null : addDays(day, random.between(8, 700)),
    rate: null,
    ...owned,
  }
}

/** Who asks whom for a better rate. */
export interface RateRequest {
  readonly customer: HistorySubject
  readonly owned: Ownership
  readonly approverId: number
  /** Days ago; the newest one still waits. */
  readonly daysAgo: number
  readonly waits: boolean
}

/** A request for a better rate with the decision that was asked for. */
export function makeRateTicket(
  random: Random,
  today: Today,
  request: RateRequest,
): { ticket: TicketRow; approval: ApprovalRow } {
  const { customer, owned, approverId, daysAgo, waits } = request
  const createdAt = inOfficeHours(random, today, daysAgo)
  const decision = waits ? null : random.pick(['approved', 'approved', 'rejected'])
  const ticket: TicketRow = {
    id: random.uuid(),
    customerId: customer.id,
    requesterId: owned.ownerId,
    handlerId: approverId,
    kind: 'rate',
    content: '客户计划存入100万，同业报价较高，申请3年期大额存单利率上浮15个基点。',
    product: '大额存单',
    urgency: 'normal',
    amountFen: 100n * WAN_FEN,
    rateBp: 15,
    status: decision ?? 'waiting',
    dueAt: inOfficeHours(random, today, daysAgo - 3),
    ...owned,
    createdAt,
  }
  const decided = { decision, decidedBy: approverId, decidedAt: inOfficeHours(random, today, daysAgo - 1) }
  const comment = decision === 'rejected' ? '超出本季度优惠额度' : null
  const approval: ApprovalRow = {
    id: random.uuid(),
    ticketId: ticket.id,
    approverId,
    createdAt,
    ...(decision === null ? {} : { ...decided, comment }),
  }
  return { ticket, approval }
}
