// Sealing of personal data, field by field: AES-256-GCM with the place of the field as additional data,
// and keyed blind indexes (HMAC-SHA-256) by which a sealed value is found again. WebCrypto, unless a platform hands in its own.

import { Fault } from '../core/errors.ts'

/** Where a sealed value stands. A ciphertext copied to another row or column does not open. */
export interface Place {
  readonly table: string
  readonly column: string
  readonly row: string
}

/** What a blind index is made of. The kind is part of its input, so equal digits differ across kinds. */
export type IndexKind =
  | 'phone'
  | 'phone_tail'
  | 'id_number'
  | 'card_number'
  | 'card_tail'
  | 'binding_code'
  | 'recovery_code'

export interface Sealer {
  /** Id of the key that seals now. */
  readonly keyId: string
  /** Ids of every key that opens, the one that seals first. */
  readonly keyIds: readonly string[]
  seal(place: Place, text: string): Promise<string>
  /** @throws Fault when the key is missing or the text was tampered with or moved */
  open(place: Place, sealed: string): Promise<string>
  /** Blind index of a value that is already in its normal form. */
  index(kind: IndexKind, value: string): Promise<Uint8Array>
  /**
   * Every form in which the index of a value may stand: the one that is written now, and, while the index key is being
   * replaced, the one under the other key. For looking up; never for writing.
   */
  indexes(kind: IndexKind, value: string): Promise<readonly Uint8Array[]>
}

/** A data key with the id that stands in every ciphertext under it. */
export interface RawKey {
  readonly id: string
  readonly key: Uint8Array
}

/**
 * Raw keys: the first seals, all open. `index` is the key of the blind indexes, apart from them; `otherIndex` is the one
 * that comes or goes while it is being replaced.
 */
export interface SealKeys {
  readonly data: readonly RawKey[]
  readonly index: Uint8Array
  readonly otherIndex?: Uint8Array
}

const IV_BYTES = 12
const INDEX_BYTES = 16
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** AES-256-GCM under one key; the tag of 16 bytes stands behind the ciphertext. `open` throws where it does not fit. */
export interface Cipher {
  seal(iv: Bytes, additional: Bytes, plain: Bytes): Promise<Uint8Array> | Uint8Array
  open(iv: Bytes, additional: Bytes, sealed: Bytes): Promise<Uint8Array> | Uint8Array
}
type Bytes = Uint8Array<ArrayBuffer>

/** What encrypts and authenticates: the web's own, or what a platform does faster. */
export interface Primitives {
  cipher(key: Bytes): Promise<Cipher>
  /** HMAC-SHA-256 under one key. */
  mac(key: Bytes): Promise<(text: Bytes) => Promise<Uint8Array> | Uint8Array>
}

/** WebCrypto, which is there wherever the bot runs. */
const webPrimitives: Primitives = {
  cipher: async (raw) => {
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
    const gcm = (iv: Bytes, additionalData: Bytes) => ({ name: 'AES-GCM', iv, additionalData })
    return {
      seal: async (iv, additional, plain) =>
        new Uint8Array(await crypto.subtle.encrypt(gcm(iv, additional), key, plain)),
      open: async (iv, additional, sealed) =>
        new Uint8Array(await crypto.subtle.decrypt(gcm(iv, additional), key, sealed)),
    }
  },
  mac: async (raw) => {
    const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    return async (text) => new Uint8Array(await crypto.subtle.sign('HMAC', key, text))
  },
}

/** Imports the keys once. */
export async function createSealer(keys: SealKeys, primitives: Primitives = webPrimitives): Promise<Sealer> {
  const [first] = keys.data
  if (first === undefined) throw new Fault('seal', 'find a data key', { retryable: false })
  const imported = new Map<string, Cipher>()
  for (const { id, key } of keys.data) imported.set(id, await primitives.cipher(copy(key)))
  const importIndex = (key: Uint8Array) => primitives.mac(copy(key))
  const indexKey = await importIndex(keys.index)
  const indexKeys = [indexKey, ...(keys.otherIndex === undefined ? [] : [await importIndex(keys.otherIndex)])]
  const current = imported.get(first.id) as Cipher
  return {
    keyId: first.id,
    keyIds: keys.data.map(({ id }) => id),
    seal: (place, text) => seal(first.id, current, place, text),
    open: (place, sealed) => open(imported, place, sealed),
    index: (kind, value) => index(indexKey, kind, value),
    indexes: (kind, value) => Promise.all(indexKeys.map((key) => index(key, kind, value))),
  }
}

async function index(
  mac: Awaited<ReturnType<Primitives['mac']>>,
  kind: IndexKind,
  value: string,
): Promise<Uint8Array> {
  return (await mac(encoder.encode(`${kind}:${value}`))).slice(0, INDEX_BYTES)
}

async function seal(keyId: string, cipher: Cipher, place: Place, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const sealed = await cipher.seal(iv, additional(place), encoder.encode(text))
  const whole = new Uint8Array(IV_BYTES + sealed.byteLength)
  whole.set(iv)
  whole.set(sealed, IV_BYTES)
  return `g1.${keyId}.${toBase64(whole)}`
}

async function open(ciphers: ReadonlyMap<string, Cipher>, place: Place, sealed: string): Promise<string> {
  const [suite, keyId = '', body = ''] = sealed.split('.')
  const cipher = ciphers.get(keyId)
  if (suite !== 'g1' || cipher === undefined)
    throw new Fault('seal', `open with key ${keyId}`, { retryable: false })
  const whole = fromBase64(body)
  try {
    const iv = whole.subarray(0, IV_BYTES)
    return decoder.decode(await cipher.open(iv, additional(place), whole.subarray(IV_BYTES)))
  } catch (cause) {
    throw new Fault('seal', `open ${place.table}.${place.column}`, { retryable: false, cause })
  }
}

// Lengths stand before the parts, so that no two places give the same bytes.
function additional({ table, column, row }: Place): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${table.length}:${table}${column.length}:${column}${row.length}:${row}`)
}

function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

// Both with each sealed field: a loop takes a tenth of what mapping each character takes.
/** Base64 of bytes. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Bytes of base64. @throws DOMException where it is none */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}
