// The known ways around row-level security, each tried on every database of this run. What needs a table or a view of
// its own is made inside a transaction that is rolled back, as the database's administrator.

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Reach, Role } from '../../src/core/actor.ts'
import { newId } from '../../src/core/ids.ts'
import { customers } from '../../src/features/customers/schema.ts'
import { branches, employees, teams } from '../../src/features/people/schema.ts'
import { tickets } from '../../src/features/tickets/schema.ts'
import { rowsOf, type Store, type Transaction } from '../../src/storage/database.ts'
import { asKeeper, inScope, takeScope } from '../../src/storage/scope.ts'
import { allHomes, type TestHome } from '../support/open-homes.ts'
import { CATALOG_LINT } from './catalog-lint.ts'

const now = new Date('2026-11-21T10:00:00+08:00')

function actor(id: number, role: Role, reach: Reach, teamId: number | null, branchId: number | null): Actor {
  return {
    id,
    account: `ou_${id}`,
    name: `n${id}`,
    role,
    reach,
    teamId,
    branchId,
    language: null,
    alwaysConfirm: false,
    frozen: false,
  }
}

const rm = actor(1, 'rm', 'own', 1, 1)
const colleague = actor(2, 'rm', 'own', 1, 1)
const supervisor = actor(3, 'supervisor', 'team', 1, 1)
const branchHead = actor(5, 'head', 'branch', null, 1)
const bankHead = actor(7, 'head', 'bank', null, null)
const everybody = [rm, colleague, supervisor, branchHead, bankHead]

const CUSTOMER_TABLES = [
  'customer_names',
  'holdings',
  'follow_ups',
  'tasks',
  'opportunities',
  'tickets',
] as const

/** A change of each table that has no version. */
const CHANGES: Readonly<Record<string, string>> = {
  customer_names: "key = 'k'",
  holdings: 'amount_fen = 1',
}

class RolledBack extends Error {}

/** Does something as the database's administrator, and takes it back whatever came of it. */
async function asAdministrator<R>(store: Store, work: (tx: Transaction) => Promise<R>): Promise<R> {
  let result: { readonly value: R } | undefined
  await store.db
    .transaction(async (tx) => {
      await tx.execute(sql`set local role none`)
      result = { value: await work(tx) }
      throw new RolledBack()
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof RolledBack)) throw thrown
    })
  if (result === undefined) throw new Error('nothing was done')
  return result.value
}

const names = async (tx: Transaction, from = 'customers'): Promise<readonly string[]> =>
  rowsOf<{ name: string }>(await tx.execute(sql.raw(`select name from ${from} order by name`))).map(
    ({ name }) => name,
  )

/** What the database said to a statement: its error, or `done` and how many rows came back. */
async function answerTo(work: Promise<unknown>): Promise<string> {
  return work.then(
    (result) => `done: ${rowsOf(result).length}`,
    (error: { readonly cause?: { readonly message?: string } }) => error.cause?.message ?? 'failed',
  )
}

/** Inserts a row about a customer, with the owner, team and branch of whoever tries. */
function attach(tx: Transaction, table: (typeof CUSTOMER_TABLES)[number], customerId: string, who: Actor) {
  const own = sql`${customerId}::uuid, ${who.id}::int, ${who.teamId}::int, ${who.branchId}::int`
  const owned = sql.raw('customer_id, owner_id, team_id, branch_id')
  const id = newId(now)
  const at = now.toISOString()
  switch (table) {
    case 'customer_names':
      return tx.execute(sql`insert into customer_names (key, ${owned}) values ('k', ${own})`)
    case 'holdings':
      return tx.execute(
        sql`insert into holdings (id, product, amount_fen, ${owned}) values (${id}, 'p', 1, ${own})`,
      )
    case 'follow_ups':
      return tx.execute(
        sql`insert into follow_ups (id, author_id, content, happened_at, created_at, ${owned}) values (${id}, ${who.id}, 'c', ${at}, ${at}, ${own})`,
      )
    case 'tasks':
      return tx.execute(
        sql`insert into tasks (id, assignee_id, title, created_by, created_at, ${owned}) values (${id}, ${who.id}, 't', ${who.id}, ${at}, ${own})`,
      )
    case 'opportunities':
      return tx.execute(
        sql`insert into opportunities (id, name, product, stage, stage_changed_at, created_by, created_at, ${owned}) values (${id}, 'n', 'p', 'proposal', ${at}, ${who.id}, ${at}, ${own})`,
      )
    case 'tickets':
      return tx.execute(
        sql`insert into tickets (id, requester_id, handler_id, kind, content, status, created_at, ${owned}) values (${id}, ${who.id}, ${who.id}, 'inquiry', 'c', 'open', ${at}, ${own})`,
      )
  }
}

describe.each(allHomes)('row-level security on $name', ({ open }) => {
  let home: TestHome
  let store: Store
  const mine = newId(now)
  const hidden = newId(now)
  const ticket = newId(now)
  const approval = newId(now)

  beforeAll(async () => {
    home = await open()
    store = home.store
    await asKeeper(store.db, 'test', async (tx) => {
      await tx.insert(branches).values({ id: 1, code: 'B1', name: 'b1' })
      await tx.insert(teams).values({ id: 1, name: 't1', branchId: 1 })
      await tx.insert(employees).values(
        everybody.map(({ id, name, role, teamId, branchId }) => ({
          id,
          number: String(id),
          name,
          role,
          teamId,
          branchId,
        })),
      )
      const phoneIndex = new Uint8Array(16).fill(9)
      await tx.insert(customers).values([
        { id: mine, name: 'mine', ownerId: 1, teamId: 1, branchId: 1, createdAt: now },
        { id: hidden, name: 'hidden', phoneIndex, ownerId: 2, teamId: 1, branchId: 1, createdAt: now },
      ])
      await tx.insert(tickets).values({
        id: ticket,
        customerId: mine,
        requesterId: 1,
        handlerId: 3,
        kind: 'rate',
        content: 'c',
        status: 'waiting',
        ownerId: 1,
        teamId: 1,
        branchId: 1,
        createdAt: now,
      })
      await tx.execute(
        sql`insert into approvals (id, ticket_id, approver_id, created_at) values (${approval}, ${ticket}, 3, ${now.toISOString()})`,
      )
    })
  })
  afterAll(() => home.close())

  it('1: the owner of the tables is bound too, because it is forced', async () => {
    const seen = await asAdministrator(store, async (tx) => {
      await tx.execute(sql`create role larkspur_test_owner nologin`)
      await tx.execute(sql`grant usage, create on schema public to larkspur_test_owner`)
      await tx.execute(sql`alter table customers owner to larkspur_test_owner`)
      await tx.execute(sql`set local role larkspur_test_owner`)
      return names(tx)
    })
    expect(seen).toEqual([])
  })

  it('2: a view shows what its reader may see only with security_invoker, and the lint finds one without', async () => {
    await asAdministrator(store, async (tx) => {
      await tx.execute(sql`create view careful with (security_invoker = true) as select * from customers`)
      await tx.execute(sql`create view careless as select * from customers`)
      await tx.execute(sql`grant select on careful, careless to larkspur_app`)
      await takeScope(tx, rm)
      expect(await names(tx, 'careful')).toEqual(['mine'])
      expect(await names(tx, 'careless')).toEqual(['hidden', 'mine'])
      expect(rowsOf(await tx.execute(CATALOG_LINT))).toEqual([
        { fault: 'a view without security_invoker', name: 'careless' },
      ])
    })
  })

  it('3: a function with the rights of its maker is found by the lint', async () => {
    await asAdministrator(store, async (tx) => {
      await tx.execute(
        sql`create function everything() returns bigint language sql security definer as 'select count(*) from customers'`,
      )
      expect(rowsOf(await tx.execute(CATALOG_LINT))).toEqual([
        { fault: 'a function with the rights of its maker', name: 'everything' },
      ])
    })
  })

  it('4: a materialised view is found by the lint', async () => {
    await asAdministrator(store, async (tx) => {
      await tx.execute(sql`create materialized view kept as select * from customers`)
      expect(rowsOf(await tx.execute(CATALOG_LINT))).toEqual([{ fault: 'a materialised view', name: 'kept' }])
    })
  })

  it.each([
    ['empty, as a setting reads once it was set and the transaction ended', ''],
    ['somebody who does not exist', '99999'],
  ])('5: a setting that is %s stands for nobody', async (_what, employee) => {
    const seen = await store.db.transaction(async (tx) => {
      await tx.execute(
        sql`select set_config('role', 'larkspur_own', true), set_config('app.employee', ${employee}, true)`,
      )
      return names(tx)
    })
    expect(seen).toEqual([])
  })

  it('5: a role without any setting sees nothing and writes nothing', async () => {
    for (const role of ['larkspur_own', 'larkspur_team', 'larkspur_branch']) {
      for (const table of ['customers', 'approvals', 'audit', 'pending', 'schedules', ...CUSTOMER_TABLES]) {
        const seen = await answerTo(
          store.db.transaction(async (tx) => {
            await tx.execute(
              sql`select set_config('role', ${role}, true), set_config('app.employee', '', true), set_config('app.team', '', true), set_config('app.branch', '', true)`,
            )
            return tx.execute(sql.raw(`select * from ${table}`))
          }),
        )
        expect([role, table, seen]).toEqual([
          role,
          table,
          expect.stringMatching(/^done: 0$|permission denied/),
        ])
      }
    }
    const written = store.db.transaction(async (tx) => {
      await tx.execute(
        sql`select set_config('role', 'larkspur_own', true), set_config('app.employee', '', true)`,
      )
      return attach(tx, 'tasks', mine, rm)
    })
    expect(await answerTo(written)).toContain('row-level security')
  })

  it('5: a setting that carries SQL is no employee', async () => {
    const seen = store.db.transaction(async (tx) => {
      await tx.execute(
        sql`select set_config('role', 'larkspur_own', true), set_config('app.employee', ${"1' or '1'='1"}, true)`,
      )
      return tx.execute(sql`select * from customers`)
    })
    expect(await answerTo(seen)).toContain('invalid input syntax for type integer')
  })

  it('6: of many people on few connections, some of whose work fails, each sees their own', async () => {
    const tries = Array.from({ length: 120 }, async (_, turn) => {
      const who = turn % 2 === 0 ? rm : colleague
      const seen = inScope(store.db, who, async (tx) => {
        const found = await names(tx)
        if (turn % 5 === 0) throw new RolledBack()
        if (turn % 7 === 0) await tx.execute(sql`select 1 / 0`)
        return found
      })
      const found = await seen.catch(() => null)
      if (found !== null) expect(found).toEqual([who === rm ? 'mine' : 'hidden'])
      await expect(store.db.execute(sql`select * from customers`)).rejects.toThrow()
    })
    await Promise.all(tries)
  })

  it('6: a failed savepoint takes nobody else’s scope along', async () => {
    const seen = await inScope(store.db, rm, async (tx) => {
      await tx
        .transaction(async (inner) => {
          await takeScope(inner, colleague)
          throw new RolledBack()
        })
        .catch(() => undefined)
      return names(tx)
    })
    expect(seen).toEqual(['mine'])
  })

  it('8: no unique key stands on anything personal, so nobody learns of a customer by a duplicate', async () => {
    const keys = rowsOf<{ key: string }>(
      await store.db.execute(sql`
        select c.relname || ': ' || string_agg(a.attname, ', ' order by a.attnum) as key
        from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where n.nspname = 'public' and i.indisunique and not i.indisprimary
          and c.relname in ('customers', 'customer_names', 'holdings', 'follow_ups', 'tasks', 'opportunities', 'tickets', 'approvals')
        group by c.relname, i.indexrelid order by 1`),
    ).map(({ key }) => key)
    // Numbers that the database gives out, and the key that carries the ownership.
    expect(keys).toEqual([
      'customers: code',
      'customers: id, owner_id, team_id, branch_id',
      'tickets: number',
    ])
    const twin = await inScope(store.db, rm, (tx) =>
      tx
        .insert(customers)
        .values({
          id: newId(now),
          name: 'twin',
          phoneIndex: new Uint8Array(16).fill(9),
          ownerId: 1,
          teamId: 1,
          branchId: 1,
          createdAt: now,
        })
        .returning({ name: customers.name }),
    )
    expect(twin).toEqual([{ name: 'twin' }])
    await asKeeper(store.db, 'test', (tx) => tx.execute(sql`delete from customers where name = 'twin'`))
  })

  it.each(CUSTOMER_TABLES)('9: a row in %s for a hidden customer fails as one for nobody', async (table) => {
    const tried = (customerId: string) =>
      answerTo(inScope(store.db, rm, (tx) => attach(tx, table, customerId, rm)))
    expect(await tried(hidden)).toMatch(/foreign key/)
    expect(await tried(hidden)).toBe(await tried(newId(now)))
  })

  it.each(CUSTOMER_TABLES)('9: nobody adds a row to %s that belongs to somebody else', async (table) => {
    const added = inScope(store.db, rm, (tx) => attach(tx, table, hidden, colleague))
    expect(await answerTo(added)).toContain('row-level security')
  })

  it('9: nobody adds a customer who belongs to somebody else', async () => {
    const given = { id: newId(now), name: 'given', teamId: 1, branchId: 1, createdAt: now }
    const added = inScope(store.db, rm, (tx) => tx.insert(customers).values({ ...given, ownerId: 2 }))
    expect(await answerTo(added)).toContain('row-level security')
  })

  it('9: an approval for a hidden ticket fails as one for none', async () => {
    const tried = (ticketId: string) =>
      answerTo(
        inScope(store.db, colleague, (tx) =>
          tx.execute(
            sql`insert into approvals (id, ticket_id, approver_id, created_at) values (${newId(now)}, ${ticketId}, 3, ${now.toISOString()})`,
          ),
        ),
      )
    expect(await tried(ticket)).toContain('row-level security')
    expect(await tried(ticket)).toBe(await tried(newId(now)))
  })

  it('10: nothing is deleted along with something else, but the keys of a name with its customer', async () => {
    const cascades = rowsOf<{ name: string }>(
      await store.db.execute(
        sql`select conname as name from pg_constraint where contype = 'f' and confdeltype <> 'a'`,
      ),
    )
    expect(cascades).toEqual([{ name: 'customer_names_customer' }])
    const deleted = inScope(store.db, supervisor, (tx) =>
      tx.execute(sql`delete from customers where id = ${mine}`),
    )
    expect(await answerTo(deleted)).toContain('foreign key')
  })

  it('11: no two policies are added up for the same role, table and command', async () => {
    const doubled = rowsOf(
      await store.db.execute(sql`
        select r.rolname, p.tablename, c.cmd, count(*)::int as policies
        from pg_roles r
          cross join (values ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) c (cmd)
          join pg_policies p on p.schemaname = 'public' and p.permissive = 'PERMISSIVE' and p.cmd in (c.cmd, 'ALL')
            and exists (select from unnest(p.roles) named join pg_roles g on g.rolname = named where pg_has_role(r.oid, g.oid, 'usage'))
        where r.rolname in ('larkspur_own', 'larkspur_team', 'larkspur_branch', 'larkspur_bank', 'larkspur_none', 'larkspur_service')
        group by 1, 2, 3 having count(*) > 1`),
    )
    expect(doubled).toEqual([])
  })

  it('12: a function in a condition is never called with a hidden row', async () => {
    await asAdministrator(store, async (tx) => {
      await tx.execute(sql`create temp table overheard (name text) on commit drop`)
      await tx.execute(sql`grant insert, select on overheard to larkspur_app`)
      await tx.execute(
        sql`create function overhear(name text) returns boolean language plpgsql cost 0.0001 as 'begin insert into overheard values (name); return true; end'`,
      )
      await takeScope(tx, rm)
      await tx.execute(sql`select * from customers where overhear(name)`)
      expect(await names(tx, 'overheard')).toEqual(['mine'])
    })
  })

  it('13: a copy taken in a scope, or by the keeper, fails rather than leave rows out in silence', async () => {
    for (const role of ['larkspur_own', 'larkspur_keeper']) {
      const copied = store.db.transaction(async (tx) => {
        await tx.execute(
          sql`select set_config('role', ${role}, true), set_config('row_security', 'off', true)`,
        )
        return tx.execute(sql`select * from customers`)
      })
      expect(await answerTo(copied)).toContain('would be affected by row-level security')
    }
  })

  it('one prepared plan serves two people, each with their own rows', async () => {
    await store.db.transaction(async (tx) => {
      await takeScope(tx, rm)
      await tx.execute(sql.raw('prepare seen as select name from customers order by name'))
      const run = async (who: Actor) => {
        await takeScope(tx, who)
        return rowsOf<{ name: string }>(await tx.execute(sql.raw('execute seen'))).map(({ name }) => name)
      }
      for (let round = 0; round < 7; round += 1) {
        expect(await run(rm)).toEqual(['mine'])
        expect(await run(colleague)).toEqual(['hidden'])
        expect(await run(supervisor)).toEqual(['hidden', 'mine'])
        expect(await run(branchHead)).toEqual(['hidden', 'mine'])
      }
      await tx.execute(sql.raw('deallocate seen'))
    })
  })

  it('the statistics of the tables show nobody’s values', async () => {
    await asAdministrator(store, (tx) => tx.execute(sql`analyze customers`))
    const seen = await inScope(store.db, rm, (tx) =>
      tx.execute(sql`select * from pg_stats where tablename = 'customers'`),
    )
    expect(rowsOf(seen)).toEqual([])
  })

  it.each([
    ['branch', branchHead],
    ['bank', bankHead],
  ] as const)('a head of a %s changes and removes nothing in any table of customer data', async (_, head) => {
    const statements = ['customers', 'approvals', ...CUSTOMER_TABLES].flatMap((table) => [
      `update ${table} set ${CHANGES[table] ?? 'version = 9'} returning 1`,
      `delete from ${table} returning 1`,
    ])
    for (const statement of statements) {
      const answer = await answerTo(inScope(store.db, head, (tx) => tx.execute(sql.raw(statement))))
      expect([statement, answer]).toEqual([statement, 'done: 0'])
    }
  })

  it.each([
    ['branch', branchHead],
    ['bank', bankHead],
  ] as const)('a head of a %s adds nothing to any table of customer data', async (_, head) => {
    for (const table of CUSTOMER_TABLES) {
      const added = inScope(store.db, head, (tx) => attach(tx, table, mine, { ...rm, id: head.id }))
      expect([table, await answerTo(added)]).toEqual([table, expect.stringContaining('row-level security')])
    }
    const asked = inScope(store.db, head, (tx) =>
      tx.execute(
        sql`insert into approvals (id, ticket_id, approver_id, created_at) values (${newId(now)}, ${ticket}, ${head.id}, ${now.toISOString()})`,
      ),
    )
    expect(await answerTo(asked)).toContain('row-level security')
  })

  it('who asked for an approval cannot decide it, whatever the application lets through', async () => {
    const decided = (who: Actor, decision: string) =>
      answerTo(
        inScope(store.db, who, async (tx) => {
          const rows = await tx.execute(
            sql`update approvals set decision = ${decision}, decided_by = ${who.id} where id = ${approval} returning id`,
          )
          if (rowsOf(rows).length === 1) throw new RolledBack()
          return rows
        }).catch((thrown: unknown) => {
          if (thrown instanceof RolledBack) return [1]
          throw thrown
        }),
      )
    expect(await decided(rm, 'approved')).toContain('row-level security')
    expect(await decided(rm, 'withdrawn')).toBe('done: 1')
    expect(await decided(supervisor, 'approved')).toBe('done: 1')
    await asKeeper(store.db, 'test', (tx) =>
      tx.execute(sql`update tickets set requester_id = 3, handler_id = 1 where id = ${ticket}`),
    )
    expect(await decided(supervisor, 'approved')).toContain('row-level security')
    expect(await decided(supervisor, 'withdrawn')).toBe('done: 1')
  })
})
