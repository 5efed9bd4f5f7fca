// Makes a small synthetic bank large inside the database: copies of its customers with ids, codes and indexes of their
// own, spread over as many more relationship managers. Sealing a million phone numbers would measure the sealing.

import { type SQL, sql } from 'drizzle-orm'
import postgres from 'postgres'
import type { Store } from '../src/storage/database.ts'
import { asKeeper } from '../src/storage/scope.ts'

/** Customers of one relationship manager, as in the mission's middle-sized branch. */
const PER_MANAGER = 250

/**
 * Copies customers until there are `total`. The first rows stay as they are, so whoever was known is still found.
 * Copies have random blind indexes, as other phone numbers would.
 */
export async function multiplyBank(store: Store, total: number): Promise<void> {
  await asKeeper(store.db, 'bench', async (tx) => {
    const run = (statement: SQL) => tx.execute(statement)
    await run(sql`create temporary table seedling on commit drop as
      select id, name, row_number() over (order by code) as n, count(*) over () as many from customers where kind = 'person'`)
    await run(sql`create temporary table copy on commit drop as
      select gen_random_uuid() as id, s.id as of_id, s.name,
        (row_number() over () - 1) as n
      from seedling s, generate_series(1, ceil(${total}::numeric / (select max(many) from seedling))::int) g
      limit greatest(0, ${total} - (select count(*) from customers))`)
    await run(sql`create temporary table manager on commit drop as
      select id, team_id, branch_id, row_number() over (order by id) - 1 as n, count(*) over () as many
      from employees where role = 'rm'`)
    await run(sql`create temporary table planted on commit drop as
      select c.id, c.of_id, c.name, m.id as owner_id, m.team_id, m.branch_id
      from copy c join manager m on m.n = (c.n / ${PER_MANAGER}) % m.many`)
    await run(sql`insert into customers (id, code, kind, name, gender, level, phone_index, phone_tail_index, owner_id, team_id, branch_id, created_at)
      select id, 'X' || row_number() over (), 'person', name, 'male', '普通', decode(md5(id::text), 'hex'), decode(md5((hashtext(id::text) % 10000)::text), 'hex'),
        owner_id, team_id, branch_id, now() from planted`)
    await run(sql`insert into customer_names (customer_id, key, owner_id, team_id, branch_id)
      select p.id, k.key, p.owner_id, p.team_id, p.branch_id from planted p join customer_names k on k.customer_id = p.of_id`)
  })
}

/** Refreshes what the planner knows. The tables' owner does it, outside of anybody's scope. */
export async function analyseBank(url: string): Promise<void> {
  const owner = postgres(url, { max: 1, onnotice: () => undefined })
  for (const table of ['customers', 'customer_names']) await owner.unsafe(`vacuum analyze ${table}`)
  await owner.end()
}
