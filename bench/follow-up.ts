// A follow-up with its task, audit, reminder and answer in one transaction, from its reading to its commit, beside the
// same statements sent by hand in one pipelined transaction of postgres.js. What the words mean is read beforehand: it is
// measured by itself (understanding) and as part of the whole path.

import postgres from 'postgres'
import { answerMessage } from '../src/bot/answer-message.ts'
import type { MessageInbound } from '../src/core/inbound.ts'
import { nodePrimitives } from '../src/node-seal.ts'
import { storeInbound } from '../src/storage/inbox.ts'
import { openSealer } from '../src/storage/index-key.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import type { Frame } from '../src/understand/frame.ts'
import { understand } from '../src/understand/index.ts'
import { type Benchmark, median, share } from './bench.ts'
import { benchBot } from './bench-bot.ts'
import { openBenchDatabase } from './database.ts'
import { normalisedMessage } from './normalised-message.ts'
import { BENCH_KEYS, loadWriters, type Writer } from './path-bank.ts'
import { type Recorded, refreshed } from './recorded.ts'

const WRITERS = 24
const IN_FLIGHT = 8
const ROUNDS = 5
/** Rounds before the first one that counts: a long-lived process is what is measured, with its code compiled. */
const WARM_UP = 5
const WRITES = 320

export const followUp: Benchmark = {
  name: 'follow-up',
  run: async () => {
    const database = await openBenchDatabase()
    const seen: Recorded[] = []
    const store = openPostgres(database.url, {
      watch: (text, parameters) => seen.push({ text, parameters: [...parameters] }),
    })
    await store.migrate()
    const sealer = await openSealer(store.db, BENCH_KEYS, nodePrimitives)
    const writers = await loadWriters(store, sealer, WRITERS)
    const readings = new Map<string, Frame>()
    const bot = { ...benchBot(store, sealer), understand: (text: string) => getReading(readings, text) }

    for (const { sentence } of writers)
      readings.set(sentence, understand(sentence, { now: new Date(), zone: bot.zone, customers: [] }))

    const take = async (writer: Writer): Promise<readonly [MessageInbound, string]> => {
      const inbound = normalisedMessage(writer)
      const lease = crypto.randomUUID()
      await storeInbound(store.db, sealer, inbound, new Date(), lease)
      return [inbound, lease]
    }
    const [first] = writers
    if (first === undefined) throw new Error('no writer')
    const [inbound, lease] = await take(first)
    seen.length = 0
    await answerMessage(bot, inbound, lease, 1)
    const recording = [...seen]
    const kept = new Set([first.customerId])

    const hand = postgres(database.url, {
      max: IN_FLIGHT,
      onnotice: () => undefined,
      connection: { role: 'larkspur_service' },
    })
    const byHand = async () => {
      const mine = refreshed(recording, kept, inbound.id, crypto.randomUUID())
      await hand.begin((t) =>
        mine.map(({ text, parameters }) => t.unsafe(text, parameters as never[], { prepare: true })),
      )
    }
    const [ours, limit]: [number[], number[]] = [[], []]
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const taken = await Promise.all(
        Array.from({ length: WRITES }, (_, i) => take(writers[i % writers.length] ?? first)),
      )
      seen.length = 0
      const our = await rate(async (i) => {
        const [message, held] = taken[i] ?? (await take(first))
        await answerMessage(bot, message, held, 1)
      })
      const bare = await rate(byHand)
      if (round < 0) continue
      ours.push(our)
      limit.push(bare)
    }
    await hand.end()
    await store.close()
    await database.stop()
    process.stderr.write(`  ${recording.length} statements in the transaction\n`)
    if (process.env['BENCH_SHOW'] !== undefined)
      for (const { text } of recording)
        process.stderr.write(`    ${text.slice(0, 150).replaceAll('\n', ' ')}\n`)
    return [share('follow-up in one transaction', median(ours), median(limit), 'follow-ups/s', 0.6)]
  },
}

function getReading(readings: ReadonlyMap<string, Frame>, text: string): Frame {
  const frame = readings.get(text)
  if (frame === undefined) throw new Error('a sentence that no writer writes')
  return frame
}

async function rate(work: (index: number) => Promise<void>): Promise<number> {
  const started = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      while (next < WRITES) {
        const index = next
        next += 1
        await work(index)
      }
    }),
  )
  return WRITES / ((performance.now() - started) / 1000)
}
