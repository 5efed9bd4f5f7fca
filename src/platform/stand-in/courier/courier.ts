// Pushes events to the bot until it takes them, and callbacks once. Keeps the platform's schedule of retries.

import type { Clock } from '../../../core/clock.ts'
import type { KeptEvent } from '../memory/entries.ts'
import type { Memory } from '../memory/memory.ts'
import { type AppFacts, type Envelope, toEnvelope } from './envelope.ts'
import { DeliveryFailure, type Transport } from './transport.ts'

/** Waits before the second to the fifth try of an event: 15 s, 5 min, 1 h, 6 h. After that it is lost. */
const RETRY_AFTER_MS = [15_000, 300_000, 3_600_000, 21_600_000] as const

export interface Courier {
  /** Pushes an event at once; resolves with whether the bot took it. Otherwise it waits for its next try. */
  push(type: string, event: unknown): Promise<boolean>
  /** Calls the bot and resolves with its answer. Throws a DeliveryFailure; there is no second try. */
  call(type: string, event: unknown): Promise<unknown>
  /** Tries again what is due by the clock; resolves with how many the bot took. */
  deliverDue(): Promise<number>
  /** Tries again whatever still waits, due or not. */
  deliverAll(): Promise<number>
  /** Pushes an event once more although the bot has taken it, as the platform sometimes does. */
  repeat(eventId: string): Promise<boolean>
  /** When the next try is due. */
  nextDueAt(): Date | null
  /** The ids of the latest events, newest last. */
  recent(): readonly string[]
}

const REMEMBERED = 200

/** Makes the courier of one app. Only events that the app has subscribed to are pushed. */
export function createCourier(parts: {
  app: AppFacts
  clock: Clock
  memory: Memory
  transport: Transport
  subscriptions: ReadonlySet<string>
}): Courier {
  const { clock, memory, transport } = parts
  const sent = new Map<string, Envelope>()
  const attempt = createAttempt(parts)
  const attemptAll = async (events: readonly KeptEvent[]): Promise<number> => {
    let taken = 0
    for (const event of events) if (await attempt(event)) taken += 1
    return taken
  }

  return {
    push: (type, event) => {
      if (!parts.subscriptions.has(type)) return Promise.resolve(false)
      const envelope = toEnvelope(parts.app, { type, event, at: clock.now() })
      const eventId = envelope.header['event_id'] ?? ''
      remember(sent, eventId, envelope)
      const kept = { eventId, envelope, attempts: 0, dueAt: clock.now().getTime() }
      memory.keepEvent(kept)
      return attempt(kept)
    },
    call: (type, event) =>
      transport('callback', toEnvelope(parts.app, { type, event, at: clock.now(), unit: 'microseconds' })),
    deliverDue: () => attemptAll(memory.events().filter((event) => event.dueAt <= clock.now().getTime())),
    deliverAll: () => attemptAll(memory.events()),
    repeat: async (eventId) => {
      const envelope = sent.get(eventId)
      if (envelope === undefined) return false
      return attempt({ eventId, envelope, attempts: RETRY_AFTER_MS.length, dueAt: 0 })
    },
    nextDueAt: () => {
      const due = memory.events().map((event) => event.dueAt)
      return due.length === 0 ? null : new Date(Math.min(...due))
    },
    recent: () => [...sent.keys()],
  }
}

/** One try of an event: settled when the bot takes it, postponed or given up when it does not. */
function createAttempt(parts: {
  clock: Clock
  memory: Memory
  transport: Transport
}): (event: KeptEvent) => Promise<boolean> {
  const { clock, memory, transport } = parts
  const underWay = new Set<string>()
  const postpone = (event: KeptEvent): void => {
    const waitMs = RETRY_AFTER_MS[event.attempts]
    if (waitMs === undefined) memory.settleEvent(event.eventId)
    else memory.keepEvent({ ...event, attempts: event.attempts + 1, dueAt: clock.now().getTime() + waitMs })
  }
  return async (event) => {
    if (underWay.has(event.eventId)) return false
    underWay.add(event.eventId)
    try {
      await transport('event', event.envelope)
      memory.settleEvent(event.eventId)
      return true
    } catch (error) {
      if (!(error instanceof DeliveryFailure)) throw error
      postpone(event)
      return false
    } finally {
      underWay.delete(event.eventId)
    }
  }
}

function remember(sent: Map<string, Envelope>, eventId: string, envelope: Envelope): void {
  sent.set(eventId, envelope)
  const [oldest] = sent.keys()
  if (sent.size > REMEMBERED && oldest !== undefined) sent.delete(oldest)
}
