// The demo: the same machine as the service, in front of a stand-in platform in the same process, with a console.
// Everything between the two goes over real HTTP, signed and encrypted, through the official SDK unchanged.

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { Log } from './bot/log.ts'
import { loadSamples } from './card-samples.ts'
import type { Config, LarkConfig } from './config.ts'
import { type MovableClock, movableClock } from './core/clock.ts'
import { DEMO_GROUPS, DEMO_PEOPLE } from './demo/demo-platform.ts'
import { openDemoBank } from './demo/open-demo-bank.ts'
import { listen, type Machine, type Service, startMachine } from './node-service.ts'
import { openTraceBook, type TraceBook } from './node-trace.ts'
import { drawSample } from './platform/console/gallery-card.ts'
import { answerPage } from './platform/console/page.ts'
import { createConsoleApp } from './platform/console/server/app.ts'
import { createStandIn, deliverTo, type StandIn } from './platform/stand-in/index.ts'
import { nextDueAt, tick } from './schedule/tick.ts'

/** Runs the demo. */
export async function runDemo(config: Config, log: Log): Promise<Service> {
  const clock = movableClock()
  const ending = new AbortController()
  const book = openTraceBook(() => clock.now())
  // Once a request has come, Hono takes no more routes; so the site is made apart and put in place when it is whole.
  let site = new Hono()
  const root = new Hono().all('*', (c) => site.fetch(c.req.raw, c.env))
  const listening = await listen(root, config)
  const lark = demoAccess(listening.address)
  const standIn = createStandIn({
    ...lark,
    clock,
    journalFile: join(config.dataDir, 'stand-in.jsonl'),
    people: DEMO_PEOPLE,
    groups: DEMO_GROUPS,
    deliver: deliverTo(() => listening.address),
  })
  site = new Hono().route('/stand-in', standIn.app)
  const machine = await startMachine(config, lark, log, {
    clock,
    trace: book,
    watch: book.noteStatement,
    prepare: (store, sealer) => openDemoBank({ store, sealer, now: clock.now(), zone: config.zone }),
  }).catch(async (error: unknown) => {
    await listening.close()
    throw error
  })
  site = new Hono()
    .route('/stand-in', standIn.app)
    .route('/', createConsoleApp({ ...consolePorts(machine, standIn, clock, book), ending: ending.signal }))
    .route('/', machine.app)
  standIn.start()
  return {
    line: `Larkspur is ready: ${listening.address}/console`,
    settleIn: machine.settleIn,
    stop: async () => {
      ending.abort()
      await listening.close()
      await machine.stop()
      standIn.close()
    },
  }
}

/** The application as the stand-in knows it. Its keys live as long as the process, on both sides of it. */
function demoAccess(address: string): LarkConfig {
  const secret = () => randomBytes(24).toString('base64url')
  return {
    appId: 'cli_demo',
    appSecret: secret(),
    encryptKey: secret(),
    verificationToken: secret(),
    domain: `${address}/stand-in`,
    transport: 'webhook',
  }
}

function consolePorts(machine: Machine, standIn: StandIn, clock: MovableClock, book: TraceBook) {
  const { bot, engine } = machine
  return {
    standIn,
    clock,
    settle: () => engine.settle(),
    tick: async () => {
      await tick(bot, clock.now())
      engine.wake()
    },
    nextDue: () => nextDueAt(bot.store.db),
    trace: async (messageId: string) =>
      book.read(messageId).map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
    samples: async () => (await loadSamples()).map(drawSample),
    page: answerPage,
  }
}
