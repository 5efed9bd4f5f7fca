// Time-based one-time codes (RFC 6238): six digits that change every half-minute, as every authenticator shows them.

import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30
const SECRET_BYTES = 20
/** A code is taken half a minute before and after its own, for clocks that differ and people who type slowly. */
const WINDOW = 1

/** A new secret, in base32. */
export function makeSecret(): string {
  return new Secret({ buffer: crypto.getRandomValues(new Uint8Array(SECRET_BYTES)).buffer }).base32
}

/** The number of the half-minute that a code belongs to; null where it belongs to none near now. */
export function findStep(secret: string, code: string, now: Date): number | null {
  const delta = open(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta
}

/** The address by which an authenticator on the same device takes the secret over. */
export function toAddress(secret: string, label: string): string {
  return open(secret, label).toString()
}

function open(secret: string, label = 'Larkspur'): TOTP {
  return new TOTP({
    issuer: 'Larkspur',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  })
}
