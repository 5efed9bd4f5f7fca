// The service as an operator runs it: a process of its own on a server of its own, behind the public protocol. What it
// shows and does not show, what it does while the database is gone, and how it ends.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemoBank } from '../../src/demo/demo-bank.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { ACCESS, openPlatform, serviceEnvironment, type TestPlatform, wordsOf } from '../support/platform.ts'
import { findBinaries, type PostgresServer, startPostgres } from '../support/postgres-server.ts'

const [binaries] = findBinaries()

describe.skipIf(binaries === undefined)('the service', () => {
  let server: PostgresServer
  let platform: TestPlatform
  let service: ChildProcess
  let address: string
  let output = ''

  beforeAll(async () => {
    server = await startPostgres(binaries ?? '')
    const url = server.url('postgres')
    const store = openPostgres(url)
    await store.migrate()
    const sealer = await openSealer(store.db, [{ id: 'k1', key: Buffer.alloc(32, 5) }])
    await loadDemoBank({ store, sealer, now: new Date(), zone: 'Asia/Shanghai' })
    await store.close()
    platform = await openPlatform()
    service = run({ ...serviceEnvironment(platform.domain, url), LOG_LEVEL: 'trace', PORT: '0' })
    for (const stream of [service.stdout, service.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    while (!/http:\S+/.test(output)) {
      if (service.exitCode !== null) throw new Error(`the service ended: ${output}`)
      await wait(20)
    }
    address = /http:\S+/.exec(output)?.[0] ?? ''
    platform.serveBots([address])
  }, 120_000)

  afterAll(async () => {
    service.kill('SIGKILL')
    await platform.close()
    await server.stop()
  })

  const statusOf = async (path: string) => (await fetch(new URL(path, address))).status

  it('has no console and no stand-in', async () => {
    for (const path of ['/console', '/console/transcript?chat=x', '/stand-in/open-apis/bot/v3/info'])
      expect(await statusOf(path)).toBe(404)
    for (const path of ['/console/say', '/console/clock'])
      expect((await fetch(new URL(path, address), { method: 'POST', body: '{}' })).status).toBe(404)
    expect(await statusOf('/readyz')).toBe(200)
  })

  it('acknowledges nothing while the database is gone, lives on, and loses nothing', async () => {
    await platform.says('ou_wangmin', '13800001234')
    await platform.until(() => platform.botMessages('ou_wangmin').length === 1)
    expect(wordsOf(platform.botMessages('ou_wangmin')[0])).toContain('李建国')
    await server.stop('kill')
    expect(await statusOf('/readyz')).toBe(503)
    expect(await statusOf('/healthz')).toBe(200)
    await platform.says('ou_wangmin', '记录李秀英今天电话沟通，编号断线一次')
    const { courier } = platform.standIn.platform
    expect(courier.nextDueAt()).not.toBeNull()
    await server.restart()
    while ((await statusOf('/readyz')) !== 200) await wait(50)
    await courier.deliverAll()
    await platform.until(() => platform.botMessages('ou_wangmin').length === 2)
    expect(wordsOf(platform.botMessages('ou_wangmin')[1])).toContain('编号断线一次')
    expect(service.exitCode).toBeNull()
  }, 60_000)

  it('ends at SIGTERM, in order and in time', async () => {
    const ended = once(service, 'exit')
    service.kill('SIGTERM')
    expect(await Promise.race([ended, wait(15_000)])).toEqual([0, null])
  }, 20_000)

  it('wrote no secret, no phone number and no sentence into its log', () => {
    const { appSecret, encryptKey, verificationToken } = ACCESS
    for (const secret of [appSecret, encryptKey, verificationToken, '13800001234', '李建国', '断线一次'])
      expect(output).not.toContain(secret)
    expect(output).toContain('"level"')
  })
})

describe('a start that fails outside', () => {
  it('is one line and exit code 69: the database does not answer', async () => {
    const nowhere = 'postgres://x@127.0.0.1:1/x'
    const child = run({ ...serviceEnvironment('http://127.0.0.1:1', nowhere), PORT: '0' })
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const [code] = await once(child, 'close')
    expect(code).toBe(69)
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(/^Larkspur cannot start: .*ECONNREFUSED/)])
  })
})

describe('wrong settings', () => {
  it('are all named at once, and the exit code is 78', async () => {
    const child = run({ LARK_APP_ID: 'cli_x', PORT: 'abc', DATABASE_URL: 'mysql://x', PII_KEYS: '' })
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const [code] = await once(child, 'close')
    expect(code).toBe(78)
    for (const setting of [
      'PORT',
      'DATABASE_URL',
      'PII_KEYS',
      'LARK_APP_SECRET',
      'LARK_ENCRYPT_KEY',
      'LARK_VERIFICATION_TOKEN',
    ])
      expect(said).toMatch(new RegExp(`^${setting} `, 'm'))
  })
})

function run(environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['src/node.ts'], {
    cwd: new URL('../..', import.meta.url).pathname,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
