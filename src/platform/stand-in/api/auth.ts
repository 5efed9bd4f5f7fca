// Tokens for the app's secret. Both kinds of token are one for an app of the company's own.

import type { Context, Hono } from 'hono'
import type { Tokens } from '../tokens.ts'
import { type Guard, readBody } from './gate.ts'

/** Mounts the endpoints that issue tokens. */
export function mountAuth(app: Hono, tokens: Tokens, guard: Guard): void {
  const issue = async (c: Context) => {
    const body = await readBody(c)
    return tokens.issue(body['app_id'], body['app_secret'])
  }
  app.post(
    '/open-apis/auth/v3/tenant_access_token/internal',
    guard(
      'POST /auth/v3/tenant_access_token/internal',
      async (c) => {
        const { token, expire } = await issue(c)
        return { tenant_access_token: token, expire }
      },
      { open: true },
    ),
  )
  app.post(
    '/open-apis/auth/v3/app_access_token/internal',
    guard(
      'POST /auth/v3/app_access_token/internal',
      async (c) => {
        const { token, expire } = await issue(c)
        return { app_access_token: token, tenant_access_token: token, expire }
      },
      { open: true },
    ),
  )
}
