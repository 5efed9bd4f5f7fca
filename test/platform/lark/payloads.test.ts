// Replays payloads that were collected elsewhere, where a folder of them is at hand.

import { Buffer } from 'node:buffer'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { encrypt, sign, toCipherKey } from '../../../src/platform/lark/crypto.ts'
import { openDoor } from '../../../src/platform/lark/door.ts'
import type { Received } from '../../../src/platform/lark/envelope.ts'

const folder = resolve(process.env['LARK_PAYLOADS'] ?? join(process.cwd(), '../shared/lark/payloads'))

const Sidecar = z.object({
  encrypt_key: z.string(),
  verification_token: z.string(),
  cases: z.record(
    z.string(),
    z.object({
      plaintext_file: z.string(),
      raw_body: z.string(),
      headers: z.record(z.string(), z.string()),
      expect: z.string(),
    }),
  ),
})
const Envelope = z.object({
  header: z.object({ event_id: z.string(), event_type: z.string(), app_id: z.string() }),
})

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}

if (!existsSync(folder)) {
  it.skip(`no collected payloads to replay: ${folder} does not exist; LARK_PAYLOADS names another folder`, () => {})
} else {
  const names = readdirSync(folder).filter((name) => /^\d+.*\.json$/.test(name))
  const sidecar = Sidecar.parse(readJson('20-encrypted-envelope.sidecar.json'))
  const appId = Envelope.parse(readJson('02-message-text-p2p.json')).header.app_id
  const keys = { appId, encryptKey: sidecar.encrypt_key, verificationToken: sidecar.verification_token }

  const receiveAt = (seconds: string, body: Uint8Array, headers: Headers): Received =>
    openDoor({ ...keys, clock: { now: () => new Date(Number(seconds) * 1000) } }).receive(body, headers)

  const replay = (name: string): Received => {
    const plain = readFileSync(join(folder, name), 'utf8')
    const body = Buffer.from(JSON.stringify({ encrypt: encrypt(plain, toCipherKey(keys.encryptKey)) }))
    const signed = { timestamp: '1780301900', nonce: '1', encryptKey: keys.encryptKey }
    const headers = new Headers({
      'x-lark-request-timestamp': signed.timestamp,
      'x-lark-request-nonce': signed.nonce,
      'x-lark-signature': sign(body, signed).toString('hex'),
    })
    return receiveAt(signed.timestamp, body, headers)
  }

  describe('a collected payload', () => {
    const events = names.filter((name) => Envelope.safeParse(readJson(name)).success)

    it('is there for every kind of event', () => {
      expect(events.length).toBeGreaterThanOrEqual(18)
    })

    it.each(events)('%s comes in as something for the bot', (name) => {
      const { header } = Envelope.parse(readJson(name))
      expect(replay(name)).toMatchObject({ kind: 'inbound', type: header.event_type })
    })

    it.each(Object.entries(sidecar.cases))('case %s ends as its notes say', (_name, example) => {
      const seconds = example.headers['X-Lark-Request-Timestamp'] ?? '1780300801'
      const received = receiveAt(seconds, Buffer.from(example.raw_body), new Headers(example.headers))
      if (example.expect === 'reject') return expect(received.kind).toBe('refused')
      if (example.expect.startsWith('answer with the challenge'))
        return expect(received.kind).toBe('challenge')
      const plain = readJson(example.plaintext_file)
      return expect(received).toMatchObject({
        kind: 'inbound',
        type: Envelope.parse(plain).header.event_type,
      })
    })

    it('of an encrypted request is byte for byte the one of the notes', () => {
      const example = sidecar.cases['event_compact_body']
      expect(readFileSync(join(folder, '20-encrypted-envelope.json'), 'utf8')).toBe(example?.raw_body)
    })
  })
}
