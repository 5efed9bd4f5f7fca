// The operator's `audit verify`: what it prints, and how it ends, on a trail that people made by talking to the bot.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../src/admin/commands.ts'
import { keepAudit } from '../../src/features/audit/index.ts'
import { openCheckpointFile } from '../../src/storage/audit-checkpoint-file.ts'
import { type Bank, openBank, ZONE } from '../support/bank.ts'

let bank: Bank
const folder = mkdtempSync(join(tmpdir(), 'larkspur-verify-'))
const file = join(folder, 'checkpoints.jsonl')

beforeAll(async () => {
  bank = await openBank()
  await bank.as('ou_wangmin').says('提醒我明天下午3点给李秀英打电话')
  await bank.as('ou_zhoukai').says('李建国')
  await keep()
  await openCheckpointFile(file).catchUp(bank.parts.store.db)
})
afterAll(async () => {
  await bank.close()
  rmSync(folder, { recursive: true })
})

const keep = () =>
  keepAudit(
    { db: bank.parts.store.db, sealer: bank.parts.sealer, conversation: 'oc_audit' },
    bank.clock.now(),
  )

const run = async (...argv: string[]) => {
  const { store, sealer } = bank.parts
  const { lines, exitCode } = await runCommand(argv, (work) =>
    work({ store, sealer, now: bank.clock.now(), zone: ZONE }),
  )
  return { text: lines.join('\n'), exitCode }
}

const asSuperuser = (...statements: readonly string[]) =>
  bank.parts.store.db.transaction(async (tx) => {
    for (const statement of ['set local role none', ...statements]) await tx.execute(sql.raw(statement))
  })

test('a trail that nobody touched is whole, with the file and without', async () => {
  expect(await run('audit', 'verify', '--checkpoints', file)).toMatchObject({
    exitCode: 0,
    text: expect.stringContaining('the trail is as it was sealed'),
  })
  expect((await run('audit', 'verify')).text).toContain('no file of checkpoints was given')
})

test('the public key can be kept apart, and another key proves nothing', async () => {
  const { text: key } = await run('audit', 'key')
  expect((await run('audit', 'verify', '--checkpoints', file, '--public-key', key)).exitCode).toBe(0)
  const other = Buffer.alloc(32, 9).toString('base64')
  const judged = await run('audit', 'verify', '--checkpoints', file, '--public-key', other)
  expect(judged).toMatchObject({ exitCode: 1, text: expect.stringContaining('not signed by our key') })
})

test('a file without a checkpoint is no witness', async () => {
  const empty = join(folder, 'empty.jsonl')
  writeFileSync(empty, '\n')
  expect((await run('audit', 'verify', '--checkpoints', empty)).exitCode).toBe(64)
})

test('a checkpoint is posted into the conversation that is set, with the line of the file', async () => {
  await bank.tick()
  const posted = bank.sent.filter(({ receiver }) => receiver.id === 'oc_audit')
  expect(posted).toHaveLength(1)
  expect(JSON.stringify(posted)).toContain('审计链检查点')
})

test('a cut tail is named, with an exit code for scripts', async () => {
  await asSuperuser(
    'alter table audit_chain disable trigger all',
    'alter table audit_checkpoints disable trigger all',
    'delete from audit_chain where seq = (select max(seq) from audit_chain)',
    'delete from audit_checkpoints',
    'alter table audit_chain enable always trigger audit_chain_append_only',
    'alter table audit_checkpoints enable always trigger audit_checkpoints_append_only',
  )
  const judged = await run('audit', 'verify', '--checkpoints', file)
  expect(judged).toMatchObject({
    exitCode: 1,
    text: expect.stringMatching(/BROKEN at link \d+: the end was cut off/),
  })
})
