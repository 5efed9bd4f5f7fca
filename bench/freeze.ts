// "Within one second no personal data leaves": a freeze of the whole bank falls between thousands of operations of two
// instances on one database. BENCH_OPERATIONS sets another number.

import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { runCommand } from '../src/admin/commands.ts'
import { nodePrimitives } from '../src/node-seal.ts'
import type { Store } from '../src/storage/database.ts'
import { openSealer } from '../src/storage/index-key.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import type { Sealer } from '../src/storage/seal.ts'
import { atMost, type Benchmark, type Figure, share } from './bench.ts'
import { nextMessage } from './child-message.ts'
import { openBenchDatabase } from './database.ts'
import { countAnswered, countFates, type Fates, fillInbox, fillOutbox, isQuiet } from './freeze-load.ts'
import { BENCH_KEYS, loadWriters, type Writer } from './path-bank.ts'
import { type HandedOver, instant } from './recording-messenger.ts'

const OPERATIONS = Number(process.env['BENCH_OPERATIONS'] ?? 2000)
/** A fifth of the operations are messages that wait already; the others are still to be answered. */
const WAITING = 0.2
const WRITERS = 50
const INSTANCES = 2
/** How far away the platform is. */
const LATENCIES = [50, 300]
/** The freeze comes when this part of the messages was answered. */
const ANSWERED = 0.15
/** What is promised. */
const BOUND_MS = 1000
/** Shown numbers are hidden as soon as an instance looks what there is to send, every two seconds, twenty at a time. */
const HIDDEN_MS = 5000
/** What each instance may have in hand. */
const IN_HAND = 20
const LOOK_MS = 50

export const freeze: Benchmark = {
  name: 'freeze',
  run: async () => {
    const database = await openBenchDatabase()
    const store = openPostgres(database.url)
    await store.migrate()
    const sealer = await openSealer(store.db, BENCH_KEYS, nodePrimitives)
    const writers = await loadWriters(store, sealer, WRITERS)
    const figures: Figure[] = []
    for (const latency of LATENCIES) {
      figures.push(...(await freezeOnce({ store, sealer, writers, url: database.url }, latency)))
      await clear(database.url)
    }
    await store.close()
    await database.stop()
    return figures
  },
}

interface Place {
  readonly store: Store
  readonly sealer: Sealer
  readonly writers: readonly Writer[]
  readonly url: string
}

async function freezeOnce(
  { store, sealer, writers, url }: Place,
  latency: number,
): Promise<readonly Figure[]> {
  const waiting = Math.round(OPERATIONS * WAITING)
  await fillOutbox(store.db, writers, waiting)
  await fillInbox(store.db, sealer, writers, OPERATIONS - waiting)
  const instances = Array.from({ length: INSTANCES }, () => startInstance(url, writers, latency))
  const early = (OPERATIONS - waiting) * ANSWERED
  await until(instances, async () => (await countAnswered(store.db)) >= early)
  const { exitCode, lines } = await runCommand(['freeze', 'bank', '--reason', 'drill'], (work) =>
    work({ store, sealer, now: new Date(), zone: 'Asia/Shanghai' }),
  )
  const frozenAt = instant()
  if (exitCode !== 0) throw new Error(lines.join('\n'))
  await until(instances, () => isQuiet(store.db))
  const handed = (await Promise.all(instances.map(stopInstance))).flat()
  const late = handed.filter(({ at }) => at > frozenAt).map((one) => ({ ...one, at: one.at - frozenAt }))
  return figuresOf(latency, late, await countFates(store.db))
}

function figuresOf(
  latency: number,
  late: readonly HandedOver[],
  { sent, parked, refused }: Fates,
): readonly Figure[] {
  const place = `${OPERATIONS} operations, platform ${latency} ms away`
  const data = late.filter((one) => one.data)
  const lastOf = (some: readonly HandedOver[]) => some.reduce((last, { at }) => Math.max(last, at), 0)
  return [
    atMost(`last byte of customer data after a freeze, ${place}`, lastOf(data), BOUND_MS, 'ms'),
    atMost(
      `messages and answers with it after a freeze, ${place}`,
      data.filter(({ as }) => as !== 'part').length,
      INSTANCES * IN_HAND,
      'messages',
    ),
    atMost(
      `last shown number hidden after a freeze, ${place}`,
      lastOf(late.filter(({ as }) => as === 'change')),
      HIDDEN_MS,
      'ms',
    ),
    share(`parked by a freeze, ${place}`, parked, OPERATIONS, 'operations', 0),
    share(`sent before, parked or refused, ${place}`, sent + parked + refused, OPERATIONS, 'operations', 1),
  ]
}

function startInstance(url: string, writers: readonly Writer[], latency: number): ChildProcess {
  return fork(new URL('servers/sending-bot.ts', import.meta.url).pathname, {
    env: { ...process.env, DATABASE_URL: url, WRITERS: JSON.stringify(writers), LATENCY_MS: String(latency) },
  })
}

/** Waits for something that the instances do. */
async function until(instances: readonly ChildProcess[], isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    if (instances.some(({ exitCode }) => exitCode !== null)) throw new Error('an instance ended')
    await wait(LOOK_MS)
  }
}

async function stopInstance(instance: ChildProcess): Promise<readonly HandedOver[]> {
  instance.send('stop')
  const { handed } = await nextMessage<{ readonly handed: readonly HandedOver[] }>(instance)
  instance.kill('SIGKILL')
  return handed
}

/** Takes the freeze and the messages away: a thaw needs four people. */
async function clear(url: string): Promise<void> {
  const owner = postgres(url, { max: 1, onnotice: () => undefined })
  await owner.unsafe('truncate freezes, inbox, outbox')
  await owner.end()
}
