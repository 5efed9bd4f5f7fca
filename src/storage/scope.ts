// Every query runs in somebody's scope: a transaction takes a database role and the employee's settings,
// and row-level security does the rest. Settings end with the transaction; outside of one a connection
// has the service's role, which reaches the bot's own plumbing and no customer data.

import { sql } from 'drizzle-orm'
import type { PgTransactionConfig } from 'drizzle-orm/pg-core'
import type { Actor } from '../core/actor.ts'
import { sqlOnce } from './built-statement.ts'
import type { Database, Transaction } from './database.ts'
import { frozenFacts, roleNow } from './frozen.ts'

/**
 * Takes the scope of an employee for the rest of the transaction, or until another is taken. While data is frozen, the
 * scope is what the freeze leaves of it: one statement decides both, so no scope is taken past a freeze.
 */
export function takeScope(tx: Transaction, actor: Actor): Promise<unknown> {
  return setScope(tx, {
    ...frozenFacts(actor),
    employee: String(actor.id),
    team: String(actor.teamId ?? ''),
    branch: String(actor.branchId ?? ''),
    role: actor.role,
  })
}

const setScope = sqlOnce(sql`select set_config('role', ${roleNow}, true),
  set_config('app.employee', ${sql.placeholder('employee')}, true),
  set_config('app.team', ${sql.placeholder('team')}, true),
  set_config('app.branch', ${sql.placeholder('branch')}, true),
  set_config('app.role', ${sql.placeholder('role')}, true)`)

/** Goes back to the service's scope: the bot's own plumbing and people, no customer data. */
export function takeServiceScope(tx: Transaction): Promise<unknown> {
  return tx.execute(
    sql`select set_config('role', 'larkspur_service', true), set_config('app.employee', '', true)`,
  )
}

/** Runs work in a transaction in the scope of an employee. */
export function inScope<R>(db: Database, actor: Actor, work: (tx: Transaction) => Promise<R>): Promise<R> {
  return db.transaction(async (tx) => {
    await takeScope(tx, actor)
    return work(tx)
  })
}

/**
 * Steps outside of everybody's scope, over all customer data: for loading a bank, handing customers over, restoring.
 * Never on behalf of a message or a click. `reason` names the work in the server's activity list.
 */
export function asKeeper<R>(
  db: Database,
  reason: string,
  work: (tx: Transaction) => Promise<R>,
  isolation?: PgTransactionConfig,
): Promise<R> {
  return db.transaction(async (tx) => {
    await tx.execute(
      sql`select set_config('role', 'larkspur_keeper', true), set_config('application_name', ${`larkspur ${reason}`}, true)`,
    )
    return work(tx)
  }, isolation)
}

/**
 * Looks something up over all rows inside a transaction in the service's scope, and goes back to it. For deciding what
 * a freeze covers, which needs customers that nobody in the transaction may see.
 */
export async function lookUpAsKeeper<R>(tx: Transaction, work: () => Promise<R>): Promise<R> {
  await tx.execute(sql`select set_config('role', 'larkspur_keeper', true)`)
  const found = await work()
  await takeServiceScope(tx)
  return found
}
