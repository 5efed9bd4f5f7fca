// Sealing of personal data, field by field: AES-256-GCM with the place of the field as additional data,
// and keyed blind indexes (HMAC-SHA-256) by which a sealed value is found again. WebCrypto only.

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

/** Imports the keys once. */
export async function createSealer(keys: SealKeys): Promise<Sealer> {
  const [first] = keys.data
  if (first === undefined) throw new Fault('seal', 'find a data key', { retryable: false })
  const imported = new Map<string, CryptoKey>()
  for (const { id, key } of keys.data) imported.set(id, await importData(key))
  const indexKey = await importIndex(keys.index)
  const indexKeys = [indexKey, ...(keys.otherIndex === undefined ? [] : [await importIndex(keys.otherIndex)])]
  const current = imported.get(first.id) as CryptoKey
  return {
    keyId: first.id,
    keyIds: keys.data.map(({ id }) => id),
    seal: (place, text) => seal(first.id, current, place, text),
    open: (place, sealed) => open(imported, place, sealed),
    index: (kind, value) => index(indexKey, kind, value),
    indexes: (kind, value) => Promise.all(indexKeys.map((key) => index(key, kind, value))),
  }
}

function importIndex(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', copy(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

async function index(key: CryptoKey, kind: IndexKind, value: string): Promise<Uint8Array> {
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`${kind}:${value}`))
  return new Uint8Array(mac, 0, INDEX_BYTES)
}

async function seal(keyId: string, key: CryptoKey, place: Place, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: additional(place) },
    key,
    encoder.encode(text),
  )
  const whole = new Uint8Array(IV_BYTES + sealed.byteLength)
  whole.set(iv)
  whole.set(new Uint8Array(sealed), IV_BYTES)
  return `g1.${keyId}.${toBase64(whole)}`
}

async function open(keys: ReadonlyMap<string, CryptoKey>, place: Place, sealed: string): Promise<string> {
  const [suite, keyId = '', body = ''] = sealed.split('.')
  const key = keys.get(keyId)
  if (suite !== 'g1' || key === undefined)
    throw new Fault('seal', `open with key ${keyId}`, { retryable: false })
  const whole = fromBase64(body)
  try {
    const iv = whole.subarray(0, IV_BYTES)
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: additional(place) },
      key,
      whole.subarray(IV_BYTES),
    )
    return decoder.decode(plain)
  } catch (cause) {
    throw new Fault('seal', `open ${place.table}.${place.column}`, { retryable: false, cause })
  }
}

// Lengths stand before the parts, so that no two places give the same bytes.
function additional({ table, column, row }: Place): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${table.length}:${table}${column.length}:${column}${row.length}:${row}`)
}

function importData(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', copy(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

/** Base64 of bytes. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** Bytes of base64. @throws DOMException where it is none */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
