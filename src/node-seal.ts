// Sealing on Node by its own cryptography, which answers at once: WebCrypto sends each of a look-up's few dozen bytes to
// another thread and back, and that costs more than the encryption. The ciphertexts are the same.

import { createCipheriv, createDecipheriv, createHmac, createSecretKey } from 'node:crypto'
import type { Primitives } from './storage/seal.ts'

const TAG_BYTES = 16

/** AES-256-GCM and HMAC-SHA-256 of Node. */
export const nodePrimitives: Primitives = {
  cipher: async (raw) => {
    const key = createSecretKey(raw)
    return {
      seal: (iv, additional, plain) => {
        const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
        cipher.setAAD(additional)
        return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
      },
      open: (iv, additional, sealed) => {
        const split = sealed.byteLength - TAG_BYTES
        if (split < 0) throw new RangeError('shorter than its tag')
        const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
        decipher.setAAD(additional)
        decipher.setAuthTag(sealed.subarray(split))
        return Buffer.concat([decipher.update(sealed.subarray(0, split)), decipher.final()])
      },
    }
  },
  mac: async (raw) => {
    const key = createSecretKey(raw)
    return (text) => new Uint8Array(createHmac('sha256', key).update(text).digest())
  },
}
