// Decisions asked of people. Who may see the ticket may see its approvals: the policy asks the tickets' own policies.

import { sql } from 'drizzle-orm'
import { index, integer, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/columns.ts'
import { appRole, bankRole, branchRole, keeperPolicy, me, ownRole, teamRole } from '../../storage/policies.ts'
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
    /** The person who decided; a deputy where the approver was away. Stays when the decision is revoked. */
    decidedBy: integer('decided_by'),
    decidedAt: instant('decided_at'),
    comment: text('comment'),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => {
    const visible = sql`${t.ticketId} in (select id from tickets)`
    const asked = sql`${t.ticketId} in (select id from tickets where requester_id = ${me})`
    // Whoever asked can take the question back and never answer it; heads only look, unless they were asked themselves;
    // a decision is revoked by whoever took it, and by nobody else.
    const waits = sql`${t.decision} is null`
    const fell = sql`${t.decision} in ('approved', 'rejected')`
    const open = sql`(${waits} or ${t.decidedBy} = ${me})`
    const takenBack = sql`${asked} and ${t.decision} = 'withdrawn'`
    const decided = sql`${visible} and ${t.decidedBy} = ${me} and (${t.decision} = 'withdrawn' or not ${asked})`
    return [
      index('approvals_of_ticket').on(t.ticketId),
      index('approvals_of_approver').on(t.approverId).where(sql`${t.decision} is null`),
      pgPolicy('approvals_with_ticket', { for: 'select', to: appRole, using: visible }),
      pgPolicy('approvals_ask_own', { for: 'insert', to: ownRole, withCheck: asked }),
      pgPolicy('approvals_ask_team', { for: 'insert', to: teamRole, withCheck: visible }),
      pgPolicy('approvals_take_back', { for: 'update', to: ownRole, using: asked, withCheck: takenBack }),
      pgPolicy('approvals_decide', {
        for: 'update',
        to: teamRole,
        using: sql`${visible} and ${open}`,
        withCheck: decided,
      }),
      pgPolicy('approvals_decide_head', {
        for: 'update',
        to: [branchRole, bankRole],
        using: sql`${visible} and (${t.approverId} = ${me} and ${waits} or ${t.decidedBy} = ${me} and ${fell})`,
        withCheck: sql`${visible} and ${t.decidedBy} = ${me} and (${waits} or ${fell} and not ${asked})`,
      }),
      keeperPolicy('approvals'),
    ]
  },
)
