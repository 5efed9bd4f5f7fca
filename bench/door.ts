// The door: verify, decrypt, parse, and the durable insert, each as a share of the barest server that does the same.

import { openPostgres } from '../src/storage/postgres.ts'
import { type Benchmark, type Figure, median, share } from './bench.ts'
import { type ChildServer, startChild } from './child-server.ts'
import { openBenchDatabase } from './database.ts'
import { measureRate } from './load.ts'
import { type SignedEvent, signedMessage } from './signed-events.ts'

const ROUNDS = 5
const ROUND_MS = 2000
const TEXT = '电话沟通，客户李先生问了大额存单利率，对3年期感兴趣，约下周三下午2点来网点详谈。'.repeat(3)

export const door: Benchmark = {
  name: 'door',
  run: async () => [await measureParse(), await measureInsert()],
}

async function measureParse(): Promise<Figure> {
  const [ours, bare] = [await startChild('our-door.ts'), await startChild('bare-door.ts')]
  const events = makeEvents(4000)
  const [our, limit] = await alternate(
    ours,
    bare,
    () => events[Math.floor(Math.random() * events.length)] ?? makeEvents(1)[0],
  )
  ours.stop()
  bare.stop()
  return share('door without insert', our, limit, 'requests/s', 0.75)
}

async function measureInsert(): Promise<Figure> {
  const database = await openBenchDatabase()
  const store = openPostgres(database.url)
  await store.migrate()
  const ours = await startChild('our-door.ts', { DATABASE_URL: database.url })
  const bare = await startChild('bare-door.ts', { DATABASE_URL: database.url })
  const events = makeEvents(60_000)
  const [our, limit] = await alternate(ours, bare, () => events.pop() ?? makeEvents(1)[0])
  ours.stop()
  bare.stop()
  await store.close()
  await database.stop()
  return share('door with durable insert', our, limit, 'requests/s', 0.6)
}

// Round by round in turn, so that a slow moment of the machine meets both.
async function alternate(
  ours: ChildServer,
  bare: ChildServer,
  next: () => SignedEvent | undefined,
): Promise<readonly [number, number]> {
  const rates: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round += 1) {
    const our = await rate(ours, '/lark/events', next)
    const limit = await rate(bare, '/', next)
    if (round > 0) {
      rates[0].push(our)
      rates[1].push(limit)
    }
  }
  return [median(rates[0]), median(rates[1])]
}

function rate(server: ChildServer, path: string, next: () => SignedEvent | undefined): Promise<number> {
  return measureRate({
    port: server.port,
    path,
    connections: 16,
    durationMs: ROUND_MS,
    next: () => next() ?? signedMessage(new Date(), { text: TEXT }),
  })
}

function makeEvents(count: number): SignedEvent[] {
  return Array.from({ length: count }, () => signedMessage(new Date(), { text: TEXT }))
}
