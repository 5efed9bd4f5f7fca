// Possible sales and their way through the stages.

import { date, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { fen, instant } from '../../storage/columns.ts'
import { ownedBy } from '../../storage/owned.ts'
import { ownedPolicies } from '../../storage/policies.ts'
import { customers } from '../customers/schema.ts'

export const opportunities = pgTable(
  'opportunities',
  {
    id: uuid('id').primaryKey(),
    customerId: uuid('customer_id').notNull(),
    /** 李建国-3年期大额存单-50万: made from customer, product and amount. */
    name: text('name').notNull(),
    product: text('product').notNull(),
    amountFen: fen('amount_fen'),
    stage: text('stage', {
      enum: ['initial_contact', 'needs_analysis', 'proposal', 'negotiation', 'won', 'lost'],
    }).notNull(),
    closeOn: date('close_on'),
    /** Why it was lost, skipped ahead or stepped back. */
    reason: text('reason'),
    stageChangedAt: instant('stage_changed_at').notNull(),
    createdBy: integer('created_by').notNull(),
    ...ownedBy,
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    foreignKey({
      name: 'opportunities_customer',
      columns: [t.customerId, t.ownerId, t.teamId, t.branchId],
      foreignColumns: [customers.id, customers.ownerId, customers.teamId, customers.branchId],
    }).onUpdate('cascade'),
    index('opportunities_of_customer').on(t.customerId),
    index('opportunities_of_owner').on(t.ownerId, t.stage),
    index('opportunities_of_team').on(t.teamId, t.stage),
    ...ownedPolicies('opportunities', t),
  ],
)
