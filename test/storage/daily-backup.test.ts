// The backup of every day: once a day, read back, told to the administrator; a failure is told and made up for.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backUpWhenDue } from '../../src/node-backup.ts'
import { checkBackupFile } from '../../src/storage/backup/file.ts'
import { type Bank, openBank, shown } from '../support/bank.ts'

const folder = mkdtempSync(join(tmpdir(), 'larkspur-daily-'))
const keys = [{ id: 'b1', key: new Uint8Array(32).fill(3) }]
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
let bank: Bank
beforeAll(async () => {
  bank = await openBank()
})
afterAll(async () => {
  await bank.close()
  rmSync(folder, { recursive: true, force: true })
})
const hour = async (into = folder) => {
  await backUpWhenDue({ ...bank.parts, log }, { folder: into, keys })
  await bank.tick()
}
const files = () => readdirSync(folder).filter((name) => name.endsWith('.backup'))
const told = () =>
  bank
    .as('ou_zhoukai')
    .cards()
    .map((card) => shown(card))

it('is written once a day, and the administrator reads its fingerprint', async () => {
  await hour()
  await hour()
  expect(files()).toHaveLength(1)
  expect(told()).toHaveLength(1)
  const { fingerprint, rows } = await checkBackupFile(keys, join(folder, files()[0] ?? ''))
  expect(told()[0]).toContain(fingerprint)
  expect(told()[0]).toContain(String(rows))
})

it('the next day’s waits for the night', async () => {
  bank.clock.advance(15 * 3_600_000)
  await hour()
  expect(files()).toHaveLength(1)
  bank.clock.advance(3 * 3_600_000)
  await hour()
  expect(files()).toHaveLength(2)
})

it('a failure is told once, leaves no file, and the next hour makes up for it', async () => {
  bank.clock.advance(24 * 3_600_000)
  const noFolder = join(folder, 'not-a-folder')
  writeFileSync(noFolder, '')
  await hour(noFolder)
  await hour(noFolder)
  expect(told().filter((text) => text.includes('备份失败'))).toHaveLength(1)
  await hour()
  expect(files()).toHaveLength(3)
})
