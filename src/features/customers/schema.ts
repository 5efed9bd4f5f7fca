// Customers, the keys by which they are found, and what they hold.

import { sql } from 'drizzle-orm'
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, fen, instant, plainOrderText } from '../../storage/columns.ts'
import { ownedBy } from '../../storage/owned.ts'
import { openToRead, ownedPolicies } from '../../storage/policies.ts'
import { employees } from '../people/schema.ts'

/** A person or a company. Sealed columns hold ciphertext; their `…Index` columns hold the blind index. */
export const customers = pgTable(
  'customers',
  {
    id: uuid('id').primaryKey(),
    /** `C` and six digits, unique in the whole bank. */
    code: text('code').notNull().unique().default(sql`'C' || lpad(nextval('customer_code')::text, 6, '0')`),
    kind: text('kind', { enum: ['person', 'company'] })
      .notNull()
      .default('person'),
    name: text('name').notNull(),
    gender: text('gender', { enum: ['male', 'female'] }),
    level: text('level'),
    risk: text('risk'),
    phoneSealed: text('phone_sealed'),
    phoneIndex: bytes('phone_index'),
    phoneTailIndex: bytes('phone_tail_index'),
    idNumberSealed: text('id_number_sealed'),
    idNumberIndex: bytes('id_number_index'),
    cardNumberSealed: text('card_number_sealed'),
    cardNumberIndex: bytes('card_number_index'),
    cardTailIndex: bytes('card_tail_index'),
    emailSealed: text('email_sealed'),
    address: text('address'),
    city: text('city'),
    company: text('company'),
    /** For a company: the person to talk to. */
    contactName: text('contact_name'),
    occupation: text('occupation'),
    incomeFen: fen('income_fen'),
    birthday: date('birthday'),
    source: text('source'),
    tags: text('tags').array().notNull().default(sql`'{}'::text[]`),
    /** The bank's own fields, by name. */
    extra: jsonb('extra').$type<{ readonly [field: string]: string }>().notNull().default({}),
    ...ownedBy,
    lastContactAt: instant('last_contact_at'),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    unique('customers_ownership').on(t.id, t.ownerId, t.teamId, t.branchId),
    foreignKey({ columns: [t.ownerId], foreignColumns: [employees.id], name: 'customers_owner' }),
    index('customers_of_owner').on(t.ownerId),
    index('customers_of_team').on(t.teamId),
    index('customers_of_branch').on(t.branchId),
    index('customers_phone').on(t.phoneIndex),
    index('customers_phone_tail').on(t.phoneTailIndex),
    index('customers_id_number').on(t.idNumberIndex),
    index('customers_card_number').on(t.cardNumberIndex),
    index('customers_card_tail').on(t.cardTailIndex),
    ...ownedPolicies('customers', t),
  ],
)

/**
 * Keys by which a name is found, each a prefix search: the name and its tails (李建国, 建国, 国), full pinyin, initials.
 * A prefix is a range over byte order, which is leakproof, so an index serves it under every policy.
 */
export const customerNames = pgTable(
  'customer_names',
  {
    customerId: uuid('customer_id').notNull(),
    key: plainOrderText('key').notNull(),
    ...ownedBy,
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.key] }),
    foreignKey({
      name: 'customer_names_customer',
      columns: [t.customerId, t.ownerId, t.teamId, t.branchId],
      foreignColumns: [customers.id, customers.ownerId, customers.teamId, customers.branchId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    index('customer_names_of_owner').on(t.ownerId, t.key),
    index('customer_names_of_team').on(t.teamId, t.key),
    index('customer_names_of_branch').on(t.branchId, t.key),
    index('customer_names_key').on(t.key),
    ...ownedPolicies('customer_names', t),
  ],
)

/** What the bank sells. */
export const products = pgTable(
  'products',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    name: text('name').notNull().unique(),
    kind: text('kind').notNull(),
    /** R1 to R5. */
    risk: text('risk').notNull(),
  },
  () => openToRead('products'),
)

/** A product that a customer holds with us. */
export const holdings = pgTable(
  'holdings',
  {
    id: uuid('id').primaryKey(),
    customerId: uuid('customer_id').notNull(),
    product: text('product').notNull(),
    amountFen: fen('amount_fen').notNull(),
    maturesOn: date('matures_on'),
    rate: numeric('rate'),
    ...ownedBy,
  },
  (t) => [
    foreignKey({
      name: 'holdings_customer',
      columns: [t.customerId, t.ownerId, t.teamId, t.branchId],
      foreignColumns: [customers.id, customers.ownerId, customers.teamId, customers.branchId],
    }).onUpdate('cascade'),
    index('holdings_of_customer').on(t.customerId),
    index('holdings_maturing').on(t.ownerId, t.maturesOn),
    ...ownedPolicies('holdings', t),
  ],
)
