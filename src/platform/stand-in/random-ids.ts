// Ids in the forms that the platform gives them. All of them are opaque to the bot.

import { randomBytes } from 'node:crypto'

/** So many random bytes in hexadecimal digits. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex')
}

/** A message id; like some of the platform's own it is no pure hexadecimal number. */
export function newMessageId(): string {
  return `om_x100b${randomHex(12)}`
}

/** The decimal nonce of a signed request. */
export function newNonce(): string {
  return String(randomBytes(4).readUInt32BE())
}
