// Branches, teams and employees. No customer data: every employee may read them.

import { boolean, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/columns.ts'
import { openToRead, servicePolicies } from '../../storage/policies.ts'

export const branches = pgTable(
  'branches',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    code: text('code').notNull().unique(),
    name: text('name').notNull(),
    /** The department of the directory that it was taken from, or was found to be. */
    department: text('department').unique(),
  },
  () => openToRead('branches'),
)

export const teams = pgTable(
  'teams',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    name: text('name').notNull().unique(),
    branchId: integer('branch_id')
      .notNull()
      .references(() => branches.id),
    /** Conversation of the team, where its digest is posted. */
    conversation: text('conversation'),
    /** The department of the directory that it was taken from, or was found to be. */
    department: text('department').unique(),
  },
  () => openToRead('teams'),
)

export const employees = pgTable(
  'employees',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    /** 工号. */
    number: text('number').notNull().unique(),
    name: text('name').notNull(),
    role: text('role', { enum: ['rm', 'supervisor', 'head', 'administrator', 'auditor'] }).notNull(),
    teamId: integer('team_id').references(() => teams.id),
    branchId: integer('branch_id').references(() => branches.id),
    /** The supervisor for whom this one stands in. */
    deputyOf: integer('deputy_of'),
    /** The superior that the directory names; asked first among those who may decide. It gives no right by itself. */
    leaderId: integer('leader_id'),
    account: text('account').unique(),
    unionAccount: text('union_account').unique(),
    userAccount: text('user_account').unique(),
    /** Private conversation with the bot, once it is known. */
    conversation: text('conversation'),
    status: text('status', { enum: ['active', 'frozen', 'left'] })
      .notNull()
      .default('active'),
    /** Who gives a lost access back: the directory where it froze the account itself, else the operator only. */
    statusBy: text('status_by', { enum: ['operator', 'directory'] }),
    /** The person's setting, else the language last written in; null until something was written. */
    language: text('language', { enum: ['zh', 'en'] }),
    /** 总是先确认: ask before every write. */
    alwaysConfirm: boolean('always_confirm').notNull().default(false),
  },
  (t) => [index('employees_team').on(t.teamId), ...openToRead('employees')],
)

/** Days on which an employee is away; both days included. The deputy named here goes before the standing one. */
export const absences = pgTable(
  'absences',
  {
    employeeId: integer('employee_id')
      .notNull()
      .references(() => employees.id),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on').notNull(),
    deputyId: integer('deputy_id').references(() => employees.id),
  },
  (t) => [primaryKey({ columns: [t.employeeId, t.fromOn] }), ...openToRead('absences')],
)

/** One-time codes with which a person binds a chat account to an employee. Only the code's keyed hash is kept. */
export const bindingCodes = pgTable(
  'binding_codes',
  {
    employeeId: integer('employee_id')
      .primaryKey()
      .references(() => employees.id),
    codeHash: text('code_hash').notNull(),
    triesLeft: integer('tries_left').notNull(),
    expiresAt: instant('expires_at').notNull(),
    issuedBy: integer('issued_by'),
  },
  () => servicePolicies('binding_codes'),
)
