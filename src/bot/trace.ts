// The way a message took through the house, for whoever watches. Personal data is given as the log would show it.

export interface TraceEntry {
  readonly step: 'received' | 'understood' | 'scope' | 'statement' | 'outcome' | 'sent'
  readonly facts: { readonly [name: string]: unknown }
  readonly tookMs?: number
}

export interface Trace {
  note(inboundId: string, entry: TraceEntry): void
}

/** Nobody watches. */
export const noTrace: Trace = { note: () => undefined }

/** A book of the newest ways, kept in memory. */
export interface TraceBook extends Trace {
  read(inboundId: string): readonly (TraceEntry & { readonly at: Date })[]
}

/** Opens a book that keeps the ways of so many inbounds. */
export function openTraceBook(now: () => Date, most = 500): TraceBook {
  const ways = new Map<string, (TraceEntry & { at: Date })[]>()
  return {
    note: (inboundId, entry) => {
      const way = ways.get(inboundId) ?? []
      way.push({ ...entry, at: now() })
      ways.set(inboundId, way)
      const [oldest] = ways.keys()
      if (ways.size > most && oldest !== undefined) ways.delete(oldest)
    },
    read: (inboundId) => ways.get(inboundId) ?? [],
  }
}
