// Whoever owns the database tampers with the trail, triggers off, in every way that we could think of, at random places.
// A verifier that holds nothing but the checkpoints kept outside and the public key finds each, and names the place.
// AUDIT_TAMPERINGS sets how many, AUDIT_SEED which; `npm run tamper` is the long run of docs/measurements.md.

import { asc, sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../src/core/ids.ts'
import { auditChain } from '../../src/features/audit/schema.ts'
import { ENTRY_TEXT, sealAudit } from '../../src/storage/audit-chain.ts'
import { type Checkpoint, checkpointAudit, openSigningKey } from '../../src/storage/audit-checkpoint.ts'
import { FIRST_PREVIOUS, linkText, webDigest } from '../../src/storage/audit-link.ts'
import { type Break, type Verification, verifyAudit } from '../../src/storage/audit-verify.ts'
import { rowsOf, type Store, type Transaction } from '../../src/storage/database.ts'
import { asKeeper } from '../../src/storage/scope.ts'
import { createSealer } from '../../src/storage/seal.ts'
import { writeEntries } from '../support/audit-entries.ts'
import { openEmbedded } from '../support/embedded-store.ts'

const RUNS = Number(process.env['AUDIT_TAMPERINGS'] ?? 300)
const SEED = Number(process.env['AUDIT_SEED'] ?? 20261122)
const LINKS = 40
const PER_CHECKPOINT = 8
const start = new Date('2026-11-21T10:00:00+08:00')

let store: Store
let publicKey: string
let ids: readonly string[]
const outside: Checkpoint[] = []

beforeAll(async () => {
  store = await openEmbedded('migrated')
  const sealer = await createSealer({
    data: [{ id: 't', key: new Uint8Array(32).fill(3) }],
    index: new Uint8Array(32),
  })
  for (let made = 0; made < LINKS; made += PER_CHECKPOINT) {
    const at = new Date(start.getTime() + made * 60_000)
    await writeEntries(store.db, PER_CHECKPOINT, at)
    await sealAudit(store.db, at)
    outside.push((await checkpointAudit(store.db, sealer, at)) as Checkpoint)
  }
  publicKey = (await openSigningKey(store.db, sealer)).publicKey
  ids = await asKeeper(store.db, 'test', async (tx) =>
    (await tx.select().from(auditChain).orderBy(asc(auditChain.seq))).map(({ auditId }) => auditId),
  )
})
afterAll(() => store.close())

/** A tampering: what is done to the tables, and what the verifier must say of it. */
interface Tampering {
  readonly kind: string
  tamper(tx: Transaction): Promise<void>
  expect(broken: Break): void
}

const idAt = (seq: number): string => ids[seq - 1] ?? ''
const place = fc.integer({ min: 1, max: LINKS })
const anywhere = (run: (seq: number) => Tampering) => place.map(run)

const EDITS = [
  `at = at + interval '1 microsecond'`,
  'actor_id = coalesce(actor_id, 0) + 1',
  `action = action || ' '`,
  `result = case result when 'done' then 'refused' else 'done' end`,
  `entity = null`,
  `entity_id = coalesce(entity_id, '') || '1'`,
  `customer_id = gen_random_uuid()`,
  `facts = facts || '{"field":"id_number"}'`,
  `facts = '{}'`,
  `inbound_id = null`,
] as const

const atSeq = (seq: number) => (broken: Break) => expect(broken.seq).toBe(seq)

const edit = fc.tuple(place, fc.constantFrom(...EDITS)).map(
  ([seq, change]): Tampering => ({
    kind: `edit ${change} of ${seq}`,
    tamper: (tx) => run(tx, `update audit set ${change} where id = '${idAt(seq)}'`),
    expect: (broken) => expect(broken).toMatchObject({ seq, auditId: idAt(seq) }),
  }),
)

const remove = anywhere((seq) => ({
  kind: `delete ${seq}`,
  tamper: (tx) => run(tx, `delete from audit where id = '${idAt(seq)}'`),
  expect: (broken) =>
    expect(broken).toMatchObject({ seq, auditId: idAt(seq), what: 'the entry was deleted' }),
}))

const removeWithLink = anywhere((seq) => ({
  kind: `delete ${seq} with its link`,
  tamper: (tx) =>
    run(tx, `delete from audit where id = '${idAt(seq)}'`, `delete from audit_chain where seq = ${seq}`),
  expect: atSeq(seq),
}))

const insert = fc.constantFrom('past the chain').map(
  (): Tampering => ({
    kind: 'insert past the chain',
    tamper: (tx) => run(tx, insertEntry(newId(start))),
    expect: (broken) => expect(broken.what).toContain('past the chain'),
  }),
)

const insertInto = anywhere((seq) => ({
  kind: `insert before ${seq} with a link of its own`,
  tamper: (tx) => putInto(tx, seq),
  expect: atSeq(seq),
}))

const swap = fc
  .tuple(place, place)
  .filter(([one, other]) => one !== other)
  .map(
    ([one, other]): Tampering => ({
      kind: `swap ${one} and ${other}`,
      tamper: (tx) =>
        run(
          tx,
          'alter table audit_chain drop constraint audit_chain_audit_id_unique',
          `update audit_chain set audit_id = case seq when ${one} then '${idAt(other)}'::uuid else '${idAt(one)}'::uuid end where seq in (${one}, ${other})`,
        ),
      expect: atSeq(Math.min(one, other)),
    }),
  )

const swapNeighbours = place
  .filter((seq) => seq < LINKS)
  .map(
    (seq): Tampering => ({
      kind: `swap the links ${seq} and ${seq + 1} whole`,
      tamper: (tx) =>
        run(
          tx,
          `update audit_chain set seq = -seq where seq in (${seq}, ${seq + 1})`,
          `update audit_chain set seq = case seq when ${-seq} then ${seq + 1} else ${seq} end where seq < 0`,
        ),
      expect: atSeq(seq),
    }),
  )

const rehashTail = fc.tuple(place, fc.constantFrom(...EDITS)).map(
  ([seq, change]): Tampering => ({
    kind: `edit ${change} of ${seq} and re-hash the rest`,
    tamper: async (tx) => {
      await run(tx, `update audit set ${change} where id = '${idAt(seq)}'`)
      await rehash(tx)
    },
    expect: within(seq),
  }),
)

const takeOutAndRewrite = anywhere((seq) => ({
  kind: `take out ${seq} and rewrite the rest`,
  tamper: async (tx) => {
    await run(
      tx,
      `delete from audit where id = '${idAt(seq)}'`,
      `delete from audit_chain where seq = ${seq}`,
      `update audit_chain set seq = -seq where seq > ${seq}`,
      'update audit_chain set seq = -seq - 1 where seq < 0',
    )
    await rehash(tx)
  },
  expect: within(seq),
}))

const insertAndRewrite = anywhere((seq) => ({
  kind: `insert before ${seq} and re-hash the rest`,
  tamper: async (tx) => {
    await putInto(tx, seq)
    await rehash(tx)
  },
  expect: within(seq),
}))

const cutTail = anywhere((seq) => ({
  kind: `cut the tail from ${seq}`,
  tamper: (tx) =>
    run(
      tx,
      `delete from audit where id in (select audit_id from audit_chain where seq >= ${seq})`,
      `delete from audit_chain where seq >= ${seq}`,
    ),
  expect: atSeq(seq),
}))

const rewriteAll = fc.integer({ min: LINKS, max: LINKS + 10 }).map(
  (count): Tampering => ({
    kind: `replace everything by ${count} consistent entries`,
    tamper: async (tx) => {
      await run(tx, 'truncate audit, audit_chain, audit_unsealed')
      for (let seq = 1; seq <= count; seq += 1) {
        const id = newId(start)
        await run(
          tx,
          insertEntry(id),
          `insert into audit_chain values (${seq}, '${id}', '\\x00', '\\x00', now())`,
        )
      }
      await rehash(tx)
    },
    expect: within(1),
  }),
)

const tampering = fc.oneof(
  edit,
  remove,
  removeWithLink,
  insert,
  insertInto,
  swap,
  swapNeighbours,
  rehashTail,
  takeOutAndRewrite,
  insertAndRewrite,
  cutTail,
  rewriteAll,
)

it('an untouched trail is whole', async () => {
  const found = await asKeeper(store.db, 'test', verify)
  expect(found).toMatchObject({ links: LINKS, broken: null, checkpoints: LINKS / PER_CHECKPOINT })
})

it(`each of ${RUNS} random tamperings is found and named`, { timeout: RUNS * 2000 }, async () => {
  await fc.assert(
    fc.asyncProperty(tampering, fc.boolean(), async (one, alsoInside) => {
      const { broken } = await verifyTampered(one, alsoInside)
      expect(broken, one.kind).not.toBeNull()
      one.expect(broken as Break)
    }),
    { seed: SEED, numRuns: RUNS, interruptAfterTimeLimit: RUNS * 1900, markInterruptAsFailure: true },
  )
})

const UNDONE = new Error('undone')

/** Tampers as the server's superuser, verifies, and undoes it all. */
async function verifyTampered(one: Tampering, alsoInside: boolean): Promise<Verification> {
  let found: Verification | null = null
  await store.db
    .transaction(async (tx) => {
      await run(
        tx,
        'set local role none',
        ...['audit', 'audit_chain', 'audit_checkpoints'].map(
          (table) => `alter table ${table} disable trigger all`,
        ),
        ...(alsoInside ? ['delete from audit_checkpoints'] : []),
      )
      await one.tamper(tx)
      await run(tx, 'set local role larkspur_keeper')
      found = await verify(tx)
      throw UNDONE
    })
    .catch((error: unknown) => {
      if (error !== UNDONE) throw error
    })
  if (found === null) throw new Error('nothing was verified')
  return found
}

function verify(tx: Transaction): Promise<Verification> {
  return verifyAudit(tx, { publicKey, checkpoints: outside, digest: webDigest })
}

/** A rewrite is named by the range between two checkpoints; the changed link lies in it. */
function within(seq: number): (broken: Break) => void {
  return ({ what }) => {
    const [, from = '0', to = '0'] = /among (\d+) to (\d+)/.exec(what) ?? []
    const cut = /proves (\d+) links, there are (\d+)/.exec(what)
    if (cut !== null) return expect(seq).toBeGreaterThan(LINKS - PER_CHECKPOINT)
    expect(Number(from)).toBeLessThanOrEqual(seq)
    expect(Number(to)).toBeGreaterThanOrEqual(seq)
    expect(Number(to) - Number(from)).toBeLessThan(PER_CHECKPOINT)
  }
}

async function run(tx: Transaction, ...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await tx.execute(sql.raw(statement))
}

function insertEntry(id: string): string {
  return `insert into audit (id, at, action, result, facts) values ('${id}', '${start.toISOString()}', 'made.up', 'done', '{}')`
}

/** Puts an entry into the chain in front of a link; those behind it move on. */
async function putInto(tx: Transaction, seq: number): Promise<void> {
  const id = newId(start)
  await run(
    tx,
    insertEntry(id),
    `update audit_chain set seq = -seq - 1 where seq >= ${seq}`,
    'update audit_chain set seq = -seq where seq < 0',
    `insert into audit_chain values (${seq}, '${id}', '\\x00', coalesce((select hash from audit_chain where seq = ${seq - 1}), '\\x${FIRST_PREVIOUS}'), now())`,
  )
}

/** Makes every link follow the one before it again, as somebody with the source code would. */
async function rehash(tx: Transaction): Promise<void> {
  const rows = rowsOf<{ readonly seq: number; readonly text: string }>(
    await tx.execute(
      sql`select c.seq::int as seq, ${ENTRY_TEXT} as text from audit_chain c join audit a on a.id = c.audit_id order by c.seq`,
    ),
  )
  let previous = FIRST_PREVIOUS
  for (const row of rows) {
    const hash = await webDigest(linkText(row.seq, previous, row.text))
    await run(
      tx,
      `update audit_chain set hash = '\\x${hash}', prev_hash = '\\x${previous}' where seq = ${row.seq}`,
    )
    previous = hash
  }
}
