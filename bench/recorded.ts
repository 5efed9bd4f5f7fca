// Statements that our code sent, to be sent again by hand: the same texts and parameters, with ids of their own.

/** A statement as it was sent. */
export interface Recorded {
  readonly text: string
  readonly parameters: readonly unknown[]
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Ids that must stay as they are, because the rows they name are there. */
export type Kept = ReadonlySet<string>

/** The recording with fresh ids: every id that is not kept becomes another, the same one wherever it stands. */
export function refreshed(
  recording: readonly Recorded[],
  kept: Kept,
  inboundId: string,
  fresh: string,
): readonly Recorded[] {
  const renamed = new Map<string, string>([[inboundId, fresh]])
  const rename = (value: unknown): unknown => {
    if (typeof value !== 'string' || kept.has(value)) return value
    if (value === inboundId) return fresh
    if (!UUID.test(value)) return value
    const name = renamed.get(value) ?? crypto.randomUUID()
    renamed.set(value, name)
    return name
  }
  return recording.map(({ text, parameters }) => ({ text, parameters: parameters.map(rename) }))
}
