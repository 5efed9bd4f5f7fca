// Without its keys the service does not start: nothing of the wall is a setting that can be left out.

import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { systemClock } from '../../src/core/clock.ts'
import { openDoor } from '../../src/platform/lark/door.ts'

const WHOLE = {
  LARK_APP_ID: 'cli_0123456789abcdef',
  LARK_APP_SECRET: 's',
  LARK_ENCRYPT_KEY: 'e',
  LARK_VERIFICATION_TOKEN: 't',
  PII_KEYS: `a:${btoa('k'.repeat(32))}`,
}

describe('the service', () => {
  it('reads a whole environment', () => {
    expect(readConfig(WHOLE)).toMatchObject({ ok: true, value: { mode: 'service' } })
  })

  it.each(['LARK_APP_SECRET', 'LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN', 'PII_KEYS'])(
    'names %s where it is missing or empty',
    (setting) => {
      for (const value of [undefined, '']) {
        const read = readConfig({ ...WHOLE, [setting]: value })
        expect(read).toMatchObject({ ok: false, reason: [{ setting }] })
      }
    },
  )

  it.each(['a', 'a:', 'a:AAAA', `a:${btoa('k'.repeat(16))}`, ':', 'a:!!!'])(
    'takes no key like %s',
    (keys) => {
      expect(readConfig({ ...WHOLE, PII_KEYS: keys }).ok).toBe(false)
    },
  )

  it('opens no door without keys', () => {
    const whole = { appId: 'cli_x', encryptKey: 'e', verificationToken: 't', clock: systemClock }
    expect(() => openDoor({ ...whole, encryptKey: '' })).toThrow()
    expect(() => openDoor({ ...whole, verificationToken: '' })).toThrow()
  })
})
