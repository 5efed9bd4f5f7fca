// Who did what, written in the same transaction as the deed; the chain that is closed over it, and its signed checkpoints.
// Append-only for everybody, the owner too (triggers in the migrations); no personal data, only ids.

import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, jsonb, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { JsonObject } from '../../../cards/kit/index.ts'
import { bytes, instant } from '../../storage/columns.ts'
import {
  appRole,
  keeperPolicy,
  noneRole,
  servicePolicies,
  serviceRole,
  teamRole,
  writeOnlyPolicies,
} from '../../storage/policies.ts'

export const audit = pgTable(
  'audit',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    actorId: integer('actor_id'),
    /** `noun.verb`, the capability or action. */
    action: text('action').notNull(),
    result: text('result', { enum: ['done', 'refused'] }).notNull(),
    entity: text('entity'),
    entityId: text('entity_id'),
    customerId: uuid('customer_id'),
    facts: jsonb('facts').$type<JsonObject>().notNull().default({}),
    /** Idempotency key of the message or click that caused it. */
    inboundId: text('inbound_id'),
  },
  (t) => [
    index('audit_of_customer').on(t.customerId, t.at),
    index('audit_at').on(t.at),
    ...writeOnlyPolicies('audit', t.actorId),
    keeperPolicy('audit'),
    pgPolicy('audit_read_auditor', {
      for: 'select',
      to: noneRole,
      using: sql`(select current_setting('app.role', true)) = 'auditor'`,
    }),
    pgPolicy('audit_read_team', {
      for: 'select',
      to: teamRole,
      using: sql`${t.customerId} in (select id from customers)`,
    }),
  ],
)

/**
 * Entries that are committed and not yet in the chain. A trigger on `audit` fills it in the writer's transaction, so
 * whatever commits late is still found; the sealer empties it. No key: nobody looks anything up in it.
 */
export const auditUnsealed = pgTable('audit_unsealed', { auditId: uuid('audit_id').notNull() }, () => [
  pgPolicy('audit_unsealed_add', { for: 'insert', to: appRole, withCheck: sql`true` }),
  pgPolicy('audit_unsealed_add_none', { for: 'insert', to: noneRole, withCheck: sql`true` }),
  pgPolicy('audit_unsealed_read_none', { for: 'select', to: noneRole, using: sql`true` }),
  pgPolicy('audit_unsealed_read_team', { for: 'select', to: teamRole, using: sql`true` }),
  ...servicePolicies('audit_unsealed'),
  keeperPolicy('audit_unsealed'),
])

/** The chain: each link's hash covers its number, the hash before it and the whole entry. Numbers have no gap. */
export const auditChain = pgTable(
  'audit_chain',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    auditId: uuid('audit_id').notNull().unique(),
    hash: bytes('hash').notNull(),
    prevHash: bytes('prev_hash').notNull(),
    sealedAt: instant('sealed_at').notNull(),
  },
  () => chainPolicies('audit_chain'),
)

/** Signed statements of how far the chain went and with which hash; each is also kept outside of the database. */
export const auditCheckpoints = pgTable(
  'audit_checkpoints',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    hash: bytes('hash').notNull(),
    at: instant('at').notNull(),
    keyId: text('key_id').notNull(),
    signature: text('signature').notNull(),
    /** Whether it was posted to the checkpoint conversation too. */
    posted: boolean('posted').notNull(),
  },
  () => [
    ...chainPolicies('audit_checkpoints'),
    pgPolicy('audit_checkpoints_service', { for: 'select', to: serviceRole, using: sql`true` }),
  ],
)

// Hashes and numbers tell nothing of anybody: those who may read the trail see how far it is closed.
function chainPolicies(name: string) {
  return [
    pgPolicy(`${name}_read_none`, { for: 'select', to: noneRole, using: sql`true` }),
    pgPolicy(`${name}_read_team`, { for: 'select', to: teamRole, using: sql`true` }),
    keeperPolicy(name),
  ]
}
