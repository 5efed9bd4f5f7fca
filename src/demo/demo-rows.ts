// Every row of the demo bank that belongs to a customer: portfolios of the relationship managers and their histories.

import type { Employee } from '../features/people/store.ts'
import type { Sealer } from '../storage/seal.ts'
import { type CustomerNameRow, type CustomerRow, toCustomerRow, toNameRows } from './customer-rows.ts'
import {
  createPortfolioMaker,
  LI_LEI_NAMED,
  LIU_YANG_NAMED,
  type PlainCustomer,
  type PortfolioPlan,
  WANG_MIN_NAMED,
} from './demo-customers.ts'
import {
  type FollowUpRow,
  makeFollowUps,
  makeOpportunity,
  makeTask,
  makeTicket,
  type OpportunityRow,
  type Ownership,
  type TaskRow,
  type TicketRow,
  type Today,
} from './demo-history.ts'
import {
  type ApprovalRow,
  type HoldingRow,
  makeHolding,
  makeMainStory,
  makeRateTicket,
} from './demo-stories.ts'
import { openRandom, type Random } from './random.ts'

/** Rows by table. */
export interface BankRows {
  readonly customers: CustomerRow[]
  readonly customerNames: CustomerNameRow[]
  readonly holdings: HoldingRow[]
  readonly followUps: FollowUpRow[]
  readonly opportunities: OpportunityRow[]
  readonly tickets: TicketRow[]
  readonly approvals: ApprovalRow[]
  readonly tasks: TaskRow[]
}

/** The demo bank is the same bank every time. */
const SEED = 20_261_121
/** Days, from the day of loading, on which the first tasks of a portfolio fall due. */
const TASK_DAYS = [-1, 0, 0, 1, 3] as const

/** Who owns how many customers, and who decides on their requests. */
const PORTFOLIOS: readonly (PortfolioPlan & {
  readonly account: string
  readonly approver: string | null
})[] = [
  { account: 'ou_wangmin', approver: 'ou_zhaoqiang', named: WANG_MIN_NAMED, persons: 45, companies: 7 },
  { account: 'ou_lilei', approver: 'ou_zhaoqiang', named: LI_LEI_NAMED, persons: 34, companies: 4 },
  { account: 'ou_liuyang', approver: 'ou_qianli', named: LIU_YANG_NAMED, persons: 35, companies: 4 },
  { account: 'ou_chenjing', approver: null, named: [], persons: 0, companies: 20 },
]

/** Makes every row. `people` are the employees by account. */
export async function makeBankRows(
  sealer: Sealer,
  people: ReadonlyMap<string, Employee>,
  today: Today,
): Promise<BankRows> {
  const random = openRandom(SEED)
  const makePortfolio = createPortfolioMaker(random, today.day)
  const rows = emptyRows()
  for (const plan of PORTFOLIOS) {
    const owned = toOwnership(people.get(plan.account))
    const portfolio = makePortfolio(plan)
    if (plan.approver !== null)
      addRateTickets(
        rows,
        { random, today, owned, approverId: people.get(plan.approver)?.id ?? owned.ownerId },
        portfolio,
      )
    addHistories(rows, { random, today, owned }, portfolio)
    const lastContacts = lastContactByCustomer(rows.followUps)
    const sealed = await Promise.all(
      portfolio.map((customer) => toCustomerRow(sealer, customer, owned, today)),
    )
    rows.customers.push(...sealed.map((row) => ({ ...row, lastContactAt: lastContacts.get(row.id) ?? null })))
    rows.customerNames.push(...portfolio.flatMap((customer) => toNameRows(customer, owned)))
  }
  return rows
}

interface Making {
  readonly random: Random
  readonly today: Today
  readonly owned: Ownership
}

// The named customer 王建军 asks first, so the first number of the bank, T1024, is a request that waits for 赵强.
function addRateTickets(
  rows: BankRows,
  { random, today, owned, approverId }: Making & { approverId: number },
  portfolio: readonly PlainCustomer[],
): void {
  const asking = portfolio.find(({ name }) => name === '王建军')
  const decided = portfolio
    .slice(10, 13)
    .map((customer, index) => ({ customer, daysAgo: 20 + index * 31, waits: false }))
  const waiting = asking === undefined ? [] : [{ customer: asking, daysAgo: 1, waits: true }]
  for (const request of [...waiting, ...decided]) {
    const { ticket, approval } = makeRateTicket(random, today, { ...request, owned, approverId })
    rows.tickets.push(ticket)
    rows.approvals.push(approval)
  }
}

function addHistories(
  rows: BankRows,
  { random, today, owned }: Making,
  portfolio: readonly PlainCustomer[],
): void {
  const unnamed = portfolio.filter(({ name }) => !NAMED.has(name))
  for (const customer of portfolio) {
    if (customer.name === MAIN) {
      const story = makeMainStory(random, today, customer, owned)
      rows.holdings.push(story.holding)
      rows.opportunities.push(story.opportunity)
      rows.followUps.push(...story.followUps)
    } else rows.followUps.push(...makeFollowUps(random, today, customer, owned))
  }
  for (const customer of unnamed) {
    if (random.chance(0.6)) rows.holdings.push(makeHolding(random, today, customer, owned))
    if (random.chance(0.5)) rows.opportunities.push(makeOpportunity(random, today, customer, owned))
    if (random.chance(0.35)) rows.tickets.push(makeTicket(random, today, customer, owned))
  }
  const due = unnamed.slice(0, TASK_DAYS.length)
  rows.tasks.push(
    ...due.map((customer, index) => makeTask(random, today, customer, owned, TASK_DAYS[index] ?? 0)),
  )
}

const MAIN = '李建国'
/** What a script says about these customers must not meet anything that was made up. */
const NAMED = new Set([...WANG_MIN_NAMED, ...LI_LEI_NAMED, ...LIU_YANG_NAMED].map(({ name }) => name))

function lastContactByCustomer(followUps: readonly FollowUpRow[]): ReadonlyMap<string, Date> {
  const last = new Map<string, Date>()
  for (const { customerId, happenedAt } of followUps) {
    const known = last.get(customerId)
    if (known === undefined || known < happenedAt) last.set(customerId, happenedAt)
  }
  return last
}

function toOwnership(employee: Employee | undefined): Ownership {
  if (employee?.teamId == null || employee.branchId === null)
    throw new Error('an owner of customers needs a team and a branch')
  return { ownerId: employee.id, teamId: employee.teamId, branchId: employee.branchId }
}

function emptyRows(): BankRows {
  return {
    customers: [],
    customerNames: [],
    holdings: [],
    followUps: [],
    opportunities: [],
    tickets: [],
    approvals: [],
    tasks: [],
  }
}
