// Queries for the gap list. Row-level security shows it to administrators; the operator's tool reads it as the service.

import { and, count, desc, eq, gte, type SQL } from 'drizzle-orm'
import type { GapKind } from '../../core/gap.ts'
import type { Database, Transaction } from '../../storage/database.ts'
import { gaps } from './schema.ts'

export type GapRow = typeof gaps.$inferSelect

/** Which gaps are meant. */
export interface GapFilter {
  readonly kind?: GapKind | undefined
  readonly since?: Date | undefined
}

/** The gaps, the newest first. */
export function listGaps(
  db: Database | Transaction,
  filter: GapFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<GapRow[]> {
  return db
    .select()
    .from(gaps)
    .where(whereOf(filter))
    .orderBy(desc(gaps.at), desc(gaps.id))
    .limit(page.limit)
    .offset(page.offset)
}

/** How many there are. */
export async function countGaps(db: Database | Transaction, filter: GapFilter): Promise<number> {
  const [counted] = await db.select({ total: count() }).from(gaps).where(whereOf(filter))
  return counted?.total ?? 0
}

function whereOf({ kind, since }: GapFilter): SQL | undefined {
  return and(
    kind === undefined ? undefined : eq(gaps.kind, kind),
    since === undefined ? undefined : gte(gaps.at, since),
  )
}
