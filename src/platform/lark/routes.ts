// POST /events and POST /cards: two addresses, one door. Answers only after what came in has been stored, and answers
// every refusal alike.

import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ClickInbound, Inbound } from '../../core/inbound.ts'
import type { ClickAnswer } from '../../core/ports.ts'
import { renderClickAnswer } from './answer.ts'
import { readBody } from './body.ts'
import type { Door } from './door.ts'
import { type Received, refused } from './envelope.ts'
import { LIMITS } from './limits.ts'

/** Stores what came in before it returns; says whether it was new. Throws where it could not be stored. */
export type Accept = (inbound: Inbound, raw: string) => Promise<'new' | 'known'>

/** Answers a click, in good time before the platform's three seconds are over. */
export type Click = (inbound: ClickInbound) => Promise<ClickAnswer>

/** Counts something for the metrics. */
type Count = (name: string, labels: Readonly<Record<string, string>>) => void

/** What the routes hand things to. */
export interface LarkRoutesOptions {
  readonly door: Door
  readonly accept: Accept
  readonly click: Click
  readonly count: Count
}

/** The platform's addresses of the bot, relative to where they are mounted. */
export function larkRoutes(options: LarkRoutesOptions): Hono {
  const { door, count } = options
  const handle = async (c: Context) => {
    const body = await readBody(c.req.raw, LIMITS.requestBytes)
    const received = body === null ? refused('too_large') : door.receive(body, c.req.raw.headers)
    switch (received.kind) {
      case 'inbound':
        return c.json(await answerInbound(received, options))
      case 'challenge':
        return c.json({ challenge: received.challenge })
      case 'ignored':
        count('lark_events_ignored_total', { type: received.type })
        return c.json({})
      case 'refused':
        count('lark_requests_refused_total', { reason: received.reason })
        return c.json({ error: 'refused' }, 400)
    }
  }
  return new Hono().post('/events', handle).post('/cards', handle)
}

type ReceivedInbound = Extract<Received, { kind: 'inbound' }>

/** An event is acknowledged once it is stored; anything but 200 makes the platform bring it again. */
async function answerInbound({ inbound, raw }: ReceivedInbound, options: LarkRoutesOptions): Promise<object> {
  try {
    if (inbound.kind === 'click') return renderClickAnswer(await options.click(inbound))
    await options.accept(inbound, raw)
    return {}
  } catch (cause) {
    throw new HTTPException(503, { message: 'not stored', cause })
  }
}
