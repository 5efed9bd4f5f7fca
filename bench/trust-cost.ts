// What policies and sealing cost together: the same statements in the same envelope, once as the bot runs them (the
// person's role, sealed fields, blind indexes), once by a login that no policy binds, over values that nobody seals; what
// the policies would filter is then asked for in the statement. BENCH_CUSTOMERS sets another size.

import postgres from 'postgres'
import type { Actor } from '../src/core/actor.ts'
import { newId } from '../src/core/ids.ts'
import { loadSyntheticBank } from '../src/demo/synthetic-bank.ts'
import { syntheticAccount } from '../src/demo/synthetic-people.ts'
import { nodePrimitives } from '../src/node-seal.ts'
import { openSealer } from '../src/storage/index-key.ts'
import { ROLE_OF_REACH } from '../src/storage/policies.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import type { Sealer } from '../src/storage/seal.ts'
import { atMost, type Benchmark, type Figure, median } from './bench.ts'
import { openBenchDatabase } from './database.ts'
import { analyseBank, multiplyBank } from './multiply-bank.ts'
import { getActor } from './turn-on.ts'

const CUSTOMERS = Number(process.env['BENCH_CUSTOMERS'] ?? 50_000)
/** Customers that are really sealed; the rest are copies of them with other indexes. */
const SEALED = 20_000
const SEED = 7
const ROUNDS = 100
/** Rounds before, in which code is compiled and pages are read. */
const WARMING = 10
const A_ROUND = 240
const IN_FLIGHT = 8
/** Customers that each person asks about, one after the other. */
const ASKED = 200
/** Per cent. */
const BOUND = 30

export const trustCost: Benchmark = {
  name: 'trust-cost',
  run: async () => {
    const database = await openBenchDatabase()
    const store = openPostgres(database.url)
    await store.migrate()
    const keys = [{ id: 'bench', key: new Uint8Array(32).fill(1) }]
    const sealer = await openSealer(store.db, keys, nodePrimitives)
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
    const client = postgres(database.url, { max: IN_FLIGHT, onnotice: () => undefined })
    const rm = await getActor(store, syntheticAccount(SEED, 'rm', 3))
    const head = await getActor(store, syntheticAccount(SEED, 'head', 0))
    const figures = [
      ...(await compare(client, sealer, rm, 'RM')),
      ...(await compare(client, sealer, head, 'head')),
    ]
    await client.end()
    await store.close()
    await database.stop()
    return figures
  },
}

type Client = ReturnType<typeof postgres>

/** A customer as both sides know it: sealed in the database, in the clear beside it. */
interface Known {
  readonly id: string
  readonly owner: number
  readonly team: number
  readonly branch: number
  readonly phone: string
  /** The phone as it is stored. */
  readonly sealed: string
  readonly index: Uint8Array
  readonly key: string
}

/** Runs one question or write; with `trusted`, as the bot does. */
type Work = (known: Known, trusted: boolean) => Promise<void>

async function compare(
  client: Client,
  sealer: Sealer,
  actor: Actor,
  who: string,
): Promise<readonly Figure[]> {
  const asked = await pick(client, sealer, actor)
  if (asked.length === 0) throw new Error(`${who} has no customers to ask about`)
  const works: Readonly<Record<string, Work>> = {
    'look-up by phone': lookUpByPhone(client, sealer, actor),
    'look-up by name': lookUpByName(client, sealer, actor),
    ...(actor.role === 'rm' ? { 'follow-up with its message': writeFollowUp(client, sealer, actor) } : {}),
  }
  const figures: Figure[] = []
  for (const [name, work] of Object.entries(works))
    figures.push(atMost(`policy and sealing, ${who}: ${name}`, await costOf(asked, work), BOUND, '%'))
  return figures
}

/**
 * What the work costs more with policies and sealing, in per cent: the middle of the ratios of neighbouring rounds, for
 * what else the machine does changes more slowly than they follow one another.
 */
async function costOf(asked: readonly Known[], work: Work): Promise<number> {
  const ratios: number[] = []
  for (let round = 0; round < WARMING + ROUNDS; round += 1) {
    // Each goes first in turn, so that neither always finds the pages warm.
    const [first, second] = [
      await time(asked, work, round % 2 === 0),
      await time(asked, work, round % 2 !== 0),
    ]
    if (round >= WARMING) ratios.push(round % 2 === 0 ? first / second : second / first)
  }
  return (median(ratios) - 1) * 100
}

async function time(asked: readonly Known[], work: Work, trusted: boolean): Promise<number> {
  const started = performance.now()
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async (_, lane) => {
      for (let i = lane; i < A_ROUND; i += IN_FLIGHT) {
        const known = asked[i % asked.length]
        if (known !== undefined) await work(known, trusted)
      }
    }),
  )
  return performance.now() - started
}

async function pick(client: Client, sealer: Sealer, actor: Actor): Promise<readonly Known[]> {
  const rows = await client`
    select c.id, c.owner_id, c.team_id, c.branch_id, c.phone_sealed, c.phone_index,
      (select key from customer_names n where n.customer_id = c.id order by length(key) desc limit 1) as key
    from customers c
    where c.phone_sealed is not null ${actor.role === 'rm' ? client`and c.owner_id = ${actor.id}` : client``}
      and c.id in (select id from customers where phone_sealed is not null order by id limit ${SEALED})
    order by md5(c.id::text) limit ${ASKED}`
  return Promise.all(
    rows.map(async (row) => ({
      id: String(row['id']),
      owner: Number(row['owner_id']),
      team: Number(row['team_id']),
      branch: Number(row['branch_id']),
      phone: await sealer
        .open({ table: 'customers', column: 'phone', row: String(row['id']) }, String(row['phone_sealed']))
        .catch(() => ''),
      sealed: String(row['phone_sealed']),
      index: new Uint8Array(row['phone_index'] as Uint8Array),
      key: String(row['key']),
    })),
  ).then((known) => known.filter(({ phone }) => phone !== ''))
}

/** The statement that takes the scope; without trust it names a role that no policy binds, and costs the same. */
function scope(t: postgres.TransactionSql, actor: Actor, trusted: boolean) {
  const role = trusted ? ROLE_OF_REACH[actor.reach] : 'none'
  return t`select set_config('role', ${role}, true), set_config('app.employee', ${String(actor.id)}, true),
    set_config('app.team', ${String(actor.teamId ?? '')}, true), set_config('app.branch', ${String(actor.branchId ?? '')}, true),
    set_config('app.role', ${actor.role}, true)`
}

/** What the policy of a relationship manager filters; the head of the bank sees every row. */
function mine(t: postgres.TransactionSql, actor: Actor, trusted: boolean) {
  return trusted || actor.role !== 'rm' ? t`` : t`and c.owner_id = ${actor.id}`
}

function lookUpByPhone(client: Client, sealer: Sealer, actor: Actor): Work {
  return async (known, trusted) => {
    const index = trusted ? await sealer.index('phone', known.phone) : known.index
    const [, rows] = await client.begin((t) => [
      scope(t, actor, trusted),
      t`select * from customers c where c.phone_index = ${index} ${mine(t, actor, trusted)} order by c.name, c.code limit 50`,
    ])
    // The number is known by which the customer was found: the card masks it without opening what is stored.
    if (rows.length === 0) throw new Error('the customer was not found')
  }
}

function lookUpByName(client: Client, sealer: Sealer, actor: Actor): Work {
  return async (known, trusted) => {
    const [, rows] = await client.begin((t) => [
      scope(t, actor, trusted),
      t`select c.* from customers c where c.id in (
          select customer_id from customer_names c where c.key >= ${known.key} and c.key < ${`${known.key}\u{10ffff}`} ${mine(t, actor, trusted)})
        ${mine(t, actor, trusted)} order by c.name, c.code limit 50`,
    ])
    await show(sealer, rows as readonly postgres.Row[], known, trusted)
  }
}

/** The answer's card shows one phone, masked: it has to be opened for that. Of a name that hundreds have, any may come. */
async function show(
  sealer: Sealer,
  rows: readonly postgres.Row[],
  known: Known,
  trusted: boolean,
): Promise<void> {
  if (rows.length === 0) throw new Error('the customer was not found')
  if (trusted) await sealer.open({ table: 'customers', column: 'phone', row: known.id }, known.sealed)
}

const MESSAGE = JSON.stringify({
  text: '电话沟通，客户问了大额存单利率，约下周三下午2点来网点',
  private: true,
})

/** The message that came in, sealed, then the note, the customer's last contact and the line of the trail. */
function writeFollowUp(client: Client, sealer: Sealer, actor: Actor): Work {
  return async (known, trusted) => {
    const now = new Date()
    const message = `om_${crypto.randomUUID()}`
    const body = trusted
      ? await sealer.seal({ table: 'inbox', column: 'body', row: message }, MESSAGE)
      : MESSAGE
    const id = newId(now)
    await client.begin((t) => [
      t`select set_config('role', ${trusted ? 'larkspur_service' : 'none'}, true)`,
      t`insert into inbox (id, conversation, kind, body_sealed, received_at) values (${message}, 'oc_1', 'message', ${body}, ${now})`,
      scope(t, actor, trusted),
      t`insert into follow_ups (id, customer_id, author_id, happened_at, content, owner_id, team_id, branch_id, created_at)
        values (${id}, ${known.id}, ${actor.id}, ${now}, '电话沟通', ${known.owner}, ${known.team}, ${known.branch}, ${now})`,
      t`update customers c set last_contact_at = ${now} where c.id = ${known.id} ${mine(t, actor, trusted)}`,
      t`insert into audit (id, at, actor_id, action, result, entity, entity_id, customer_id)
        values (${newId(now)}, ${now}, ${actor.id}, 'followup.log', 'done', 'follow_up', ${id}, ${known.id})`,
    ])
    if (trusted) await sealer.open({ table: 'inbox', column: 'body', row: message }, body)
  }
}
