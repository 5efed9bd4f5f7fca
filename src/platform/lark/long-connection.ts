// Events without an address: the SDK's long connection, for a bank that lets nobody in from outside. Node only, since a
// Worker cannot hold a connection. Trust comes from the connection itself, made with the application's secret over TLS.

import { systemClock } from '../../core/clock.ts'
import { renderClickAnswer } from './answer.ts'
import { findEvent, refused } from './envelope.ts'
import { LIMITS } from './limits.ts'
import type { LarkLog } from './log.ts'
import type { Accept, Click } from './routes.ts'
import { redactingLogger } from './sdk-logger.ts'
import { plainTransport } from './transport.ts'

/** What a long connection needs, and what it hands things to. */
export interface LongConnectionOptions {
  readonly appId: string
  readonly appSecret: string
  readonly domain: string
  readonly log: LarkLog
  readonly accept: Accept
  readonly click: Click
  /** The bot's own account once it is known; without it every bot that is mentioned counts as this one. */
  readonly botAccount?: () => string | null
}

/** The form of an application id without which the SDK refuses to connect, and only logs that it does. */
const APP_ID = /^cli_[0-9a-fA-F]{16}$/

/**
 * Connects and stays connected; returns at once with what closes it, since the platform may be away for a while.
 * Throws where the application id can never work.
 */
export async function openLongConnection(options: LongConnectionOptions): Promise<() => void> {
  const { appId, appSecret, log } = options
  if (!APP_ID.test(appId))
    throw new Error('the long connection needs an application id of cli_ and 16 hex digits')
  const { EventDispatcher, LoggerLevel, WSClient } = await import('@larksuiteoapi/node-sdk')
  const logger = redactingLogger(log)

  /** The SDK's dispatcher mixes header and body of an event into one object; this one keeps them apart. */
  class WholeEvents extends EventDispatcher {
    override invoke(event: unknown): Promise<unknown> {
      return receiveFrame(event, options)
    }
  }

  const dispatcher = new WholeEvents({ logger, loggerLevel: LoggerLevel.warn })
  const client = new WSClient({
    appId,
    appSecret,
    domain: options.domain.replace(/\/+$/, ''),
    httpInstance: plainTransport(),
    logger,
    loggerLevel: LoggerLevel.warn,
    handshakeTimeoutMs: LIMITS.handshakeMs,
    wsConfig: { pingTimeout: LIMITS.pongMs / 1000 },
    onReady: () => log.info('lark.connection.ready'),
    onReconnecting: () => log.warn('lark.connection.lost'),
    onReconnected: () => log.info('lark.connection.back'),
    onError: () => startLater(),
  })
  const start = () => client.start({ eventDispatcher: dispatcher })
  let restart: ReturnType<typeof setTimeout> | undefined
  const startLater = () => {
    // Too many connections, or a secret that is being changed: neither lasts, and a bot that gave up would stay deaf.
    log.error('lark.connection.refused', new Error('refused'))
    restart = setTimeout(() => void start(), LIMITS.reconnectMs)
  }
  await start()
  return () => {
    clearTimeout(restart)
    client.close()
  }
}

/** What came over the connection; the return value goes back as the answer, and a throw asks for another delivery. */
async function receiveFrame(event: unknown, options: LongConnectionOptions): Promise<object | undefined> {
  const { appId, botAccount = () => null, log } = options
  const raw = JSON.stringify(event)
  const reader = { appId, botAccount, now: () => systemClock.now() }
  const received = findEvent(event)?.read(raw, reader) ?? refused('malformed')
  if (received.kind === 'refused') log.warn('lark.frame.refused', { reason: received.reason })
  if (received.kind !== 'inbound') return undefined
  if (received.inbound.kind === 'click') return renderClickAnswer(await options.click(received.inbound))
  await options.accept(received.inbound, raw)
  return undefined
}
