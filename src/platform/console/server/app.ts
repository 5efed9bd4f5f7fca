// The console's server: all calls under /console, put together. Demo only; it is never mounted in the service.

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ClientError, type ClientErrorReason } from '../../stand-in/index.ts'
import { mountActing } from './acting.ts'
import { createTyping } from './event-stream.ts'
import { mountLooking } from './looking.ts'
import type { ConsolePorts } from './ports.ts'
import { BadRequest, ClockRequest, readRequest } from './requests.ts'
import { travel } from './time-travel.ts'
import { toClockState } from './views.ts'

/** The platform hands the bot files of up to 100 MB; a little more for the rest of the request. */
const MAX_BODY_BYTES = 101 * 1024 * 1024

/** Makes the console's server, with full paths from /console on. */
export function createConsoleApp(ports: ConsolePorts): Hono {
  const app = new Hono()
  const typing = createTyping()
  app.use('/console/*', async (c, next) => {
    if (c.req.method !== 'GET' && isForeign(c)) return c.json({ error: 'foreign_origin' }, 403)
    return next()
  })
  app.use(
    '/console/*',
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (c) => c.json({ error: 'too_large', limitBytes: MAX_BODY_BYTES }, 413),
    }),
  )
  mountLooking(app, ports, typing)
  mountActing(app, ports, typing)
  app.post('/console/clock', async (c) => {
    await travel(ports, await readRequest(c, ClockRequest))
    return c.json(toClockState(ports.clock))
  })
  app.all('/console/*', (c) => answerPage(ports, c))
  app.onError((error, c) => {
    if (error instanceof BadRequest) return c.json({ error: 'bad_request', detail: error.message }, 400)
    if (error instanceof ClientError) {
      return c.json({ error: error.reason, detail: error.detail }, STATUS[error.reason])
    }
    throw error
  })
  return app
}

const STATUS: { readonly [reason in ClientErrorReason]: 400 | 403 | 404 | 409 | 413 } = {
  person_unknown: 404,
  chat_unknown: 404,
  not_a_member: 403,
  message_unknown: 404,
  element_unknown: 404,
  element_disabled: 409,
  field_unknown: 400,
  field_required: 400,
  value_not_offered: 400,
  too_long: 413,
  not_yours: 403,
  expired: 409,
}

async function answerPage(ports: ConsolePorts, c: Context): Promise<Response> {
  const page = c.req.method === 'GET' ? await ports.page(c.req.path) : null
  return page ?? Response.json({ error: 'unknown_path' }, { status: 404 })
}

/** A page of another address may not act here in somebody's browser. Browsers say so; other callers are no browsers. */
function isForeign(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = c.req.header('origin')
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== c.req.header('host')
}
