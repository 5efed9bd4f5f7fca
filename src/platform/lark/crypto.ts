// The platform's envelope in terms of ciphers: AES-256-CBC under the hash of the encrypt key, and the body's signature.
// node:crypto exists on Workers too and is faster here than WebCrypto, because its calls are synchronous.

import { Buffer } from 'node:buffer'
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

const CIPHER = 'aes-256-cbc'
const IV_BYTES = 16
const HEX_DIGEST = /^[0-9a-f]{64}$/

/**
 * The cipher's key for an encrypt key as the developer console shows it.
 * A key object, because importing the bytes anew for each message costs three times the decryption itself.
 */
export function toCipherKey(encryptKey: string): KeyObject {
  return createSecretKey(createHash('sha256').update(encryptKey, 'utf8').digest())
}

/** Plain text of an `encrypt` field; null where it is no cipher text under this key. */
export function decrypt(encrypted: string, cipherKey: KeyObject): string | null {
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length <= IV_BYTES || bytes.length % IV_BYTES !== 0) return null
  try {
    const decipher = createDecipheriv(CIPHER, cipherKey, bytes.subarray(0, IV_BYTES))
    const head = decipher.update(bytes.subarray(IV_BYTES))
    return Buffer.concat([head, decipher.final()]).toString('utf8')
  } catch {
    // Wrong padding is all that can happen here, and it must not be told apart from any other fault.
    return null
  }
}

/** An `encrypt` field for a plain text: what the platform does before it sends. */
export function encrypt(plain: string, cipherKey: KeyObject): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, cipherKey, iv)
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
}

/** What a request is signed over, besides its body. */
export interface Signed {
  readonly timestamp: string
  readonly nonce: string
  readonly encryptKey: string
}

/** SHA-256 over timestamp, nonce, encrypt key and the body as it came, byte for byte. */
export function sign(body: Uint8Array, { timestamp, nonce, encryptKey }: Signed): Buffer {
  return createHash('sha256')
    .update(timestamp + nonce + encryptKey, 'utf8')
    .update(body)
    .digest()
}

/** Whether a lower-case hex signature is the one of this body; takes as long for a near miss as for a far one. */
export function isSignature(signature: string, body: Uint8Array, signed: Signed): boolean {
  return HEX_DIGEST.test(signature) && timingSafeEqual(Buffer.from(signature, 'hex'), sign(body, signed))
}

/** Whether two secrets are equal, in a time that tells at most whether their lengths are. */
export function isSameSecret(given: string, expected: string): boolean {
  const left = Buffer.from(given, 'utf8')
  const right = Buffer.from(expected, 'utf8')
  return left.length === right.length && timingSafeEqual(left, right)
}
