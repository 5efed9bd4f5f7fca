// Loads the demo bank: its people, products, customers and their last 180 days. Loading it again changes nothing.

import { eq, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { dayOf } from '../core/calendar.ts'
import { approvals } from '../features/approvals/schema.ts'
import { customerNames, customers, holdings, products } from '../features/customers/schema.ts'
import { followUps } from '../features/follow-ups/schema.ts'
import { opportunities } from '../features/opportunities/schema.ts'
import { branches, employees, teams } from '../features/people/schema.ts'
import type { Employee } from '../features/people/store.ts'
import { tasks } from '../features/tasks/schema.ts'
import { tickets } from '../features/tickets/schema.ts'
import type { Store, Transaction } from '../storage/database.ts'
import { asKeeper } from '../storage/scope.ts'
import type { Sealer } from '../storage/seal.ts'
import { BRANCHES, EMPLOYEES, PRODUCTS, TEAMS } from './demo-people.ts'
import { type BankRows, makeBankRows } from './demo-rows.ts'

/** What a bank is loaded into, and the day on which it is loaded. */
export interface Loading {
  readonly store: Store
  readonly sealer: Sealer
  /** The day of this instant, in the zone, is the day of loading. */
  readonly now: Date
  readonly zone: string
}

/** Key of the advisory lock under which one process at a time loads: the letters "seed". */
export const LOADING_LOCK = 0x73656564
/** Rows of one statement; a statement holds at most 65535 parameters. */
const BATCH = 500

/** Loads the demo bank. @returns false where it was there already and nothing was changed */
export async function loadDemoBank({ store, sealer, now, zone }: Loading): Promise<boolean> {
  return asKeeper(store.db, 'seed', async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOADING_LOCK})`)
    const [there] = await tx
      .select({ id: branches.id })
      .from(branches)
      .where(eq(branches.code, BRANCHES[0].code))
    if (there !== undefined) return false
    const people = await insertPeople(tx)
    await tx
      .insert(products)
      .values([...PRODUCTS])
      .onConflictDoNothing()
    await insertRows(tx, await makeBankRows(sealer, people, { day: dayOf(now, zone), zone }))
    return true
  })
}

async function insertPeople(tx: Transaction): Promise<ReadonlyMap<string, Employee>> {
  const branchIds = idsBy(
    await tx
      .insert(branches)
      .values([...BRANCHES])
      .returning({ key: branches.code, id: branches.id }),
  )
  const teamRows = TEAMS.map(({ name, conversation, branch }) => ({
    name,
    conversation,
    branchId: branchIds(branch),
  }))
  const teamIds = idsBy(await tx.insert(teams).values(teamRows).returning({ key: teams.name, id: teams.id }))
  const rows = EMPLOYEES.map(({ team, branch, deputyOf: _, ...employee }) => ({
    ...employee,
    teamId: team === undefined ? null : teamIds(team),
    branchId: branch === undefined ? null : branchIds(branch),
  }))
  const inserted = await tx.insert(employees).values(rows).returning()
  const byAccount = new Map(inserted.map((employee) => [employee.account ?? '', employee]))
  for (const { account, deputyOf } of EMPLOYEES) {
    const stoodInFor = deputyOf === undefined ? undefined : byAccount.get(deputyOf)
    if (stoodInFor !== undefined)
      await tx.update(employees).set({ deputyOf: stoodInFor.id }).where(eq(employees.account, account))
  }
  return byAccount
}

function idsBy(rows: readonly { readonly key: string; readonly id: number }[]): (key: string) => number {
  const ids = new Map(rows.map(({ key, id }) => [key, id]))
  return (key) => {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`the demo bank has no ${key}`)
    return id
  }
}

async function insertRows(tx: Transaction, rows: BankRows): Promise<void> {
  await insertAll(tx, customers, rows.customers)
  await insertAll(tx, customerNames, rows.customerNames)
  await insertAll(tx, holdings, rows.holdings)
  await insertAll(tx, followUps, rows.followUps)
  await insertAll(tx, opportunities, rows.opportunities)
  await insertAll(tx, tickets, rows.tickets)
  await insertAll(tx, approvals, rows.approvals)
  await insertAll(tx, tasks, rows.tasks)
}

async function insertAll<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx.insert(table).values(rows.slice(from, from + BATCH))
  }
}
