// Sabotages of the wall: policies, rights, scope, seal, locks and versions.

import type { Mutant } from './mutant.ts'

const PITFALLS = ['test/trust/row-level-security-pitfalls.test.ts']
const CATALOG = ['test/trust/catalog.test.ts']
const SCOPE = ['test/storage/row-level-security.test.ts']
const ORACLE = { tests: ['test/trust/scope-oracle.test.ts'], named: 'to the stores' } as const
const SEAL = ['test/trust/seal.test.ts']
const INBOX = ['test/storage/inbox.test.ts']
const tables = 'migrations/0001_tables.sql'
const guards = 'migrations/0002_guards.sql'
const decisions = 'migrations/0005_approval_policies.sql'
const revoking = 'migrations/0008_gap_kinds_and_revoking.sql'
const WALL = ['test/trust/revoking-wall.test.ts']
const scope = 'src/storage/scope.ts'
const seal = 'src/storage/seal.ts'
const me = "(select nullif(current_setting('app.employee', true), '')::int)"
const myTeam = "(select nullif(current_setting('app.team', true), '')::int)"

export const IN_THE_DATABASE: readonly Mutant[] = [
  {
    what: 'the owner of the tables is not bound',
    file: guards,
    find: 'FORCE ROW LEVEL SECURITY',
    replace: 'ENABLE ROW LEVEL SECURITY',
    tests: CATALOG,
  },
  {
    what: 'a manager sees every customer',
    file: tables,
    find: `TO "larkspur_own" USING ("customers"."owner_id" = ${me})`,
    replace: 'TO "larkspur_own" USING (true)',
    tests: PITFALLS,
  },
  {
    what: 'a manager sees every follow-up',
    file: tables,
    find: `TO "larkspur_own" USING ("follow_ups"."owner_id" = ${me})`,
    replace: 'TO "larkspur_own" USING (true)',
    ...ORACLE,
  },
  {
    what: 'a supervisor sees the tasks of every team',
    file: tables,
    find: `TO "larkspur_team" USING ("tasks"."team_id" = ${myTeam})`,
    replace: 'TO "larkspur_team" USING (true)',
    ...ORACLE,
  },
  {
    what: 'a manager can give rows away',
    file: tables,
    find: `WITH CHECK ("customers"."owner_id" = ${me})`,
    replace: 'WITH CHECK (true)',
    tests: PITFALLS,
  },
  {
    what: 'an empty setting is an error instead of nobody',
    file: tables,
    find: `TO "larkspur_own" USING ("customers"."owner_id" = ${me})`,
    replace: `TO "larkspur_own" USING ("customers"."owner_id" = (select current_setting('app.employee', true)::int))`,
    tests: PITFALLS,
  },
  {
    what: 'a customer takes the follow-ups along when deleted',
    file: tables,
    find: '"follow_ups_customer" FOREIGN KEY ("customer_id","owner_id","team_id","branch_id") REFERENCES "public"."customers"("id","owner_id","team_id","branch_id") ON DELETE no action',
    replace:
      '"follow_ups_customer" FOREIGN KEY ("customer_id","owner_id","team_id","branch_id") REFERENCES "public"."customers"("id","owner_id","team_id","branch_id") ON DELETE cascade',
    tests: PITFALLS,
  },
  {
    what: 'a row may name a customer of somebody else',
    file: tables,
    find: '"follow_ups_customer" FOREIGN KEY ("customer_id","owner_id","team_id","branch_id") REFERENCES "public"."customers"("id","owner_id","team_id","branch_id")',
    replace: '"follow_ups_customer" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id")',
    tests: PITFALLS,
  },
  {
    what: 'a phone number is unique in the bank',
    file: tables,
    find: 'CREATE INDEX "customers_phone" ON',
    replace: 'CREATE UNIQUE INDEX "customers_phone" ON',
    tests: PITFALLS,
  },
  {
    what: 'heads may decide requests',
    file: decisions,
    find: 'AS PERMISSIVE FOR SELECT TO "larkspur_app"',
    replace: 'AS PERMISSIVE FOR ALL TO "larkspur_app"',
    tests: PITFALLS,
  },
  {
    what: 'a supervisor may decide an own request',
    file: revoking,
    find: `or not "approvals"."ticket_id" in (select id from tickets where requester_id = ${me})`,
    replace: 'or true',
    tests: PITFALLS,
  },
  {
    what: 'a supervisor revokes what another decided',
    file: revoking,
    find: `("approvals"."decision" is null or "approvals"."decided_by" = ${me})`,
    replace: 'true',
    tests: WALL,
  },
  {
    what: 'a head who decides changes the request with it',
    file: 'migrations/0009_one_policy_for_heads.sql',
    find: '    OR before - TG_ARGV <> after - TG_ARGV THEN',
    replace: '    THEN',
    tests: WALL,
  },
  {
    what: 'the service may read customers',
    file: guards,
    find: 'ON inbox, outbox, pending, schedules, secrets, binding_codes TO',
    replace: 'ON customers, inbox, outbox, pending, schedules, secrets, binding_codes TO',
    tests: CATALOG,
  },
  {
    what: 'the application may change the audit trail',
    file: guards,
    find: 'GRANT INSERT ON outbox, gaps, audit TO',
    replace: 'GRANT INSERT, UPDATE ON outbox, gaps, audit TO',
    tests: CATALOG,
  },
  {
    what: 'the role outlives the transaction',
    file: scope,
    find: "set_config('role', ${roleNow}, true)",
    replace: "set_config('role', ${roleNow}, false)",
    tests: [...SCOPE, ...PITFALLS],
  },
  {
    what: 'the employee outlives the transaction',
    file: scope,
    find: "set_config('app.employee', ${sql.placeholder('employee')}, true)",
    replace: "set_config('app.employee', ${sql.placeholder('employee')}, false)",
    tests: SCOPE,
  },
  {
    what: 'managers have the reach of their team',
    file: 'src/features/people/store.ts',
    find: "      return 'own'",
    replace: "      return 'team'",
    ...ORACLE,
  },
  {
    what: 'administrators and auditors see the bank',
    file: 'src/features/people/store.ts',
    find: "      return 'none'",
    replace: "      return 'bank'",
    ...ORACLE,
  },
  {
    what: 'a branch head sees the bank',
    file: 'src/features/people/store.ts',
    find: "branchId === null ? 'bank' : 'branch'",
    replace: "'bank'",
    ...ORACLE,
  },
  {
    what: 'without a scope the connection is the owner',
    file: 'src/storage/pglite.ts',
    find: 'set role larkspur_service',
    replace: 'reset role',
    tests: SCOPE,
  },
  {
    what: 'a ciphertext opens in any place',
    file: seal,
    find: 'additional(place), ',
    replace: 'new Uint8Array(), ',
    times: 2,
    tests: SEAL,
  },
  {
    what: 'two places give the same additional data',
    file: seal,
    find: '`${table.length}:${table}${column.length}:${column}${row.length}:${row}`',
    replace: '`${table}${column}${row}`',
    tests: SEAL,
  },
  {
    what: 'a ciphertext opens in another column',
    file: seal,
    find: '${column.length}:${column}',
    replace: '',
    tests: SEAL,
  },
  {
    what: 'the initialisation vector is always the same',
    file: seal,
    find: 'crypto.getRandomValues(new Uint8Array(IV_BYTES))',
    replace: 'new Uint8Array(IV_BYTES)',
    tests: SEAL,
  },
  {
    what: 'equal digits of different kinds have the same index',
    file: seal,
    find: 'encoder.encode(`${kind}:${value}`)',
    replace: 'encoder.encode(value)',
    tests: SEAL,
  },
  {
    what: 'one key serves data and index',
    file: seal,
    find: 'const indexKey = await importIndex(keys.index)',
    replace: 'const indexKey = await importIndex(first.key)',
    tests: SEAL,
  },
  {
    what: 'the index key is kept in the clear',
    file: 'src/storage/index-key.ts',
    find: 'sealed: await wrapping.seal(place, fresh)',
    replace: 'sealed: fresh',
    tests: ['test/features/people/binding.test.ts'],
  },
  {
    what: 'a worker that lost its lease still finishes',
    file: 'src/storage/inbox.ts',
    find: "        eq(inbox.lease, sql.placeholder('lease')),\n",
    replace: '',
    tests: INBOX,
  },
  {
    what: 'messages of a conversation overtake one another',
    file: 'src/storage/inbox.ts',
    find: 'and not exists (select from inbox e where e.conversation = i.conversation and e.done_at is null and e.seq < i.seq)',
    replace: '',
    tests: INBOX,
  },
  {
    what: 'the same message again is new',
    file: 'src/storage/inbox.ts',
    find: '    .onConflictDoNothing()\n',
    replace: '    .onConflictDoUpdate({ target: inbox.id, set: { attempts: 0 } })\n',
    tests: INBOX,
  },
  {
    what: 'an answered message keeps its text',
    file: 'src/storage/inbox.ts',
    find: '      bodySealed: null,\n',
    replace: '',
    tests: INBOX,
  },
  {
    what: 'the posts of somebody who was frozen go on',
    file: 'src/schedule/due-rows.ts',
    find: "employee?.status !== 'active' || ",
    replace: '',
    tests: ['test/schedule/tick.test.ts'],
  },
  {
    what: 'a link of the audit chain forgets the one before',
    file: 'src/storage/audit-link.ts',
    find: '${seq};${previous};${entry}',
    replace: '${seq};${entry}',
    tests: ['test/storage/audit-tampering.test.ts'],
  },
]
