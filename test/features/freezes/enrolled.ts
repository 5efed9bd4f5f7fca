// People with a second factor in a test bank, and what their authenticators show.

import { Secret, TOTP } from 'otpauth'
import { type Bank, shown } from '../../support/bank.ts'

export interface Enrolled {
  /** A code that was not used before: the clock moves on by half a minute. */
  code(): string
}

/** Sets up the second factor of somebody. */
export async function enrol(bank: Bank, who: string): Promise<Enrolled> {
  const person = bank.as(who)
  await person.says('设置二次验证')
  const card = (await person.presses(/开始设置/)).card
  const secret = (/[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/.exec(shown(card))?.[0] ?? '').replaceAll(' ', '')
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  await person.presses(/确认启用/, { code: totp.generate({ timestamp: bank.clock.now().getTime() }) })
  return {
    code: () => {
      bank.clock.advance(31_000)
      return totp.generate({ timestamp: bank.clock.now().getTime() })
    },
  }
}
