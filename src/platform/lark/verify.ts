// Whether a request was signed by the platform, and lately. Looks at headers and raw bytes only, before anything is read.

import { isSignature } from './crypto.ts'
import { LIMITS } from './limits.ts'

/** Where header values come from; `Headers` is one. */
export interface HeaderSource {
  get(name: string): string | null
}

/** Why a signature does not hold. */
export type SignatureFault = 'unsigned' | 'bad_timestamp' | 'stale' | 'bad_signature'

interface SignatureHeaders {
  readonly timestamp: string | null
  readonly nonce: string | null
  readonly signature: string | null
}

const TIMESTAMP = /^\d{10}$/
// Two copies of a header arrive joined by a comma and a blank, and fail here.
const NONCE = /^[\x21-\x2b\x2d-\x7e]{1,64}$/

/** The three headers of a signature. */
export function readSignatureHeaders(headers: HeaderSource): SignatureHeaders {
  return {
    timestamp: headers.get('x-lark-request-timestamp'),
    nonce: headers.get('x-lark-request-nonce'),
    signature: headers.get('x-lark-signature'),
  }
}

/** Whether a request bears no trace of a signature, as the check of a new request address does. */
export function isUnsigned({ timestamp, nonce, signature }: SignatureHeaders): boolean {
  return timestamp === null && nonce === null && signature === null
}

/**
 * Checks a signature over the bytes as they came.
 * The platform glues timestamp and nonce together without a separator, so digits can be moved between them under the
 * same signature: ten digits exactly, and a window on both sides, leave one reading only.
 * @returns null where it holds
 */
export function findSignatureFault(
  body: Uint8Array,
  { timestamp, nonce, signature }: SignatureHeaders,
  { encryptKey, now }: { readonly encryptKey: string; readonly now: Date },
): SignatureFault | null {
  if (!timestamp || !nonce || !signature || !NONCE.test(nonce)) return 'unsigned'
  if (!TIMESTAMP.test(timestamp)) return 'bad_timestamp'
  const signedAgoMs = now.getTime() - Number(timestamp) * 1000
  if (signedAgoMs > LIMITS.signedAgoMs || signedAgoMs < -LIMITS.clockSkewMs) return 'stale'
  return isSignature(signature, body, { timestamp, nonce, encryptKey }) ? null : 'bad_signature'
}
