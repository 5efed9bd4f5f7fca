// One-time codes by which a chat account is bound to an employee: issued by an administrator, tried five times at most,
// used once, gone after ten minutes. Only the code's keyed hash is kept. Works in the service's scope.

import { and, eq, gt, or, sql } from 'drizzle-orm'
import type { Account } from '../../core/actor.ts'
import type { Transaction } from '../../storage/database.ts'
import { type Sealer, toBase64 } from '../../storage/seal.ts'
import { bindingCodes, employees } from './schema.ts'
import type { Employee } from './store.ts'

const CODE_MS = 10 * 60_000
const TRIES = 5
/** Characters that are not taken for one another; 31 of them, so eight are some 40 bits. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 8

/** A code for an employee; an earlier one is void. */
export async function issueBindingCode(
  tx: Transaction,
  sealer: Sealer,
  employee: Employee,
  now: Date,
): Promise<string> {
  const code = makeCode()
  const row = {
    codeHash: toBase64(await sealer.index('binding_code', codeText(employee.id, code))),
    triesLeft: TRIES,
    expiresAt: new Date(now.getTime() + CODE_MS),
  }
  await tx
    .insert(bindingCodes)
    .values({ employeeId: employee.id, ...row })
    .onConflictDoUpdate({ target: bindingCodes.employeeId, set: row })
  return code
}

/** A try to bind an account. */
export interface BindingTry {
  readonly number: string
  readonly code: string
  readonly account: Account
}

/** How a try ended; `employee` is missing where the number is nobody's. */
export type BindingResult =
  | { readonly bound: true; readonly employee: Employee }
  | { readonly bound: false; readonly employee: Employee | null }

/** Tries a code. Every try of an open code counts, whatever came of it. */
export async function tryBinding(
  tx: Transaction,
  sealer: Sealer,
  tried: BindingTry,
  now: Date,
): Promise<BindingResult> {
  const [employee] = await tx
    .select()
    .from(employees)
    .where(and(eq(employees.number, tried.number.trim()), eq(employees.status, 'active')))
  if (employee === undefined) return { bound: false, employee: null }
  const hashes = await hashesOf(sealer, employee.id, tried.code)
  const [open] = await tx
    .update(bindingCodes)
    .set({ triesLeft: sql`${bindingCodes.triesLeft} - 1` })
    .where(
      and(
        eq(bindingCodes.employeeId, employee.id),
        gt(bindingCodes.triesLeft, 0),
        gt(bindingCodes.expiresAt, now),
      ),
    )
    .returning({ codeHash: bindingCodes.codeHash })
  if (
    open === undefined ||
    !hashes.includes(open.codeHash) ||
    (await isTaken(tx, tried.account, employee.id))
  )
    return { bound: false, employee }
  await tx.delete(bindingCodes).where(eq(bindingCodes.employeeId, employee.id))
  const { account, unionAccount = null, userAccount = null } = tried.account
  await tx
    .update(employees)
    .set({ account, unionAccount, userAccount, conversation: null })
    .where(eq(employees.id, employee.id))
  return { bound: true, employee }
}

/** Whether the account belongs to somebody else, for instance a frozen employee. */
async function isTaken(
  tx: Transaction,
  { account, unionAccount, userAccount }: Account,
  employeeId: number,
): Promise<boolean> {
  const rows = await tx
    .select({ id: employees.id })
    .from(employees)
    .where(
      or(
        eq(employees.account, account),
        unionAccount === undefined ? undefined : eq(employees.unionAccount, unionAccount),
        userAccount === undefined ? undefined : eq(employees.userAccount, userAccount),
      ),
    )
  return rows.some(({ id }) => id !== employeeId)
}

/** Both forms while the index key is replaced: a code lives longer than a step of that. */
async function hashesOf(sealer: Sealer, employeeId: number, code: string): Promise<readonly string[]> {
  return (await sealer.indexes('binding_code', codeText(employeeId, code))).map(toBase64)
}

function codeText(employeeId: number, code: string): string {
  return `${employeeId}:${code.replace(/[\s-]/g, '').toUpperCase()}`
}

function makeCode(): string {
  let code = ''
  // Bytes from 248 on are thrown away, so that every character is as likely as another.
  while (code.length < CODE_LENGTH) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < ALPHABET.length * 8) code += ALPHABET[byte % ALPHABET.length]
  }
  return code
}
