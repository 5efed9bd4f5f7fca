// Things to do, with due and reminder time.

import { sql } from 'drizzle-orm'
import { date, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/columns.ts'
import { ownedBy } from '../../storage/owned.ts'
import { me, ownedPolicies } from '../../storage/policies.ts'
import { customers } from '../customers/schema.ts'

export const tasks = pgTable(
  'tasks',
  {
    id: uuid('id').primaryKey(),
    /** The customer it is about; null for a task that concerns nobody. Ownership is then the assignee's own. */
    customerId: uuid('customer_id'),
    assigneeId: integer('assignee_id').notNull(),
    title: text('title').notNull(),
    /** Instant of an appointment, or null where only the day is known. */
    dueAt: instant('due_at'),
    /** Day in the bank's zone; always set where `dueAt` is. */
    dueOn: date('due_on'),
    remindAt: instant('remind_at'),
    state: text('state', { enum: ['open', 'done', 'cancelled'] })
      .notNull()
      .default('open'),
    doneAt: instant('done_at'),
    priority: text('priority', { enum: ['normal', 'high'] })
      .notNull()
      .default('normal'),
    /** RFC 5545 rule, without `RRULE:`. */
    repeat: text('repeat'),
    followUpId: uuid('follow_up_id'),
    createdBy: integer('created_by').notNull(),
    ...ownedBy,
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    foreignKey({
      name: 'tasks_customer',
      columns: [t.customerId, t.ownerId, t.teamId, t.branchId],
      foreignColumns: [customers.id, customers.ownerId, customers.teamId, customers.branchId],
    }).onUpdate('cascade'),
    index('tasks_of_assignee').on(t.assigneeId, t.dueOn).where(sql`${t.state} = 'open'`),
    index('tasks_of_customer').on(t.customerId),
    index('tasks_of_owner').on(t.ownerId),
    index('tasks_of_team').on(t.teamId),
    ...ownedPolicies('tasks', t, sql`${t.assigneeId} = ${me}`),
  ],
)
