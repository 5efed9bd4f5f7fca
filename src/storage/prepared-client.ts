// postgres.js parses and plans every statement that drizzle hands it anew; this client has each prepared once for a
// connection. A plan that depends on row-level security is made again by the server when the role changes.

import type { Sql, TransactionSql } from 'postgres'

type Client = Sql | TransactionSql

/** The same client, with every statement prepared under a name of its own. */
export function withPreparedStatements(client: Sql): Sql {
  return prepared(client)
}

function prepared<C extends Client>(client: C): C {
  return new Proxy(client, {
    get(target, property, receiver) {
      const value: unknown = Reflect.get(target, property, receiver)
      if (property === 'unsafe') {
        return (query: string, params?: never[], options?: object) =>
          target.unsafe(query, params, { ...options, prepare: true })
      }
      if (property === 'begin' || property === 'savepoint') return nested(target, value as Nested)
      return value
    },
  })
}

type Nested = (...args: readonly unknown[]) => unknown

/** `begin` and `savepoint` hand a client of their own to their last argument. */
function nested(target: Client, open: Nested): Nested {
  return (...args) => {
    const work = args.at(-1) as (inner: TransactionSql) => unknown
    return open.call(target, ...args.slice(0, -1), (inner: TransactionSql) => work(prepared(inner)))
  }
}
