// Our door as app.ts mounts it. Without DATABASE_URL nothing is stored; with it the real inbox is.

import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { systemClock } from '../../src/core/clock.ts'
import { nodePrimitives } from '../../src/node-seal.ts'
import { openDoor } from '../../src/platform/lark/door.ts'
import { larkRoutes } from '../../src/platform/lark/routes.ts'
import { storeInbound } from '../../src/storage/inbox.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { DOOR } from '../signed-events.ts'

const url = process.env['DATABASE_URL']
const store = url === undefined ? null : openPostgres(url)
const sealer =
  store === null
    ? null
    : await openSealer(store.db, [{ id: 'bench', key: new Uint8Array(32).fill(1) }], nodePrimitives)

const app = new Hono()
app.route(
  '/lark',
  larkRoutes({
    door: openDoor({ ...DOOR, clock: systemClock }),
    accept: async (inbound) =>
      store === null || sealer === null ? 'new' : storeInbound(store.db, sealer, inbound, systemClock.now()),
    click: async () => ({}),
    count: () => undefined,
  }),
)
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }))
