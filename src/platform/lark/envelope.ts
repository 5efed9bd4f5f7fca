// What stands around an event: who it is for, which kind it is, when it happened. Turns an opened envelope into Received.
// Knows nothing of signatures and ciphers, so the long connection, which has neither, comes through here as well.

import { z } from 'zod'
import type { Inbound } from '../../core/inbound.ts'
import { normalise } from './normalise/index.ts'
import { toInstant } from './normalise/instant.ts'

/** Why a request was turned away; a label of the metric, never told to the sender. */
export type RefusalReason =
  | 'too_large'
  | 'unsigned'
  | 'bad_timestamp'
  | 'stale'
  | 'bad_signature'
  | 'plaintext'
  | 'undecryptable'
  | 'malformed'
  | 'bad_token'
  | 'wrong_app'

/** What a request turned out to be. */
export type Received =
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'inbound'; readonly type: string; readonly inbound: Inbound; readonly raw: string }
  | { readonly kind: 'ignored'; readonly type: string; readonly id?: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }

/** What is needed to read an event beyond the event itself. */
export interface EventReader {
  readonly appId: string
  /** The bot's own account once it is known, to tell its mention from another bot's. */
  readonly botAccount: () => string | null
  readonly now: () => Date
}

const identifier = z.string().min(1)

const Event = z.object({
  schema: z.literal('2.0'),
  header: z.object({
    // Missing where the event came over a connection that was proven to be ours.
    token: z.string().optional(),
    event_id: identifier,
    event_type: z.string(),
    create_time: z.string().nullish(),
    app_id: z.string(),
    tenant_key: z.string().nullish(),
  }),
  event: z.unknown().optional(),
})

// The older envelope, kept by the platform for kinds of events that this bot does not ask for.
const OldEvent = z.object({
  uuid: identifier,
  token: z.string().optional(),
  type: z.literal('event_callback'),
  event: z.object({ type: identifier, app_id: z.string().optional() }),
})

/** A refusal. */
export function refused(reason: RefusalReason): Received {
  return { kind: 'refused', reason }
}

/** An event in its envelope, in one of the two forms that the platform has. */
export interface Enveloped {
  /** What proves the sender where nothing else does. */
  readonly token: string | null
  read(raw: string, reader: EventReader): Received
}

/** Opens the envelope of an event; null where it is none. `raw` is the event's JSON as it came. */
export function findEvent(plain: unknown): Enveloped | null {
  const event = Event.safeParse(plain)
  if (event.success) {
    const { header } = event.data
    return { token: header.token ?? null, read: (raw, reader) => readEvent(event.data, raw, reader) }
  }
  const old = OldEvent.safeParse(plain)
  if (!old.success) return null
  return { token: old.data.token ?? null, read: (_raw, reader) => readOldEvent(old.data, reader) }
}

function readEvent({ header, event }: z.infer<typeof Event>, raw: string, reader: EventReader): Received {
  if (header.app_id !== reader.appId) return refused('wrong_app')
  const read = normalise(header.event_type, event, {
    id: header.event_id,
    happenedAt: toInstant(header.create_time) ?? reader.now(),
    tenant: header.tenant_key ?? null,
    botAccount: reader.botAccount(),
  })
  if (!read.ok) return refused('malformed')
  if (read.value === null) return { kind: 'ignored', type: header.event_type, id: header.event_id }
  return { kind: 'inbound', type: header.event_type, inbound: read.value, raw }
}

function readOldEvent({ uuid, event }: z.infer<typeof OldEvent>, reader: EventReader): Received {
  if (event.app_id !== undefined && event.app_id !== reader.appId) return refused('wrong_app')
  return { kind: 'ignored', type: event.type, id: uuid }
}
