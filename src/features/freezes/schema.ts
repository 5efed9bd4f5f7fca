// What is frozen after a suspected breach: since when, why, by whom, and by whom it is released. No customer data: ids
// and codes of a closed list. That four different people decide stands in the table's own checks.

import { sql } from 'drizzle-orm'
import { check, index, integer, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/columns.ts'
import { appRole, keeperPolicy, me, noneRole, serviceRole } from '../../storage/policies.ts'

/** How far a freeze reaches. */
export const SCOPES = ['bank', 'branch', 'employee', 'customer'] as const
export type FreezeScope = (typeof SCOPES)[number]

/** Why data is frozen: a closed list, so that no personal data stands in it. */
export const FREEZE_REASONS = ['leak', 'account', 'device', 'insider', 'drill', 'other'] as const

export const freezes = pgTable(
  'freezes',
  {
    id: uuid('id').primaryKey(),
    scope: text('scope', { enum: SCOPES }).notNull(),
    /** Exactly the one that the scope names is set; none for the whole bank. */
    branchId: integer('branch_id'),
    employeeId: integer('employee_id'),
    customerId: uuid('customer_id'),
    reason: text('reason', { enum: FREEZE_REASONS }).notNull(),
    startedAt: instant('started_at').notNull(),
    /** Null where the operator did it on the machine itself. */
    startedBy: integer('started_by'),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: integer('confirmed_by'),
    thawAskedAt: instant('thaw_asked_at'),
    thawAskedBy: integer('thaw_asked_by'),
    thawedAt: instant('thawed_at'),
    thawedBy: integer('thawed_by'),
    /** Idempotency key of the message or click that began it. */
    inboundId: text('inbound_id'),
  },
  (t) => [
    index('freezes_in_force').on(t.startedAt).where(sql`${t.thawedAt} is null`),
    check(
      'freezes_of_one_thing',
      sql`num_nonnulls(${t.branchId}, ${t.employeeId}, ${t.customerId}) = (case when ${t.scope} = 'bank' then 0 else 1 end)
        and (${t.scope} = 'branch') = (${t.branchId} is not null) and (${t.scope} = 'employee') = (${t.employeeId} is not null)
        and (${t.scope} = 'customer') = (${t.customerId} is not null)`,
    ),
    check(
      'freezes_confirmed_by_another',
      sql`${t.confirmedBy} is distinct from ${t.startedBy} or ${t.confirmedBy} is null`,
    ),
    check(
      'freezes_thawed_by_two_others',
      sql`(${t.thawedAt} is null) = (${t.thawedBy} is null) and (${t.thawedBy} is null or ${t.thawAskedBy} is not null)
        and coalesce(${t.thawedBy} not in (${t.thawAskedBy}, coalesce(${t.startedBy}, 0), coalesce(${t.confirmedBy}, 0), coalesce(${t.employeeId}, 0)), true)
        and coalesce(${t.thawAskedBy} not in (coalesce(${t.startedBy}, 0), coalesce(${t.confirmedBy}, 0), coalesce(${t.employeeId}, 0)), true)`,
    ),
    pgPolicy('freezes_read', { for: 'select', to: appRole, using: sql`true` }),
    pgPolicy('freezes_read_none', { for: 'select', to: noneRole, using: sql`true` }),
    pgPolicy('freezes_service', { for: 'all', to: serviceRole, using: sql`true`, withCheck: sql`true` }),
    keeperPolicy('freezes'),
    ...[appRole, noneRole].flatMap((role, i) => {
      const suffix = i === 0 ? '' : '_none'
      const decides = sql`(select current_setting('app.role', true)) <> 'rm'`
      return [
        pgPolicy(`freezes_start${suffix}`, {
          for: 'insert',
          to: role,
          withCheck: sql`${decides} and ${t.startedBy} = ${me}`,
        }),
        pgPolicy(`freezes_decide${suffix}`, {
          for: 'update',
          to: role,
          using: sql`${decides} and ${t.thawedAt} is null`,
          withCheck: sql`${decides} and ${me} in (${t.confirmedBy}, ${t.thawAskedBy}, ${t.thawedBy})`,
        }),
      ]
    }),
  ],
)
