// Who is frozen, said once for everybody who asks: a person by name, or whoever sees customer data of a branch or of the
// bank that is frozen. Any role may read the table, which holds no customer data and is empty on almost every day.

import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../core/actor.ts'
import { type Given, sqlOnce } from './built-statement.ts'
import type { Database } from './database.ts'
import { ROLE_OF_REACH } from './policies.ts'

/**
 * The database role that an actor takes now: the one of the reach; while something is frozen, that one with the frozen
 * rows taken out; for somebody who is frozen, one that sees no customer data.
 */
export const roleNow: SQL = sql`(select case when count(*) = 0 then ${sql.placeholder('reachRole')}::text
  when bool_or(employee_id = ${sql.placeholder('me')}::int) or ${sql.placeholder('seesData')}::bool and (bool_or(scope = 'bank') or bool_or(branch_id = ${sql.placeholder('myBranch')}::int)) then 'larkspur_frozen'
  when ${sql.placeholder('seesData')}::bool and bool_or(branch_id is not null or customer_id is not null) then ${sql.placeholder('reachRole')}::text || '_cold'
  else ${sql.placeholder('reachRole')}::text end from freezes where thawed_at is null)`

/** The values of an actor for the placeholders of `roleNow`. */
export function frozenFacts({ id, reach, branchId }: Actor): Given {
  return { me: id, reachRole: ROLE_OF_REACH[reach], seesData: reach !== 'none', myBranch: branchId }
}

/** Whether the employee of a row is frozen, in a statement over `employees`. */
export const isFrozen: SQL<boolean> = sql<boolean>`exists (select from freezes f where f.thawed_at is null and (f.employee_id = employees.id
    or employees.role in ('rm', 'supervisor', 'head') and (f.scope = 'bank' or f.branch_id = employees.branch_id)))`

/** Whether nothing made in the scope of this actor can hold customer data. */
export function holdsNoData({ frozen, reach }: Actor): boolean {
  return frozen || reach === 'none'
}

/** The freezes in force, so that a later look can tell whether one came in between. */
export const freezesInForce: SQL<string> = sql<string>`(select coalesce(string_agg(f.id::text, ',' order by f.id), '') from freezes f where f.thawed_at is null)`

/** Reads `freezesInForce`. */
export async function readFreezes(db: Database): Promise<string> {
  const [row] = await freezesNow(db)
  return row?.ids ?? ''
}

const freezesNow = sqlOnce<{ readonly ids: string }>(sql`select ${freezesInForce} as ids`)

/** Whether a freeze came into force since `known` was read, other than one that this very inbound began. */
export async function isFrozenMeanwhile(db: Database, known: string, inboundId = ''): Promise<boolean> {
  const rows = await freezesMeanwhile(db, { known, inboundId })
  return rows.length > 0
}

const freezesMeanwhile = sqlOnce(sql`select id from freezes where thawed_at is null
  and inbound_id is distinct from ${sql.placeholder('inboundId')} and id::text <> all (string_to_array(${sql.placeholder('known')}, ','))`)
