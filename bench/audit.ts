// Verifying the audit trail: a million entries, sealed by the sealer itself, read and hashed again by the operator's
// verifier. BENCH_ENTRIES sets another size.

import { hash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { nodePrimitives } from '../src/node-seal.ts'
import { sealAudit } from '../src/storage/audit-chain.ts'
import { checkpointAudit, openSigningKey } from '../src/storage/audit-checkpoint.ts'
import { verifyAudit } from '../src/storage/audit-verify.ts'
import { openSealer } from '../src/storage/index-key.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { asKeeper } from '../src/storage/scope.ts'
import { atMost, type Benchmark } from './bench.ts'
import { openBenchDatabase } from './database.ts'

const ENTRIES = Number(process.env['BENCH_ENTRIES'] ?? 1_000_000)
/** What a million may take, in seconds; other sizes in proportion. */
const BOUND = 20

export const audit: Benchmark = {
  name: 'audit',
  run: async () => {
    const database = await openBenchDatabase()
    const store = openPostgres(database.url)
    await store.migrate()
    const sealer = await openSealer(
      store.db,
      [{ id: 'bench', key: new Uint8Array(32).fill(1) }],
      nodePrimitives,
    )
    const now = new Date()
    await asKeeper(store.db, 'bench', (tx) => tx.execute(fill(ENTRIES)))
    const sealing = performance.now()
    let sealed = 0
    for (let count = -1; count !== 0; sealed += count) count = (await sealAudit(store.db, now)).count
    const sealedIn = (performance.now() - sealing) / 1000
    if (sealed !== ENTRIES) throw new Error(`${sealed} of ${ENTRIES} entries were sealed`)
    await checkpointAudit(store.db, sealer, now)
    const { publicKey } = await openSigningKey(store.db, sealer)
    const started = performance.now()
    const found = await asKeeper(
      store.db,
      'bench',
      (tx) => verifyAudit(tx, { publicKey, checkpoints: [], digest: (text) => hash('sha256', text, 'hex') }),
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    )
    const seconds = (performance.now() - started) / 1000
    if (found.broken !== null || found.links !== ENTRIES)
      throw new Error(`not whole: ${JSON.stringify(found)}`)
    await store.close()
    await database.stop()
    return [
      atMost(`verify ${ENTRIES} audit entries`, seconds, (BOUND * ENTRIES) / 1_000_000, 's'),
      atMost('seal one audit entry', (sealedIn / ENTRIES) * 1e6, 1000, 'µs'),
    ]
  },
}

/** Entries as the bot writes them, made by the server. */
function fill(count: number) {
  return sql`insert into audit (id, at, actor_id, action, result, entity, entity_id, customer_id, facts, inbound_id)
    select (lpad(to_hex(1790000000000 + i), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid,
      now() + i * interval '1 millisecond', i % 300,
      (array['customer.update', 'followup.log', 'customer.reveal', 'task.create'])[1 + i % 4], 'done', 'customer',
      i::text, gen_random_uuid(), jsonb_build_object('field', 'phone', 'reason', 'contact'), 'om_' || md5(i::text)
    from generate_series(1, ${count}) i`
}
