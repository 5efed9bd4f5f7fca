// Columns and keys by which a row belongs to a customer's owner, team and branch.
// The composite key ties every such row to its customer: a hand-over carries the rows along (ON UPDATE CASCADE),
// and a row for a customer whom one does not own fails exactly as for one who does not exist.

import { integer } from 'drizzle-orm/pg-core'

/** Owner, team and branch of a row, always those of its customer. */
export const ownedBy = {
  ownerId: integer('owner_id').notNull(),
  teamId: integer('team_id').notNull(),
  branchId: integer('branch_id').notNull(),
}
