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
