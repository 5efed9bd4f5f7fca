// Our whole path up to the commit: the app as production mounts it, and the inbox worked on as it comes.
// Tells its parent after each answered message how many there were.

import { serve } from '@hono/node-server'
import { createApp } from '../../src/app.ts'
import { workInbox } from '../../src/bot/work.ts'
import { createMetrics } from '../../src/metrics.ts'
import { nodePrimitives } from '../../src/node-seal.ts'
import { openDoor } from '../../src/platform/lark/door.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { benchBot } from '../bench-bot.ts'
import { BENCH_KEYS } from '../path-bank.ts'
import { DOOR } from '../signed-events.ts'

const store = openPostgres(process.env['DATABASE_URL'] ?? '')
const bot = benchBot(store, await openSealer(store.db, BENCH_KEYS, nodePrimitives))
let answered = 0
let running = false
let again = false

function wake(): void {
  again = true
  if (!running) void run()
}

async function run(): Promise<void> {
  running = true
  while (again) {
    again = false
    await workInbox(bot, () => {
      answered += 1
      process.send?.({ answered })
    })
  }
  running = false
}

const app = createApp({
  bot,
  door: openDoor({ ...DOOR, clock: bot.clock }),
  metrics: createMetrics(),
  ready: async () => ({ ok: true }),
  wake,
  defer: () => undefined,
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }))
