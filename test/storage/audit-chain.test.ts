// The chain over the audit trail, on every database of this run: who may change it, what is sealed, and in which order.

import { asc, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditChain, auditCheckpoints } from '../../src/features/audit/schema.ts'
import { sealAudit } from '../../src/storage/audit-chain.ts'
import { type Checkpoint, checkpointAudit, openSigningKey } from '../../src/storage/audit-checkpoint.ts'
import { toHex, webDigest } from '../../src/storage/audit-link.ts'
import { verifyAudit } from '../../src/storage/audit-verify.ts'
import { rowsOf, type Store, type Transaction } from '../../src/storage/database.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { createSealer, type Sealer } from '../../src/storage/seal.ts'
import { writeEntries } from '../support/audit-entries.ts'
import { allHomes, serverHomes, type TestHome } from '../support/open-homes.ts'

const now = new Date('2026-11-21T10:00:00+08:00')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

/** What the triggers say. */
const APPEND_ONLY = { cause: { message: expect.stringContaining('is append-only') } }

const openKeys = (): Promise<Sealer> =>
  createSealer({ data: [{ id: 't', key: new Uint8Array(32).fill(3) }], index: new Uint8Array(32) })

const readChain = (store: Store) =>
  asKeeper(store.db, 'test', (tx) => tx.select().from(auditChain).orderBy(asc(auditChain.seq)))

async function verify(store: Store, sealer: Sealer, checkpoints: readonly Checkpoint[] = []) {
  const { publicKey } = await openSigningKey(store.db, sealer)
  return asKeeper(store.db, 'test', (tx) => verifyAudit(tx, { publicKey, checkpoints, digest: webDigest }))
}

describe.each(allHomes)('the chain on $name', ({ open }) => {
  let home: TestHome
  let store: Store
  let sealer: Sealer

  beforeAll(async () => {
    home = await open()
    store = home.store
    sealer = await openKeys()
  })
  afterAll(() => home.close())

  it('numbers committed entries without a gap, each link upon the one before', async () => {
    await writeEntries(store.db, 5, now)
    expect(await sealAudit(store.db, now)).toEqual({ count: 5, checkpointDue: true })
    expect(await sealAudit(store.db, now)).toEqual({ count: 0, checkpointDue: true })
    await writeEntries(store.db, 3, now)
    await sealAudit(store.db, later(1))
    const chain = await readChain(store)
    expect(chain.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(chain.slice(1).map(({ prevHash }) => toHex(prevHash))).toEqual(
      chain.slice(0, -1).map(({ hash }) => toHex(hash)),
    )
    expect(await verify(store, sealer)).toMatchObject({ links: 8, waiting: 0, broken: null })
  })

  it('gives a rolled-back writer no number', async () => {
    const before = (await readChain(store)).length
    await store.db
      .transaction(async (tx) => {
        await writeEntries(tx, 4, now)
        throw new Error('rolled back')
      })
      .catch(() => undefined)
    await writeEntries(store.db, 1, now)
    expect((await sealAudit(store.db, now)).count).toBe(1)
    expect((await readChain(store)).map(({ seq }) => seq)).toHaveLength(before + 1)
    expect((await verify(store, sealer)).broken).toBeNull()
  })

  it('makes a checkpoint at once, then after a minute or a thousand links, and not without new links', async () => {
    const first = await checkpointAudit(store.db, sealer, now)
    expect(first?.seq).toBe(9)
    expect(await checkpointAudit(store.db, sealer, later(5))).toBeNull()
    await writeEntries(store.db, 1, now)
    expect((await sealAudit(store.db, now)).checkpointDue).toBe(false)
    expect((await checkpointAudit(store.db, sealer, later(1)))?.seq).toBe(10)
    await writeEntries(store.db, 1000, now)
    expect((await sealAudit(store.db, later(1))).checkpointDue).toBe(true)
    expect((await checkpointAudit(store.db, sealer, later(1)))?.seq).toBe(1010)
    expect(await verify(store, sealer, [first as Checkpoint])).toMatchObject({ checkpoints: 3, broken: null })
  })

  it.each(['audit', 'audit_chain', 'audit_checkpoints'])(
    '%s can only be added to, by whoever it is',
    async (table) => {
      const attempts = [
        `update ${table} set ${table === 'audit' ? "action = 'x'" : 'seq = seq'}`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]
      for (const attempt of attempts) {
        for (const role of ['none', 'larkspur_app', 'larkspur_service', 'larkspur_keeper', 'larkspur_none'])
          await expect(run(store, role, attempt), `${role}: ${attempt}`).rejects.toThrow()
        await expect(asOwner(store, table, attempt), attempt).rejects.toMatchObject(APPEND_ONLY)
        const asReplica = `set local session_replication_role = 'replica'; ${attempt}`
        await expect(run(store, 'none', asReplica)).rejects.toMatchObject(APPEND_ONLY)
      }
    },
  )

  it('a switched-off trigger is named', async () => {
    await run(store, 'none', 'alter table audit disable trigger audit_append_only')
    expect((await verify(store, sealer)).broken?.what).toContain('trigger of audit ')
    await run(store, 'none', 'alter table audit enable always trigger audit_append_only')
    expect((await verify(store, sealer)).broken).toBeNull()
  })

  it('employees can neither read nor write the chain, and no one but the keeper empties the queue', async () => {
    await expect(run(store, 'larkspur_own', 'select * from audit_chain')).rejects.toThrow()
    await expect(
      run(
        store,
        'larkspur_service',
        `insert into audit_chain values (9999, gen_random_uuid(), '\\x00', '\\x00', now())`,
      ),
    ).rejects.toThrow()
    for (const role of ['larkspur_own', 'larkspur_none', 'larkspur_service'])
      await expect(run(store, role, 'delete from audit_unsealed')).rejects.toThrow()
  })

  it('a checkpoint signed by another key is named', async () => {
    const [made] = await asKeeper(store.db, 'test', (tx) => tx.select().from(auditCheckpoints).limit(1))
    const other = {
      seq: 9,
      hash: toHex(made?.hash ?? new Uint8Array()),
      at: now.toISOString(),
      key: 'x',
      signature: btoa('no'),
    }
    expect((await verify(store, sealer, [other])).broken?.what).toContain('not signed by our key')
  })
})

describe.each(serverHomes)('many writers on $name', ({ open }) => {
  it('never wait for the sealer, and every entry is in the chain once', async () => {
    const home = await open()
    const sealer = await openKeys()
    const second = home.another()
    let writing = true
    const sealers = [home.store, second].map(async (store) => {
      while (writing) await sealAudit(store.db, now)
    })
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        home.store.db
          .transaction(async (tx) => {
            await writeEntries(tx as unknown as Transaction, 3, now)
            if (index % 10 === 0) await tx.execute(sql`select pg_sleep(0.05)`)
            if (index % 25 === 0) throw new Error('rolled back')
          })
          .catch(() => undefined),
      ),
    )
    writing = false
    await Promise.all(sealers)
    await sealAudit(home.store.db, now)
    const chain = await readChain(home.store)
    expect(chain.map(({ seq }) => seq)).toEqual(Array.from({ length: 192 * 3 }, (_, index) => index + 1))
    expect(await verify(home.store, sealer)).toMatchObject({ links: 576, waiting: 0, broken: null })
    await home.close()
  })
})

/** Runs statements in a role, in a transaction of its own. */
async function run(store: Store, role: string, statements: string): Promise<void> {
  await store.db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local role ${role}`))
    for (const statement of statements.split('; ')) await tx.execute(sql.raw(statement))
  })
}

/** Runs a statement as a plain role that owns the table; nothing of it stays. */
async function asOwner(store: Store, table: string, statement: string): Promise<void> {
  await store.db
    .transaction(async (tx) => {
      await tx.execute(sql.raw('set local role none'))
      const [row] = rowsOf<{ exists: boolean }>(
        await tx.execute(sql`select exists (select from pg_roles where rolname = 'plain_owner') as exists`),
      )
      if (row?.exists !== true) await tx.execute(sql.raw('create role plain_owner'))
      await tx.execute(sql.raw('grant all on schema public to plain_owner'))
      await tx.execute(sql.raw(`alter table ${table} owner to plain_owner`))
      await tx.execute(sql.raw('set local role plain_owner'))
      await tx.execute(sql.raw(statement))
      throw new Error(`the owner may ${statement}`)
    })
    .catch((error: unknown) => {
      if (String(error).includes('the owner may')) return
      throw error
    })
}
