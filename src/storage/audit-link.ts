// One link of the audit chain: the exact text of an entry that is hashed, the same for the sealer and for the verifier.
// Pure; knows neither how entries are stored nor who asks.

/** An entry as the database writes it out: instants in microseconds, JSON in the database's own normal form. */
export interface AuditEntryText {
  readonly id: string
  readonly at: string
  readonly actorId: string | null
  readonly action: string
  readonly result: string
  readonly entity: string | null
  readonly entityId: string | null
  readonly customerId: string | null
  readonly facts: string
  readonly inboundId: string | null
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export type Digest = (text: string) => string | Promise<string>

/** The hash before the first link. */
export const FIRST_PREVIOUS = '0'.repeat(64)

/**
 * What the hash of a link covers. Each part stands behind its length, and null is no length at all, so that no two
 * different links give the same text.
 */
export function linkText(seq: number, previous: string, entry: AuditEntryText): string {
  return `larkspur-audit-1;${seq};${previous};${[
    entry.id,
    entry.at,
    entry.actorId,
    entry.action,
    entry.result,
    entry.entity,
    entry.entityId,
    entry.customerId,
    entry.facts,
    entry.inboundId,
  ]
    .map((part) => (part === null ? '-' : `${part.length}:${part}`))
    .join(';')}`
}

const encoder = new TextEncoder()

/** The digest of WebCrypto. */
export const webDigest = async (text: string): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))))

/** Bytes in lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Bytes of hexadecimal text. */
export function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
