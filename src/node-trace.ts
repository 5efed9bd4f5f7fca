// A book of the newest ways through the house, kept in memory, for the demo's inside view. Node only.

import { AsyncLocalStorage } from 'node:async_hooks'
import type { Trace, TraceEntry } from './bot/trace.ts'

/** Ways that the book keeps. */
const MOST_WAYS = 500

export interface TraceBook extends Trace {
  read(inboundId: string): readonly (TraceEntry & { readonly at: Date })[]
  /** A statement that was sent, by whatever is under way. Its parameters are counted and not shown. */
  noteStatement(text: string, parameters: readonly unknown[], tookMs?: number): void
}

/** Opens an empty book. */
export function openTraceBook(now: () => Date): TraceBook {
  const ways = new Map<string, (TraceEntry & { at: Date })[]>()
  const underWay = new AsyncLocalStorage<string>()
  const note = (inboundId: string, entry: () => TraceEntry) => {
    const way = ways.get(inboundId) ?? []
    way.push({ ...entry(), at: now() })
    ways.set(inboundId, way)
    const [oldest] = ways.keys()
    if (ways.size > MOST_WAYS && oldest !== undefined) ways.delete(oldest)
  }
  return {
    note,
    during: (inboundId, work) => underWay.run(inboundId, work),
    read: (inboundId) => ways.get(inboundId) ?? [],
    noteStatement: (text, parameters, tookMs) => {
      const inboundId = underWay.getStore()
      if (inboundId === undefined) return
      const facts = { sql: text, parameters: parameters.length }
      note(inboundId, () => ({ step: 'statement', facts, ...(tookMs === undefined ? {} : { tookMs }) }))
    },
  }
}
