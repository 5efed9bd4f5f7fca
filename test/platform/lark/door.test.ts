import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decrypt, encrypt, isSameSecret, toCipherKey } from '../../../src/platform/lark/crypto.ts'
import { openDoor } from '../../../src/platform/lark/door.ts'
import { LIMITS } from '../../../src/platform/lark/limits.ts'
import { APP_ID, ENCRYPT_KEY, fixedClock, NOW, VERIFICATION_TOKEN } from './fixtures/app.ts'
import { envelope, events, message } from './fixtures/events.ts'
import { door, letter, receive, seal, signed, toHeaders } from './fixtures/letter.ts'

const HOUR_MS = 3_600_000

function secondsAt(offsetMs: number): string {
  return String(Math.floor((NOW.getTime() + offsetMs) / 1000))
}

function refusalOf(result: ReturnType<typeof receive>): string {
  return result.kind === 'refused' ? result.reason : `not refused but ${result.kind}`
}

describe('the cipher', () => {
  it('opens the published example', () => {
    const key = toCipherKey('test key')
    expect(decrypt('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', key)).toBe('hello world')
  })

  it('opens what it closed, in every script', () => {
    const key = toCipherKey(ENCRYPT_KEY)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(decrypt(encrypt(text, key), key)).toBe(Buffer.from(text, 'utf8').toString('utf8'))
      }),
    )
  })

  it.each([
    '',
    'not base64 !',
    'AAAA',
    Buffer.alloc(16).toString('base64'),
    Buffer.alloc(48).toString('base64'),
  ])('yields nothing for %j', (text) => {
    expect(decrypt(text, toCipherKey(ENCRYPT_KEY))).toBeNull()
  })

  it('compares secrets of any length', () => {
    expect(isSameSecret('a', 'a')).toBe(true)
    expect(isSameSecret('a', 'ab')).toBe(false)
    expect(isSameSecret('', 'a')).toBe(false)
  })
})

describe('a letter of the platform', () => {
  it('is let in and keeps the text as it was sent', () => {
    const plain = JSON.stringify(events.text)
    const received = receive(letter(plain))
    expect(received).toMatchObject({ kind: 'inbound', type: 'im.message.receive_v1', raw: plain })
  })

  it('may be spaced as its sender likes, since the bytes are what is signed', () => {
    const spaced = seal(events.text).replace(':', ' :  ')
    expect(receive(signed(spaced)).kind).toBe('inbound')
  })

  it('loses what stands beside the cipher text', () => {
    const body = JSON.parse(seal(events.text))
    const forged = {
      ...body,
      event: { sender: { sender_id: { open_id: 'ou_somebody_else' } } },
      schema: '2.0',
    }
    const received = receive(signed(JSON.stringify(forged)))
    expect(received).toMatchObject({ kind: 'inbound', inbound: { sender: { account: 'ou_person1' } } })
  })

  it('has no effect where the kind of event is unknown', () => {
    const received = receive(letter(envelope('some.day_v9', {})))
    expect(received).toEqual({ kind: 'ignored', type: 'some.day_v9', id: 'event-of-some.day_v9' })
  })

  it('has no effect in the older envelope, which is known to be one', () => {
    const old = {
      ts: '1780300800.1',
      uuid: 'old-1',
      token: VERIFICATION_TOKEN,
      type: 'event_callback',
      event: { type: 'app_ticket', app_id: APP_ID },
    }
    expect(receive(letter(old))).toEqual({ kind: 'ignored', type: 'app_ticket', id: 'old-1' })
  })

  it('survives a body of Chinese text whatever its length', () => {
    const text = '客户经理'.repeat(5000)
    const received = receive(letter(message('text', { text })))
    expect(received).toMatchObject({ kind: 'inbound', inbound: { text } })
  })
})

describe('the check of a new address', () => {
  it('is answered encrypted and unsigned', () => {
    const received = door.receive(Buffer.from(seal(events.challenge)), new Headers())
    expect(received).toEqual({ kind: 'challenge', challenge: 'challenge-fixture' })
  })

  it('is answered in plain text', () => {
    const received = door.receive(Buffer.from(JSON.stringify(events.challenge)), new Headers())
    expect(received).toEqual({ kind: 'challenge', challenge: 'challenge-fixture' })
  })

  it.each([
    ['with another token', { ...events.challenge, token: 'x' }, 'bad_token'],
    ['without a token', { challenge: 'c', type: 'url_verification' }, 'unsigned'],
    ['without a challenge', { token: VERIFICATION_TOKEN, type: 'url_verification' }, 'unsigned'],
  ])('is refused %s', (_case, plain, reason) => {
    expect(refusalOf(door.receive(Buffer.from(JSON.stringify(plain)), new Headers()))).toBe(reason)
    expect(refusalOf(door.receive(Buffer.from(seal(plain)), new Headers()))).toBe(reason)
  })

  it('is no way in for an event', () => {
    expect(refusalOf(door.receive(Buffer.from(seal(events.text)), new Headers()))).toBe('unsigned')
  })
})

describe('a forged letter is refused', () => {
  it('with one bit flipped, wherever it is', () => {
    const { body, headers } = letter(events.text)
    for (let bit = 0; bit < body.length * 8; bit += 1) {
      const flipped = Buffer.from(body)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(door.receive(flipped, headers).kind).toBe('refused')
    }
  })

  it('with any of the three headers missing, empty or doubled', () => {
    const { body, headers } = letter(events.text)
    const names = ['x-lark-request-timestamp', 'x-lark-request-nonce', 'x-lark-signature']
    for (const name of names) {
      const missing = new Headers(headers)
      missing.delete(name)
      const empty = new Headers(headers)
      empty.set(name, '')
      const doubled = new Headers(headers)
      doubled.append(name, headers.get(name) ?? '')
      for (const changed of [missing, empty, doubled]) {
        expect(door.receive(body, changed).kind, `${name} ${changed.get(name)}`).toBe('refused')
      }
    }
  })

  it('with no header of the three at all', () => {
    expect(refusalOf(door.receive(letter(events.text).body, new Headers()))).toBe('unsigned')
  })

  it.each([
    [-8 * HOUR_MS - 1000, 'refused'],
    [-7 * HOUR_MS - 10 * 60_000, 'inbound'],
    [-301_000, 'inbound'],
    [299_000, 'inbound'],
    [301_000, 'refused'],
    [24 * HOUR_MS, 'refused'],
  ])('when it was signed %i ms from now: %s', (offsetMs, kind) => {
    expect(receive(signed(seal(events.text), secondsAt(offsetMs))).kind).toBe(kind)
  })

  it('whose header says that the event is seven hours old is let in, for it may have waited', () => {
    const old = envelope(
      'im.chat.member.bot.added_v1',
      { chat_id: 'oc_1' },
      { create_time: secondsAt(-7 * HOUR_MS) },
    )
    expect(receive(letter(old)).kind).toBe('inbound')
  })

  it('with digits moved between timestamp and nonce, which leaves the signature as it was', () => {
    const timestamps = fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }).map(String)
    const nonces = fc.stringMatching(/^[0-9]{6,12}$/)
    const shifts = fc.integer({ min: 1, max: 5 }).chain((by) => fc.constantFrom(by, -by))
    const body = Buffer.from(seal(events.text))
    fc.assert(
      fc.property(timestamps, nonces, shifts, (timestamp, nonce, shift) => {
        const glued = timestamp + nonce
        const cut = timestamp.length + shift
        const { headers } = signed(body, timestamp, nonce)
        const moved = toHeaders(glued.slice(0, cut), glued.slice(cut), headers.get('x-lark-signature') ?? '')
        const clock = { now: () => new Date(Number(timestamp) * 1000) }
        const itsDoor = openDoor({
          appId: APP_ID,
          encryptKey: ENCRYPT_KEY,
          verificationToken: VERIFICATION_TOKEN,
          clock,
        })
        expect(itsDoor.receive(body, headers).kind).toBe('inbound')
        expect(itsDoor.receive(body, moved).kind).toBe('refused')
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '1780300801000',
    '1780300801000000',
    '-780300801',
    '1e9',
    '0x6a1d0c01',
    '１７８０３００８０１',
    '0178030080',
    ' 1780300801x',
    '',
  ])('whose timestamp is %j', (timestamp) => {
    const body = Buffer.from(seal(events.text))
    const values = new Map([
      ['x-lark-request-timestamp', timestamp],
      ['x-lark-request-nonce', '950646929'],
      ['x-lark-signature', hashOf(timestamp, body)],
    ])
    expect(door.receive(body, { get: (name) => values.get(name) ?? null }).kind).toBe('refused')
  })

  it('whose signature is of odd length, no hex, in capitals or for another body', () => {
    const { body, headers } = letter(events.text)
    const good = headers.get('x-lark-signature') ?? ''
    const other = letter(events.menu).headers.get('x-lark-signature') ?? ''
    for (const signature of [
      good.slice(1),
      `${good}0`,
      'z'.repeat(64),
      good.toUpperCase(),
      other,
      '中'.repeat(64),
    ]) {
      const values = new Map([...headers.entries(), ['x-lark-signature', signature] as const])
      expect(door.receive(body, { get: (name) => values.get(name) ?? null }).kind, signature).toBe('refused')
    }
  })

  it.each([
    ['number written otherwise', '"schema":"2.0"', '"schema" :"2.0"'],
    ['character written otherwise', '云', '\\u4e91'],
    ['key doubled', '"schema":"2.0"', '"schema":"2.0","schema":"2.0"'],
  ])('equal as JSON but not as bytes: %s', (_case, from, to) => {
    const plain = JSON.stringify(events.text)
    const { headers } = signed(plain)
    expect(plain).toContain(from)
    expect(refusalOf(door.receive(Buffer.from(plain.replace(from, to)), headers))).toBe('bad_signature')
  })

  it('in plain text, though signed, as the old card callback came', () => {
    const legacy = JSON.stringify({
      open_id: 'ou_person1',
      action: { value: { a: 'task.done' }, tag: 'button' },
      token: VERIFICATION_TOKEN,
    })
    expect(refusalOf(receive(signed(legacy)))).toBe('plaintext')
    const sha1 = createHash('sha1').update(`1780300801950646929${VERIFICATION_TOKEN}${legacy}`).digest('hex')
    expect(door.receive(Buffer.from(legacy), toHeaders(secondsAt(0), '950646929', sha1)).kind).toBe('refused')
    expect(refusalOf(receive(signed(JSON.stringify(events.text))))).toBe('plaintext')
  })

  it.each([
    ['another token', envelope('im.chat.disbanded_v1', { chat_id: 'oc' }, { token: 'x' }), 'bad_token'],
    ['no token', envelope('im.chat.disbanded_v1', { chat_id: 'oc' }, { token: undefined }), 'bad_token'],
    [
      'another application',
      envelope('im.chat.disbanded_v1', { chat_id: 'oc' }, { app_id: 'cli_other' }),
      'wrong_app',
    ],
    ['no header', { schema: '2.0', token: VERIFICATION_TOKEN, event: {} }, 'malformed'],
    ['an array', [], 'malformed'],
    ['a number', 5, 'malformed'],
  ])('signed, but with %s inside', (_case, plain, reason) => {
    expect(refusalOf(receive(letter(plain)))).toBe(reason)
  })

  it.each([
    ['no JSON', 'x'],
    ['a doubled key', '{"schema":"2.0","header":{"event_id":"a","event_id":"b"}}'],
    ['a doubled key in disguise', '{"schema":"2.0","header":{"event_id":"a","event\\u005fid":"b"}}'],
    ['a prototype', '{"schema":"2.0","__proto__":{"x":1}}'],
    ['a prototype in disguise', '{"a":{"\\u005f_proto__":{"x":1}}}'],
    ['a constructor', '{"constructor":{"prototype":{"x":1}}}'],
    ['too much depth', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['depth without end', '{"a":'.repeat(10_000)],
  ])('with %s inside', (_case, plain) => {
    expect(refusalOf(receive(letter(plain)))).toBe('malformed')
    expect(refusalOf(receive(signed(plain)))).toBe('malformed')
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })

  it.each([
    ['bad padding', Buffer.alloc(64, 7).toString('base64')],
    ['bad base64', '%%%%'],
    ['nothing but an IV', Buffer.alloc(16).toString('base64')],
    ['another key', encrypt(JSON.stringify(events.text), toCipherKey('another key'))],
  ])('whose cipher text has %s', (_case, cipherText) => {
    expect(refusalOf(receive(signed(JSON.stringify({ encrypt: cipherText }))))).toMatch(
      /undecryptable|malformed/,
    )
  })

  it('when it is larger than any genuine one', () => {
    const body = Buffer.alloc(LIMITS.requestBytes + 1, 0x20)
    expect(refusalOf(receive(signed(body)))).toBe('too_large')
  })

  it('whatever it holds, without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (plain) => {
        expect(['refused', 'ignored']).toContain(receive(letter(plain)).kind)
        expect(receive(signed(plain)).kind).toBe('refused')
      }),
      { numRuns: 50 },
    )
  })
})

describe('a door', () => {
  it.each([
    { encryptKey: '', verificationToken: 'x' },
    { encryptKey: 'x', verificationToken: '' },
  ])('does not open without its keys: %j', (keys) => {
    expect(() => openDoor({ appId: APP_ID, clock: fixedClock, ...keys })).toThrow()
  })
})

function hashOf(timestamp: string, body: Uint8Array): string {
  return createHash('sha256').update(`${timestamp}950646929${ENCRYPT_KEY}`).update(body).digest('hex')
}
