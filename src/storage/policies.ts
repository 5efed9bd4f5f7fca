// Row-level security in one place: who sees which rows, said once for each kind of table.
// The form of a policy decides between 0.1 ms and seconds, so each reach has a database role of its own
// whose policy is one comparison with a setting that is read once per statement (docs/measurements.md).

import { type SQL, sql } from 'drizzle-orm'
import { type PgColumn, pgPolicy, pgRole } from 'drizzle-orm/pg-core'
import type { Reach } from '../core/actor.ts'

/** Holds the rights on tables; the roles below inherit it. Requests never own a table. */
export const appRole = pgRole('larkspur_app').existing()
/** Relationship managers: their own rows. */
export const ownRole = pgRole('larkspur_own').existing()
/** Supervisors: the rows of their team. */
export const teamRole = pgRole('larkspur_team').existing()
/** Heads of a branch: its rows, read only. */
export const branchRole = pgRole('larkspur_branch').existing()
/** Heads of the bank: every row, read only. */
export const bankRole = pgRole('larkspur_bank').existing()
/** Administrators and auditors: no customer data at all. */
export const noneRole = pgRole('larkspur_none').existing()
/** The bot's own plumbing: inbox, outbox, pending, schedules, people. No rights on customer data. */
export const serviceRole = pgRole('larkspur_service').existing()

/** Somebody whose data is frozen: signs in, writes to the trail, sees no customer data. */
export const frozenRole = pgRole('larkspur_frozen').existing()
/** Added to every reach while a branch or a customer is frozen, so that their rows are hidden. */
export const coldRole = pgRole('larkspur_cold').existing()

/** Loading and keeping the bank's data as a whole: seeding, hand-over, restore. Never taken by a person's request. */
export const keeperRole = pgRole('larkspur_keeper').existing()

/** The database role that a reach takes for the length of a transaction. */
export const ROLE_OF_REACH: Readonly<Record<Reach, string>> = {
  own: 'larkspur_own',
  team: 'larkspur_team',
  branch: 'larkspur_branch',
  bank: 'larkspur_bank',
  none: 'larkspur_none',
}

// A setting that was set once reads as '' afterwards; nobody may be the employee ''.
const setting = (name: string): SQL =>
  sql`(select nullif(current_setting(${sql.raw(`'${name}'`)}, true), '')::int)`

/** The employee in whose name the transaction runs. */
export const me = setting('app.employee')
const myTeam = setting('app.team')
const myBranch = setting('app.branch')

interface OwnedColumns {
  readonly ownerId: PgColumn
  readonly teamId: PgColumn
  readonly branchId: PgColumn
  /** Missing for the customer's own row. */
  readonly customerId?: PgColumn
  readonly id?: PgColumn
}

/**
 * Policies for a table whose rows belong to a customer's owner, team and branch.
 * `also` lets a relationship manager see rows that concern them otherwise (a task given to them).
 */
export function ownedPolicies(name: string, columns: OwnedColumns, also?: SQL) {
  const own = sql`${columns.ownerId} = ${me}`
  const mine = also === undefined ? own : sql`(${own} or ${also})`
  const team = sql`${columns.teamId} = ${myTeam}`
  return [
    pgPolicy(`${name}_own`, { for: 'all', to: ownRole, using: mine, withCheck: mine }),
    pgPolicy(`${name}_team`, { for: 'all', to: teamRole, using: team, withCheck: team }),
    pgPolicy(`${name}_branch`, {
      for: 'select',
      to: branchRole,
      using: sql`${columns.branchId} = ${myBranch}`,
    }),
    pgPolicy(`${name}_bank`, { for: 'select', to: bankRole, using: sql`true` }),
    keeperPolicy(name),
    coldPolicy(name, columns.branchId, columns.customerId ?? columns.id),
  ]
}

// Lists are read once for a statement; as nobody has this role while nothing is frozen, it costs nothing then.
function coldPolicy(name: string, branchId: PgColumn, customerId: PgColumn | undefined) {
  const frozen = (column: 'branch_id' | 'customer_id', type: 'int' | 'uuid') => {
    const list = `coalesce(array_agg(${column}), '{}')::${type}[] from freezes where thawed_at is null and ${column} is not null`
    return sql.raw(`((select ${list})::${type}[])`)
  }
  const warm = sql`${branchId} <> all ${frozen('branch_id', 'int')} and coalesce(${customerId} <> all ${frozen('customer_id', 'uuid')}, true)`
  return pgPolicy(`${name}_cold`, {
    as: 'restrictive',
    for: 'all',
    to: coldRole,
    using: warm,
    withCheck: warm,
  })
}

/** The policy by which the keeper works on every row. */
export function keeperPolicy(name: string) {
  return pgPolicy(`${name}_keeper`, { for: 'all', to: keeperRole, using: sql`true`, withCheck: sql`true` })
}

/** Everybody in the bank may read it; it holds no customer data. */
export function openToRead(name: string) {
  return [
    pgPolicy(`${name}_read`, { for: 'select', to: appRole, using: sql`true` }),
    pgPolicy(`${name}_read_none`, { for: 'select', to: noneRole, using: sql`true` }),
    keeperPolicy(name),
    pgPolicy(`${name}_service`, { for: 'all', to: serviceRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Rows of the plumbing that belong to one employee: their owner, and the service. */
export function privatePolicies(name: string, employeeId: PgColumn) {
  const mine = sql`${employeeId} = ${me}`
  return [
    pgPolicy(`${name}_mine`, { for: 'all', to: appRole, using: mine, withCheck: mine }),
    pgPolicy(`${name}_mine_none`, { for: 'all', to: noneRole, using: mine, withCheck: mine }),
    pgPolicy(`${name}_service`, { for: 'all', to: serviceRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Rows that only the service ever reads; employees may add their own. */
export function writeOnlyPolicies(name: string, employeeId: PgColumn) {
  const mine = sql`${employeeId} = ${me}`
  return [
    pgPolicy(`${name}_add`, { for: 'insert', to: appRole, withCheck: mine }),
    pgPolicy(`${name}_add_none`, { for: 'insert', to: noneRole, withCheck: mine }),
    pgPolicy(`${name}_service`, { for: 'all', to: serviceRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Only the service touches it. */
export function servicePolicies(name: string) {
  return [
    pgPolicy(`${name}_service`, { for: 'all', to: serviceRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Schedules: their employee, whoever made them, and the service. They hold no customer data. */
export function schedulePolicies(employeeId: PgColumn, createdBy: PgColumn) {
  const mine = sql`${employeeId} = ${me} or ${createdBy} = ${me}`
  return [
    pgPolicy('schedules_mine', { for: 'all', to: appRole, using: mine, withCheck: mine }),
    pgPolicy('schedules_mine_none', { for: 'all', to: noneRole, using: mine, withCheck: mine }),
    pgPolicy('schedules_service', { for: 'all', to: serviceRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Gaps: added by whoever was not understood, read by administrators. */
export function gapPolicies(employeeId: PgColumn) {
  return [
    ...writeOnlyPolicies('gaps', employeeId),
    pgPolicy('gaps_read_administrator', {
      for: 'select',
      to: noneRole,
      using: sql`(select current_setting('app.role', true)) = 'administrator'`,
    }),
  ]
}
