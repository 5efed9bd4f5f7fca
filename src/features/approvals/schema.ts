// Decisions asked of people. Who may see the ticket may see its approvals: the policy asks the tickets' own policies.

import { sql } from 'drizzle-orm'
import { index, integer, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/columns.ts'
import { appRole, keeperPolicy } from '../../storage/policies.ts'
import { tickets } from '../tickets/schema.ts'

export const approvals = pgTable(
  'approvals',
  {
    id: uuid('id').primaryKey(),
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id),
    step: integer('step').notNull().default(1),
    /** The person who is asked. */
    approverId: integer('approver_id').notNull(),
    decision: text('decision', { enum: ['approved', 'rejected', 'withdrawn'] }),
    /** The person who decided; a deputy where the approver was away. */
    decidedBy: integer('decided_by'),
    decidedAt: instant('decided_at'),
    comment: text('comment'),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => {
    const visible = sql`${t.ticketId} in (select id from tickets)`
    return [
      index('approvals_of_ticket').on(t.ticketId),
      index('approvals_of_approver').on(t.approverId).where(sql`${t.decision} is null`),
      pgPolicy('approvals_with_ticket', { for: 'all', to: appRole, using: visible, withCheck: visible }),
      keeperPolicy('approvals'),
    ]
  },
)
