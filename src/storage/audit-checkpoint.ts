// Signed checkpoints of the audit chain: a statement of how far it goes and with which hash, kept outside of the
// database as well, so that whoever can rewrite the database cannot rewrite what it once held. WebCrypto only.

import { desc, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import { auditCheckpoints } from '../features/audit/schema.ts'
import { findChainHead, isCheckpointDue, underSealingLock } from './audit-chain.ts'
import { fromHex, toHex, webDigest } from './audit-link.ts'
import type { Database, Transaction } from './database.ts'
import { secrets } from './plumbing-schema.ts'
import { takeServiceScope } from './scope.ts'
import { fromBase64, type Sealer, toBase64 } from './seal.ts'

/** One checkpoint in so long is posted into the conversation. */
const POST_EVERY_MS = 15 * 60_000
const SECRET = 'audit_signing_key'
const encoder = new TextEncoder()
const PLACE = { table: 'secrets', column: 'sealed', row: SECRET }

/** One checkpoint as it stands in the outside file, one JSON object a line. */
export const Checkpoint = z.object({
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  /** First half of the public key's hash; tells two keys apart. */
  key: z.string(),
  signature: z.string(),
})
export type Checkpoint = z.output<typeof Checkpoint>

/** The key that signs, and the one by which anybody can check. */
export interface SigningKey {
  readonly id: string
  readonly publicKey: string
  sign(text: string): Promise<string>
}

/**
 * Opens the signing key; the first to come makes it.
 * @throws Fault where the data keys do not open it
 */
export async function openSigningKey(db: Database, sealer: Sealer): Promise<SigningKey> {
  const jwk = (await findKey(db, sealer)) ?? (await makeKey(db, sealer))
  const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign'])
  const publicKey = toBase64(fromBase64Url(jwk.x ?? ''))
  return {
    id: await keyIdOf(publicKey),
    publicKey,
    sign: async (text) =>
      toBase64(new Uint8Array(await crypto.subtle.sign('Ed25519', key, encoder.encode(text)))),
  }
}

async function findKey(db: Database, sealer: Sealer): Promise<JsonWebKey | null> {
  const [row] = await db.select().from(secrets).where(eq(secrets.name, SECRET))
  return row === undefined ? null : JSON.parse(await sealer.open(PLACE, row.sealed))
}

async function makeKey(db: Database, sealer: Sealer): Promise<JsonWebKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  const { kty, crv, x, d } = await crypto.subtle.exportKey('jwk', (pair as CryptoKeyPair).privateKey)
  const sealed = await sealer.seal(PLACE, JSON.stringify({ kty, crv, x, d }))
  await db.insert(secrets).values({ name: SECRET, sealed }).onConflictDoNothing()
  const kept = await findKey(db, sealer)
  if (kept === null) throw new Error('the signing key was not kept')
  return kept
}

/** Posts a checkpoint where people see it; runs in the checkpoint's transaction, in the service's scope. */
export type PostCheckpoint = (tx: Transaction, checkpoint: Checkpoint) => Promise<void>

/**
 * Makes a checkpoint where one is due, and posts one now and then.
 * @returns null where none is due, or another instance is making it
 */
export async function checkpointAudit(
  db: Database,
  sealer: Sealer,
  now: Date,
  post: PostCheckpoint | null = null,
): Promise<Checkpoint | null> {
  const key = await openSigningKey(db, sealer)
  return underSealingLock(db, async (tx) => {
    if (!(await isCheckpointDue(tx, now))) return null
    const checkpoint = await signHead(tx, key, now)
    const posted = post !== null && (await isPostDue(tx, now))
    const { seq, hash, signature } = checkpoint
    await tx
      .insert(auditCheckpoints)
      .values({ seq, hash: fromHex(hash), at: now, keyId: key.id, signature, posted })
    if (posted) {
      await takeServiceScope(tx)
      await post(tx, checkpoint)
    }
    return checkpoint
  })
}

async function isPostDue(tx: Transaction, now: Date): Promise<boolean> {
  const [last] = await tx
    .select({ at: auditCheckpoints.at })
    .from(auditCheckpoints)
    .where(eq(auditCheckpoints.posted, true))
    .orderBy(desc(auditCheckpoints.seq))
    .limit(1)
  return last === undefined || Math.abs(now.getTime() - last.at.getTime()) >= POST_EVERY_MS
}

async function signHead(tx: Transaction, key: SigningKey, now: Date): Promise<Checkpoint> {
  const { seq, hash } = await findChainHead(tx)
  const at = now.toISOString()
  return { seq, hash, at, key: key.id, signature: await key.sign(signedText({ seq, hash, at })) }
}

function signedText({ seq, hash, at }: Pick<Checkpoint, 'seq' | 'hash' | 'at'>): string {
  return `larkspur-checkpoint-1;${seq};${hash};${at}`
}

/** Makes the check of signatures by the key behind a public key, in base64. */
export async function openSignatureCheck(
  publicKey: string,
): Promise<(checkpoint: Checkpoint) => Promise<boolean>> {
  const key = await crypto.subtle.importKey('raw', fromBase64(publicKey), 'Ed25519', false, ['verify'])
  return async (checkpoint) => {
    try {
      const text = encoder.encode(signedText(checkpoint))
      return await crypto.subtle.verify('Ed25519', key, fromBase64(checkpoint.signature), text)
    } catch {
      // A signature that cannot even be read signs nothing.
      return false
    }
  }
}

/** The checkpoints behind a number, in the order of the chain. In the service's scope or the keeper's. */
export async function listCheckpoints(
  db: Database | Transaction,
  after: number,
  limit: number,
): Promise<readonly Checkpoint[]> {
  const rows = await db
    .select()
    .from(auditCheckpoints)
    .where(gt(auditCheckpoints.seq, after))
    .orderBy(auditCheckpoints.seq)
    .limit(limit)
  return rows.map(({ seq, hash, at, keyId, signature }) => ({
    seq,
    hash: toHex(hash),
    at: at.toISOString(),
    key: keyId,
    signature,
  }))
}

async function keyIdOf(publicKey: string): Promise<string> {
  return (await webDigest(publicKey)).slice(0, 16)
}

function fromBase64Url(text: string): Uint8Array {
  return fromBase64(
    text
      .replaceAll('-', '+')
      .replaceAll('_', '/')
      .padEnd(Math.ceil(text.length / 4) * 4, '='),
  )
}
