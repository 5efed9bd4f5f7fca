// The service has no console: the program as `npm start` runs it with LARK_APP_ID, asked for everything that the demo has.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceEnvironment } from '../../support/platform.ts'

const startTimeoutMs = 120_000

const GETS = [
  '/console',
  '/console/',
  '/console/cards',
  '/console/cards.json',
  '/console/state',
  '/console/messages?chat=oc_retail1&as=ou_wangmin',
  '/console/transcript?chat=oc_retail1',
  '/console/events',
  '/console/resource?key=file_1',
  '/console/index.html',
  '/console/assets/',
  '/Console',
  '/%63onsole',
  '//console',
  '/lark/../console',
  '/stand-in',
  '/stand-in/open-apis/bot/v3/info',
]
const POSTS = [
  '/console/say',
  '/console/click',
  '/console/clock',
  '/console/file',
  '/console/read',
  '/stand-in/open-apis/auth/v3/tenant_access_token/internal',
]

let folder: string
let child: ChildProcess
let address: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'larkspur-service-'))
  // A platform that nobody answers for: the service starts without it. No DATABASE_URL: the embedded database.
  const { DATABASE_URL: _, ...settings } = serviceEnvironment('http://127.0.0.1:9', '')
  child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', '..', 'src', 'node.ts')], {
    env: { PATH: process.env['PATH'], ...settings, DATA_DIR: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  address = await readAddress(child)
}, startTimeoutMs)

afterAll(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
}, startTimeoutMs)

async function readAddress({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the service has no output')
  for await (const line of createInterface({ input: stdout })) {
    const found = /http:\/\/[^\s/]+/.exec(line)
    if (found !== null) return found[0]
  }
  throw new Error('the service ended before it was ready')
}

describe('with LARK_APP_ID', () => {
  test('the service is up', async () => {
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
  })

  test.each(GETS)('GET %s is not there', async (path) => {
    const response = await fetch(`${address}${path}`)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toMatch(/<html|console|李建国/i)
  })

  test.each(POSTS)('POST %s is not there', async (path) => {
    const body = JSON.stringify({ as: 'ou_wangmin', chat: 'p2p', text: '李建国' })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${address}${path}`, { method: 'POST', body, headers })
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('{"error":"not_found"}')
  })
})
