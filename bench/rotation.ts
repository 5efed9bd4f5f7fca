// Changing the data key of a whole bank while people look customers up: `keys rotate`, killed in the middle and called
// again, beside what it is made of: the same rows rewritten by the server alone, and the same fields opened and sealed
// without a database. BENCH_CUSTOMERS sets the size.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { loadSyntheticBank } from '../src/demo/synthetic-bank.ts'
import { syntheticAccount } from '../src/demo/synthetic-people.ts'
import { nodePrimitives } from '../src/node-seal.ts'
import { openSealer } from '../src/storage/index-key.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { createSealer } from '../src/storage/seal.ts'
import { atMost, type Benchmark, type Figure, median, share } from './bench.ts'
import { nextMessage } from './child-message.ts'
import { openBenchDatabase } from './database.ts'
import { type LookedUp, startLookingUp } from './looking-up.ts'
import { analyseBank, multiplyBank } from './multiply-bank.ts'
import { OLD_KEYS, ROTATED_KEYS } from './rotated-keys.ts'
import { sealCopies } from './seal-copies.ts'
import { getActor } from './turn-on.ts'

const CUSTOMERS = Number(process.env['BENCH_CUSTOMERS'] ?? 20_000)
/** Customers that are made one by one; the rest are copies of them. */
const MADE = 20_000
const SEED = 11
/** Customers a second that a rotation must reach. */
const LEAST = 5000
/** How much longer the middle look-up may take during it: the machine has two processors. */
const SLOWER = 3
const LOOK_MS = 20
/** How long look-ups are measured before, and how many of the first do not count: code is compiled in them. */
const BEFORE_MS = 3000
const WARMING = 200
/** Rows that are rewritten by hand in one statement. */
const BY_HAND = 500
/** Customers whose fields are sealed in memory. */
const SAMPLE = 20_000

export const rotation: Benchmark = {
  name: 'rotation',
  run: async () => {
    const database = await openBenchDatabase()
    await load(database.url)
    const owner = postgres(database.url, { max: 1, onnotice: () => undefined })
    const apart = (await rewriteByHand(owner)) + (await sealInMemory(owner))
    await analyseBank(database.url)
    const figures = await rotate(database.url, owner, apart)
    await owner.end()
    await database.stop()
    return figures
  },
}

type Owner = ReturnType<typeof postgres>

async function load(url: string): Promise<void> {
  const store = openPostgres(url)
  await store.migrate()
  const sealer = await openSealer(store.db, OLD_KEYS, nodePrimitives)
  const plan = { store, sealer, now: new Date(), zone: 'Asia/Shanghai', seed: SEED }
  await loadSyntheticBank({ ...plan, customers: Math.min(CUSTOMERS, MADE) })
  await multiplyBank(store, CUSTOMERS)
  await sealCopies(store, sealer)
  await store.close()
  await analyseBank(url)
}

/** Seconds in which the server rewrites the rows alone, batch by batch: nothing is opened or sealed. */
async function rewriteByHand(owner: Owner): Promise<number> {
  const started = performance.now()
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows =
      await owner`with batch as (select id from customers where id > ${after} order by id limit ${BY_HAND} for no key update)
      update customers c set phone_sealed = c.phone_sealed || '', card_number_sealed = c.card_number_sealed || ''
      from batch b where c.id = b.id returning c.id`
    if (rows.length === 0) break
    after = rows.reduce((last, { id }) => (id > last ? id : last), after)
  }
  return (performance.now() - started) / 1000
}

/** Seconds in which as many fields are opened and sealed anew in memory. */
async function sealInMemory(owner: Owner): Promise<number> {
  const sealer = await createSealer({ data: ROTATED_KEYS, index: new Uint8Array(32) }, nodePrimitives)
  const rows = await owner`select id, phone_sealed as phone, card_number_sealed as card_number
    from customers order by md5(id::text) limit ${SAMPLE}`
  const started = performance.now()
  for (const row of rows) {
    for (const column of ['phone', 'card_number']) {
      const place = { table: 'customers', column, row: String(row['id']) }
      if (row[column] !== null) await sealer.seal(place, await sealer.open(place, String(row[column])))
    }
  }
  return ((performance.now() - started) / 1000) * (CUSTOMERS / rows.length)
}

async function rotate(url: string, owner: Owner, apart: number): Promise<readonly Figure[]> {
  const store = openPostgres(url)
  const sealer = await openSealer(store.db, ROTATED_KEYS, nodePrimitives)
  const look = async () =>
    startLookingUp(store, sealer, await getActor(store, syntheticAccount(SEED, 'bank_head', 0)))
  const stopBefore = await look()
  await wait(BEFORE_MS)
  const before = await stopBefore()
  const stopDuring = await look()
  const killed = await runUntilHalf(url, owner)
  const left = await countLeft(owner)
  const rest = await runToTheEnd(url)
  const during = await stopDuring()
  await store.close()
  if (rest.written > left) throw new Error(`${rest.written} rows were sealed where ${left} were left`)
  if ((await countLeft(owner)) > 0) throw new Error('not every row is under the new key')
  return figuresOf({ apart, seconds: killed + rest.seconds, left, written: rest.written, before, during })
}

/** What was measured: seconds, customers left after the kill and written after it, look-ups. */
interface Measured {
  readonly apart: number
  readonly seconds: number
  readonly left: number
  readonly written: number
  readonly before: LookedUp
  readonly during: LookedUp
}

function figuresOf({ apart, seconds, left, written, before, during }: Measured): readonly Figure[] {
  const what = `keys rotate, ${CUSTOMERS} customers`
  const answered = during.took.length
  const rate = CUSTOMERS / seconds
  return [
    atMost(what, seconds, CUSTOMERS / LEAST, 's'),
    share(`${what}, beside rewriting and sealing apart`, rate, CUSTOMERS / apart, 'customers/s', 0.4),
    share(`${what}: kept of what a killed run did`, CUSTOMERS - written, CUSTOMERS - left, 'customers', 1),
    share(`${what}: look-ups answered meanwhile`, answered, answered + during.failed, 'look-ups', 1),
    slower(`${what}: median look-up meanwhile`, middle(during), middle(before)),
  ]
}

function slower(name: string, value: number, limit: number): Figure {
  const ratio = value / limit
  return { name, value, limit, ratio, unit: 'ms', goal: `ratio ≤ ${SLOWER}`, met: ratio <= SLOWER }
}

function middle({ took }: LookedUp): number {
  return median(took.slice(WARMING))
}

/** Begins a rotation and kills it when half of the customers are under the new key. @returns its seconds */
async function runUntilHalf(url: string, owner: Owner): Promise<number> {
  const [half] = await owner`select id from customers order by id offset ${Math.floor(CUSTOMERS / 2)} limit 1`
  const { child, started } = await begin(url)
  const isThere = async () =>
    (await owner`select 1 from customers where id = ${half?.['id']} and phone_sealed like 'g1.new.%'`)
      .length > 0
  while (!(await isThere())) {
    if (child.exitCode !== null) throw new Error('the rotation ended before it could be killed')
    await wait(LOOK_MS)
  }
  child.kill('SIGKILL')
  await once(child, 'exit')
  return (performance.now() - started) / 1000
}

async function runToTheEnd(url: string): Promise<{ readonly seconds: number; readonly written: number }> {
  const { child, started } = await begin(url)
  const { lines, exitCode } = await nextMessage<Ended>(child)
  const seconds = (performance.now() - started) / 1000
  child.kill('SIGKILL')
  if (exitCode !== 0) throw new Error(lines.join('\n'))
  const [, written] = /^customers\t(\d+) sealed anew$/m.exec(lines.join('\n')) ?? []
  return { seconds, written: Number(written) }
}

interface Ended {
  readonly lines: readonly string[]
  readonly exitCode: number
}

async function begin(url: string): Promise<{ readonly child: ChildProcess; readonly started: number }> {
  const child = fork(new URL('servers/rotating.ts', import.meta.url).pathname, {
    env: { ...process.env, DATABASE_URL: url },
  })
  await nextMessage(child)
  return { child, started: performance.now() }
}

async function countLeft(owner: Owner): Promise<number> {
  const [row] = await owner`select count(*)::int as n from customers where phone_sealed not like 'g1.new.%'`
  return Number(row?.['n'])
}
