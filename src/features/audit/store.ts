// Pages of the trail of one customer, each entry held against its link of the chain. Row-level security decides who may
// read which entries: an auditor all, a supervisor those of the team's customers.

import { type SQL, sql } from 'drizzle-orm'
import type { JsonObject } from '../../../cards/kit/index.ts'
import { type DaySpan, instantsOf } from '../../core/calendar.ts'
import { ENTRY_TEXT } from '../../storage/audit-chain.ts'
import { linkText, webDigest } from '../../storage/audit-link.ts'
import { rowsOf } from '../../storage/database.ts'
import type { Turn } from '../../storage/turn.ts'
import { type Deed, EXPORTS, LOOKS } from './words.ts'

/** What is asked of the trail. */
export interface TrailQuestion {
  readonly customerId: string
  readonly deed?: Deed | undefined
  readonly period?: DaySpan | undefined
}

/** One entry, and whether it is as it was sealed; null while it waits for the sealer. */
export interface TrailEntry {
  readonly at: Date
  readonly who: string | null
  readonly action: string
  readonly refused: boolean
  readonly facts: JsonObject
  readonly intact: boolean | null
}

/** Entries of one customer, newest first. */
export async function readTrail(
  turn: Turn,
  question: TrailQuestion,
  window: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly entries: readonly TrailEntry[] }> {
  const where = toWhere(question, turn.zone)
  const [counted, rows] = await Promise.all([
    turn.db.execute(sql`select count(*)::int as total from audit a where ${where}`),
    turn.db.execute(sql`
      select (extract(epoch from a.at) * 1000)::float8 as at, p.name as who, a.action, a.result, a.facts::text as facts,
        c.seq::text as seq, encode(c.hash, 'hex') as hash, encode(c.prev_hash, 'hex') as previous, ${ENTRY_TEXT} as text
      from audit a left join employees p on p.id = a.actor_id left join audit_chain c on c.audit_id = a.id
      where ${where} order by a.at desc, a.id desc limit ${window.limit} offset ${window.offset}`),
  ])
  const [{ total } = { total: 0 }] = rowsOf<{ total: number }>(counted)
  return { total, entries: await Promise.all(rowsOf<TrailRow>(rows).map(toEntry)) }
}

interface TrailRow {
  readonly at: number
  readonly who: string | null
  readonly action: string
  readonly result: string
  readonly facts: string
  readonly seq: string | null
  readonly hash: string | null
  readonly previous: string | null
  readonly text: string
}

async function toEntry(row: TrailRow): Promise<TrailEntry> {
  const { seq, previous, hash } = row
  const intact =
    seq === null || previous === null
      ? null
      : (await webDigest(linkText(Number(seq), previous, row.text))) === hash
  return {
    at: new Date(Number(row.at)),
    who: row.who,
    action: row.action,
    refused: row.result === 'refused',
    facts: JSON.parse(row.facts) as JsonObject,
    intact,
  }
}

function toWhere({ customerId, deed, period }: TrailQuestion, zone: string): SQL {
  const parts = [sql`a.customer_id = ${customerId}`]
  const looks = sql`a.action in ${LOOKS}`
  const exports = sql`a.action in ${EXPORTS}`
  if (deed === 'looked') parts.push(looks)
  if (deed === 'exported') parts.push(exports)
  if (deed === 'changed') parts.push(sql`not (${looks} or ${exports})`)
  if (period !== undefined) {
    const { from, before } = instantsOf(period, zone)
    parts.push(
      sql`a.at >= ${from.toISOString()}::timestamptz and a.at < ${before.toISOString()}::timestamptz`,
    )
  }
  return sql.join(parts, sql` and `)
}

/** How far the chain is closed. */
export interface ChainState {
  readonly sealed: number
  readonly sealedAt: Date | null
  readonly waiting: number
}

/** Reads how far the chain is closed. */
export async function readChainState(turn: Turn): Promise<ChainState> {
  const [row] = rowsOf<{ sealed: string | null; sealedAt: number | null; waiting: number }>(
    await turn.db.execute(sql`
      select seq::text as sealed, (extract(epoch from sealed_at) * 1000)::float8 as "sealedAt",
        (select count(*)::int from audit_unsealed) as waiting
      from (select 1) one left join lateral (select * from audit_chain order by seq desc limit 1) last on true`),
  )
  return {
    sealed: Number(row?.sealed ?? 0),
    sealedAt: row?.sealedAt == null ? null : new Date(Number(row.sealedAt)),
    waiting: row?.waiting ?? 0,
  }
}
