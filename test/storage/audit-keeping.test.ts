// The keeping of the trail on Node: what was committed is sealed, and in the outside file, when it stops.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { movableClock } from '../../src/core/clock.ts'
import { startAuditKeeping } from '../../src/node-audit.ts'
import { readCheckpoints } from '../../src/storage/audit-checkpoint-file.ts'
import { createSealer } from '../../src/storage/seal.ts'
import { writeEntries } from '../support/audit-entries.ts'
import { openEmbedded } from '../support/embedded-store.ts'

const openKeys = () =>
  createSealer({ data: [{ id: 't', key: new Uint8Array(32).fill(3) }], index: new Uint8Array(32) })

it('seals what was committed and carries the checkpoint to the file before it ends', async () => {
  const store = await openEmbedded('migrated')
  const folder = mkdtempSync(join(tmpdir(), 'larkspur-keeping-'))
  const file = join(folder, 'checkpoints.jsonl')
  const failures: string[] = []
  const log = { info: () => undefined, warn: () => undefined, error: (event: string) => failures.push(event) }
  const parts = { store, sealer: await openKeys(), clock: movableClock(), log }
  await writeEntries(store.db, 7, parts.clock.now())
  await startAuditKeeping(parts, { file, conversation: null })()
  expect((await readCheckpoints(file)).checkpoints).toMatchObject([{ seq: 7 }])
  expect(failures).toEqual([])
  await store.close()
  rmSync(folder, { recursive: true })
})

it('a failure is logged and keeps nobody from ending', async () => {
  const store = await openEmbedded('migrated')
  const failures: string[] = []
  const log = { info: () => undefined, warn: () => undefined, error: (event: string) => failures.push(event) }
  const parts = { store, sealer: await openKeys(), clock: movableClock(), log }
  await writeEntries(store.db, 1, parts.clock.now())
  await startAuditKeeping(parts, { file: '/dev/null/checkpoints.jsonl', conversation: null })()
  expect(failures).toContain('audit.keeping.failed')
  await store.close()
})
