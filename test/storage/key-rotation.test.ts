// Keys that change while the bot works: readable throughout, taken up after a crash, the old key provably unused.

import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/admin/commands.ts'
import { newId } from '../../src/core/ids.ts'
import { loadDemoBank } from '../../src/demo/demo-bank.ts'
import { customers } from '../../src/features/customers/schema.ts'
import { recoveryCodes } from '../../src/features/step-up/schema.ts'
import { admitKeys, countKeyUse } from '../../src/storage/data-keys.ts'
import { rowsOf, type Store } from '../../src/storage/database.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import { secrets } from '../../src/storage/plumbing-schema.ts'
import { resealAll } from '../../src/storage/reseal.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import type { RawKey, Sealer } from '../../src/storage/seal.ts'
import { SEALED_TABLES } from '../../src/storage/sealed-columns.ts'
import { OPENING, ZONE } from '../support/bank.ts'
import { allHomes, type TestHome } from '../support/open-homes.ts'

const key = (id: string, fill: number): RawKey => ({ id, key: new Uint8Array(32).fill(fill) })
const OLD = key('k1', 1)
const NEW = key('k2', 2)

describe.each(allHomes)('data keys on $name', ({ open }) => {
  let home: TestHome
  let store: Store
  let old: Sealer
  beforeAll(async () => {
    home = await open()
    store = home.store
    old = await openSealer(store.db, [OLD])
    await loadDemoBank({ store, sealer: old, now: OPENING, zone: ZONE })
    await fillPlumbing(store, old)
  })
  afterAll(() => home.close())

  const admin = async (sealer: Sealer, ...argv: string[]) => {
    const { lines, exitCode } = await runCommand(argv, (work) =>
      work({ store, sealer, now: OPENING, zone: ZONE }),
    )
    return { text: lines.join('\n'), exitCode }
  }
  const phones = () =>
    asKeeper(store.db, 'test', (tx) =>
      tx.select().from(customers).where(sql`${customers.phoneSealed} is not null`).orderBy(customers.id),
    )
  const openPhone = (sealer: Sealer, row: { id: string; phoneSealed: string | null }) =>
    sealer.open({ table: 'customers', column: 'phone', row: row.id }, row.phoneSealed ?? '')

  it('knows every sealed column that the database has', async () => {
    const rows = rowsOf<{ name: string }>(
      await store.db.execute(sql`select c.relname || '.' || a.attname as name from pg_attribute a
        join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and a.attname ~ '(^|_)sealed$' order by 1`),
    )
    const known = SEALED_TABLES.flatMap(({ table, fields }) =>
      fields.map(({ column }) => `${table}.${column}`),
    )
    expect(rows.map(({ name }) => name)).toEqual(known.toSorted())
  })

  it('does not start without a key that it has met, nor with another key under its id', async () => {
    await expect(openSealer(store.db, [NEW])).rejects.toThrow('k1')
    await expect(openSealer(store.db, [key('k1', 9)])).rejects.toThrow('another key')
    expect(await admitKeys(store.db, [OLD])).toEqual([OLD])
  })

  it('refuses to retire the key that seals, and one that fields are under', async () => {
    const both = await openSealer(store.db, [NEW, OLD])
    expect(await admin(both, 'keys', 'retire', 'k2')).toMatchObject({ exitCode: 64 })
    const refused = await admin(both, 'keys', 'retire', 'k1')
    expect(refused.exitCode).toBe(1)
    expect(refused.text).toContain('keys rotate')
    expect(await constraints(store)).toEqual([])
  })

  it('stops where a process ends, everything readable, and goes on from there', async () => {
    const both = await openSealer(store.db, [NEW, OLD])
    let batches = 0
    const killed = resealAll(store.db, both, () => {
      batches += 1
      // As if the process ended between two batches: those before are committed, nothing after them happens.
      if (batches === 6) throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    const uses = new Set((await countKeyUse(store.db)).map(({ keyId }) => keyId))
    expect(uses).toEqual(new Set(['k1', 'k2']))
    for (const row of await phones()) expect(await openPhone(both, row)).toMatch(/^1\d{10}$/)
  })

  it('is readable and writable throughout, and every field ends under the new key', async () => {
    const both = await openSealer(store.db, [NEW, OLD])
    // An instance that was not restarted yet: it knows both keys and still seals with the old one.
    const late = await openSealer(store.db, [OLD, NEW])
    const before = await plainPhones(await phones(), both)
    const [written] = await phones()
    let running = true
    const reading = (async () => {
      let reads = 0
      for (; running; reads += 1) expect((await plainPhones(await phones(), late)).length).toBe(before.length)
      return reads
    })()
    const writing = (async () => {
      for (let i = 0; running; i += 1) {
        const phone = `139${String(i).padStart(8, '0')}`
        const phoneSealed = await late.seal(
          { table: 'customers', column: 'phone', row: written?.id ?? '' },
          phone,
        )
        await asKeeper(store.db, 'test', (tx) =>
          tx
            .update(customers)
            .set({ phoneSealed })
            .where(eq(customers.id, written?.id ?? '')),
        )
      }
    })()
    await resealAll(store.db, both)
    running = false
    expect(await reading).toBeGreaterThan(0)
    await writing
    // What the late instance sealed meanwhile is brought over by the next call, and the one after has nothing to do.
    expect((await admin(both, 'keys', 'rotate')).exitCode).toBe(0)
    const again = await admin(both, 'keys', 'rotate')
    expect(again.text).toContain('customers\t0 sealed anew')
    expect(new Set((await countKeyUse(store.db)).map(({ keyId }) => keyId))).toEqual(new Set(['k2']))
    const after = await plainPhones(await phones(), both)
    expect(after.slice(1)).toEqual(before.slice(1))
    expect((await admin(both, 'keys', 'list')).text).toContain('k1\tno field\t0')
  })

  it('opens everything of the plumbing under the new key', async () => {
    const both = await openSealer(store.db, [NEW, OLD])
    for (const { table, key: id, fields } of SEALED_TABLES.filter(({ reach }) => reach === 'service')) {
      for (const { column, place } of fields) {
        const rows = rowsOf<{ id: string; sealed: string }>(
          await store.db.execute(
            sql`select ${sql.identifier(id)}::text as id, ${sql.identifier(column)} as sealed from ${sql.identifier(table)}
              where ${sql.identifier(column)} is not null`,
          ),
        )
        expect([table, rows.length > 0]).toEqual([table, true])
        for (const row of rows)
          expect(await both.open({ table, column: place, row: row.id }, row.sealed)).not.toBe('')
      }
    }
  })

  it('names a field that does not open, leaves it as it is, and does not call the work done', async () => {
    const both = await openSealer(store.db, [NEW, OLD])
    await store.db.insert(secrets).values({ name: 'audit_signing_key', sealed: 'g1.k1.AAAA' })
    const rotated = await admin(both, 'keys', 'rotate')
    expect(rotated.exitCode).toBe(1)
    expect(rotated.text).toContain('secrets\taudit_signing_key\tdoes not open')
    await store.db.delete(secrets).where(eq(secrets.name, 'audit_signing_key'))
  })

  it('has the database itself refuse a retired key, and every start that would seal with it', async () => {
    const both = await openSealer(store.db, [NEW, OLD])
    const late = await openSealer(store.db, [OLD, NEW])
    expect((await admin(both, 'keys', 'retire', 'k1')).text).toContain('take it out of PII_KEYS')
    const [row] = await phones()
    const phoneSealed = await old.seal(
      { table: 'customers', column: 'phone', row: row?.id ?? '' },
      '13800000000',
    )
    await expect(
      asKeeper(store.db, 'test', (tx) =>
        tx
          .update(customers)
          .set({ phoneSealed })
          .where(eq(customers.id, row?.id ?? '')),
      ),
    ).rejects.toMatchObject({ cause: { code: '23514' } })
    expect(await constraints(store)).toEqual(SEALED_TABLES.map(({ table }) => table).toSorted())
    await expect(openSealer(store.db, [OLD, NEW])).rejects.toThrow('retired')
    await expect(late.refresh()).rejects.toThrow('retired')
    // A ciphertext under it opens nowhere any more, also where the key is still configured.
    await both.refresh()
    expect(both.keyIds).toEqual(['k2'])
    await expect(openPhone(both, { id: row?.id ?? '', phoneSealed })).rejects.toThrow('k1')
    expect((await openSealer(store.db, [NEW])).keyId).toBe('k2')
  })
})

describe.each(allHomes)('the index key on $name', ({ open }) => {
  let home: TestHome
  let store: Store
  beforeAll(async () => {
    home = await open()
    store = home.store
    await loadDemoBank({ store, sealer: await openSealer(store.db, [OLD]), now: OPENING, zone: ZONE })
  })
  afterAll(() => home.close())

  const later = (minutes: number) => new Date(OPENING.getTime() + minutes * 60_000)
  const rotate = async (sealer: Sealer, now: Date, ...flags: string[]) => {
    const { lines, exitCode } = await runCommand(['keys', 'rotate-index', ...flags], (work) =>
      work({ store, sealer, now, zone: ZONE }),
    )
    return { text: lines.join('\n'), exitCode }
  }
  const finds = async (sealer: Sealer) => {
    const forms = await sealer.indexes('phone', '13800001234')
    return asKeeper(store.db, 'test', (tx) => tx.$count(customers, inArray(customers.phoneIndex, [...forms])))
  }

  it('is replaced in three steps, with every customer found at each of them by every instance', async () => {
    const instance = await openSealer(store.db, [OLD])
    const before = await instance.index('phone', '13800001234')
    expect((await rotate(instance, later(0))).text).toContain('made known')
    expect(await rotate(instance, later(1))).toMatchObject({ exitCode: 1 })
    await instance.refresh()
    expect(await instance.index('phone', '13800001234')).toEqual(before)
    expect(await instance.indexes('phone', '13800001234')).toHaveLength(2)
    expect((await rotate(instance, later(3))).text).toContain('written now')
    // One that has not read its keys again since writes the old form; both find what either wrote.
    const fresh = await openSealer(store.db, [OLD])
    expect(await fresh.index('phone', '13800001234')).not.toEqual(before)
    expect([await finds(instance), await finds(fresh)]).toEqual([1, 1])
    const code = {
      id: newId(later(1)),
      employeeId: 1,
      codeHash: await instance.index('recovery_code', '1:x'),
    }
    await store.db.insert(recoveryCodes).values(code)
    expect((await rotate(fresh, later(4))).text).toContain('not yet')
    expect((await rotate(fresh, later(6))).text).toContain('1 unused recovery codes')
    expect([await finds(instance), await finds(fresh)]).toEqual([1, 1])
    expect((await rotate(fresh, later(7), '--void-recovery-codes')).text).toContain('0 customers')
    await fresh.refresh()
    expect(await fresh.indexes('phone', '13800001234')).toHaveLength(1)
    expect(await finds(fresh)).toBe(1)
    expect(await store.db.$count(recoveryCodes)).toBe(0)
    const others = await asKeeper(store.db, 'test', (tx) =>
      tx.$count(customers, eq(customers.phoneIndex, before)),
    )
    expect(others).toBe(0)
  })
})

async function plainPhones(
  rows: readonly { id: string; phoneSealed: string | null }[],
  sealer: Sealer,
): Promise<readonly string[]> {
  return Promise.all(
    rows.map((row) =>
      sealer.open({ table: 'customers', column: 'phone', row: row.id }, row.phoneSealed ?? ''),
    ),
  )
}

/** Tables that refuse the fields of a retired key. */
async function constraints({ db }: Store): Promise<readonly string[]> {
  const rows = rowsOf<{ name: string }>(
    await db.execute(sql`select c.relname::text as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.conname = 'retired_key_k1' and k.convalidated order by 1`),
  )
  return rows.map(({ name }) => name)
}

/** A row with a sealed field in every table of the plumbing. */
async function fillPlumbing({ db }: Store, sealer: Sealer): Promise<void> {
  const id = '019c0000-0000-7000-8000-000000000001'
  const seal = (table: string, column: string, row: string) =>
    sealer.seal({ table, column, row }, 'something')
  await db.execute(sql`insert into inbox (id, conversation, kind, body_sealed, received_at)
    values ('om_1', 'oc_1', 'message', ${await seal('inbox', 'body', 'om_1')}, now())`)
  await db.execute(sql`insert into pending (id, employee_id, conversation, kind, body_sealed, created_at, expires_at)
    values (${id}, 1, 'oc_1', 'question', ${await seal('pending', 'body', id)}, now(), now())`)
  await db.execute(sql`insert into second_factors (employee_id, secret_sealed, tries_left)
    values (1, ${await seal('second_factors', 'secret', '1')}, 5)`)
}
