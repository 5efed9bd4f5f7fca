// A backup and what comes of it: the same rows on every database, nothing but the same rows, and no file that was touched
// is ever taken for a backup.

import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disarmedApp } from '../../src/app-disarmed.ts'
import { accept } from '../../src/bot/work.ts'
import { newId } from '../../src/core/ids.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import { customers } from '../../src/features/customers/schema.ts'
import { followUps } from '../../src/features/follow-ups/schema.ts'
import { freezes } from '../../src/features/freezes/schema.ts'
import { sealAudit } from '../../src/storage/audit-chain.ts'
import { assertArmed, Disarmed } from '../../src/storage/backup/disarmed.ts'
import { type BackupKeys, openFrames } from '../../src/storage/backup/format.ts'
import { arm, restoreBackup } from '../../src/storage/backup/restore.ts'
import { writeBackup } from '../../src/storage/backup/write.ts'
import { rowsOf, type Store } from '../../src/storage/database.ts'
import { inbox, outbox } from '../../src/storage/plumbing-schema.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { type Bank, OPENING, openBank, shown } from '../support/bank.ts'
import { openEmbedded } from '../support/embedded-store.ts'
import { serverHomes } from '../support/open-homes.ts'
import { createDatabase, servers } from '../support/postgres-database.ts'

const KEYS: BackupKeys = [{ id: 'b1', key: new Uint8Array(32).fill(3) }]

async function backUp(store: Store, keys = KEYS): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = []
  await writeBackup(store.db, keys, OPENING, async (bytes) => {
    pieces.push(bytes)
  })
  return pieces
}
const join = (pieces: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(pieces))
async function* inPieces(bytes: Uint8Array, size = 1000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function restoreInto(store: Store, bytes: Uint8Array, keys = KEYS) {
  return restoreBackup(store.db, await openFrames(keys, inPieces(bytes)), OPENING)
}
/** Reads to the end without a database. */
async function readThrough(bytes: Uint8Array, keys = KEYS): Promise<void> {
  const { frames } = await openFrames(keys, inPieces(bytes))
  for await (const _ of frames);
}
const openEmpty = () => openEmbedded('migrated')

/** Every row of every table as the server's superuser sees it, which no code of the backup has touched. */
async function everything(store: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  return store.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'none', true), set_config('timezone', 'UTC', true)`)
    const names = rowsOf<{ name: string }>(
      await tx.execute(
        sql`select tablename::text as name from pg_tables where schemaname = 'public' and tablename <> 'disarmed' order by 1`,
      ),
    )
    const all: Record<string, readonly string[]> = {}
    for (const { name } of names) {
      const rows = rowsOf<{ row: string }>(
        await tx.execute(sql.raw(`select to_json(t)::text as row from public."${name}" t`)),
      )
      all[name] = rows.map(({ row }) => row).sort()
    }
    return all
  })
}

const message = (id: string, text: string): Inbound => ({
  kind: 'message',
  id,
  messageId: id,
  happenedAt: OPENING,
  conversation: 'oc_p2p_wangmin',
  private: true,
  sender: { account: 'ou_wangmin' },
  text,
  mentions: [],
  attachments: [],
})

let bank: Bank
let file: Uint8Array
let pieces: readonly Uint8Array[]
beforeAll(async () => {
  bank = await openBank()
  const wangmin = bank.as('ou_wangmin')
  await wangmin.says('电话沟通，客户李建国咨询了大额存单利率，约下周三下午2点来网点详谈')
  await wangmin.says('给李建国申请利率优惠，50万三年期上浮10个基点')
  await wangmin.says('张伟')
  await wangmin.says('咕噜咕噜')
  await wangmin.says('设置二次验证')
  await wangmin.presses(/开始设置/)
  await bank.as('ou_stranger').says('你好')
  await bank.parts.store.db.insert(freezes).values({
    id: newId(OPENING),
    scope: 'bank',
    reason: 'drill',
    startedAt: OPENING,
    startedBy: 1,
    thawAskedBy: 2,
    thawedBy: 3,
    thawedAt: OPENING,
  })
  await sealAudit(bank.parts.store.db, OPENING)
  await wangmin.says('李秀英')
  await accept(bank.parts, message('om_before', '电话沟通，李秀英想了解国债'))
  await bank.as('ou_wangmin').says('帮助')
  await bank.parts.store.db.insert(outbox).values({
    id: newId(OPENING),
    receiver: 'conversation:oc_x',
    receiverKind: 'conversation',
    receiverId: 'oc_x',
    fileName: 'x.csv',
    fileBytes: new Uint8Array([0, 1, 255, 10]),
    dueAt: OPENING,
    createdAt: OPENING,
  })
  pieces = await backUp(bank.parts.store)
  file = join(pieces)
})
afterAll(() => bank.close())

describe('restored into an empty place', () => {
  let store: Store
  beforeAll(async () => {
    store = await openEmpty()
    await restoreInto(store, file)
  })
  afterAll(() => store.close())

  it('every row of every table is as it was', async () => {
    const [before, after] = [await everything(bank.parts.store), await everything(store)]
    expect(after).toEqual(before)
    for (const [name, rows] of Object.entries(before))
      if (
        ![
          'absences',
          'binding_codes',
          'daily_runs',
          'recovery_codes',
          'data_keys',
          'audit_checkpoints',
        ].includes(name)
      )
        expect([name, rows.length > 0]).toEqual([name, true])
  })

  it('is disarmed, and says nothing else to anybody', async () => {
    await expect(assertArmed(store.db)).rejects.toBeInstanceOf(Disarmed)
    const app = disarmedApp('b')
    expect((await app.request('/healthz')).status).toBe(200)
    const ready = await app.request('/readyz')
    expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('disarmed')])
    for (const path of ['/lark/events', '/lark/cards', '/metrics', '/console'])
      expect((await app.request(path, { method: 'POST' })).status).toBe(503)
  })

  it('takes no second backup', async () => {
    await expect(restoreInto(store, file)).rejects.toThrow(/not empty/)
  })

  it('armed, it flags what was on its way, and does nothing twice that was done before the backup', async () => {
    const armed = await store.db.transaction((tx) => arm(tx))
    expect(armed?.flagged).toBe(1)
    expect(await store.db.$count(outbox, eq(outbox.state, 'flagged'))).toBe(1)
    expect(await store.db.transaction((tx) => arm(tx))).toBeNull()
    const again = await openBank(store)
    const count = () => asKeeper(store.db, 'test', (tx) => tx.$count(followUps))
    const before = await count()
    expect(await accept(again.parts, message('om_before', '电话沟通，李秀英想了解国债'))).toBe('known')
    await again.as('ou_wangmin').says('帮助')
    expect(await count()).toBe(before)
    expect(await store.db.$count(inbox, eq(inbox.id, 'om_before'))).toBe(1)
    // What the lost place did after the backup is gone with it: brought again, it is done, once.
    expect(await accept(again.parts, message('om_after', '电话沟通，李秀英又来电'))).toBe('new')
    expect(await accept(again.parts, message('om_after', '电话沟通，李秀英又来电'))).toBe('known')
    await again.as('ou_wangmin').says('帮助')
    expect(await count()).toBe(before + 1)
  })

  it('works on: numbers go on, sealed fields open, people are known', async () => {
    const again = await openBank(store)
    expect(shown((await again.as('ou_wangmin').says('李建国')).at(-1))).toContain('138****1234')
    const codes = await asKeeper(store.db, 'test', (tx) =>
      tx.select({ code: customers.code }).from(customers),
    )
    const [next] = rowsOf<{ code: string }>(
      await asKeeper(store.db, 'test', (tx) =>
        tx.execute(sql`select 'C' || lpad(nextval('customer_code')::text, 6, '0') as code`),
      ),
    )
    expect(codes.map(({ code }) => code)).not.toContain(next?.code)
  })
})

describe('a file that is not as it was written', () => {
  it('shows nothing without its key, and nothing in the clear', async () => {
    expect(Buffer.from(file).includes('李建国')).toBe(false)
    await expect(readThrough(file, [{ id: 'b2', key: new Uint8Array(32).fill(3) }])).rejects.toThrow(/key b1/)
    await expect(readThrough(file, [{ id: 'b1', key: new Uint8Array(32).fill(4) }])).rejects.toThrow(
      /frame 0/,
    )
    await expect(readThrough(new TextEncoder().encode('hello'))).rejects.toThrow(/no backup/)
    await expect(readThrough(file)).resolves.toBeUndefined()
  })

  it('is found wherever a byte was changed', async () => {
    for (let i = 0; i < 150; i += 1) {
      const changed = file.slice()
      const at = i < 50 ? i * 6 : Math.floor((i / 150) * file.length)
      changed[at] = (changed[at] ?? 0) ^ (1 << (i % 8))
      await expect(readThrough(changed), `byte ${at}`).rejects.toThrow()
    }
  })

  it('is found where it was cut off, also between two frames, or went on', async () => {
    for (let count = 1; count < pieces.length; count += 1)
      await expect(readThrough(join(pieces.slice(0, count)))).rejects.toThrow(/cut off/)
    await expect(readThrough(file.subarray(0, file.length - 1))).rejects.toThrow()
    await expect(readThrough(join([...pieces, new Uint8Array([0])]))).rejects.toThrow(/added/)
    await expect(readThrough(join([...pieces, ...pieces.slice(-1)]))).rejects.toThrow(/added/)
  })

  it('is found where frames were swapped, left out, repeated or taken from an older file', async () => {
    const older = await backUp(bank.parts.store)
    const [opening, first, second, third, ...rest] = pieces as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]
    for (const wrong of [
      [opening, second, first, third, ...rest],
      [opening, first, third, ...rest],
      [opening, first, first, second, third, ...rest],
      [opening, older[1] as Uint8Array, second, third, ...rest],
      [older[0] as Uint8Array, first, second, third, ...rest],
      [...pieces.slice(0, -1), older.at(-1) as Uint8Array],
    ])
      await expect(readThrough(join(wrong))).rejects.toThrow(/frame \d+/)
  })

  it('leaves nothing behind in the place', async () => {
    const store = await openEmpty()
    const changed = file.slice()
    changed[file.length - 20] = (changed[file.length - 20] ?? 0) ^ 1
    await expect(restoreInto(store, changed)).rejects.toThrow()
    expect(Object.values(await everything(store)).flat()).toEqual([])
    await expect(assertArmed(store.db)).resolves.toBeUndefined()
    await store.db.execute(sql`set role none`)
    await store.db.execute(sql`alter table tasks add column other text`)
    await expect(restoreInto(store, file)).rejects.toThrow(/another version/)
    await store.close()
  })
})

it('a role that does not see every row is refused, whatever hides them', async () => {
  const store = await openEmpty()
  const narrow = sql`create policy narrow on customers as restrictive to larkspur_keeper using (owner_id > 1)`
  for (const [hide, show] of [
    [
      sql`alter policy customers_keeper on customers using (owner_id > 1)`,
      sql`alter policy customers_keeper on customers using (true)`,
    ],
    [sql`revoke select on customers from larkspur_keeper`, sql`grant select on customers to larkspur_keeper`],
    [narrow, sql`drop policy narrow on customers`],
    [sql`drop policy customers_keeper on customers`, sql`select 1`],
  ] as const) {
    await store.db.execute(sql`set role none`)
    await store.db.execute(hide)
    await store.db.execute(sql`set role larkspur_service`)
    await expect(backUp(store)).rejects.toThrow(/customers: no role of ours is sure/)
    await store.db.execute(sql`set role none`)
    await store.db.execute(show)
  }
  await store.close()
})

describe.each(serverHomes)('on $name', ({ open, name }) => {
  it('is of one instant, whatever is committed meanwhile, and goes into a server and into the embedded database', async () => {
    const home = await open()
    const seeded = await openBank(home.store)
    await seeded.as('ou_wangmin').says('电话沟通，客户李建国咨询了大额存单利率，约下周三下午2点来网点详谈')
    const before = await everything(home.store)
    const other = home.another()
    const collected: Uint8Array[] = []
    await writeBackup(home.store.db, KEYS, OPENING, async (bytes) => {
      if (collected.length === 1)
        await asKeeper(other.db, 'test', async (tx) => {
          await tx.delete(followUps)
          await tx.update(customers).set({ name: '改名' })
        })
      collected.push(bytes)
    })
    const bytes = join(collected)
    const server = servers().find(({ version }) => version === name)
    const place = await createDatabase({ url: server?.url ?? '' })
    const target = openPostgres(place.url, { connections: 1 })
    const watching = openPostgres(place.url, { connections: 1 })
    await target.migrate()
    await watching.ping()
    await expect(restoreInto(target, bytes)).rejects.toThrow(/connected/)
    await watching.close()
    await restoreInto(target, bytes)
    expect(await everything(target)).toEqual(before)
    const embedded = await openEmpty()
    await restoreInto(embedded, bytes)
    expect(await everything(embedded)).toEqual(before)
    await Promise.all([embedded.close(), target.close()])
    await place.drop()
    await home.close()
  })
})
