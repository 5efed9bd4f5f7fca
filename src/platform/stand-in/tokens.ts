// Tenant access tokens: issued for the app's secret, good for two hours, renewed in the last thirty minutes.

import type { Clock } from '../../core/clock.ts'
import { PlatformError } from './platform-error.ts'
import { randomHex } from './random-ids.ts'

const LIFE_MS = 7200 * 1000
const RENEWED_FROM_MS = 30 * 60 * 1000

export interface Tokens {
  /** The token that is valid now and the seconds it has left. Throws a PlatformError for wrong credentials. */
  issue(appId: unknown, appSecret: unknown): { readonly token: string; readonly expire: number }
  /** Throws a PlatformError unless the Authorization header carries a valid token. */
  check(authorization: string | undefined): void
  /** Makes every token worthless at once, as when the app's secret is reset. */
  revokeAll(): void
}

/** Issues and checks tokens of one app. */
export function createTokens(app: { appId: string; appSecret: string; clock: Clock }): Tokens {
  let current = { token: '', endsAt: 0 }
  const valid = new Map<string, number>()
  const leftMs = () => current.endsAt - app.clock.now().getTime()
  const renew = () => {
    for (const [token, endsAt] of valid) if (endsAt <= app.clock.now().getTime()) valid.delete(token)
    current = { token: `t-g1${randomHex(19)}`, endsAt: app.clock.now().getTime() + LIFE_MS }
    valid.set(current.token, current.endsAt)
  }
  return {
    issue: (appId, appSecret) => {
      if (appId !== app.appId) throw new PlatformError(10003, 'invalid param')
      if (appSecret !== app.appSecret) throw new PlatformError(10014, 'app secret invalid')
      // A clock that was set back leaves a token that would live for longer than any can.
      if (leftMs() < RENEWED_FROM_MS || leftMs() > LIFE_MS) renew()
      return { token: current.token, expire: Math.floor(leftMs() / 1000) }
    },
    check: (authorization) => {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
      if (token === undefined) throw new PlatformError(99991661, 'Missing access token for authorization.')
      if ((valid.get(token) ?? 0) <= app.clock.now().getTime()) {
        throw new PlatformError(
          99991663,
          'Invalid access token for authorization. Please make a request with token attached.',
        )
      }
    },
    revokeAll: () => {
      valid.clear()
      current = { token: '', endsAt: 0 }
    },
  }
}
