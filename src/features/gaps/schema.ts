// What the understanding missed, as far as people showed it: their words without personal data, and never what they meant
// to keep in the bank.

import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { JsonObject } from '../../../cards/kit/index.ts'
import { GAP_KINDS } from '../../core/gap.ts'
import { instant } from '../../storage/columns.ts'
import { gapPolicies } from '../../storage/policies.ts'

/** Messages that were not understood, and what was corrected of those that were, without personal data. */
export const gaps = pgTable(
  'gaps',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    employeeId: integer('employee_id').notNull(),
    kind: text('kind', { enum: GAP_KINDS }).notNull().default('missed'),
    text: text('text').notNull(),
    /** The intent as which it was read. */
    guess: text('guess'),
    facts: jsonb('facts').$type<JsonObject>().notNull().default({}),
  },
  (t) => [index('gaps_at').on(t.at), ...gapPolicies(t.employeeId)],
)
