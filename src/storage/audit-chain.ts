// The sealer: closes the hash chain over audit entries that are committed. Writers never wait for it or for one another;
// an entry has no number before it is sealed, so a rolled-back writer leaves no gap and a late one is sealed later.

import { desc, type SQL, sql } from 'drizzle-orm'
import { auditChain, auditCheckpoints } from '../features/audit/schema.ts'
import { FIRST_PREVIOUS, linkText, toHex, webDigest } from './audit-link.ts'
import type { Database, Transaction } from './database.ts'
import { rowsOf } from './database.ts'

/** Key of the advisory lock under which one instance at a time seals: the letters "seal". */
const SEALING_LOCK = 0x7365616c
const BATCH = 2000
/** Batches of one transaction; the rest is left to the next one. */
const MOST_BATCHES = 25

/** A checkpoint is due after so many links, or after so long where there are fewer. */
const CHECKPOINT_LINKS = 1000
const CHECKPOINT_MS = 60_000

/** The last link of the chain. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

/** Runs work in the keeper's scope under the sealing lock. @returns null where another instance has it */
export function underSealingLock<R>(db: Database, work: (tx: Transaction) => Promise<R>): Promise<R | null> {
  return db.transaction(async (tx) => {
    const [row] = rowsOf<{ held: boolean }>(
      await tx.execute(
        sql`select set_config('role', 'larkspur_keeper', true), pg_try_advisory_xact_lock(${SEALING_LOCK}) as held`,
      ),
    )
    return row?.held === true ? work(tx) : null
  })
}

/** What one run of the sealer did. */
export interface Sealed {
  readonly count: number
  readonly checkpointDue: boolean
}

/** Seals every entry that is committed and not yet in the chain; of two instances one does it. */
export async function sealAudit(db: Database, now: Date): Promise<Sealed> {
  const sealed = await underSealingLock(db, async (tx) => {
    let head: ChainHead | null = null
    let count = 0
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const entries = await takeUnsealed(tx)
      if (entries.length === 0) break
      head = await appendLinks(tx, head ?? (await findChainHead(tx)), entries, now)
      count += entries.length
    }
    return { count, checkpointDue: await isCheckpointDue(tx, now) }
  })
  return sealed ?? { count: 0, checkpointDue: false }
}

/** The last link; before the first entry, number 0 and the hash before all. */
export async function findChainHead(tx: Transaction): Promise<ChainHead> {
  const [last] = await tx
    .select({ seq: auditChain.seq, hash: auditChain.hash })
    .from(auditChain)
    .orderBy(desc(auditChain.seq))
    .limit(1)
  return last === undefined ? { seq: 0, hash: FIRST_PREVIOUS } : { seq: last.seq, hash: toHex(last.hash) }
}

/** Whether the chain went on far enough, or long enough ago, since the last checkpoint. In the keeper's scope. */
export async function isCheckpointDue(tx: Transaction, now: Date): Promise<boolean> {
  const [{ seq }, [last]] = await Promise.all([
    findChainHead(tx),
    tx
      .select({ seq: auditCheckpoints.seq, at: auditCheckpoints.at })
      .from(auditCheckpoints)
      .orderBy(desc(auditCheckpoints.seq))
      .limit(1),
  ])
  if (last === undefined) return seq > 0
  const sinceMs = Math.abs(now.getTime() - last.at.getTime())
  return seq > last.seq && (seq - last.seq >= CHECKPOINT_LINKS || sinceMs >= CHECKPOINT_MS)
}

/** A whole entry `a` as one text that every server writes alike: instants in microseconds, JSON in normal form. */
export const ENTRY_TEXT: SQL = sql`json_build_array(a.id, (extract(epoch from a.at) * 1000000)::bigint, a.actor_id,
  a.action, a.result, a.entity, a.entity_id, a.customer_id, a.facts, a.inbound_id)::text`

interface UnsealedEntry {
  readonly id: string
  readonly text: string
}

// What stands in the queue is visible exactly when its entry is: both were written by one transaction.
async function takeUnsealed(tx: Transaction): Promise<readonly UnsealedEntry[]> {
  return rowsOf<UnsealedEntry>(
    await tx.execute(sql`
      with taken as (
        delete from audit_unsealed where ctid = any (array(select ctid from audit_unsealed limit ${BATCH}))
        returning audit_id)
      select a.id::text as id, ${ENTRY_TEXT} as text from audit a
      where a.id in (select audit_id from taken)
        and not exists (select from audit_chain c where c.audit_id = a.id)
      order by a.at, a.id`),
  )
}

async function appendLinks(
  tx: Transaction,
  head: ChainHead,
  entries: readonly UnsealedEntry[],
  now: Date,
): Promise<ChainHead> {
  const links: { seq: number; id: string; hash: string; previous: string }[] = []
  let { seq, hash } = head
  for (const entry of entries) {
    const previous = hash
    seq += 1
    hash = await webDigest(linkText(seq, previous, entry.text))
    links.push({ seq, id: entry.id, hash, previous })
  }
  // One parameter for all of them: a statement with thousands of parameters costs more than the hashing.
  await tx.execute(sql`
    insert into audit_chain (seq, audit_id, hash, prev_hash, sealed_at)
    select seq, id, decode(hash, 'hex'), decode(previous, 'hex'), ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l (seq bigint, id uuid, hash text, previous text)`)
  return { seq, hash }
}
