// The whole path from the webhook to the committed follow-up, beside bare node:http and postgres.js doing the same
// statements for each message. Both answer the webhook after the durable insert and do the rest after it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { workInbox } from '../src/bot/work.ts'
import { nodePrimitives } from '../src/node-seal.ts'
import { storeInbound } from '../src/storage/inbox.ts'
import { openSealer } from '../src/storage/index-key.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { type Benchmark, median, share } from './bench.ts'
import { benchBot } from './bench-bot.ts'
import { type ChildServer, startChild } from './child-server.ts'
import { openBenchDatabase } from './database.ts'
import { measureCount } from './load.ts'
import { normalisedMessage } from './normalised-message.ts'
import { BENCH_KEYS, loadWriters, type Writer } from './path-bank.ts'
import type { Recorded } from './recorded.ts'
import { signedMessage } from './signed-events.ts'

const WRITERS = 16
const MESSAGES = 300
const ROUNDS = 3
/** Rounds before the first one that counts: a long-lived process is what is measured, with its code compiled. */
const WARM_UP = 4

export const wholePath: Benchmark = {
  name: 'whole-path',
  run: async () => {
    const database = await openBenchDatabase()
    const folder = mkdtempSync(join(tmpdir(), 'larkspur-bench-'))
    const writers = await prepare(database.url, join(folder, 'script.json'))
    const ours = await startChild('our-path.ts', { DATABASE_URL: database.url })
    const bare = await startChild('bare-path.ts', {
      DATABASE_URL: database.url,
      SCRIPT: join(folder, 'script.json'),
    })
    const rates: [number[], number[]] = [[], []]
    const cleaner = postgres(database.url, { max: 1, onnotice: () => undefined })
    for (let round = 1; round <= WARM_UP + ROUNDS; round += 1) {
      const our = await rate(ours, '/lark/events', writers, round)
      const limit = await rate(bare, '/', writers, round)
      // What the bare server took in bears another's seal; ours must not find it.
      await cleaner`delete from inbox`
      if (round <= WARM_UP) continue
      rates[0].push(our)
      rates[1].push(limit)
    }
    await cleaner.end()
    ours.stop()
    bare.stop()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
    return [share('webhook to committed follow-up', median(rates[0]), median(rates[1]), 'follow-ups/s', 0.5)]
  },
}

/** Loads the bank and writes down the statements of one message. */
async function prepare(url: string, script: string): Promise<readonly Writer[]> {
  const seen: Recorded[] = []
  const store = openPostgres(url, {
    watch: (text, parameters) => seen.push({ text, parameters: [...parameters] }),
  })
  await store.migrate()
  const sealer = await openSealer(store.db, BENCH_KEYS, nodePrimitives)
  const writers = await loadWriters(store, sealer, WRITERS)
  const [writer] = writers
  if (writer === undefined) throw new Error('no writer')
  const inbound = normalisedMessage(writer)
  seen.length = 0
  await storeInbound(store.db, sealer, inbound, new Date())
  const [insert] = [...seen]
  seen.length = 0
  await workInbox(benchBot(store, sealer))
  const rest = seen.filter(({ text }) => !/^\s*update inbox set lease/.test(text))
  const body = { insert, rest: plain(rest), kept: [writer.customerId], inboundId: inbound.id }
  writeFileSync(script, JSON.stringify({ ...body, insert: plain(insert === undefined ? [] : [insert])[0] }))
  await store.close()
  return writers
}

/** Parameters as JSON can hold them. */
function plain(recorded: readonly Recorded[]): readonly Recorded[] {
  return recorded.map(({ text, parameters }) => ({
    text,
    parameters: parameters.map((value) =>
      value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value,
    ),
  }))
}

/** Messages a second, from the first request to the last commit. */
async function rate(
  server: ChildServer,
  path: string,
  writers: readonly Writer[],
  round: number,
): Promise<number> {
  const events = Array.from({ length: MESSAGES }, (_, i) => {
    const { account, chat, sentence } = writers[i % writers.length] as Writer
    return signedMessage(new Date(), { text: sentence, chat, sender: account })
  })
  const started = performance.now()
  await measureCount({
    port: server.port,
    path,
    connections: 16,
    count: MESSAGES,
    next: () => events.pop() ?? signedMessage(new Date(), { text: '' }),
  })
  await server.untilAnswered(MESSAGES * round)
  return MESSAGES / ((performance.now() - started) / 1000)
}
