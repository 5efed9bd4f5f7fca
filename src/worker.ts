// The entry point on Cloudflare Workers. A connection belongs to one invocation and ends with it.

import { createApp } from './app.ts'
import { disarmedApp } from './app-disarmed.ts'
import type { BotParts } from './bot/bot.ts'
import { dailyBudget } from './bot/model-help.ts'
import { noTrace } from './bot/trace.ts'
import { drain } from './bot/work.ts'
import { type Config, type LarkConfig, readConfig } from './config.ts'
import { systemClock } from './core/clock.ts'
import { keepAudit } from './features/audit/index.ts'
import { syncNightly } from './features/directory/index.ts'
import { makeHouse, makeStrangers } from './features.ts'
import { createMetrics } from './metrics.ts'
import { larkMessenger } from './platform/lark/client.ts'
import { larkDirectory } from './platform/lark/directory.ts'
import { openDoor } from './platform/lark/door.ts'
import { tick } from './schedule/tick.ts'
import { assertArmed, Disarmed } from './storage/backup/disarmed.ts'
import type { Store } from './storage/database.ts'
import { openSealer } from './storage/index-key.ts'
import { openPostgres } from './storage/postgres.ts'
import { understand } from './understand/index.ts'
import { workerLog } from './worker-log.ts'

/** Bindings and settings of the Worker. */
export interface WorkerEnvironment {
  readonly HYPERDRIVE?: { readonly connectionString: string }
  readonly [setting: string]: unknown
}

/** What Workers hand to each invocation. */
interface Invocation {
  waitUntil(work: Promise<unknown>): void
}

const house = makeHouse()
const metrics = createMetrics()

export default {
  /** Answers one request; the work that it left is done after the answer. */
  async fetch(request: Request, environment: WorkerEnvironment, invocation: Invocation): Promise<Response> {
    const home = await openArmed(environment)
    if (home instanceof Disarmed) return disarmedApp(home.backupId).fetch(request)
    const late: Promise<unknown>[] = []
    let woken = false
    const app = createApp({
      bot: home.bot,
      metrics,
      door: openDoor({ ...home.lark, clock: systemClock }),
      ready: async () => ((await home.store.ping()) ? { ok: true } : { ok: false, reason: 'database away' }),
      wake: () => {
        woken = true
      },
      defer: (work) => {
        late.push(work)
      },
    })
    const response = await app.fetch(request)
    invocation.waitUntil(finish(home, woken, late))
    return response
  },

  /** Each minute: what fell due, and whatever an ended invocation left behind. */
  async scheduled(_event: unknown, environment: WorkerEnvironment, invocation: Invocation): Promise<void> {
    const home = await openArmed(environment)
    if (home instanceof Disarmed) return
    await tick(home.bot, systemClock.now())
    await compareDirectory(home)
    invocation.waitUntil(finish(home, true, []))
  },
}

/** A directory that cannot be read is asked again the next minute, and stops nothing else. */
async function compareDirectory({ bot, lark }: Home): Promise<void> {
  const directory = larkDirectory({ ...lark, clock: systemClock, log: workerLog })
  try {
    await syncNightly({ db: bot.store.db, directory, now: systemClock.now(), zone: bot.zone })
  } catch (error) {
    workerLog.error('directory.unread', error)
  }
}

interface Home {
  readonly bot: BotParts
  readonly lark: LarkConfig
  readonly store: Store
  /** Conversation into which checkpoints of the audit chain are posted. */
  readonly checkpointsTo: string | null
}

/** The home of an invocation, or that its place must do nothing yet. */
function openArmed(environment: WorkerEnvironment): Promise<Home | Disarmed> {
  return openHome(environment).catch((error: unknown) => {
    if (error instanceof Disarmed) return error
    throw error
  })
}

async function openHome(environment: WorkerEnvironment): Promise<Home> {
  const { config, lark, databaseUrl } = readEnvironment(environment)
  const store = openPostgres(databaseUrl, { connections: 4 })
  const opening = Promise.all([openSealer(store.db, config.piiKeys ?? []), assertArmed(store.db)])
  const [sealer] = await opening.catch(async (error: unknown) => {
    await store.close()
    throw error
  })
  const bot: BotParts = {
    store,
    sealer,
    clock: systemClock,
    log: workerLog,
    zone: config.zone,
    messenger: larkMessenger({ ...lark, clock: systemClock, log: workerLog }),
    understand,
    house,
    strangers: makeStrangers({ sealer, zone: config.zone }),
    trace: noTrace,
    model:
      config.llm === null
        ? null
        : {
            settings: config.llm,
            budget: dailyBudget(config.llm.callsADay, systemClock, config.zone),
            fetch,
          },
  }
  return { bot, lark, store, checkpointsTo: config.audit.conversation }
}

/** @throws Error naming the settings that are wrong; a Worker that lacks its keys answers nothing */
function readEnvironment(environment: WorkerEnvironment): {
  config: Config
  lark: LarkConfig
  databaseUrl: string
} {
  const settings = Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const read = readConfig(settings)
  if (!read.ok)
    throw new Error(
      `wrong settings: ${read.reason.map(({ setting, fault }) => `${setting} ${fault}`).join('; ')}`,
    )
  const databaseUrl = environment.HYPERDRIVE?.connectionString ?? read.value.databaseUrl
  if (read.value.lark === null || databaseUrl === null)
    throw new Error('wrong settings: a Worker needs LARK_APP_ID and a database')
  return { config: read.value, lark: read.value.lark, databaseUrl }
}

/** Does the work that was left, then closes the connection. */
async function finish(
  { bot, store, checkpointsTo }: Home,
  woken: boolean,
  late: readonly Promise<unknown>[],
): Promise<void> {
  try {
    await Promise.allSettled(late)
    if (woken || late.length > 0) await drain(bot)
    await keepAudit({ db: store.db, sealer: bot.sealer, conversation: checkpointsTo }, systemClock.now())
  } finally {
    await store.close()
  }
}
