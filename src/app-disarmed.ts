// What a restored place answers before it is armed, on Node and on Workers.

import { Hono } from 'hono'

/** The routes of a disarmed place: alive, not ready, and nothing is taken in. */
export function disarmedApp(backupId: string): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ status: 'alive' }))
  app.get('/readyz', (c) =>
    c.json({ status: 'not ready', reason: `disarmed: restored from backup ${backupId}` }, 503),
  )
  return app.all('*', (c) => c.json({ error: 'disarmed' }, 503))
}
