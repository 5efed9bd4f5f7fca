// The way of one envelope to the bot and of the answer back. What a failed try means is for the courier to say.

import type { Clock } from '../../../core/clock.ts'
import { readJson } from '../json.ts'
import { newNonce } from '../random-ids.ts'
import type { Envelope } from './envelope.ts'
import { encryptPayload, signBody } from './event-crypto.ts'

/** The number that the platform's client shows when a push fails. */
export type FailureCode = 200341 | 200342 | 200671 | 200672

/** A try that failed: no answer in time (200341), no connection (200342), not 200 (200671), or no JSON (200672). */
export class DeliveryFailure extends Error {
  override readonly name = 'DeliveryFailure'
  readonly code: FailureCode

  constructor(code: FailureCode, cause?: unknown) {
    super(`delivery failed with ${code}`, { cause })
    this.code = code
  }
}

/** Hands one envelope over and resolves with the body of the answer. Throws a DeliveryFailure. */
export type Transport = (kind: 'event' | 'callback', envelope: Envelope) => Promise<unknown>

/** An HTTP POST to a path at the bot's own address. */
export type Deliver = (
  path: string,
  body: string,
  headers: { readonly [name: string]: string },
  signal: AbortSignal,
) => Promise<Response>

/** A Deliver that posts to a base address through fetch. */
export function deliverTo(baseUrl: () => string): Deliver {
  return (path, body, headers, signal) =>
    fetch(new URL(path, baseUrl()), { method: 'POST', body, headers, signal, redirect: 'manual' })
}

/** How the bot is reached over HTTP. */
export interface WebhookOptions {
  readonly deliver: Deliver
  readonly encryptKey: string
  readonly clock: Clock
  readonly eventPath: string
  readonly callbackPath: string
  readonly answerWithinMs: number
}

/** Posts envelopes, encrypted and signed. */
export function webhookTransport(options: WebhookOptions): Transport {
  return async (kind, envelope) => {
    const path = kind === 'event' ? options.eventPath : options.callbackPath
    const body = JSON.stringify({ encrypt: encryptPayload(JSON.stringify(envelope), options.encryptKey) })
    const signal = AbortSignal.timeout(options.answerWithinMs)
    const text = await post(options, { path, body, signal })
    if (kind === 'event') return null
    const answer = text === '' ? {} : readJson(text)
    if (answer === undefined) throw new DeliveryFailure(200672)
    return answer
  }
}

async function post(
  options: WebhookOptions,
  request: { path: string; body: string; signal: AbortSignal },
): Promise<string> {
  try {
    const headers = toHeaders(options, request.body)
    const response = await options.deliver(request.path, request.body, headers, request.signal)
    const text = await response.text()
    if (response.status !== 200) throw new DeliveryFailure(200671)
    return text
  } catch (error) {
    if (error instanceof DeliveryFailure) throw error
    throw new DeliveryFailure(request.signal.aborted ? 200341 : 200342, error)
  }
}

function toHeaders(options: WebhookOptions, body: string): { readonly [name: string]: string } {
  const timestamp = String(Math.floor(options.clock.now().getTime() / 1000))
  const nonce = newNonce()
  return {
    'content-type': 'application/json;charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signBody({ timestamp, nonce, encryptKey: options.encryptKey, body }),
  }
}
