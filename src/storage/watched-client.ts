// PGlite with an eye on it: each statement is told with the time it took, in transactions too.

import type { PGlite, Transaction } from '@electric-sql/pglite'
import type { Watch } from './database.ts'

type Client = PGlite | Transaction

/** The same client; `watch` hears of every query that was answered. */
export function withWatch(client: PGlite, watch: Watch): PGlite {
  return watched(client, watch)
}

function watched<C extends Client>(client: C, watch: Watch): C {
  return new Proxy(client, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property)
      if (property === 'query') return timed(target, watch)
      if (property === 'transaction' && 'transaction' in target) {
        return (work: (inner: Transaction) => Promise<unknown>) =>
          target.transaction((inner) => work(watched(inner, watch)))
      }
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function timed(client: Client, watch: Watch): PGlite['query'] {
  return async (text, parameters, options) => {
    const started = performance.now()
    try {
      return await client.query(text, parameters, options)
    } finally {
      watch(text, parameters ?? [], performance.now() - started)
    }
  }
}
