// A signature holds in one written form only: what the platform never writes is refused, even where it is signed rightly.
// A request with two copies of a header arrives as one header with a comma in it.

import { describe, expect, it } from 'vitest'
import { NOW_SECONDS } from '../platform/lark/fixtures/app.ts'
import { events } from '../platform/lark/fixtures/events.ts'
import { receive, seal, signed } from '../platform/lark/fixtures/letter.ts'

const body = seal(events.text)

describe('a rightly signed letter', () => {
  it('is let in as the platform writes it', () => {
    expect(receive(signed(body))).toMatchObject({ kind: 'inbound' })
  })

  it.each([`0${NOW_SECONDS}`, `${NOW_SECONDS}.0`, `+${NOW_SECONDS}`, `${NOW_SECONDS}, ${NOW_SECONDS}`])(
    'is refused with the timestamp %s',
    (timestamp) => {
      expect(receive(signed(body, timestamp))).toMatchObject({ kind: 'refused' })
    },
  )

  it.each(['a,b', '123, 123', 'a b', 'x'.repeat(65), 'é', '\u0080'])(
    'is refused with the nonce %j',
    (nonce) => {
      expect(receive(signed(body, NOW_SECONDS, nonce))).toMatchObject({ kind: 'refused' })
    },
  )
})
