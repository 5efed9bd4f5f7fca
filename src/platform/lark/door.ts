// The way in for everything that the platform posts: signature over the raw bytes, decryption, token, application.
// Fails closed, and tells nobody why.

import { Buffer } from 'node:buffer'
import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../core/clock.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { decrypt, isSameSecret, toCipherKey } from './crypto.ts'
import { type EventReader, findEvent, type Received, type RefusalReason, refused } from './envelope.ts'
import { LIMITS } from './limits.ts'
import { parseStrictJson } from './strict-json.ts'
import { findSignatureFault, type HeaderSource, isUnsigned, readSignatureHeaders } from './verify.ts'

/** What a door needs to know its own letters by. */
export interface DoorOptions {
  readonly appId: string
  readonly encryptKey: string
  readonly verificationToken: string
  readonly clock: Clock
  /** The bot's own account once it is known; without it every bot that is mentioned counts as this one. */
  readonly botAccount?: () => string | null
}

/** Reads one request, bytes as they came. Synchronous, and throws for no input. */
export interface Door {
  receive(bytes: Uint8Array, headers: HeaderSource): Received
}

interface Opened {
  readonly plain: unknown
  readonly raw: string
  readonly encrypted: boolean
}

const Challenge = z.object({
  type: z.literal('url_verification'),
  token: z.string(),
  challenge: z.string().max(1024),
})

/** Opens a door for one application. */
export function openDoor(options: DoorOptions): Door {
  const { appId, encryptKey, verificationToken, clock } = options
  if (encryptKey === '' || verificationToken === '') throw new Error('a door without keys would stand open')
  const cipherKey = toCipherKey(encryptKey)
  const reader: EventReader = {
    appId,
    botAccount: options.botAccount ?? (() => null),
    now: () => clock.now(),
  }

  const isOurs = (token: string | null) => token !== null && isSameSecret(token, verificationToken)

  const receiveChallenge = ({ plain, encrypted }: Opened, signed: boolean): Received => {
    const challenge = Challenge.safeParse(plain)
    if (!challenge.success && !signed) return refused('unsigned')
    if (!challenge.success) return refused(encrypted ? 'malformed' : 'plaintext')
    if (!isOurs(challenge.data.token)) return refused('bad_token')
    return { kind: 'challenge', challenge: challenge.data.challenge }
  }

  const receiveOpened = (opened: Opened, signed: boolean): Received => {
    // Events first: a form that fails costs more than all the rest of the way, and hardly anything else comes.
    const event = findEvent(opened.plain)
    if (event === null) return receiveChallenge(opened, signed)
    if (!signed) return refused('unsigned')
    if (!opened.encrypted) return refused('plaintext')
    return isOurs(event.token) ? event.read(opened.raw, reader) : refused('bad_token')
  }

  return {
    receive: (bytes, headers) => {
      if (bytes.byteLength > LIMITS.requestBytes) return refused('too_large')
      const signature = readSignatureHeaders(headers)
      // Only the check of a new request address comes without a signature; its token is compared instead.
      const signed = !isUnsigned(signature)
      if (signed) {
        const fault = findSignatureFault(bytes, signature, { encryptKey, now: clock.now() })
        if (fault !== null) return refused(fault)
      }
      const opened = open(bytes, cipherKey)
      return opened.ok ? receiveOpened(opened.value, signed) : refused(opened.reason)
    },
  }
}

/** Parses a body and takes it out of its cipher; whatever stands beside the cipher text is left behind. */
function open(bytes: Uint8Array, cipherKey: KeyObject): Result<Opened, RefusalReason> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const outer = parseStrictJson(text, LIMITS.jsonDepth)
  if (!outer.ok) return outer
  const sealed = findSealed(outer.value)
  if (sealed === null) return ok({ plain: outer.value, raw: text, encrypted: false })
  const raw = decrypt(sealed, cipherKey)
  if (raw === null) return fail('undecryptable')
  const inner = parseStrictJson(raw, LIMITS.jsonDepth)
  return inner.ok ? ok({ plain: inner.value, raw, encrypted: true }) : inner
}

function findSealed(outer: unknown): string | null {
  const isSealed = typeof outer === 'object' && outer !== null && 'encrypt' in outer
  return isSealed && typeof outer.encrypt === 'string' ? outer.encrypt : null
}
