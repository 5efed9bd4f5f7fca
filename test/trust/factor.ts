// A second factor for whoever is asked, so that questions get past it: what is behind it is held against the oracle too.

import { Secret, TOTP } from 'otpauth'
import { secondFactors } from '../../src/features/step-up/schema.ts'
import type { Transaction } from '../../src/storage/database.ts'
import type { Sealer } from '../../src/storage/seal.ts'

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** The code that is right now. */
export function codeAt(now: Date): string {
  return new TOTP({ secret: Secret.fromBase32(SECRET) }).generate({ timestamp: now.getTime() })
}

/** Gives somebody a confirmed factor. In the service's scope. */
export async function plantFactor(
  tx: Transaction,
  sealer: Sealer,
  employeeId: number,
  now: Date,
): Promise<void> {
  const place = { table: 'second_factors', column: 'secret', row: String(employeeId) }
  await tx
    .insert(secondFactors)
    .values({ employeeId, secretSealed: await sealer.seal(place, SECRET), confirmedAt: now, triesLeft: 5 })
}
