// A turn of an employee on a transaction, as the bot opens one, for benchmarks that run a capability's queries.

import { eq } from 'drizzle-orm'
import type { Actor } from '../src/core/actor.ts'
import { employees } from '../src/features/people/schema.ts'
import { toActor } from '../src/features/people/store.ts'
import type { Store, Transaction } from '../src/storage/database.ts'
import type { Sealer } from '../src/storage/seal.ts'
import { openTurn, type Turn } from '../src/storage/turn.ts'

/** The turn of an actor who has the scope of the transaction. */
export function turnOn(tx: Transaction, actor: Actor, sealer: Sealer, inboundId = 'bench'): Turn {
  return openTurn({
    db: tx,
    sealer,
    actor,
    now: new Date(),
    zone: 'Asia/Shanghai',
    language: 'zh',
    conversation: { id: 'oc_bench', private: true },
    inboundId,
    text: '',
    confidence: 1,
  })
}

/** The employee behind an account. @throws Error where there is none */
export async function getActor(store: Store, account: string): Promise<Actor> {
  const [employee] = await store.db.select().from(employees).where(eq(employees.account, account))
  if (employee === undefined) throw new Error(`no employee ${account}`)
  return toActor(employee)
}
