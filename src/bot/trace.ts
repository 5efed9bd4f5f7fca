// The port by which somebody may watch the way a message takes through the house. Personal data is given as the log
// would show it.

export interface TraceEntry {
  readonly step: 'received' | 'understood' | 'scope' | 'statement' | 'outcome' | 'sent'
  readonly facts: { readonly [name: string]: unknown }
  readonly tookMs?: number
}

export interface Trace {
  /** The entry is made only where somebody watches. */
  note(inboundId: string, entry: () => TraceEntry): void
  /** Runs work; statements that it sends belong to the inbound. */
  during<R>(inboundId: string, work: () => Promise<R>): Promise<R>
}

/** Nobody watches. */
export const noTrace: Trace = { note: () => undefined, during: (_inboundId, work) => work() }
