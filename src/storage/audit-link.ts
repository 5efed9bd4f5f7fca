// One link of the audit chain: the exact text of an entry that is hashed, the same for the sealer and for the verifier.
// Pure; knows neither how entries are stored nor who asks.

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export type Digest = (text: string) => string | Promise<string>

/** The hash before the first link. */
export const FIRST_PREVIOUS = '0'.repeat(64)

/**
 * What the hash of a link covers: its number, the hash before it and the entry as one JSON array in the database's own
 * normal form. Number and hash cannot hold a semicolon and JSON quotes what it holds, so no two different links give
 * the same text.
 */
export function linkText(seq: number, previous: string, entry: string): string {
  return `larkspur-audit-1;${seq};${previous};${entry}`
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
