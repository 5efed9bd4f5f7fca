// The barest door: checks the signature and decrypts, nothing else.

import { createDecipheriv, createHash } from 'node:crypto'
import { DOOR } from '../signed-events.ts'

const key = createHash('sha256').update(DOOR.encryptKey).digest()

/** The plain text of a signed body. @throws Error where the signature does not fit */
export function openBody(body: Buffer, header: (name: string) => unknown): string {
  const signed = createHash('sha256')
    .update(`${header('x-lark-request-timestamp')}${header('x-lark-request-nonce')}${DOOR.encryptKey}`)
    .update(body)
    .digest('hex')
  if (signed !== header('x-lark-signature')) throw new Error('forged')
  const whole = Buffer.from((JSON.parse(body.toString()) as { encrypt: string }).encrypt, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, whole.subarray(0, 16))
  return Buffer.concat([decipher.update(whole.subarray(16)), decipher.final()]).toString()
}
