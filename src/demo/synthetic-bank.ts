// Loads a synthetic bank of any size, the same for the same seed: for measuring, and for trying the house under load.
// Rows go in as JSON, a few thousand in a statement, so that one form serves both databases.

import { eq, getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { dayOf } from '../core/calendar.ts'
import { customerNames, customers, products } from '../features/customers/schema.ts'
import { followUps } from '../features/follow-ups/schema.ts'
import { opportunities } from '../features/opportunities/schema.ts'
import { branches } from '../features/people/schema.ts'
import type { Transaction } from '../storage/database.ts'
import { asKeeper } from '../storage/scope.ts'
import type { Sealer } from '../storage/seal.ts'
import { toCustomerRow, toNameRows } from './customer-rows.ts'
import { LOADING_LOCK, type Loading } from './demo-bank.ts'
import { makeFollowUps, makeOpportunity, type Ownership, type Today } from './demo-history.ts'
import { PRODUCTS } from './demo-people.ts'
import { openRandom, type Random } from './random.ts'
import { makeSyntheticCustomer } from './synthetic-customers.ts'
import { branchCode, insertSyntheticPeople } from './synthetic-people.ts'

/** What is wanted: how many customers, out of which seed. */
export interface SyntheticPlan extends Loading {
  readonly customers: number
  readonly seed: number
  /** Told after each batch how many customers are in. */
  onProgress?(loaded: number): void
}

/** Customers that are made, sealed and inserted together. */
const BATCH = 2000

/** Loads a synthetic bank. @returns false where this seed's bank was there already and nothing was changed */
export async function loadSyntheticBank(plan: SyntheticPlan): Promise<boolean> {
  return asKeeper(plan.store.db, 'seed', async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOADING_LOCK})`)
    const [there] = await tx
      .select({ id: branches.id })
      .from(branches)
      .where(eq(branches.code, branchCode(plan.seed, 0)))
    if (there !== undefined) return false
    await tx
      .insert(products)
      .values([...PRODUCTS])
      .onConflictDoNothing()
    const owners = await insertSyntheticPeople(tx, plan.seed, plan.customers)
    await insertCustomers(tx, plan, owners)
    await analyse(tx)
    return true
  })
}

async function insertCustomers(
  tx: Transaction,
  plan: SyntheticPlan,
  owners: readonly Ownership[],
): Promise<void> {
  const random = openRandom(plan.seed)
  const today = { day: dayOf(plan.now, plan.zone), zone: plan.zone }
  const make = (from: number) =>
    makeBatch(random, plan.sealer, today, {
      from,
      count: Math.min(BATCH, plan.customers - from),
      total: plan.customers,
      owners,
      seed: plan.seed,
    })
  let made = make(0)
  for (let from = 0; from < plan.customers; from += BATCH) {
    const batch = await made
    // The next batch is sealed while the database takes this one in.
    made = from + BATCH < plan.customers ? make(from + BATCH) : made
    await insertJson(tx, customers, batch.customers)
    await insertJson(tx, customerNames, batch.names)
    await insertJson(tx, followUps, batch.followUps)
    await insertJson(tx, opportunities, batch.opportunities)
    plan.onProgress?.(from + batch.customers.length)
  }
}

interface BatchPlan {
  readonly from: number
  readonly count: number
  readonly total: number
  readonly seed: number
  readonly owners: readonly Ownership[]
}

async function makeBatch(random: Random, sealer: Sealer, today: Today, plan: BatchPlan) {
  const plain = Array.from({ length: plan.count }, (_, index) => {
    const customer = makeSyntheticCustomer(random, today, { index: plan.from + index, seed: plan.seed })
    return { customer, owned: ownerOf(plan, plan.from + index) }
  })
  const followUpRows = plain.flatMap(({ customer, owned }) =>
    random.chance(0.15) ? makeFollowUps(random, today, customer, owned) : [],
  )
  const opportunityRows = plain.flatMap(({ customer, owned }) =>
    random.chance(0.1) ? [makeOpportunity(random, today, customer, owned)] : [],
  )
  return {
    customers: await Promise.all(
      plain.map(({ customer, owned }) => toCustomerRow(sealer, customer, owned, today)),
    ),
    names: plain.flatMap(({ customer, owned }) => toNameRows(customer, owned)),
    followUps: followUpRows,
    opportunities: opportunityRows,
  }
}

// Customers of one owner stand together, as they would after years of a branch's work, and load in the order of the indexes.
function ownerOf({ owners, total }: BatchPlan, index: number): Ownership {
  const owner = owners[Math.floor((index * owners.length) / total)]
  if (owner === undefined) throw new Error('a synthetic bank needs an owner for every customer')
  return owner
}

async function insertJson<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = columnsOf(table, Object.keys(first))
  const json = JSON.stringify(rows.map((row) => toJsonRow(row as Record<string, unknown>, columns)))
  const names = sql.join(
    columns.map(([, name]) => sql.identifier(name)),
    sql`, `,
  )
  await tx.execute(
    sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${sql.identifier(getTableName(table))}, ${json}::json)`,
  )
}

function columnsOf(
  table: PgTable,
  keys: readonly string[],
): readonly (readonly [key: string, name: string])[] {
  return keys.map((key) => [
    key,
    (table as unknown as Record<string, { readonly name: string }>)[key]?.name ?? key,
  ])
}

function toJsonRow(
  row: Record<string, unknown>,
  columns: readonly (readonly [string, string])[],
): Record<string, unknown> {
  return Object.fromEntries(columns.map(([key, name]) => [name, toJsonValue(row[key])]))
}

function toJsonValue(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array)
    return `\\x${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
  return value
}

/** Fresh statistics, as the login that owns the tables; without them the first plans are guesses. */
async function analyse(tx: Transaction): Promise<void> {
  await tx.execute(sql`select set_config('role', 'none', true)`)
  for (const table of [customers, customerNames, followUps, opportunities])
    await tx.execute(sql`analyze ${table}`)
}
