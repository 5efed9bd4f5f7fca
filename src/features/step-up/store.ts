// The second factor of the person in the turn: made, confirmed, and asked for before a sensitive act. A code is good once,
// five wrong ones lock for a quarter of an hour. Wrong tries are answered, not thrown: they must be counted.

import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type BothLanguages, type JsonObject, say } from '../../../cards/kit/index.ts'
import type { Turn } from '../../storage/turn.ts'
import { audit } from '../audit/schema.ts'
import { recoveryCodes, secondFactors } from './schema.ts'
import { findStep, makeSecret } from './totp.ts'

const TRIES = 5
const LOCK_MS = 15 * 60_000
/** Sensitive acts that one person may do in one hour. */
const USES_PER_HOUR = 30
const HOUR_MS = 60 * 60_000
const RECOVERY_CODES = 10
/** Characters that are not taken for one another; 31 of them, so ten are some 49 bits. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const RECOVERY_LENGTH = 10

type Factor = typeof secondFactors.$inferSelect

/** How a try with a code ended. */
export type Proof = { readonly ok: true } | { readonly ok: false; readonly words: BothLanguages }

/** Whether the person has a second factor that was confirmed. */
export async function hasSecondFactor(turn: Turn): Promise<boolean> {
  const [row] = await turn.db
    .select({ confirmedAt: secondFactors.confirmedAt })
    .from(secondFactors)
    .where(eq(secondFactors.employeeId, turn.actor.id))
  return row?.confirmedAt != null
}

/** Makes a new secret in place of whatever there was; it counts once its first code was confirmed. @returns the secret */
export async function startFactor(turn: Turn): Promise<string> {
  const secret = makeSecret()
  const fresh = {
    secretSealed: await turn.sealer.seal(placeOf(turn), secret),
    confirmedAt: null,
    lastStep: 0,
    triesLeft: TRIES,
    lockedUntil: null,
    countedFrom: null,
    uses: 0,
  }
  await turn.db
    .insert(secondFactors)
    .values({ employeeId: turn.actor.id, ...fresh })
    .onConflictDoUpdate({ target: secondFactors.employeeId, set: fresh })
  await turn.audit({ action: 'stepup.start', entity: 'employee', entityId: String(turn.actor.id) })
  return secret
}

/** Confirms a new factor by its first code. @returns the recovery codes, which are shown once */
export async function confirmFactor(
  turn: Turn,
  code: string,
): Promise<{ readonly ok: true; readonly recovery: readonly string[] } | (Proof & { readonly ok: false })> {
  const factor = await lockFactor(turn)
  if (factor === null || factor.confirmedAt !== null) return { ok: false, words: NONE }
  const tried = await tryCode(turn, factor, code)
  if (!tried.ok) return tried
  await change(turn, { confirmedAt: turn.now })
  await turn.audit({ action: 'stepup.enrol', entity: 'employee', entityId: String(turn.actor.id) })
  return { ok: true, recovery: await replaceRecoveryCodes(turn) }
}

/**
 * Asks for proof before a sensitive act: a code of the authenticator, or a recovery code. Whatever comes of it stays
 * counted, so the caller answers with the words and does not throw.
 */
export async function proveStepUp(turn: Turn, code: string): Promise<Proof> {
  const factor = await lockFactor(turn)
  if (factor === null || factor.confirmedAt === null) return { ok: false, words: NONE }
  const counted = countUse(factor, turn.now)
  if (counted.uses > USES_PER_HOUR) {
    await writeRefused(turn, { action: 'stepup.limit', facts: { uses: factor.uses } })
    return { ok: false, words: TOO_MANY }
  }
  const tried = await tryCode(turn, factor, code)
  if (tried.ok) await change(turn, counted)
  return tried
}

const NONE = say('尚未设置二次验证。', 'No second factor is set up yet.')
const TOO_MANY = say(
  `一小时内的敏感操作已达 ${USES_PER_HOUR} 次，请稍后再试。`,
  `${USES_PER_HOUR} sensitive acts within an hour are the most; please try again later.`,
)
const LOCKED = say(
  '验证码多次错误，已锁定 15 分钟。没有执行任何操作。',
  'Too many wrong codes; locked for 15 minutes. Nothing was done.',
)

// The row stays locked to the end of the transaction, so that of two tries at once the second sees what the first left.
async function lockFactor(turn: Turn): Promise<Factor | null> {
  const [row] = await turn.db
    .select()
    .from(secondFactors)
    .where(eq(secondFactors.employeeId, turn.actor.id))
    .for('update')
  return row ?? null
}

async function tryCode(turn: Turn, factor: Factor, typed: string): Promise<Proof> {
  if (factor.lockedUntil !== null && factor.lockedUntil > turn.now) {
    await writeRefused(turn, { action: 'stepup.locked' })
    return { ok: false, words: LOCKED }
  }
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  const right = /^\d{6}$/.test(code)
    ? await useStep(turn, factor, code)
    : factor.confirmedAt !== null && (await useRecoveryCode(turn, code))
  if (right) {
    await change(turn, { triesLeft: TRIES, lockedUntil: null })
    return { ok: true }
  }
  const left = (factor.lockedUntil === null ? factor.triesLeft : TRIES) - 1
  const lockedUntil = left > 0 ? null : new Date(turn.now.getTime() + LOCK_MS)
  await change(turn, { triesLeft: left, lockedUntil })
  await writeRefused(turn, { action: 'stepup.code', facts: { left } })
  const words = say(
    `验证码不正确或已用过，还可再试 ${left} 次。没有执行任何操作。`,
    `The code is wrong or was used before; ${left} tries are left. Nothing was done.`,
  )
  return { ok: false, words: left > 0 ? words : LOCKED }
}

async function useStep(turn: Turn, factor: Factor, code: string): Promise<boolean> {
  const secret = await turn.sealer.open(placeOf(turn), factor.secretSealed)
  const step = findStep(secret, code, turn.now)
  if (step === null || step <= factor.lastStep) return false
  await change(turn, { lastStep: step })
  return true
}

async function useRecoveryCode(turn: Turn, code: string): Promise<boolean> {
  const used = await turn.db
    .update(recoveryCodes)
    .set({ usedAt: turn.now })
    .where(
      and(
        eq(recoveryCodes.employeeId, turn.actor.id),
        inArray(recoveryCodes.codeHash, [
          ...(await turn.sealer.indexes('recovery_code', `${turn.actor.id}:${code}`)),
        ]),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id })
  if (used.length === 0) return false
  await turn.audit({ action: 'stepup.recovery', entity: 'employee', entityId: String(turn.actor.id) })
  return true
}

async function replaceRecoveryCodes(turn: Turn): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode)
  await turn.db.delete(recoveryCodes).where(eq(recoveryCodes.employeeId, turn.actor.id))
  const rows = codes.map(async (code) => ({
    id: turn.newId(),
    employeeId: turn.actor.id,
    codeHash: await turn.sealer.index('recovery_code', `${turn.actor.id}:${code}`),
  }))
  await turn.db.insert(recoveryCodes).values(await Promise.all(rows))
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}

// 248 is the largest multiple of 31 in a byte: what lies above would favour the first letters.
function makeRecoveryCode(): string {
  let code = ''
  while (code.length < RECOVERY_LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(RECOVERY_LENGTH)))
      if (byte < 248 && code.length < RECOVERY_LENGTH) code += ALPHABET[byte % ALPHABET.length]
  }
  return code
}

function countUse({ countedFrom, uses }: Factor, now: Date): Pick<Factor, 'countedFrom' | 'uses'> {
  const over = countedFrom === null || now.getTime() - countedFrom.getTime() >= HOUR_MS
  return over ? { countedFrom: now, uses: 1 } : { countedFrom, uses: uses + 1 }
}

async function change(turn: Turn, values: Partial<Factor>): Promise<void> {
  await turn.db.update(secondFactors).set(values).where(eq(secondFactors.employeeId, turn.actor.id))
}

function placeOf(turn: Turn) {
  return { table: 'second_factors', column: 'secret', row: String(turn.actor.id) }
}

/** A refusal that is answered, not thrown: what was tried, never the code. */
interface Refused {
  readonly action: string
  readonly customerId?: string
  readonly facts?: JsonObject
}

/** Writes such a refusal into the trail. */
export async function writeRefused(turn: Turn, { action, customerId, facts }: Refused): Promise<void> {
  await turn.db.insert(audit).values({
    id: turn.newId(),
    at: turn.now,
    actorId: turn.actor.id,
    action,
    result: 'refused',
    entity: customerId === undefined ? 'employee' : 'customer',
    entityId: customerId ?? String(turn.actor.id),
    customerId: customerId ?? null,
    facts: facts ?? {},
    inboundId: turn.inboundId,
  })
}
