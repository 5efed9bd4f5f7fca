// Where the SDK keeps the access token: in memory, and to be emptied when the platform says that it is no longer good.
// Several instances may each fetch one; the platform hands all of them the same.

import type { Cache } from '@larksuiteoapi/node-sdk'
import { type Clock, systemClock } from '../../core/clock.ts'

/** A cache that can be emptied. */
export interface TokenCache extends Cache {
  drop(): void
}

interface Entry {
  readonly value: unknown
  readonly expiresAtMs: number
}

/** Makes a cache whose entries age by the clock that is passed in, not by the machine's. */
export function openTokenCache(clock: Clock): TokenCache {
  const entries = new Map<string, Entry>()
  const keyOf = (key: string | symbol | object, options?: { namespace?: string }) =>
    `${options?.namespace ?? ''}/${String(key)}`
  return {
    get: async (key, options) => {
      const entry = entries.get(keyOf(key, options))
      return entry !== undefined && entry.expiresAtMs > clock.now().getTime() ? entry.value : undefined
    },
    set: async (key, value, expiresAtMs, options) => {
      // The SDK reckons the end by the machine's clock; what counts is how long that is from now.
      const lifeMs = (expiresAtMs ?? Number.POSITIVE_INFINITY) - systemClock.now().getTime()
      entries.set(keyOf(key, options), { value, expiresAtMs: clock.now().getTime() + lifeMs })
      return true
    },
    drop: () => entries.clear(),
  }
}
