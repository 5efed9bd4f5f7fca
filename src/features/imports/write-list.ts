// Writes the good rows of a list in one go, and takes the whole batch back. The rows that were left out go back as a
// file with the reason beside each.

import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Undoer } from '../../core/capability.ts'
import { Refusal } from '../../core/errors.ts'
import { derivedId } from '../../core/ids.ts'
import type { UndoStep } from '../../core/outcome.ts'
import { outbox } from '../../storage/plumbing-schema.ts'
import { receiverKey, type Turn } from '../../storage/turn.ts'
import { nameKeys } from '../customers/index.ts'
import { customerNames, customers } from '../customers/schema.ts'
import { toSpreadsheet } from '../spreadsheet.ts'
import type { GoodRow, LeftOut } from './check-list.ts'
import { HEADER } from './template.ts'

/** Rows of one statement. */
const BATCH = 500

/** Writes the rows as customers of whoever imports. @returns the step that takes all of them back */
export async function writeList(turn: Turn, rows: readonly GoodRow[]): Promise<readonly UndoStep[]> {
  const { id: ownerId, teamId, branchId } = turn.actor
  if (teamId === null || branchId === null) throw new Refusal('forbidden')
  const owned = { ownerId, teamId, branchId }
  const made = await Promise.all(rows.map((row) => toRow(turn, row, owned)))
  for (let from = 0; from < made.length; from += BATCH) {
    const batch = made.slice(from, from + BATCH)
    await turn.db.insert(customers).values(batch)
    await turn.db
      .insert(customerNames)
      .values(
        batch.flatMap(({ id, name }) => nameKeys(name).map((key) => ({ customerId: id, key, ...owned }))),
      )
  }
  const batchId = turn.newId()
  await turn.audit({
    action: 'customer.import',
    entity: 'import',
    entityId: batchId,
    facts: { customers: made.length },
  })
  return [{ entity: 'import', id: batchId, version: 1, before: { customers: made.map(({ id }) => id) } }]
}

async function toRow(
  turn: Turn,
  { name, phone, phoneIndex, source }: GoodRow,
  owned: { ownerId: number; teamId: number; branchId: number },
) {
  const id = turn.newId()
  const [phoneSealed, phoneTailIndex] = await Promise.all([
    turn.sealer.seal({ table: 'customers', column: 'phone', row: id }, phone),
    turn.sealer.index('phone_tail', phone.slice(-4)),
  ])
  return {
    id,
    name,
    source: source === '' ? null : source,
    phoneSealed,
    phoneIndex,
    phoneTailIndex,
    ...owned,
    createdAt: turn.now,
  }
}

const Before = z.object({ customers: z.array(z.uuid()) })

/** Takes a whole list back, as long as nobody has touched any of its customers. */
export const undoImport: Undoer<Turn> = async (turn, { id, before }) => {
  const { customers: ids } = Before.parse(before)
  const removed = await turn.db
    .delete(customers)
    .where(and(inArray(customers.id, ids), eq(customers.version, 1)))
    .returning({ id: customers.id })
  if (removed.length !== ids.length) throw new Refusal('stale')
  await turn.audit({ action: 'customer.import.undo', entity: 'import', entityId: id })
}

/** Sends the rows that were left out, each with its reason, as a file that can be corrected and sent again (S27). */
export async function sendLeftOut(turn: Turn, leftOut: readonly LeftOut[]): Promise<void> {
  const language = turn.language
  const lines = leftOut.map(({ row: { name, phone, source }, reason }) => [
    name,
    phone,
    source,
    reason[language],
  ])
  // Rows hold numbers: whatever the chat in which the list was dropped, they go back in private.
  const receiver = { to: 'account', id: turn.actor.account } as const
  await turn.db.insert(outbox).values({
    id: await derivedId('post', turn.inboundId, 'left-out'),
    employeeId: turn.actor.id,
    receiver: receiverKey(receiver),
    receiverKind: receiver.to,
    receiverId: receiver.id,
    fileName: '未导入的行.csv',
    fileBytes: toSpreadsheet([[...HEADER, '原因'], ...lines]),
    inboundId: turn.inboundId,
    dueAt: turn.now,
    createdAt: turn.now,
  })
}
