// The same conversation under workerd, from the bundle that would be deployed: message in, reply out, the cron trigger
// fires a reminder. Against PostgreSQL, with the stand-in as the platform.

import { spawnSync } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, isNotNull } from 'drizzle-orm'
import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadDemoBank } from '../../src/demo/demo-bank.ts'
import { tasks } from '../../src/features/tasks/schema.ts'
import { listCheckpoints, openSigningKey } from '../../src/storage/audit-checkpoint.ts'
import { webDigest } from '../../src/storage/audit-link.ts'
import { verifyAudit } from '../../src/storage/audit-verify.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import { schedules } from '../../src/storage/plumbing-schema.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { serverHomes, type TestHome } from '../support/open-homes.ts'
import { openPlatform, serviceEnvironment, type TestPlatform, wordsOf } from '../support/platform.ts'

const root = new URL('../..', import.meta.url).pathname

// Miniflare's way to the database hears no error of its sockets, so a connection that workerd drops at its end would end
// the test run. Nobody waits for such an error: what was lost with the connection fails on its own.
for (const channel of ['net.server.socket', 'net.client.socket'])
  subscribe(channel, (message) => (message as { socket: Socket }).socket.on('error', () => undefined))

/** Builds what `wrangler deploy` would upload. */
function bundle(folder: string): void {
  const built = spawnSync(
    join(root, 'node_modules/.bin/wrangler'),
    ['deploy', '--dry-run', '--outdir', folder],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG: 'error' },
    },
  )
  if (built.status !== 0) throw new Error(`the Worker does not build:\n${built.stdout}\n${built.stderr}`)
}

describe.each(serverHomes.slice(0, 1))('a Worker on $name', ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'larkspur-worker-'))
  let home: TestHome
  let platform: TestPlatform
  let worker: Miniflare | undefined

  beforeAll(async () => {
    home = await open()
    const sealer = await openSealer(home.store.db, [{ id: 'k1', key: Buffer.alloc(32, 5) }])
    await loadDemoBank({ store: home.store, sealer, now: new Date(), zone: 'Asia/Shanghai' })
    platform = await openPlatform()
    const { DATABASE_URL, ...bindings } = serviceEnvironment(platform.domain, home.url)
    bundle(folder)
    worker = new Miniflare({
      modules: true,
      rootPath: folder,
      modulesRoot: folder,
      scriptPath: 'worker.js',
      compatibilityDate: '2026-04-01',
      compatibilityFlags: ['nodejs_compat'],
      bindings,
      unsafeTriggerHandlers: true,
      // Hyperdrive wants a password to be there; the test's server trusts whoever comes.
      hyperdrives: { HYPERDRIVE: (DATABASE_URL ?? '').replace('postgres@', 'postgres:none@') },
    })
    platform.serveBots([String(await worker.ready)])
  }, 120_000)

  afterAll(async () => {
    await worker?.dispose()
    await platform.close()
    await home.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('answers a message through the signed door', async () => {
    await platform.says('ou_wangmin', '提醒我明天下午3点给李建国打电话')
    await platform.until(() => platform.botMessages('ou_wangmin').length === 1)
    expect(wordsOf(platform.botMessages('ou_wangmin')[0])).toContain('李建国')
  })

  it('fires the reminder from its cron trigger', async () => {
    // The Worker's clock is the machine's, so the reminder is brought forward instead of the time.
    const dueAt = new Date(Date.now() - 1000)
    await home.store.db.update(schedules).set({ dueAt }).where(eq(schedules.kind, 'task.reminder'))
    await asKeeper(home.store.db, 'test', (tx) =>
      tx.update(tasks).set({ remindAt: dueAt }).where(isNotNull(tasks.remindAt)),
    )
    await worker?.dispatchFetch('http://localhost/cdn-cgi/handler/scheduled?cron=*+*+*+*+*')
    await platform.until(() => platform.botMessages('ou_wangmin').length === 2)
    expect(wordsOf(platform.botMessages('ou_wangmin')[1])).toMatch(/完成/)
  })

  it('seals the trail and signs a checkpoint', async () => {
    let checkpoints: readonly unknown[] = []
    await vi.waitFor(async () => {
      checkpoints = await listCheckpoints(home.store.db, 0, 10)
      expect(checkpoints.length).toBeGreaterThan(0)
    })
    const sealer = await openSealer(home.store.db, [{ id: 'k1', key: Buffer.alloc(32, 5) }])
    const { publicKey } = await openSigningKey(home.store.db, sealer)
    const found = await asKeeper(home.store.db, 'test', (tx) =>
      verifyAudit(tx, { publicKey, checkpoints: [], digest: webDigest }),
    )
    expect(found).toMatchObject({ broken: null, checkpoints: checkpoints.length })
    expect(found.links).toBeGreaterThan(0)
  })

  it('refuses a forged request as Node does', async () => {
    const answer = await worker?.dispatchFetch('http://localhost/lark/events', {
      method: 'POST',
      body: '{"encrypt":"AAAA"}',
    })
    expect(answer?.status).toBe(400)
  })

  it('serves neither console nor stand-in', async () => {
    for (const path of ['/console', '/stand-in/open-apis/bot/v3/info']) {
      expect((await worker?.dispatchFetch(`http://localhost${path}`))?.status).toBe(404)
    }
  })
})
