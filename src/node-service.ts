// The service on Node: the real platform, many instances on one database.

import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { schedule } from 'node-cron'
import { createApp, type Running } from './app.ts'
import type { BotParts } from './bot/bot.ts'
import { type Engine, startEngine } from './bot/engine.ts'
import type { Log } from './bot/log.ts'
import { dailyBudget, type ModelHelp } from './bot/model-help.ts'
import { noTrace, type Trace } from './bot/trace.ts'
import { accept, click } from './bot/work.ts'
import type { Config, LarkConfig } from './config.ts'
import { type Clock, systemClock } from './core/clock.ts'
import type { Directory } from './core/ports.ts'
import { syncNightly } from './features/directory/index.ts'
import { makeHouse, makeStrangers } from './features.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { startAuditKeeping } from './node-audit.ts'
import { startDailyBackup } from './node-backup.ts'
import { backupKeys, openConfiguredSealer, openStore } from './open-store.ts'
import { type LarkMessenger, larkMessenger } from './platform/lark/client.ts'
import { larkDirectory } from './platform/lark/directory.ts'
import { openDoor } from './platform/lark/door.ts'
import { openLongConnection } from './platform/lark/long-connection.ts'
import { tick } from './schedule/tick.ts'
import { assertArmed } from './storage/backup/disarmed.ts'
import type { Store, Watch } from './storage/database.ts'
import { pruneInbound } from './storage/inbox.ts'
import type { KeptSealer } from './storage/index-key.ts'
import type { Sealer } from './storage/seal.ts'
import { understand, warmUnderstanding } from './understand/index.ts'

/** Something that serves, and can be told to end. */
export interface Service {
  /** The one line that says it is ready. */
  readonly line: string
  /** Does, once it serves, what a start need not wait for and a first message should not. */
  settleIn(): void
  stop(): Promise<void>
}

/** What the demo hands in instead of the service's own. */
export interface Variation {
  readonly clock?: Clock
  readonly trace?: Trace
  readonly watch?: Watch
  /** Done once the schema is up to date, before anything is answered. */
  readonly prepare?: (store: Store, sealer: Sealer) => Promise<unknown>
}

/** The bot at work on this machine, without its HTTP server. */
export interface Machine {
  readonly bot: BotParts
  readonly engine: Engine
  readonly app: Hono
  readonly metrics: Metrics
  settleIn(): void
  stop(): Promise<void>
}

/**
 * Opens the database, migrates it, and starts the bot behind the platform's door.
 * @throws Disarmed in a restored place; nothing was started and nothing is held open
 */
export async function startMachine(
  config: Config,
  lark: LarkConfig,
  log: Log,
  vary: Variation = {},
): Promise<Machine> {
  const store = await openStore(config, vary.watch)
  await store.migrate()
  try {
    await assertArmed(store.db)
  } catch (error) {
    await store.close()
    throw error
  }
  const clock = vary.clock ?? systemClock
  const sealer = await openConfiguredSealer(config, store)
  await vary.prepare?.(store, sealer)
  const messenger = larkMessenger({ ...lark, clock, log })
  const { account, ask } = ownAccount(messenger, log)
  const metrics = createMetrics()
  const bot: BotParts = {
    store,
    sealer,
    clock,
    log,
    zone: config.zone,
    messenger,
    understand,
    house: makeHouse(),
    strangers: makeStrangers({ sealer, zone: config.zone }),
    trace: vary.trace ?? noTrace,
    model: openModel(config, clock),
  }
  const engine = startEngine(bot)
  const directory = larkDirectory({ ...lark, clock, log })
  const stopTicking = startTicking(bot, engine, metrics, async () => {
    await followKeys(sealer, log)
    await followDirectory(bot, directory)
  })
  const stopKeeping = startAuditKeeping(bot, config.audit)
  const { folder } = config.backup
  const stopBackups =
    folder === null ? () => Promise.resolve() : startDailyBackup(bot, { folder, keys: backupKeys(config) })
  const closeConnection =
    lark.transport === 'websocket' ? await connect(bot, engine, lark, account) : () => undefined
  return {
    bot,
    engine,
    metrics,
    app: createApp(running({ bot, engine, lark, metrics, account })),
    settleIn: () => {
      ask()
      warmUnderstanding()
    },
    stop: async () => {
      closeConnection()
      await stopTicking()
      await stopBackups()
      await engine.stop()
      await stopKeeping()
      await store.close()
    },
  }
}

/** The model of the configuration, with the budget of this instance. */
function openModel({ llm, zone }: Config, clock: Clock): ModelHelp | null {
  return llm === null ? null : { settings: llm, budget: dailyBudget(llm.callsADay, clock, zone), fetch }
}

interface Parts {
  readonly bot: BotParts
  readonly engine: Engine
  readonly lark: LarkConfig
  readonly metrics: Metrics
  readonly account: () => string | null
}

/** The bot's own account, once the platform has told it; until then every bot that is mentioned counts as this one. */
function ownAccount(messenger: LarkMessenger, log: Log): { account: () => string | null; ask: () => void } {
  let account: string | null = null
  return {
    account: () => account,
    ask: () => {
      messenger.botAccount().then(
        (told) => {
          account = told
        },
        (error: unknown) => log.error('bot.account.unknown', error),
      )
    },
  }
}

function running({ bot, engine, lark, metrics, account }: Parts): Running {
  return {
    bot,
    metrics,
    door: openDoor({
      appId: lark.appId,
      encryptKey: lark.encryptKey,
      verificationToken: lark.verificationToken,
      clock: bot.clock,
      botAccount: account,
    }),
    ready: async () => ((await bot.store.ping()) ? { ok: true } : { ok: false, reason: 'database away' }),
    wake: engine.wake,
    defer: (work) => {
      work.catch((error: unknown) => bot.log.error('click.late', error))
    },
  }
}

/** Events that were answered are known for 30 days, so that a late repetition has no effect; then they are forgotten. */
const KEEP_INBOX_MS = 30 * 24 * 3_600_000
/** Once an hour, and not on the full hour, at which everybody has something to do. */
const PRUNING_MINUTE = 37

/** Each minute what is due is run; a run that takes longer than a minute is not started twice. */
function startTicking(
  bot: BotParts,
  engine: Engine,
  metrics: Metrics,
  first: () => Promise<void>,
): () => Promise<void> {
  const task = schedule(
    '* * * * *',
    async () => {
      try {
        await first()
        const { ran, failed } = await tick(bot, bot.clock.now())
        for (let i = 0; i < ran; i += 1) metrics.count('larkspur_schedule_runs_total', { result: 'done' })
        for (let i = 0; i < failed; i += 1)
          metrics.count('larkspur_schedule_runs_total', { result: 'failed' })
        if (bot.clock.now().getUTCMinutes() === PRUNING_MINUTE) {
          await pruneInbound(bot.store.db, new Date(bot.clock.now().getTime() - KEEP_INBOX_MS))
        }
        engine.wake()
      } catch (error) {
        bot.log.error('tick.failed', error)
      }
    },
    { noOverlap: true },
  )
  return async () => {
    await task.destroy()
  }
}

/** Keys that were replaced or retired elsewhere count here within a minute; what does not fit any more is told, and kept. */
async function followKeys(sealer: KeptSealer, log: Log): Promise<void> {
  try {
    await sealer.refresh()
  } catch (error) {
    log.error('keys.unfit', error)
  }
}

/** The comparison of every night; a directory that cannot be read is asked again the next minute, and stops nothing else. */
async function followDirectory(bot: BotParts, directory: Directory): Promise<void> {
  try {
    const plan = await syncNightly({ db: bot.store.db, directory, now: bot.clock.now(), zone: bot.zone })
    if (plan !== null)
      bot.log.info('directory.compared', { ended: plan.losses.length, held: plan.held.length })
  } catch (error) {
    bot.log.error('directory.unread', error)
  }
}

/** The long connection instead of an address: the same events into the same inbox. */
function connect(
  bot: BotParts,
  engine: Engine,
  lark: LarkConfig,
  botAccount: () => string | null,
): Promise<() => void> {
  return openLongConnection({
    ...lark,
    log: bot.log,
    botAccount,
    accept: async (inbound) => {
      const known = await accept(bot, inbound)
      engine.wake()
      return known
    },
    click: async (inbound) => {
      const answer = await click(bot, inbound, (work) => {
        work.catch((error: unknown) => bot.log.error('click.late', error))
      })
      engine.wake()
      return answer
    },
  })
}

/** Runs the service. */
export async function runService(config: Config, lark: LarkConfig, log: Log): Promise<Service> {
  const machine = await startMachine(config, lark, log)
  const server = await listen(machine.app, config)
  return {
    line: `Larkspur is ready at ${server.address}`,
    settleIn: machine.settleIn,
    stop: async () => {
      await server.close()
      await machine.stop()
    },
  }
}

/** A listening server. */
export interface Listening {
  readonly address: string
  readonly server: ReturnType<typeof serve>
  close(): Promise<void>
}

/** Listens where the configuration says. */
export function listen(app: Pick<Hono, 'fetch'>, config: Pick<Config, 'host' | 'port'>): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>()
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, ({ port }) => {
    const shown = config.host === '0.0.0.0' || config.host === '127.0.0.1' ? 'localhost' : config.host
    resolve({ address: `http://${shown}:${port}`, server, close: () => closeServer(server) })
  })
  server.on('error', reject)
  return promise
}

function closeServer(server: ReturnType<typeof serve>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  return promise
}
