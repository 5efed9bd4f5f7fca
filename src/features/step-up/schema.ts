// The second factor of an employee: a sealed TOTP secret, what was used of it, and recovery codes as keyed hashes.

import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from '../../storage/columns.ts'
import { privatePolicies } from '../../storage/policies.ts'
import { employees } from '../people/schema.ts'

/** At most one for an employee. */
export const secondFactors = pgTable(
  'second_factors',
  {
    employeeId: integer('employee_id')
      .primaryKey()
      .references(() => employees.id),
    secretSealed: text('secret_sealed').notNull(),
    /** Null until the first code of the authenticator was right. */
    confirmedAt: instant('confirmed_at'),
    /** The newest half-minute whose code was used; it and all before it are spent. */
    lastStep: integer('last_step').notNull().default(0),
    triesLeft: integer('tries_left').notNull(),
    lockedUntil: instant('locked_until'),
    /** Beginning of the hour in which the uses below are counted. */
    countedFrom: instant('counted_from'),
    uses: integer('uses').notNull().default(0),
  },
  (t) => privatePolicies('second_factors', t.employeeId),
)

/** Codes for the day on which the authenticator is lost. Each is good once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: uuid('id').primaryKey(),
    employeeId: integer('employee_id')
      .notNull()
      .references(() => employees.id),
    codeHash: bytes('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('recovery_codes_open').on(t.employeeId).where(sql`${t.usedAt} is null`),
    ...privatePolicies('recovery_codes', t.employeeId),
  ],
)
