// Takes everything away that a person may not see, inside a transaction that is rolled back: whatever the bot then
// answers differently, it had told about hidden rows.

import { sql } from 'drizzle-orm'
import type { Transaction } from '../../src/storage/database.ts'
import { type Bank, type Owned, type Person, sees } from './oracle.ts'

/** Removes the hidden rows. A hidden customer whom a visible row names stays, with nothing left of what it was. */
export async function removeHidden(tx: Transaction, bank: Bank, who: Person): Promise<void> {
  await tx.execute(sql`select set_config('role', 'larkspur_keeper', true)`)
  const named = new Set(
    [
      ...bank.tasks.filter((task) => sees.task(who, task)),
      ...bank.tickets.filter((ticket) => sees.ticket(who, ticket)),
    ].flatMap(({ customer }) => (customer === null ? [] : [customer])),
  )
  const tickets = hidden(bank.tickets, (row) => sees.ticket(who, row))
  const customers = hidden(bank.customers, (row) => sees.customer(who, row))
  await tx.execute(sql`delete from approvals where ticket_id = any (${asArray(tickets)}::uuid[])`)
  for (const [table, ids] of [
    ['tickets', tickets],
    ['tasks', hidden(bank.tasks, (row) => sees.task(who, row))],
    ['follow_ups', hidden(bank.notes, (row) => sees.note(who, row))],
    ['opportunities', hidden(bank.sales, (row) => sees.sale(who, row))],
    ['holdings', hidden(bank.holdings, (row) => sees.holding(who, row))],
    ['customers', customers.filter((id) => !named.has(id))],
  ] as const)
    await tx.execute(sql`delete from ${sql.raw(table)} where id = any (${asArray(ids)}::uuid[])`)
  const kept = asArray(customers.filter((id) => named.has(id)))
  await tx.execute(sql`update customers set name = '无', phone_sealed = null, phone_index = null, phone_tail_index = null,
    card_tail_index = null, tags = '{}', city = null, birthday = null, level = null, version = version + 7
    where id = any (${kept}::uuid[])`)
  await tx.execute(sql`delete from customer_names where customer_id = any (${kept}::uuid[])`)
}

function hidden<Row extends Owned>(rows: readonly Row[], seen: (row: Row) => boolean): readonly string[] {
  return rows.filter((row) => !seen(row)).map(({ id }) => id)
}

const asArray = (ids: readonly string[]) => `{${ids.join(',')}}`
