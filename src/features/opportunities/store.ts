// Queries for opportunities and the changes to them, each with its audit. Row-level security decides which exist.

import { and, asc, count, desc, eq, gte, inArray, lt, lte, type SQL, sql, sum } from 'drizzle-orm'
import { z } from 'zod'
import type { JsonObject } from '../../../cards/kit/index.ts'
import { type DaySpan, instantsOf } from '../../core/calendar.ts'
import { Refusal } from '../../core/errors.ts'
import type { UndoStep } from '../../core/outcome.ts'
import { builtOnce } from '../../storage/built-statement.ts'
import type { Database } from '../../storage/database.ts'
import type { Turn } from '../../storage/turn.ts'
import { customers } from '../customers/schema.ts'
import { isClosed, makeName, OPEN_STAGES, type Opportunity, STAGES, type Stage } from './opportunity.ts'
import { sameProduct } from './product-names.ts'
import { opportunities } from './schema.ts'

/** An opportunity with the name of its customer. */
export interface OpportunityLine {
  readonly opportunity: Opportunity
  readonly customerName: string
}

/** Whose opportunity it is. */
export interface Owned {
  readonly id: string
  readonly name: string
  readonly ownerId: number
  readonly teamId: number
  readonly branchId: number
}

/** A change that was made, and how it is taken back. */
export interface Changed {
  readonly opportunity: Opportunity
  readonly undo: UndoStep
}

/** The columns that change in the life of an opportunity. */
export type OpportunityChange = Partial<
  Pick<Opportunity, 'name' | 'product' | 'amountFen' | 'stage' | 'closeOn' | 'reason' | 'stageChangedAt'>
>

/**
 * Writes a new opportunity of a customer, named after customer, product and amount. An id that follows from what it is
 * made for keeps two presses of one button from making it twice.
 * @throws Refusal conflict where an opportunity of the given id is there already
 */
export async function insertOpportunity(
  turn: Turn,
  customer: Owned,
  given: {
    readonly id?: string
    readonly product: string
    readonly amountFen: bigint | null
    readonly closeOn: string | null
    readonly stage: Stage
  },
): Promise<Changed> {
  const opportunity: Opportunity = {
    ...given,
    id: given.id ?? turn.newId(),
    customerId: customer.id,
    name: makeName(customer.name, given.product, given.amountFen),
    reason: null,
    stageChangedAt: turn.now,
    createdBy: turn.actor.id,
    ownerId: customer.ownerId,
    teamId: customer.teamId,
    branchId: customer.branchId,
    createdAt: turn.now,
    version: 1,
  }
  const [rows] = await Promise.all([
    turn.db
      .insert(opportunities)
      .values(opportunity)
      .onConflictDoNothing()
      .returning({ id: opportunities.id }),
    turn.audit({ action: 'opportunity.create', ...subjectOf(opportunity) }),
  ])
  if (rows.length === 0) throw new Refusal('conflict')
  return { opportunity, undo: { entity: 'opportunity', id: opportunity.id, version: 1, before: null } }
}

/**
 * Changes an opportunity that nobody changed since it was read.
 * @throws Refusal stale where somebody did
 */
export async function changeOpportunity(
  turn: Turn,
  opportunity: Opportunity,
  change: OpportunityChange,
  action: string,
): Promise<Changed> {
  const changed: Opportunity = { ...opportunity, ...change, version: opportunity.version + 1 }
  const [rows] = await Promise.all([
    turn.db
      .update(opportunities)
      .set({ ...change, version: changed.version })
      .where(and(eq(opportunities.id, opportunity.id), eq(opportunities.version, opportunity.version)))
      .returning({ id: opportunities.id }),
    turn.audit({ action, ...subjectOf(opportunity), facts: { from: opportunity.stage, to: changed.stage } }),
  ])
  if (rows.length === 0) throw new Refusal('stale')
  const undo = {
    entity: 'opportunity',
    id: opportunity.id,
    version: changed.version,
    before: toBefore(opportunity),
  }
  return { opportunity: changed, undo }
}

function toBefore(opportunity: Opportunity): JsonObject {
  const { name, product, amountFen, stage, closeOn, reason, stageChangedAt } = opportunity
  return {
    name,
    product,
    amountFen: amountFen?.toString() ?? null,
    stage,
    closeOn,
    reason,
    stageChangedAt: stageChangedAt.toISOString(),
  }
}

const Before = z.object({
  name: z.string(),
  product: z.string(),
  amountFen: z
    .string()
    .nullable()
    .transform((fen) => (fen === null ? null : BigInt(fen))),
  stage: z.enum(STAGES),
  closeOn: z.string().nullable(),
  reason: z.string().nullable(),
  stageChangedAt: z.string().transform((text) => new Date(text)),
})

/**
 * Takes one change of an opportunity back.
 * @throws Refusal stale where it has moved on since
 */
export async function undoOpportunity(turn: Turn, step: UndoStep): Promise<void> {
  const line = await findOpportunity(turn, step.id)
  if (line === null || line.opportunity.version !== step.version) throw new Refusal('stale')
  if (step.before !== null) {
    await changeOpportunity(turn, line.opportunity, Before.parse(step.before), 'opportunity.undo')
    return
  }
  await Promise.all([
    turn.db
      .delete(opportunities)
      .where(and(eq(opportunities.id, step.id), eq(opportunities.version, step.version))),
    turn.audit({ action: 'opportunity.undo', ...subjectOf(line.opportunity) }),
  ])
}

/** One opportunity by id; null where it does not exist for this person. */
export async function findOpportunity(turn: Turn, id: string): Promise<OpportunityLine | null> {
  const [line] = await linesWhere(turn, eq(opportunities.id, id)).limit(1)
  return line ?? null
}

/** Which opportunities a list holds: open ones where no stage is named. */
export interface OpportunityFilter {
  readonly stage?: Stage
  readonly customerId?: string
  /** Days of the expected close; for closed stages the days on which they were closed. */
  readonly span?: DaySpan
}

/** A page of opportunities: the next to close first; closed ones, the latest first. */
export async function listOpportunities(
  turn: Turn,
  filter: OpportunityFilter,
  page: { offset: number; limit: number },
): Promise<readonly OpportunityLine[]> {
  const closed = filter.stage !== undefined && isClosed(filter.stage)
  return linesWhere(turn, filterWhere(turn, filter))
    .orderBy(closed ? desc(opportunities.stageChangedAt) : asc(opportunities.closeOn), asc(opportunities.id))
    .limit(page.limit)
    .offset(page.offset)
}

/** How many opportunities a list holds, and their sum. */
export async function countOpportunities(
  turn: Turn,
  filter: OpportunityFilter,
): Promise<{ readonly all: number; readonly amountFen: bigint }> {
  const [row] = await turn.db
    .select({ all: count(), amount: sum(opportunities.amountFen) })
    .from(opportunities)
    .where(filterWhere(turn, filter))
  return { all: row?.all ?? 0, amountFen: BigInt(row?.amount ?? 0) }
}

/** A stage of the funnel: how many opportunities are in it, and their sum. */
interface StageSum {
  readonly stage: Stage
  readonly count: number
  readonly amountFen: bigint
}

/** Opportunities by stage, everything in scope; every stage is there, in its order, also where it is empty. */
export async function sumOpportunities(turn: Turn, span?: DaySpan): Promise<readonly StageSum[]> {
  const rows = await turn.db
    .select({ stage: opportunities.stage, count: count(), amount: sum(opportunities.amountFen) })
    .from(opportunities)
    .where(span === undefined ? undefined : closeWithin(span))
    .groupBy(opportunities.stage)
  return STAGES.map((stage) => {
    const row = rows.find((candidate) => candidate.stage === stage)
    return { stage, count: row?.count ?? 0, amountFen: BigInt(row?.amount ?? 0) }
  })
}

/** Open opportunities of a customer, the newest first; those of a product where one is named. */
export async function listOpenOf(
  turn: Turn,
  customerId: string,
  product?: string,
): Promise<readonly OpportunityLine[]> {
  const open = await openOfCustomer(turn.db, { customerId })
  return product === undefined
    ? open
    : open.filter(({ opportunity }) => sameProduct(opportunity.product, product))
}

const openOfCustomer = builtOnce((db) =>
  linesWhere(
    { db },
    and(
      eq(opportunities.customerId, sql.placeholder('customerId')),
      inArray(opportunities.stage, [...OPEN_STAGES]),
    ),
  ).orderBy(desc(opportunities.createdAt), asc(opportunities.id)),
)

function linesWhere({ db }: { readonly db: Database }, where: SQL | undefined) {
  return db
    .select({ opportunity: opportunities, customerName: customers.name })
    .from(opportunities)
    .innerJoin(customers, eq(customers.id, opportunities.customerId))
    .where(where)
    .$dynamic()
}

function filterWhere(turn: Turn, { stage, customerId, span }: OpportunityFilter): SQL | undefined {
  const closed = stage !== undefined && isClosed(stage)
  return and(
    stage === undefined ? inArray(opportunities.stage, [...OPEN_STAGES]) : eq(opportunities.stage, stage),
    customerId === undefined ? undefined : eq(opportunities.customerId, customerId),
    span === undefined ? undefined : closed ? changedWithin(turn, span) : closeWithin(span),
  )
}

function closeWithin(span: DaySpan): SQL | undefined {
  return and(gte(opportunities.closeOn, span.from), lte(opportunities.closeOn, span.to))
}

function changedWithin({ zone }: Turn, span: DaySpan): SQL | undefined {
  const { from, before } = instantsOf(span, zone)
  return and(gte(opportunities.stageChangedAt, from), lt(opportunities.stageChangedAt, before))
}

function subjectOf({ id, customerId }: Opportunity) {
  return { entity: 'opportunity', entityId: id, customerId }
}
