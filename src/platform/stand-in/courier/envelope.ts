// The envelope of events and callbacks, version 2.

import { randomHex } from '../random-ids.ts'

/** What every envelope says about the app. */
export interface AppFacts {
  readonly appId: string
  readonly verificationToken: string
  readonly tenantKey: string
}

/** An envelope as it is pushed. */
export interface Envelope {
  readonly schema: '2.0'
  readonly header: { readonly [name: string]: string }
  readonly event: unknown
}

/** Wraps an event. Its time is in milliseconds; that of a card callback, `unit` microseconds, has three digits more. */
export function toEnvelope(
  app: AppFacts,
  happening: { type: string; event: unknown; at: Date; unit?: 'milliseconds' | 'microseconds' },
): Envelope {
  const ms = String(happening.at.getTime())
  return {
    schema: '2.0',
    header: {
      event_id: randomHex(16),
      event_type: happening.type,
      create_time: happening.unit === 'microseconds' ? `${ms}000` : ms,
      token: app.verificationToken,
      app_id: app.appId,
      tenant_key: app.tenantKey,
    },
    event: happening.event,
  }
}
