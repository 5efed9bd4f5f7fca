// Who did what, written in the same transaction as the deed. Append-only; no personal data, only ids.

import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { JsonObject } from '../../../cards/kit/index.ts'
import { instant } from '../../storage/columns.ts'
import { keeperPolicy, noneRole, teamRole, writeOnlyPolicies } from '../../storage/policies.ts'

export const audit = pgTable(
  'audit',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    actorId: integer('actor_id'),
    /** `noun.verb`, the capability or action. */
    action: text('action').notNull(),
    result: text('result', { enum: ['done', 'refused'] }).notNull(),
    entity: text('entity'),
    entityId: text('entity_id'),
    customerId: uuid('customer_id'),
    facts: jsonb('facts').$type<JsonObject>().notNull().default({}),
    /** Idempotency key of the message or click that caused it. */
    inboundId: text('inbound_id'),
  },
  (t) => [
    index('audit_of_customer').on(t.customerId, t.at),
    index('audit_at').on(t.at),
    ...writeOnlyPolicies('audit', t.actorId),
    keeperPolicy('audit'),
    pgPolicy('audit_read_auditor', {
      for: 'select',
      to: noneRole,
      using: sql`(select current_setting('app.role', true)) = 'auditor'`,
    }),
    pgPolicy('audit_read_team', { for: 'select', to: teamRole, using: sql`${t.customerId} in (select id from customers)` }),
  ],
)
