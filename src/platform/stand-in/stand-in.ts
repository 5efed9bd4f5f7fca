// The local imitation of the Lark open platform: puts its parts together. Shares no code with the side that talks
// to the real platform, so that each proves the other.

import { Hono } from 'hono'
import type { Clock } from '../../core/clock.ts'
import { mountAttention } from './api/attention.ts'
import { mountAuth } from './api/auth.ts'
import { mountBot } from './api/bot.ts'
import { mountCardUpdates } from './api/card-updates.ts'
import { mountChats } from './api/chats.ts'
import { mountContact } from './api/contact.ts'
import { createGuard } from './api/gate.ts'
import { mountMessages } from './api/messages.ts'
import { mountResources } from './api/resources.ts'
import { createCardTokens } from './card-tokens.ts'
import { createChats, type StandInGroup } from './chats.ts'
import { createCourier } from './courier/courier.ts'
import { type Deliver, type Transport, webhookTransport } from './courier/transport.ts'
import { createFaults, type Faults } from './faults.ts'
import { type Connections, type ConnectionTiming, createConnections } from './long-connection/connections.ts'
import { mountEndpoint } from './long-connection/endpoint.ts'
import { openFileBytes } from './memory/file-bytes.ts'
import { openJournal } from './memory/journal.ts'
import { createMemory } from './memory/memory.ts'
import { createPeople, type StandInPerson } from './people.ts'
import type { BotFacts, Platform } from './platform.ts'
import { createRates } from './rates.ts'
import { SUBSCRIBED_EVENTS } from './subscriptions.ts'
import { createTokens, type Tokens } from './tokens.ts'

const DEMO_TENANT = '16e0d3a0c0ffee00'
const ANSWER_WITHIN_MS = 3000
const RETRY_LOOK_MS = 1000

/** How a stand-in is made. */
export interface StandInOptions {
  readonly appId: string
  readonly appSecret: string
  readonly encryptKey: string
  readonly verificationToken: string
  readonly clock: Clock
  /** JSON-lines file that keeps the chats over a restart; null keeps nothing. Uploads lie in a folder beside it. */
  readonly journalFile: string | null
  readonly people: readonly StandInPerson[]
  readonly groups: readonly StandInGroup[]
  /** HTTP POST to the bot's own address. */
  readonly deliver: Deliver
  readonly bot?: BotFacts
  readonly eventPath?: string
  readonly callbackPath?: string
  /** How long the bot may take to answer a push; the platform's three seconds where missing. */
  readonly answerWithinMs?: number
  /** How the app has itself told of events: by HTTP, or over the long connection that it keeps. */
  readonly transport?: 'webhook' | 'websocket'
  readonly timing?: ConnectionTiming
  /** Running time in milliseconds, for rates; the machine's where missing. */
  readonly runningMs?: () => number
}

/** A stand-in at work. */
export interface StandIn {
  /** Endpoints under /open-apis, to be mounted at the path that is the SDK's domain. */
  readonly app: Hono
  readonly platform: Platform
  readonly faults: Faults
  readonly tokens: Tokens
  /** Long connections; `attachLongConnection` lets a server take them. */
  readonly connections: Connections
  /** Tries failed deliveries again when they are due, once a second. */
  start(): void
  close(): void
}

/** Makes a stand-in. */
export function createStandIn(options: StandInOptions): StandIn {
  const { answerWithinMs = ANSWER_WITHIN_MS, timing = {} } = options
  const connections = createConnections({ answerWithinMs, timing })
  const transport =
    options.transport === 'websocket' ? connections.transport : toWebhook(options, answerWithinMs)
  const platform = createPlatform(options, transport)
  const tokens = createTokens(options)
  const faults = createFaults()
  const guard = createGuard({ tokens, faults, rates: platform.rates })
  const app = new Hono()
  mountAuth(app, tokens, guard)
  const mounts = [
    mountBot,
    mountMessages,
    mountAttention,
    mountResources,
    mountContact,
    mountChats,
    mountCardUpdates,
  ]
  for (const mount of mounts) mount(app, platform, guard)
  mountEndpoint(app, connections, options)
  app.all('/open-apis/*', (c) => c.json({ code: 99991404, msg: 'the stand-in has no such endpoint' }, 404))
  return { app, platform, faults, tokens, connections, ...createLife(platform) }
}

function createLife(platform: Platform): Pick<StandIn, 'start' | 'close'> {
  let timer: NodeJS.Timeout | undefined
  return {
    start: () => {
      // A try that cannot even be noted, as on a full disk, leaves its event due for the next second.
      timer ??= setInterval(() => void platform.courier.deliverDue().catch(() => 0), RETRY_LOOK_MS)
      timer.unref()
    },
    close: () => {
      clearInterval(timer)
      platform.memory.close()
    },
  }
}

function createPlatform(options: StandInOptions, transport: Transport): Platform {
  const { clock, journalFile } = options
  const app = { appId: options.appId, verificationToken: options.verificationToken, tenantKey: DEMO_TENANT }
  const people = createPeople(options.people)
  const memory = createMemory(openJournal(journalFile))
  return {
    app,
    bot: options.bot ?? { openId: 'ou_larkspur', name: '小云雀' },
    clock,
    people,
    chats: createChats(people, options.groups),
    memory,
    bytes: openFileBytes(journalFile === null ? null : `${journalFile}.files`),
    rates: createRates(options.runningMs ?? (() => performance.now())),
    cardTokens: createCardTokens(clock),
    courier: createCourier({ app, clock, memory, transport, subscriptions: SUBSCRIBED_EVENTS }),
  }
}

function toWebhook(options: StandInOptions, answerWithinMs: number): Transport {
  return webhookTransport({
    deliver: options.deliver,
    encryptKey: options.encryptKey,
    clock: options.clock,
    eventPath: options.eventPath ?? '/lark/events',
    callbackPath: options.callbackPath ?? '/lark/cards',
    answerWithinMs,
  })
}
