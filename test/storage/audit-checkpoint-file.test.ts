// The outside file of checkpoints: what it holds after failures, restarts and lost lines.

import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sealAudit } from '../../src/storage/audit-chain.ts'
import { checkpointAudit } from '../../src/storage/audit-checkpoint.ts'
import { openCheckpointFile, readCheckpoints } from '../../src/storage/audit-checkpoint-file.ts'
import type { Store } from '../../src/storage/database.ts'
import { createSealer, type Sealer } from '../../src/storage/seal.ts'
import { writeEntries } from '../support/audit-entries.ts'
import { openEmbedded } from '../support/embedded-store.ts'

let store: Store
let sealer: Sealer
const folder = mkdtempSync(join(tmpdir(), 'larkspur-checkpoints-'))
const path = join(folder, 'deeper', 'checkpoints.jsonl')
let minute = 0

beforeAll(async () => {
  store = await openEmbedded('migrated')
  sealer = await createSealer({
    data: [{ id: 't', key: new Uint8Array(32).fill(3) }],
    index: new Uint8Array(32),
  })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

async function makeCheckpoint(): Promise<void> {
  minute += 1
  const at = new Date(Date.UTC(2026, 10, 21, 2, minute))
  await writeEntries(store.db, 2, at)
  await sealAudit(store.db, at)
  await checkpointAudit(store.db, sealer, at)
}

const numbersIn = async () => (await readCheckpoints(path)).checkpoints.map(({ seq }) => seq)

it('a file that is not there holds nothing, and is made with everything that was missed', async () => {
  expect(await readCheckpoints(path)).toEqual({ checkpoints: [], unreadable: 0 })
  await makeCheckpoint()
  await makeCheckpoint()
  await openCheckpointFile(path).catchUp(store.db)
  expect(await numbersIn()).toEqual([2, 4])
})

it('a later start goes on where the file ends, and adds nothing twice', async () => {
  await makeCheckpoint()
  const file = openCheckpointFile(path)
  await file.catchUp(store.db)
  await file.catchUp(store.db)
  expect(await numbersIn()).toEqual([2, 4, 6])
})

it('what was made while it could not be written is added afterwards', async () => {
  const blocked = join(folder, 'blocked')
  writeFileSync(blocked, '')
  const file = openCheckpointFile(join(blocked, 'checkpoints.jsonl'))
  await expect(file.catchUp(store.db)).rejects.toThrow()
  await makeCheckpoint()
  rmSync(blocked)
  await file.catchUp(store.db)
  expect(
    (await readCheckpoints(join(blocked, 'checkpoints.jsonl'))).checkpoints.map(({ seq }) => seq),
  ).toEqual([2, 4, 6, 8])
})

it('a line cut by a lost machine spoils no other and is counted', async () => {
  appendFileSync(path, '{"seq":7,"ha')
  await openCheckpointFile(path).catchUp(store.db)
  expect(await numbersIn()).toEqual([2, 4, 6, 8])
  expect((await readCheckpoints(path)).unreadable).toBe(1)
  expect(readFileSync(path, 'utf8').endsWith('\n')).toBe(true)
})
