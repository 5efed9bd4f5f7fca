// The catalog of a migrated database, linted: a table, view, function or role that opens a way fails the build.

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/storage/database.ts'
import { allHomes, type TestHome } from '../support/open-homes.ts'
import { CATALOG_LINT } from './catalog-lint.ts'

describe.each(allHomes)('the catalog on $name', ({ open }) => {
  let home: TestHome
  beforeAll(async () => {
    home = await open()
  })
  afterAll(() => home.close())

  it('holds no table, view, function or role that opens a way past the policies', async () => {
    expect(rowsOf(await home.store.db.execute(CATALOG_LINT))).toEqual([])
  })

  it('gives the service no right on customer data, and nobody but the service a right on keys and codes', async () => {
    const rights = await rightsOf(home)
    const customerData = [
      'customers',
      'customer_names',
      'holdings',
      'follow_ups',
      'tasks',
      'opportunities',
      'tickets',
      'approvals',
    ]
    for (const role of ['larkspur_service', 'larkspur_none'])
      expect(rights.filter((right) => right.role === role && customerData.includes(right.table))).toEqual([])
    for (const table of ['secrets', 'binding_codes', 'inbox']) {
      const roles = new Set(rights.filter((right) => right.table === table).map(({ role }) => role))
      expect([table, ...roles]).toEqual([table, 'larkspur_service'])
    }
  })

  it('lets nobody change or remove a line of the audit trail', async () => {
    const verbs = new Set(
      (await rightsOf(home)).filter(({ table }) => table === 'audit').map(({ verb }) => verb),
    )
    expect([...verbs].sort()).toEqual(['INSERT', 'SELECT'])
  })
})

interface Right {
  readonly role: string
  readonly table: string
  readonly verb: string
}

/** Every right on a table that a role of ours was given. */
async function rightsOf({ store }: TestHome): Promise<readonly Right[]> {
  return rowsOf<Right>(
    await store.db.execute(sql`
      select r.rolname::text as role, c.relname::text as table, acl.privilege_type::text as verb
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public',
        aclexplode(c.relacl) acl join pg_roles r on r.oid = acl.grantee
      where c.relkind = 'r' and r.rolname like 'larkspur%'`),
  )
}
