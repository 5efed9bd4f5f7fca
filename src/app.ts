// All that Node and Workers share: the routes and the one error mapper.

import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { BotParts } from './bot/bot.ts'
import { accept, click } from './bot/work.ts'
import type { Metrics } from './metrics.ts'
import type { Door } from './platform/lark/door.ts'
import { larkRoutes } from './platform/lark/routes.ts'
import { countWaiting } from './storage/waiting.ts'

/** What an app serves with. On Node it lives as long as the process, on Workers as long as one invocation. */
export interface Running {
  readonly bot: BotParts
  readonly door: Door
  readonly metrics: Metrics
  /** Whether migrations are done; the reason where they are not. */
  ready(): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>
  /** Something came in that is to be worked on. */
  wake(): void
  /** Keeps the process alive for work that outlasts the answer. */
  defer(work: Promise<unknown>): void
}

/** Builds the app. */
export function createApp(running: Running): Hono {
  const { bot, door, metrics } = running
  const app = new Hono()
  app.route(
    '/lark',
    larkRoutes({
      door,
      accept: async (inbound) => {
        const known = await accept(bot, inbound)
        running.wake()
        return known
      },
      click: async (inbound) => {
        const answer = await click(bot, inbound, running.defer)
        running.wake()
        return answer
      },
      count: (name, labels) => metrics.count(name, labels),
    }),
  )
  app.get('/healthz', (c) => c.json({ status: 'alive' }))
  app.get('/readyz', async (c) => {
    const state = await running.ready()
    return state.ok ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', reason: state.reason }, 503)
  })
  app.get('/metrics', async (c) => {
    await countWaiting(bot.store.db, metrics).catch((error: unknown) =>
      bot.log.error('metrics.partial', error),
    )
    return c.text(await metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
  app.notFound((c) => c.json({ error: 'not_found' }, 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException) {
      bot.log.error('http.refused', error.cause ?? error, { status: error.status, path: c.req.path })
      return c.json({ error: 'unavailable' }, error.status)
    }
    const reference = crypto.randomUUID().slice(0, 8)
    bot.log.error('http.failed', error, { reference, path: c.req.path })
    return c.json({ error: 'internal', reference }, 500)
  })
  return app
}
