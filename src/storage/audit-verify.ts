// The verifier: reads the chain from its first link to its last, recomputes every hash, holds it against checkpoints
// that were kept outside, and names the first entry that is not as it was. Trusts nothing that the tables say of themselves.

import { eq, sql } from 'drizzle-orm'
import { auditChain } from '../features/audit/schema.ts'
import { ENTRY_TEXT } from './audit-chain.ts'
import { type Checkpoint, listCheckpoints, openSignatureCheck } from './audit-checkpoint.ts'
import { type Digest, FIRST_PREVIOUS, linkText } from './audit-link.ts'
import { rowsOf, type Transaction } from './database.ts'

const BATCH = 20_000
/** Tables whose append-only triggers must be there and fire always. */
const GUARDED = ['audit', 'audit_chain', 'audit_checkpoints'] as const

/** What is wrong, at the first place where something is. */
export interface Break {
  /** Number in the chain; null where it is no matter of one link. */
  readonly seq: number | null
  readonly auditId: string | null
  readonly what: string
}

/** What a verification found. `broken` is null where everything is as it was. */
export interface Verification {
  readonly links: number
  readonly head: string
  /** Entries that wait for the sealer. */
  readonly waiting: number
  readonly checkpoints: number
  readonly broken: Break | null
}

/** What the verifier holds against the tables. */
export interface Witness {
  /** Base64 of the public key by which checkpoints are signed. */
  readonly publicKey: string
  /** Checkpoints from outside; those in the database are read besides. */
  readonly checkpoints: readonly Checkpoint[]
  readonly digest: Digest
}

/** Verifies the whole trail, in the keeper's scope and in a transaction that sees one moment (repeatable read). */
export async function verifyAudit(tx: Transaction, witness: Witness): Promise<Verification> {
  const inside = await listCheckpoints(tx, 0, Number.MAX_SAFE_INTEGER)
  const distinct = new Map([...inside, ...witness.checkpoints].map((one) => [JSON.stringify(one), one]))
  const checkpoints = [...distinct.values()].toSorted((a, b) => a.seq - b.seq)
  const forged = new Set(await findForged(witness.publicKey, checkpoints))
  const signed = checkpoints.filter((checkpoint) => !forged.has(checkpoint))
  const walk = await walkChain(tx, witness.digest, signed)
  const waiting = await countWaiting(tx)
  const broken =
    (await nameEntry(tx, walk)) ??
    (await findUnchained(tx)) ??
    toForgedBreak([...forged][0]) ??
    (await findMissingGuard(tx))
  return { links: walk.seq, head: walk.hash, waiting, checkpoints: checkpoints.length, broken }
}

interface LinkRow {
  readonly seq: string
  readonly hash: string
  readonly previous: string
  /** Null where the entry of the link is gone. */
  readonly text: string | null
}

interface Walk {
  seq: number
  hash: string
  broken: Break | null
}

async function walkChain(tx: Transaction, digest: Digest, checkpoints: readonly Checkpoint[]): Promise<Walk> {
  const walk: Walk = { seq: 0, hash: FIRST_PREVIOUS, broken: null }
  const witnesses = { all: checkpoints, next: 0, proven: 0 }
  let rows = await readLinks(tx, 0)
  while (rows.length > 0 && walk.broken === null) {
    // The next batch is on its way while this one is hashed.
    const last = Number(rows.at(-1)?.seq)
    const coming = readLinks(tx, last)
    for (const row of rows) {
      walk.broken = (await checkLink(walk, row, digest)) ?? checkWitnesses(walk, row, witnesses)
      if (walk.broken !== null) break
    }
    rows = await coming
  }
  walk.broken ??= findCutTail(walk, witnesses)
  return walk
}

async function checkLink(walk: Walk, row: LinkRow, digest: Digest): Promise<Break | null> {
  const seq = Number(row.seq)
  const expected = walk.seq + 1
  const found = (what: string): Break => ({ seq, auditId: null, what })
  if (seq !== expected) return { seq: expected, auditId: null, what: `link ${expected} is missing` }
  if (row.previous !== walk.hash) return found('the link does not follow the one before it')
  if (row.text === null) return found('the entry was deleted')
  if ((await digest(linkText(seq, walk.hash, row.text))) !== row.hash)
    return found('the entry is not the one that was sealed')
  walk.seq = seq
  walk.hash = row.hash
  return null
}

interface Witnesses {
  readonly all: readonly Checkpoint[]
  next: number
  /** Number of the last link that a checkpoint proves. */
  proven: number
}

function checkWitnesses(walk: Walk, row: LinkRow, witnesses: Witnesses): Break | null {
  for (;;) {
    const checkpoint = witnesses.all[witnesses.next]
    if (checkpoint === undefined || checkpoint.seq > walk.seq) return null
    if (checkpoint.hash !== row.hash) {
      const from = witnesses.proven + 1
      return {
        seq: from,
        auditId: null,
        what: `the chain was rewritten: the checkpoint of ${checkpoint.at} proves another link ${walk.seq}; the first changed one is among ${from} to ${walk.seq}`,
      }
    }
    witnesses.proven = walk.seq
    witnesses.next += 1
  }
}

function findCutTail(walk: Walk, { all }: Witnesses): Break | null {
  const last = all.at(-1)
  if (last === undefined || last.seq <= walk.seq) return null
  return {
    seq: walk.seq + 1,
    auditId: null,
    what: `the end was cut off: the checkpoint of ${last.at} proves ${last.seq} links, there are ${walk.seq}`,
  }
}

// Each entry is looked up by itself (limit 1), so that no plan reads the whole trail for each batch.
async function readLinks(tx: Transaction, after: number): Promise<readonly LinkRow[]> {
  return rowsOf<LinkRow>(
    await tx.execute(sql`
      select c.seq::text as seq, encode(c.hash, 'hex') as hash,
        encode(c.prev_hash, 'hex') as previous, e.text
      from (select * from audit_chain where seq > ${after} order by seq limit ${BATCH}) c
      left join lateral (select ${ENTRY_TEXT} as text from audit a where a.id = c.audit_id limit 1) e on true
      order by c.seq`),
  )
}

/** Adds which entry is meant, where the break is at one link: the one behind the last that was good. */
async function nameEntry(tx: Transaction, { seq, broken }: Walk): Promise<Break | null> {
  if (broken?.seq !== seq + 1) return broken
  const [link] = await tx
    .select({ auditId: auditChain.auditId })
    .from(auditChain)
    .where(eq(auditChain.seq, broken.seq))
  return link === undefined ? broken : { ...broken, auditId: link.auditId }
}

async function countWaiting(tx: Transaction): Promise<number> {
  const [row] = rowsOf<{ count: string }>(
    await tx.execute(sql`select count(*)::text as count from audit_unsealed`),
  )
  return Number(row?.count ?? 0)
}

/** An entry that is neither in the chain nor on its way there came in past the triggers. */
async function findUnchained(tx: Transaction): Promise<Break | null> {
  const [row] = rowsOf<{ id: string }>(
    await tx.execute(sql`
      select a.id::text as id from audit a
      where not exists (select from audit_chain c where c.audit_id = a.id)
        and not exists (select from audit_unsealed u where u.audit_id = a.id)
      order by a.at, a.id limit 1`),
  )
  return row === undefined
    ? null
    : { seq: null, auditId: row.id, what: 'the entry is in no link: it was put in past the chain' }
}

async function findForged(
  publicKey: string,
  checkpoints: readonly Checkpoint[],
): Promise<readonly Checkpoint[]> {
  const isSigned = await openSignatureCheck(publicKey)
  const good = await Promise.all(checkpoints.map(isSigned))
  return checkpoints.filter((_, index) => good[index] === false)
}

function toForgedBreak(checkpoint: Checkpoint | undefined): Break | null {
  return checkpoint === undefined
    ? null
    : {
        seq: checkpoint.seq,
        auditId: null,
        what: `the checkpoint of ${checkpoint.at} is not signed by our key`,
      }
}

async function findMissingGuard(tx: Transaction): Promise<Break | null> {
  const rows = rowsOf<{ name: string }>(
    await tx.execute(sql`
      select tgrelid::regclass::text as name from pg_trigger
      where tgname = tgrelid::regclass::text || '_append_only' and tgenabled = 'A'`),
  )
  const missing = GUARDED.find((table) => !rows.some(({ name }) => name === table))
  return missing === undefined
    ? null
    : { seq: null, auditId: null, what: `the append-only trigger of ${missing} is off or gone` }
}
