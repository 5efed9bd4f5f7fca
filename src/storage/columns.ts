// Column types that several tables share.

import { customType, timestamp } from 'drizzle-orm/pg-core'

/** Bytes, as they come from both database clients. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => new Uint8Array(value),
})

/** Text compared byte by byte, so that a prefix is a range that an index serves under any policy. */
export const plainOrderText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

/** Money in fen. */
export const fen = customType<{ data: bigint; driverData: string | number | bigint }>({
  dataType: () => 'bigint',
  fromDriver: (value) => BigInt(value),
  toDriver: (value) => value.toString(),
})

/** An instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
