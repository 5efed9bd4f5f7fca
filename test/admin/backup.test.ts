// Backup, check, drill, restore and arm as the operator runs them, each on a place of its own on disk.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../../src/admin/commands.ts'
import { readConfig } from '../../src/config.ts'
import { customers } from '../../src/features/customers/schema.ts'
import { startMachine } from '../../src/node-service.ts'
import type { Store } from '../../src/storage/database.ts'
import { openPglite } from '../../src/storage/pglite.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { type Bank, openBank, ZONE } from '../support/bank.ts'
import { quietLog } from '../support/quiet-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'larkspur-backup-'))
const now = new Date('2026-11-21T10:00:00+08:00')
const keys = [{ id: 'b1', key: new Uint8Array(32).fill(3) }]
let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(async () => {
  await bank.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The bank's store, which stays open when a command closes its own. */
const lent = (store: Store): Store => ({ ...store, close: async () => undefined })
const openAt = async (name: string) => {
  const store = await openPglite(join(folder, name))
  await store.migrate()
  return store
}

async function run(openStore: () => Promise<Store>, ...argv: string[]) {
  const { lines, exitCode } = await runCommand(
    argv,
    async (work) => {
      const store = await openStore()
      try {
        return await work({ store, sealer: bank.parts.sealer as never, now, zone: ZONE })
      } finally {
        await store.close()
      }
    },
    () => ({
      backups: { keys, folder: join(folder, 'backups') },
      now,
      openStore,
      openThrowaway: async (path) => {
        const store = await openPglite(path)
        await store.migrate()
        return store
      },
    }),
  )
  return { text: lines.join('\n'), exitCode }
}
const here = () => Promise.resolve(lent(bank.parts.store))
const never = () => Promise.reject(new Error('opened'))
let file: string
let fingerprint: string

it('a backup is written, read back, and noted in the trail', async () => {
  const { text, exitCode } = await run(here, 'backup')
  expect(exitCode).toBe(0)
  file = join(folder, 'backups', 'larkspur-20261121T020000Z.backup')
  fingerprint = /fingerprint ([0-9a-f]{64})/.exec(text)?.[1] ?? ''
  expect(text).toContain(`${file} is written`)
  expect(readFileSync(file).length).toBeGreaterThan(10_000)
  expect((await run(here, 'audit', 'list')).text).toContain('admin.backup')
  expect(await run(here, 'backup', '--to', file)).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('a file of that name'),
  })
})

it('a check needs no database, and tells this backup from another', async () => {
  expect((await run(never, 'backup', 'check', file, '--fingerprint', fingerprint)).text).toContain(
    'whole and unchanged',
  )
  expect((await run(never, 'backup', 'check', file)).text).toContain('older backup in place of this one')
  expect(await run(never, 'backup', 'check', file, '--fingerprint', '00')).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('this is another'),
  })
  expect(await run(never, 'backup', 'check', join(folder, 'none'))).toMatchObject({ exitCode: 1 })
  expect(await run(never, 'backup', 'check')).toMatchObject({ exitCode: 64 })
  const cut = join(folder, 'cut')
  writeFileSync(cut, readFileSync(file).subarray(0, -100))
  expect(await run(never, 'restore', cut)).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('cut off'),
  })
})

it('the drill restores elsewhere, compares every table and leaves nothing', async () => {
  const { text, exitCode } = await run(never, 'restore-drill', file, '--fingerprint', fingerprint)
  expect(exitCode).toBe(0)
  expect(text).toMatch(/customers\t\d+\t[0-9a-f]{64}/)
  expect(text).toContain('the drill passed')
})

it('a restored place starts disarmed, sends nothing, and works once it is armed', async () => {
  const empty = await openAt('restored')
  const there = () => Promise.resolve(lent(empty))
  expect((await run(there, 'restore', file)).text).toContain('disarmed')
  expect(await run(there, 'restore', file)).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('not empty'),
  })
  await empty.close()
  const config = readConfig({ DATA_DIR: join(folder, 'restored'), LOG_LEVEL: 'silent' })
  if (!config.ok) throw new Error('wrong settings')
  const lark = {
    appId: 'cli_x',
    appSecret: 's',
    encryptKey: 'e',
    verificationToken: 'v',
    // Whoever asked anybody would fail here.
    domain: 'http://127.0.0.1:9',
    transport: 'webhook',
  } as const
  await expect(startMachine(config.value, lark, quietLog)).rejects.toThrow(/disarmed/)
  const store = await openAt('restored')
  expect((await run(() => Promise.resolve(lent(store)), 'arm')).text).toContain('is armed')
  expect(await run(() => Promise.resolve(lent(store)), 'arm')).toMatchObject({ exitCode: 1 })
  const count = await asKeeper(store.db, 'test', (tx) => tx.$count(customers))
  expect(count).toBe(await asKeeper(bank.parts.store.db, 'test', (tx) => tx.$count(customers)))
  await store.close()
})
