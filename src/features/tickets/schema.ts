// Requests with kind, urgency, deadline and handler.

import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { fen, instant } from '../../storage/columns.ts'
import { ownedBy } from '../../storage/owned.ts'
import { bankRole, branchRole, me, ownedPolicies } from '../../storage/policies.ts'
import { customers } from '../customers/schema.ts'

export const tickets = pgTable(
  'tickets',
  {
    id: uuid('id').primaryKey(),
    /** Shown as `T` and the digits. */
    number: integer('number').notNull().unique().default(sql`nextval('ticket_number')`),
    customerId: uuid('customer_id'),
    requesterId: integer('requester_id').notNull(),
    handlerId: integer('handler_id').notNull(),
    kind: text('kind', {
      enum: ['complaint', 'inquiry', 'service', 'rate', 'contract', 'expense'],
    }).notNull(),
    content: text('content').notNull(),
    product: text('product'),
    urgency: text('urgency', { enum: ['low', 'normal', 'high', 'urgent'] })
      .notNull()
      .default('normal'),
    amountFen: fen('amount_fen'),
    /** Asked-for change of a rate, in hundredths of a per cent. */
    rateBp: integer('rate_bp'),
    status: text('status', {
      enum: ['open', 'waiting', 'approved', 'rejected', 'resolved', 'closed', 'withdrawn'],
    }).notNull(),
    result: text('result'),
    dueAt: instant('due_at'),
    ...ownedBy,
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    foreignKey({
      name: 'tickets_customer',
      columns: [t.customerId, t.ownerId, t.teamId, t.branchId],
      foreignColumns: [customers.id, customers.ownerId, customers.teamId, customers.branchId],
    }).onUpdate('cascade'),
    index('tickets_of_customer').on(t.customerId),
    index('tickets_of_owner').on(t.ownerId),
    index('tickets_of_team').on(t.teamId, t.status),
    index('tickets_of_handler').on(t.handlerId, t.status),
    ...ownedPolicies('tickets', t, sql`${t.requesterId} = ${me} or ${t.handlerId} = ${me}`),
    // A head only reads, but for a request that waits for this very head: that one may be decided, and asked anew after
    // the decision was revoked, and nothing else.
    pgPolicy('tickets_decide_head', {
      for: 'update',
      to: [branchRole, bankRole],
      using: sql`${t.handlerId} = ${me} and ${t.status} in ('waiting', 'approved', 'rejected')`,
      withCheck: sql`${t.handlerId} = ${me} and ${t.status} in ('waiting', 'approved', 'rejected')`,
    }),
  ],
)
