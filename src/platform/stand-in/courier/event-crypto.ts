// Encryption and signature of what is pushed to the bot, from the platform's description alone, and on purpose
// without a line of the code that checks them on the other side: the two prove each other.

import { createCipheriv, createHash, randomBytes } from 'node:crypto'

/** Base64 of a random IV and the AES-256-CBC text under the SHA-256 of the key. */
export function encryptPayload(plain: string, encryptKey: string): string {
  const key = createHash('sha256').update(encryptKey, 'utf8').digest()
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
}

/** Hex of the SHA-256 over timestamp, nonce, key and the body as it is sent. */
export function signBody(signed: {
  timestamp: string
  nonce: string
  encryptKey: string
  body: string
}): string {
  return createHash('sha256')
    .update(signed.timestamp + signed.nonce + signed.encryptKey, 'utf8')
    .update(signed.body, 'utf8')
    .digest('hex')
}
