// Where a client asks for the address of its long connection.

import type { Context, Hono } from 'hono'
import { asRecord } from '../json.ts'
import { randomHex } from '../random-ids.ts'
import type { Connections } from './connections.ts'

/** Ends of the two paths below the SDK's domain, which may have a path of its own. */
const ENDPOINT_PATH = '/callback/ws/endpoint'
export const CONNECT_PATH = '/callback/ws/connect'

const AUTH_FAILED = 514
const TOO_MANY_CONNECTIONS = 1000040350

/** Mounts the endpoint for an app of these credentials. */
export function mountEndpoint(
  app: Hono,
  connections: Connections,
  credentials: { readonly appId: string; readonly appSecret: string },
): void {
  app.post(ENDPOINT_PATH, async (c) => {
    const { AppID: appId, AppSecret: appSecret } = asRecord(await c.req.json().catch(() => null))
    if (appId !== credentials.appId || appSecret !== credentials.appSecret) {
      return c.json({ code: AUTH_FAILED, msg: 'auth failed', data: {} })
    }
    if (connections.isFull) {
      return c.json({
        code: TOO_MANY_CONNECTIONS,
        msg: 'the number of connections exceeded the limit',
        data: {},
      })
    }
    const data = { URL: toConnectUrl(c, connections), ClientConfig: connections.clientConfig }
    return c.json({ code: 0, msg: 'ok', data })
  })
}

/** The address begins with some parameter that nobody reads, because the SDK reads the first one wrongly. */
function toConnectUrl(c: Context, connections: Connections): string {
  const url = new URL(c.req.url)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.pathname = url.pathname.replace(ENDPOINT_PATH, CONNECT_PATH)
  url.search = new URLSearchParams({
    fpid: '493',
    device_id: randomHex(8),
    service_id: '1',
    ticket: connections.issueTicket(),
  }).toString()
  return url.toString()
}
