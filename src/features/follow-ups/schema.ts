// Contacts that took place.

import { foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/columns.ts'
import { ownedBy } from '../../storage/owned.ts'
import { ownedPolicies } from '../../storage/policies.ts'
import { customers } from '../customers/schema.ts'

export const followUps = pgTable(
  'follow_ups',
  {
    id: uuid('id').primaryKey(),
    customerId: uuid('customer_id').notNull(),
    authorId: integer('author_id').notNull(),
    channel: text('channel', { enum: ['phone', 'visit', 'wechat', 'email', 'sms', 'video', 'branch'] }),
    happenedAt: instant('happened_at').notNull(),
    /** The words as they were written. */
    content: text('content').notNull(),
    /** Product the customer showed interest in, with its qualifiers. */
    interest: text('interest'),
    ...ownedBy,
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    foreignKey({
      name: 'follow_ups_customer',
      columns: [t.customerId, t.ownerId, t.teamId, t.branchId],
      foreignColumns: [customers.id, customers.ownerId, customers.teamId, customers.branchId],
    }).onUpdate('cascade'),
    index('follow_ups_of_customer').on(t.customerId, t.happenedAt),
    index('follow_ups_of_owner').on(t.ownerId, t.happenedAt),
    index('follow_ups_of_team').on(t.teamId, t.happenedAt),
    ...ownedPolicies('follow_ups', t),
  ],
)
