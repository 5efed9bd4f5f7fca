// The bot's open long connections: who may open one, which of them gets an event, and what it answers.

import { DeliveryFailure, type Transport } from '../courier/transport.ts'
import { asRecord, asText, readJson } from '../json.ts'
import { randomHex } from '../random-ids.ts'
import { decodeFrame, encodeFrame, type Frame } from './frames.ts'

const MAX_CONNECTIONS = 50
/** Longer payloads go in several frames, each with its place among them. */
const FRAGMENT_BYTES = 16 * 1024
const SERVICE = 1
const OK = 200

/** An open socket of the bot. */
interface Connection {
  send(bytes: Uint8Array): void
  close(): void
}

/** Seconds that the client is told to keep; the platform's own where missing. */
export interface ConnectionTiming {
  readonly pingSeconds?: number
  readonly reconnectSeconds?: number
  readonly reconnectNonceSeconds?: number
}

export interface Connections {
  /** How the client shall ping and reconnect, in the platform's words. */
  readonly clientConfig: { readonly [name: string]: number }
  readonly isFull: boolean
  readonly count: number
  /** A ticket with which one socket may be opened. */
  issueTicket(): string
  /** Whether the ticket is good; it is used up by that. */
  redeemTicket(ticket: string): boolean
  /** Takes a socket in; returns what to call with its bytes and at its end. */
  open(connection: Connection): { receive(bytes: Uint8Array): void; closed(): void }
  /** Closes every connection, as the platform does when it restarts. */
  closeAll(): void
  readonly transport: Transport
}

/** Keeps the connections of one app. */
export function createConnections(options: {
  answerWithinMs: number
  timing?: ConnectionTiming
}): Connections {
  const open = new Set<Connection>()
  const waiting = new Map<string, (payload: Uint8Array) => void>()
  const clientConfig = toClientConfig(options.timing ?? {})

  const receive = (connection: Connection, frame: Frame): void => {
    if (frame.kind === 'data') waiting.get(frame.headers['message_id'] ?? '')?.(frame.payload)
    else if (frame.headers['type'] === 'ping') {
      const payload = new TextEncoder().encode(JSON.stringify(clientConfig))
      connection.send(encodeFrame({ kind: 'control', headers: { type: 'pong' }, payload }, SERVICE))
    }
  }

  return {
    clientConfig,
    get isFull() {
      return open.size >= MAX_CONNECTIONS
    },
    get count() {
      return open.size
    },
    ...createTickets(),
    open: (connection) => {
      open.add(connection)
      return {
        receive: (bytes) => receive(connection, decodeFrame(bytes)),
        closed: () => {
          open.delete(connection)
        },
      }
    },
    closeAll: () => {
      for (const connection of open) connection.close()
    },
    transport: async (_kind, envelope) => {
      const chosen = [...open][Math.floor(Math.random() * open.size)]
      if (chosen === undefined) throw new DeliveryFailure(200342)
      const messageId = randomHex(16)
      const answered = waitForAnswer(waiting, messageId, options.answerWithinMs)
      for (const frame of toFrames(messageId, JSON.stringify(envelope)))
        chosen.send(encodeFrame(frame, SERVICE))
      return readAnswer(await answered)
    },
  }
}

function toClientConfig(timing: ConnectionTiming): Connections['clientConfig'] {
  const { pingSeconds = 120, reconnectSeconds = 120, reconnectNonceSeconds = 30 } = timing
  return {
    PingInterval: pingSeconds,
    ReconnectCount: -1,
    ReconnectInterval: reconnectSeconds,
    ReconnectNonce: reconnectNonceSeconds,
  }
}

function createTickets(): Pick<Connections, 'issueTicket' | 'redeemTicket'> {
  const tickets = new Set<string>()
  return {
    issueTicket: () => {
      const ticket = randomHex(16)
      tickets.add(ticket)
      return ticket
    },
    redeemTicket: (ticket) => tickets.delete(ticket),
  }
}

function toFrames(messageId: string, text: string): readonly Frame[] {
  const bytes = new TextEncoder().encode(text)
  const sum = Math.ceil(bytes.byteLength / FRAGMENT_BYTES)
  const common = { type: 'event', message_id: messageId, trace_id: randomHex(16), sum: String(sum) }
  return Array.from({ length: sum }, (_, seq) => ({
    kind: 'data',
    headers: { ...common, seq: String(seq) },
    payload: bytes.subarray(seq * FRAGMENT_BYTES, (seq + 1) * FRAGMENT_BYTES),
  }))
}

function waitForAnswer(
  waiting: Map<string, (payload: Uint8Array) => void>,
  messageId: string,
  withinMs: number,
): Promise<Uint8Array> {
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(messageId)
      reject(new DeliveryFailure(200341))
    }, withinMs)
    waiting.set(messageId, (payload) => {
      clearTimeout(timer)
      waiting.delete(messageId)
      resolve(payload)
    })
  })
}

/** The answer is JSON with a code and, for callbacks, the base64 of what the handler returned. */
function readAnswer(payload: Uint8Array): unknown {
  const answer = asRecord(readJson(new TextDecoder().decode(payload)))
  if (answer['code'] !== OK) throw new DeliveryFailure(200671)
  const data = asText(answer['data'])
  if (data === null) return {}
  const returned = readJson(Buffer.from(data, 'base64').toString('utf8'))
  if (returned === undefined) throw new DeliveryFailure(200672)
  return returned
}
