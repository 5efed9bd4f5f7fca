// A bank for the paths that write: a synthetic one, with the sentence that a relationship manager of it would write.

import { eq } from 'drizzle-orm'
import { loadSyntheticBank } from '../src/demo/synthetic-bank.ts'
import { customers } from '../src/features/customers/schema.ts'
import { employees } from '../src/features/people/schema.ts'
import type { Store } from '../src/storage/database.ts'
import { asKeeper } from '../src/storage/scope.ts'
import type { Sealer, SealKeys } from '../src/storage/seal.ts'

export const BENCH_KEYS: SealKeys['data'] = [{ id: 'bench', key: new Uint8Array(32).fill(1) }]

/** A relationship manager with a private chat, and a customer of hers. */
export interface Writer {
  readonly account: string
  readonly chat: string
  readonly customerId: string
  /** The customer's name. */
  readonly customer: string
  readonly sentence: string
}

/** Loads the bank. @returns its writers, each with a customer whose name nobody else of hers bears */
export async function loadWriters(store: Store, sealer: Sealer, count: number): Promise<readonly Writer[]> {
  await loadSyntheticBank({
    store,
    sealer,
    now: new Date(),
    zone: 'Asia/Shanghai',
    customers: count * 400,
    seed: 5,
  })
  return asKeeper(store.db, 'bench', async (tx) => {
    const managers = await tx.select().from(employees).where(eq(employees.role, 'rm')).limit(count)
    const writers: Writer[] = []
    for (const { id, account } of managers) {
      const own = await tx
        .select({ id: customers.id, name: customers.name, kind: customers.kind })
        .from(customers)
        .where(eq(customers.ownerId, id))
      const alone = own.find(
        ({ name, kind }) =>
          kind === 'person' &&
          [...name].length === 3 &&
          own.filter((other) => other.name.includes(name)).length === 1,
      )
      if (alone === undefined || account === null) continue
      const chat = `oc_bench_${id}`
      await tx.update(employees).set({ conversation: chat }).where(eq(employees.id, id))
      writers.push({
        account,
        chat,
        customerId: alone.id,
        customer: alone.name,
        sentence: `电话沟通，客户${alone.name}问了大额存单利率，对3年期感兴趣，约下周三下午2点来网点`,
      })
    }
    return writers
  })
}
