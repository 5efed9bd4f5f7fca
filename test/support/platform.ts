// The stand-in platform on a port of its own, in front of bots that know nothing of it but its address.

import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Clock, systemClock } from '../../src/core/clock.ts'
import { DEMO_GROUPS, DEMO_PEOPLE } from '../../src/demo/demo-platform.ts'
import {
  clickAsPerson,
  createStandIn,
  type KeptMessage,
  readJson,
  type StandIn,
  sayAsPerson,
} from '../../src/platform/stand-in/index.ts'

export const ACCESS = {
  appId: 'cli_demo',
  appSecret: 'a-secret-of-the-tests',
  encryptKey: 'an-encrypt-key-of-the-tests',
  verificationToken: 'a-verification-token-of-the-tests',
} as const

/** Key that seals in these tests, as PII_KEYS wants it. */
const PII_KEYS = `k1:${Buffer.alloc(32, 5).toString('base64')}`

export interface TestPlatform {
  readonly standIn: StandIn
  /** LARK_DOMAIN for the bots. */
  readonly domain: string
  /** Sets the addresses of the bots; events go to one of them at random, as behind a load balancer. */
  serveBots(addresses: readonly string[]): void
  says(openId: string, text: string): Promise<KeptMessage>
  clicks(
    openId: string,
    messageId: string,
    element: string,
    form?: Readonly<Record<string, unknown>>,
  ): Promise<string | undefined>
  /** The messages of the bot to a person, as they stand now. */
  botMessages(openId: string): readonly KeptMessage[]
  /** Resolves once the platform's state satisfies the condition. */
  until(condition: () => boolean): Promise<void>
  close(): Promise<void>
}

/** The environment of a service that speaks to this platform. */
export function serviceEnvironment(domain: string, databaseUrl: string): Readonly<Record<string, string>> {
  return {
    LARK_APP_ID: ACCESS.appId,
    LARK_APP_SECRET: ACCESS.appSecret,
    LARK_ENCRYPT_KEY: ACCESS.encryptKey,
    LARK_VERIFICATION_TOKEN: ACCESS.verificationToken,
    LARK_DOMAIN: domain,
    DATABASE_URL: databaseUrl,
    PII_KEYS,
    LOG_LEVEL: 'fatal',
  }
}

/** Opens a platform with the demo bank's people and groups. */
export async function openPlatform(clock: Clock = systemClock): Promise<TestPlatform> {
  let bots: readonly string[] = []
  const standIn = createStandIn({
    ...ACCESS,
    clock,
    journalFile: null,
    people: DEMO_PEOPLE,
    groups: DEMO_GROUPS,
    deliver: (path, body, headers, signal) => {
      const bot = bots[Math.floor(Math.random() * bots.length)]
      if (bot === undefined) return Promise.reject(new Error('no bot is there'))
      return fetch(new URL(path, bot), { method: 'POST', body, headers: { ...headers }, signal })
    },
  })
  const app = new Hono().route('/stand-in', standIn.app)
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port))
  const port = await promise
  const { platform } = standIn
  const chatOf = (openId: string) => platform.chats.privateOf(openId)?.chatId ?? ''
  return {
    standIn,
    domain: `http://127.0.0.1:${port}/stand-in`,
    serveBots: (addresses) => {
      bots = addresses
    },
    says: async (openId, text) =>
      (await sayAsPerson(platform, { as: openId, chatId: chatOf(openId), text })).message,
    clicks: async (openId, messageId, element, form = {}) => {
      const effect = await clickAsPerson(platform, { as: openId, messageId, element, form })
      return effect.toast?.content
    },
    botMessages: (openId) =>
      platform.memory.messagesOf(chatOf(openId)).filter(({ sender }) => sender.kind === 'bot'),
    until: (condition) => untilChanged(standIn, condition),
    close: async () => {
      standIn.close()
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed.promise
    },
  }
}

function untilChanged(standIn: StandIn, condition: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (condition()) return Promise.resolve()
  const stop = standIn.platform.memory.watch(() => {
    if (!condition()) return
    stop()
    resolve()
  })
  return promise
}

/** Every piece of text in a message's card or text, in Chinese. */
export function wordsOf(message: KeptMessage | undefined): string {
  return message === undefined ? '' : textsIn(readJson(message.content)).join('\n')
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => {
    if (key === 'content' && typeof part === 'string') return [part]
    return key === 'i18n_content' ? [] : textsIn(part)
  })
}
