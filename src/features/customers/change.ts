// Every change of a customer goes this way: numbers are sealed, the keys of the name follow it, the version moves on,
// and what was there before is handed back for undo.

import { and, eq } from 'drizzle-orm'
import type { JsonObject } from '../../../cards/kit/index.ts'
import type { Undoer } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import type { UndoStep } from '../../core/outcome.ts'
import { nextVersion, type Turn } from '../../storage/turn.ts'
import type { FieldName, FieldValues } from './fields.ts'
import { openPhone } from './find-one.ts'
import { nameKeys } from './name-keys.ts'
import { customerNames, customers } from './schema.ts'
import { type Customer, findCustomer } from './store.ts'

/** What is set on a customer. */
export type CustomerValues = FieldValues & { readonly tags?: readonly string[] }

/** A customer after a change, with the step that takes it back. */
export interface Changed {
  readonly customer: Customer
  readonly undo: readonly UndoStep[]
}

/** Adds a customer who belongs to the person that asks for it. */
export async function addCustomer(
  turn: Turn,
  values: CustomerValues & { readonly name: string },
  kind: Customer['kind'],
): Promise<Changed> {
  const { id: ownerId, teamId, branchId } = turn.actor
  if (teamId === null || branchId === null) throw new Refusal('forbidden')
  const id = turn.newId()
  const [customer] = await turn.db
    .insert(customers)
    .values({
      id,
      kind,
      name: values.name,
      ownerId,
      teamId,
      branchId,
      createdAt: turn.now,
      ...(await toColumns(turn, id, values)),
    })
    .returning()
  if (customer === undefined) throw new Refusal('forbidden')
  await Promise.all([
    writeNameKeys(turn, customer),
    turn.audit({
      action: 'customer.create',
      entity: 'customer',
      entityId: id,
      customerId: id,
      facts: { fields: Object.keys(values) },
    }),
  ])
  return { customer, undo: [{ entity: 'customer', id, version: customer.version, before: null }] }
}

/**
 * Changes a customer.
 * @throws Refusal stale where somebody else changed the customer meanwhile
 */
export async function changeCustomer(
  turn: Turn,
  customer: Customer,
  values: CustomerValues,
): Promise<Changed> {
  const before = await valuesOf(turn, customer, Object.keys(values))
  const changed = await writeValues(turn, customer.id, customer.version, values)
  await turn.audit({
    action: 'customer.update',
    entity: 'customer',
    entityId: customer.id,
    customerId: customer.id,
    facts: { fields: Object.keys(values) },
  })
  return {
    customer: changed,
    undo: [{ entity: 'customer', id: customer.id, version: changed.version, before }],
  }
}

/** Takes back a change, or the adding of a customer with whom nothing was done since. */
export const undoCustomer: Undoer<Turn> = async (turn, { id, version, before }) => {
  if (before === null) await removeCustomer(turn, id, version)
  else await writeValues(turn, id, version, before as CustomerValues)
  await turn.audit({ action: 'customer.undo', entity: 'customer', entityId: id, customerId: id })
}

async function removeCustomer(turn: Turn, id: string, version: number): Promise<void> {
  const removed = await turn.db
    .delete(customers)
    .where(and(eq(customers.id, id), eq(customers.version, version)))
    .returning({ id: customers.id })
    .catch(refuseWhereUsed)
  if (removed.length === 0) throw new Refusal('stale')
}

// A follow-up, a task or a sale holds the customer by a foreign key: then there is something to lose.
function refuseWhereUsed(error: unknown): never {
  if (hasCode(error, FOREIGN_KEY_VIOLATION)) throw new Refusal('stale')
  throw error
}

const FOREIGN_KEY_VIOLATION = '23503'

function hasCode(error: unknown, code: string): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === code) || hasCode(error.cause, code)
}

async function writeValues(
  turn: Turn,
  id: string,
  version: number,
  values: CustomerValues,
): Promise<Customer> {
  const [changed] = await turn.db
    .update(customers)
    .set({ ...(await toColumns(turn, id, values)), version: nextVersion(customers.version) })
    .where(and(eq(customers.id, id), eq(customers.version, version)))
    .returning()
  if (changed === undefined)
    throw new Refusal((await findCustomer(turn, id)) === null ? 'not_found' : 'stale')
  if ('name' in values || 'contactName' in values) await rewriteNameKeys(turn, changed)
  return changed
}

async function rewriteNameKeys(turn: Turn, customer: Customer): Promise<void> {
  await turn.db.delete(customerNames).where(eq(customerNames.customerId, customer.id))
  await writeNameKeys(turn, customer)
}

async function writeNameKeys(
  turn: Turn,
  { id, name, contactName, ownerId, teamId, branchId }: Customer,
): Promise<void> {
  const keys = new Set([...nameKeys(name), ...(contactName === null ? [] : nameKeys(contactName))])
  await turn.db
    .insert(customerNames)
    .values([...keys].map((key) => ({ customerId: id, key, ownerId, teamId, branchId })))
}

/** The kept values of a customer, numbers opened. */
export async function valuesOf(
  turn: Turn,
  customer: Customer,
  wanted: readonly string[],
): Promise<JsonObject> {
  const [phone, email] = await Promise.all([openPhone(turn, customer), openEmail(turn, customer)])
  const all: Record<FieldName | 'tags', string | readonly string[] | null> = {
    name: customer.name,
    gender: customer.gender,
    phone,
    email,
    company: customer.company,
    contactName: customer.contactName,
    occupation: customer.occupation,
    income: customer.incomeFen?.toString() ?? null,
    address: customer.address,
    city: customer.city,
    birthday: customer.birthday,
    risk: customer.risk,
    level: customer.level,
    source: customer.source,
    tags: customer.tags,
  }
  return Object.fromEntries(Object.entries(all).filter(([field]) => wanted.includes(field)))
}

async function openEmail(turn: Turn, { id, emailSealed }: Customer): Promise<string | null> {
  return emailSealed === null
    ? null
    : turn.sealer.open({ table: 'customers', column: 'email', row: id }, emailSealed)
}

type Columns = Partial<typeof customers.$inferInsert>

async function toColumns(turn: Turn, id: string, values: CustomerValues): Promise<Columns> {
  const { phone, email, income, gender, name, tags, ...plain } = values
  return {
    ...plain,
    ...(typeof name === 'string' ? { name } : {}),
    ...(tags === undefined ? {} : { tags: [...tags] }),
    ...(gender === undefined
      ? {}
      : { gender: gender === null ? null : gender === 'male' ? 'male' : 'female' }),
    ...(income === undefined ? {} : { incomeFen: income === null ? null : BigInt(income) }),
    ...(phone === undefined ? {} : await toPhoneColumns(turn, id, phone)),
    ...(email === undefined
      ? {}
      : {
          emailSealed:
            email === null
              ? null
              : await turn.sealer.seal({ table: 'customers', column: 'email', row: id }, email),
        }),
  }
}

async function toPhoneColumns({ sealer }: Turn, id: string, phone: string | null): Promise<Columns> {
  if (phone === null) return { phoneSealed: null, phoneIndex: null, phoneTailIndex: null }
  const [phoneSealed, phoneIndex, phoneTailIndex] = await Promise.all([
    sealer.seal({ table: 'customers', column: 'phone', row: id }, phone),
    sealer.index('phone', phone),
    sealer.index('phone_tail', phone.slice(-4)),
  ])
  return { phoneSealed, phoneIndex, phoneTailIndex }
}
