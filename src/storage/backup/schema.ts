// Whether this place is a copy that must do nothing yet.

import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { servicePolicies } from '../policies.ts'

/** Holds one row in a restored place until an operator arms it: it sends nothing, runs nothing, takes nothing in. */
export const disarmed = pgTable(
  'disarmed',
  {
    is: boolean('is').primaryKey().default(true),
    since: instant('since').notNull(),
    /** The backup that was restored. */
    backupId: text('backup_id').notNull(),
  },
  () => servicePolicies('disarmed'),
)
