// Identifiers. Random ids sort by time (RFC 9562 version 7); derived ids repeat for the same input, so a retry is the same row.

// Ids of one millisecond count up, so that what was made later sorts later: RFC 9562 section 6.2, method 1.
let lastMs = 0
let counter = 0

/**
 * A new UUID version 7 for an instant; ids made one after the other by this process sort in that order.
 * @see RFC 9562 section 5.7
 */
export function newId(at: Date): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const view = new DataView(bytes.buffer)
  const ms = at.getTime()
  counter = ms === lastMs ? (counter + 1) & 0x0fff : view.getUint16(6) & 0x00ff
  lastMs = ms
  view.setUint32(0, Math.floor(ms / 0x10000))
  view.setUint16(4, ms % 0x10000)
  view.setUint16(6, counter)
  return format(bytes, 7)
}

/** The smallest id that `newId` can make for an instant: whatever was made before it sorts below. */
export function firstIdAt(at: Date): string {
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, Math.floor(at.getTime() / 0x10000))
  view.setUint16(4, at.getTime() % 0x10000)
  return format(bytes, 7)
}

/**
 * A UUID that is always the same for the same parts: the first 16 bytes of their SHA-256, as version 8.
 * The parts are length-prefixed, so ('a','bc') and ('ab','c') differ.
 * @see RFC 9562 section 5.8
 */
export async function derivedId(...parts: readonly string[]): Promise<string> {
  const text = parts.map((part) => `${part.length}:${part}`).join('')
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return format(new Uint8Array(digest).slice(0, 16), 8)
}

function format(bytes: Uint8Array, version: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16)
  view.setUint8(6, (view.getUint8(6) & 0x0f) | (version << 4))
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
