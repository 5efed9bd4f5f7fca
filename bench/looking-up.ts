// People who look customers up by phone, one customer after the other, while something else is done to the bank.

import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Actor } from '../src/core/actor.ts'
import { parseCustomerReference } from '../src/features/customers/reference.ts'
import { findCustomers } from '../src/features/customers/store.ts'
import { rowsOf, type Store } from '../src/storage/database.ts'
import { asKeeper, inScope } from '../src/storage/scope.ts'
import type { Sealer } from '../src/storage/seal.ts'
import { turnOn } from './turn-on.ts'

const PEOPLE = 2
/** How long each looks at what was found. */
const LOOKING_MS = 5
/** Customers that are asked for, one after the other. */
const ASKED = 500

/** How look-ups went: the milliseconds of each that found its customer and opened the number, and how many did not. */
export interface LookedUp {
  readonly took: readonly number[]
  readonly failed: number
}

interface Known {
  readonly id: string
  readonly phone: string
}

/** Begins to look up; the function that it answers with ends it. */
export async function startLookingUp(
  store: Store,
  sealer: Sealer,
  actor: Actor,
): Promise<() => Promise<LookedUp>> {
  const asked = await pick(store, sealer)
  const took: number[] = []
  let failed = 0
  let over = false
  const lookAround = async (lane: number) => {
    for (let i = lane; !over; i += PEOPLE) {
      const known = asked[i % asked.length]
      if (known === undefined) throw new Error('there is nobody to ask for')
      const started = performance.now()
      const found = await lookUp(store, sealer, actor, known).catch(() => false)
      if (found) took.push(performance.now() - started)
      else failed += 1
      await wait(LOOKING_MS)
    }
  }
  const looking = Promise.all(Array.from({ length: PEOPLE }, (_, lane) => lookAround(lane)))
  return async () => {
    over = true
    await looking
    return { took, failed }
  }
}

async function lookUp(store: Store, sealer: Sealer, actor: Actor, { id, phone }: Known): Promise<boolean> {
  const found = await inScope(store.db, actor, (tx) =>
    findCustomers(turnOn(tx, actor, sealer), parseCustomerReference(phone)),
  )
  const customer = found.find((one) => one.id === id)
  const sealed = customer?.phoneSealed ?? ''
  return (await sealer.open({ table: 'customers', column: 'phone', row: id }, sealed)) === phone
}

async function pick(store: Store, sealer: Sealer): Promise<readonly Known[]> {
  const rows = await asKeeper(store.db, 'bench', async (tx) =>
    rowsOf<{ id: string; sealed: string }>(
      await tx.execute(sql`select id, phone_sealed as sealed from customers where phone_sealed is not null
        order by md5(id::text) limit ${ASKED}`),
    ),
  )
  return Promise.all(
    rows.map(async ({ id, sealed }) => ({
      id,
      phone: await sealer.open({ table: 'customers', column: 'phone', row: id }, sealed),
    })),
  )
}
