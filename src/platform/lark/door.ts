// The way in for everything that the platform posts: signature over the raw bytes, decryption, token, application.
// Fails closed, and tells nobody why.

import { Buffer } from 'node:buffer'
import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../core/clock.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { decrypt, isSameSecret, toCipherKey } from './crypto.ts'
import { type EventReader, type Received, type RefusalReason, readEvent, refused } from './envelope.ts'
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

const Sealed = z.object({ encrypt: z.string() })
// One form for the token of an event, which stands in its header, and for a challenge, where it stands outside:
// a failed attempt at parsing costs more than the whole check.
const Letter = z.object({
  header: z.object({ token: z.string() }).optional(),
  token: z.string().optional(),
  type: z.string().optional(),
  challenge: z.string().max(1024).optional(),
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

  const receiveOpened = (opened: Opened, signed: boolean): Received => {
    const letter = Letter.safeParse(opened.plain)
    if (!letter.success) return refused('malformed')
    const { header, type, challenge } = letter.data
    if (!isSameSecret(header?.token ?? letter.data.token ?? '', verificationToken))
      return refused('bad_token')
    if (type === 'url_verification' && challenge !== undefined) return { kind: 'challenge', challenge }
    if (!signed) return refused('unsigned')
    return opened.encrypted ? readEvent(opened.plain, opened.raw, reader) : refused('plaintext')
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
  const sealed = Sealed.safeParse(outer.value)
  if (!sealed.success) return ok({ plain: outer.value, raw: text, encrypted: false })
  const raw = decrypt(sealed.data.encrypt, cipherKey)
  if (raw === null) return fail('undecryptable')
  const inner = parseStrictJson(raw, LIMITS.jsonDepth)
  return inner.ok ? ok({ plain: inner.value, raw, encrypted: true }) : inner
}
