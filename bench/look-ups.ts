// Looking a customer up among a million under row-level security: no sequential scan, milliseconds, and the phone
// look-up as a share of the same statement written by hand in the same envelope. BENCH_CUSTOMERS sets another size.

import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import type { Actor } from '../src/core/actor.ts'
import { loadSyntheticBank } from '../src/demo/synthetic-bank.ts'
import { syntheticAccount } from '../src/demo/synthetic-people.ts'
import { parseCustomerReference } from '../src/features/customers/reference.ts'
import { type Customer, findCustomers } from '../src/features/customers/store.ts'
import { nodePrimitives } from '../src/node-seal.ts'
import { rowsOf, type Store } from '../src/storage/database.ts'
import { openSealer } from '../src/storage/index-key.ts'
import { ROLE_OF_REACH } from '../src/storage/policies.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { inScope } from '../src/storage/scope.ts'
import type { Sealer } from '../src/storage/seal.ts'
import { atMost, type Benchmark, type Figure, median, share } from './bench.ts'
import { openBenchDatabase } from './database.ts'
import { analyseBank, multiplyBank } from './multiply-bank.ts'
import { getActor, turnOn } from './turn-on.ts'

const CUSTOMERS = Number(process.env['BENCH_CUSTOMERS'] ?? 1_000_000)
/** Customers that are really sealed; the rest are copies of them with other indexes. */
const SEALED = 20_000
const SEED = 7
const IN_FLIGHT = 8
const ROUNDS = 5
const LOOK_UPS = 1500

export const lookUps: Benchmark = {
  name: 'look-ups',
  run: async () => {
    const database = await openBenchDatabase()
    const seen: Statement[] = []
    const store = openPostgres(database.url, { watch: (text, parameters) => seen.push({ text, parameters }) })
    await store.migrate()
    const sealer = await openSealer(
      store.db,
      [{ id: 'bench', key: new Uint8Array(32).fill(1) }],
      nodePrimitives,
    )
    await loadSyntheticBank({
      store,
      sealer,
      now: new Date(),
      zone: 'Asia/Shanghai',
      customers: Math.min(CUSTOMERS, SEALED),
      seed: SEED,
    })
    await multiplyBank(store, CUSTOMERS)
    await analyseBank(database.url)
    const figures = [
      ...(await explainAll(
        store,
        sealer,
        seen,
        await getActor(store, syntheticAccount(SEED, 'rm', 3)),
        'RM',
        5,
      )),
      ...(await explainAll(
        store,
        sealer,
        seen,
        await getActor(store, syntheticAccount(SEED, 'head', 0)),
        'head',
        10,
      )),
      await comparePhone(store, sealer, database.url),
    ]
    await store.close()
    await database.stop()
    return figures
  },
}

interface Statement {
  readonly text: string
  readonly parameters: readonly unknown[]
}

async function explainAll(
  store: Store,
  sealer: Sealer,
  seen: Statement[],
  actor: Actor,
  who: string,
  bound: number,
): Promise<readonly Figure[]> {
  const known = await pickCustomer(store, sealer, actor)
  const said = {
    phone: known.phone,
    'last four digits': `*${known.phone.slice(-4)}`,
    code: known.customer.code,
    name: known.customer.name,
    'pinyin initials': known.initials,
    'two characters of a name': [...known.customer.name].slice(-2).join(''),
  }
  const figures: Figure[] = []
  for (const [kind, words] of Object.entries(said)) {
    const ms = await explain(store, sealer, seen, actor, words)
    figures.push(atMost(`look-up ${who}: ${kind}`, ms, bound, 'ms'))
  }
  return figures
}

/** Runs a look-up, then asks the server how it ran each of its statements in the same scope. */
async function explain(
  store: Store,
  sealer: Sealer,
  seen: Statement[],
  actor: Actor,
  words: string,
): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push(
      await inScope(store.db, actor, async (tx) => {
        seen.length = 0
        await findCustomers(turnOn(tx, actor, sealer), parseCustomerReference(words))
        const statements = [...seen]
        let ms = 0
        for (const { text, parameters } of statements) ms += await explainOne(tx, text, parameters, words)
        return ms
      }),
    )
  }
  return median(times)
}

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Plan[]
}

async function explainOne(
  tx: Parameters<Parameters<typeof inScope>[2]>[0],
  text: string,
  parameters: readonly unknown[],
  words: string,
): Promise<number> {
  const literal = text.replace(/\$(\d+)/g, (_, index: string) => toLiteral(parameters[Number(index) - 1]))
  const [row] = rowsOf<{
    'QUERY PLAN': readonly [{ readonly Plan: Plan; readonly 'Execution Time': number }]
  }>(await tx.execute(sql.raw(`explain (analyze, format json) ${literal}`)))
  if (row === undefined) throw new Error('no plan')
  const [{ Plan: plan, 'Execution Time': ms }] = row['QUERY PLAN']
  if (scans(plan)) throw new Error(`looking up ${words} reads a whole table: ${JSON.stringify(plan)}`)
  return ms
}

function toLiteral(value: unknown): string {
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'::bytea`
  if (typeof value === 'number') return String(value)
  return `'${String(value).replaceAll("'", "''")}'`
}

function scans(plan: Plan): boolean {
  const big = ['customers', 'customer_names'].includes(plan['Relation Name'] ?? '')
  return (plan['Node Type'] === 'Seq Scan' && big) || (plan.Plans ?? []).some(scans)
}

async function pickCustomer(store: Store, sealer: Sealer, actor: Actor) {
  return inScope(store.db, actor, async (tx) => {
    const rows = await turnOn(tx, actor, sealer).db.query.customers.findMany({
      where: (t, { and, eq, isNotNull }) => and(eq(t.kind, 'person'), isNotNull(t.phoneSealed)),
      limit: 1,
      offset: 17,
    })
    const customer = rows[0] as Customer
    const phone = await sealer.open(
      { table: 'customers', column: 'phone', row: customer.id },
      customer.phoneSealed ?? '',
    )
    const names = await tx.query.customerNames.findMany({
      where: (t, { eq }) => eq(t.customerId, customer.id),
    })
    const initials =
      names
        .map(({ key }) => key)
        .filter((key) => /^[a-z]{2,4}$/.test(key))
        .toSorted((a, b) => a.length - b.length)[0] ?? ''
    return { customer, phone, initials }
  })
}

async function comparePhone(store: Store, sealer: Sealer, url: string): Promise<Figure> {
  const actor = await getActor(store, syntheticAccount(SEED, 'rm', 3))
  const { phone } = await pickCustomer(store, sealer, actor)
  const reference = parseCustomerReference(phone)
  const ours = () => inScope(store.db, actor, (tx) => findCustomers(turnOn(tx, actor, sealer), reference))
  const hand = postgres(url, { max: 10, onnotice: () => undefined })
  const index = await sealer.index('phone', phone)
  const byHand = () =>
    hand.begin((t) => [
      t`select set_config('role', ${ROLE_OF_REACH[actor.reach]}, true), set_config('app.employee', ${String(actor.id)}, true),
        set_config('app.team', ${String(actor.teamId)}, true), set_config('app.branch', ${String(actor.branchId)}, true), set_config('app.role', ${actor.role}, true)`,
      t`select * from customers where phone_index = ${index} order by (owner_id = ${actor.id}) desc, name, code limit 50`,
    ])
  const [our, limit] = [[] as number[], [] as number[]]
  for (let round = 0; round <= ROUNDS; round += 1) {
    const rates = [await rate(ours), await rate(byHand)] as const
    if (round === 0) continue
    our.push(rates[0])
    limit.push(rates[1])
  }
  await hand.end()
  return share(
    'look-up by phone beside the statement by hand',
    median(our),
    median(limit),
    'look-ups/s',
    0.45,
  )
}

async function rate(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (let i = 0; i < LOOK_UPS / IN_FLIGHT; i += 1) await work()
    }),
  )
  return LOOK_UPS / ((performance.now() - started) / 1000)
}
