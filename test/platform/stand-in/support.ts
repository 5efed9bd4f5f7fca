// A stand-in served over real HTTP, a small bot behind its webhook, and the SDK's client unchanged.

import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { AESCipher, Client, DefaultCache } from '@larksuiteoapi/node-sdk'
import { Hono } from 'hono'
import { type MovableClock, movableClock } from '../../../src/core/clock.ts'
import {
  attachLongConnection,
  createStandIn,
  deliverTo,
  type StandIn,
  type StandInGroup,
  type StandInOptions,
  type StandInPerson,
} from '../../../src/platform/stand-in/index.ts'

const ENCRYPT_KEY = 'a key for tests'
const APP_ID = 'cli_demo'
export const APP_SECRET = 'a secret for tests'

const PEOPLE: readonly StandInPerson[] = [
  {
    openId: 'ou_wangmin',
    name: '王敏',
    role: 'rm',
    team: '零售一组',
    branch: 'TS02',
    leader: 'ou_zhaoqiang',
  },
  { openId: 'ou_zhaoqiang', name: '赵强', role: 'supervisor', team: '零售一组', branch: 'TS02' },
  { openId: 'ou_gone', name: '离职者', status: 'resigned' },
  { openId: 'ou_outside', name: '范围外', status: 'outside' },
]
const GROUPS: readonly StandInGroup[] = [
  { chatId: 'oc_retail1', name: '零售一组', members: ['ou_wangmin', 'ou_zhaoqiang'] },
  { chatId: 'oc_lost', name: '没有机器人', members: ['ou_wangmin'], botInside: false },
]

/** What the bot was pushed: the decrypted envelope and whether its signature held. */
interface Push {
  readonly path: string
  readonly signed: boolean
  readonly header: { readonly [name: string]: string }
  readonly event: Record<string, unknown>
}

/** How the bot answers a push. */
type Answer = (push: Push) => Response | Promise<Response> | unknown

export interface Bench {
  readonly standIn: StandIn
  readonly clock: MovableClock
  readonly client: Client
  readonly domain: string
  readonly pushes: Push[]
  /** Running time by which rates are counted; moved by hand. */
  readonly running: { ms: number }
  answer: Answer
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<CallResult>
  close(): Promise<void>
}

interface CallResult {
  readonly status: number
  readonly headers: Headers
  readonly body: Record<string, unknown>
}

const ignore = () => {}
/** The SDK writes every refusal to the console otherwise. */
export const silent = {
  fatal: ignore,
  error: ignore,
  warn: ignore,
  info: ignore,
  debug: ignore,
  trace: ignore,
}

/** Serves a stand-in and a bot on free ports. */
export async function openBench(
  options: Partial<
    Pick<StandInOptions, 'appId' | 'journalFile' | 'answerWithinMs' | 'transport' | 'timing'>
  > = {},
): Promise<Bench> {
  const clock = movableClock({ now: () => new Date('2026-11-21T02:00:00Z') })
  const running = { ms: 0 }
  const pushes: Push[] = []
  const botAddress = { url: '' }
  const standIn = createStandIn({
    appId: APP_ID,
    appSecret: APP_SECRET,
    encryptKey: ENCRYPT_KEY,
    verificationToken: 'a token for tests',
    clock,
    journalFile: null,
    people: PEOPLE,
    groups: GROUPS,
    deliver: deliverTo(() => botAddress.url),
    runningMs: () => running.ms,
    ...options,
  })
  const site = new Hono()
  site.route('/stand-in', standIn.app)
  const platformServer = await listen(site)
  const detach = attachLongConnection(platformServer, standIn)
  const domain = `${toUrl(platformServer)}/stand-in`
  const bench: Bench = {
    standIn,
    clock,
    domain,
    pushes,
    running,
    answer: () => ({}),
    client: new Client({
      appId: APP_ID,
      appSecret: APP_SECRET,
      domain,
      cache: new DefaultCache(),
      logger: silent,
    }),
    call: async (method, path, body, headers) => {
      const init = body === undefined ? {} : { body: JSON.stringify(body) }
      const authorization = `Bearer ${standIn.tokens.issue(options.appId ?? APP_ID, APP_SECRET).token}`
      const response = await fetch(`${domain}/open-apis${path}`, {
        method,
        ...init,
        headers: headers ?? { authorization },
      })
      return {
        status: response.status,
        headers: response.headers,
        body: (await response.json()) as Record<string, unknown>,
      }
    },
    close: async () => {
      detach()
      await Promise.all([platformServer, botServer].map(shut))
      standIn.close()
    },
  }
  const botServer = await listen(createBot(bench))
  botAddress.url = toUrl(botServer)
  return bench
}

function createBot(bench: Bench): Hono {
  const bot = new Hono()
  bot.post('/lark/*', async (c) => {
    const raw = await c.req.text()
    const header = (name: string) => c.req.header(`x-lark-${name}`) ?? ''
    const expected = createHash('sha256')
      .update(header('request-timestamp') + header('request-nonce') + ENCRYPT_KEY + raw)
      .digest('hex')
    const envelope = JSON.parse(new AESCipher(ENCRYPT_KEY).decrypt(JSON.parse(raw).encrypt))
    const push = {
      path: c.req.path,
      signed: header('signature') === expected,
      header: envelope.header,
      event: envelope.event,
    }
    bench.pushes.push(push)
    const answer = await bench.answer(push)
    return answer instanceof Response ? answer : c.json(answer as object)
  })
  return bot
}

/** Serves an app on a free port of the loopback address. */
function listen(app: Hono): Promise<ServerType> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(server))
  })
}

/** The address of a server. */
function toUrl(server: ServerType): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Ends a server with its open connections. */
function shut(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}

/** A small card of schema 2.0 with these elements. */
export function cardOf(...elements: readonly unknown[]): Record<string, unknown> {
  return { schema: '2.0', body: { elements } }
}

/** The error number that a call of the SDK was refused with. */
export async function codeOf(call: Promise<unknown>): Promise<number> {
  return call.then(
    (answer) => (answer as { code: number }).code,
    (error) => error.response.data.code,
  )
}
