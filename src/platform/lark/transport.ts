// How the SDK reaches the network: fetch with a time limit, so that the same code runs on Node and on Workers. Every
// failure leaves here as numbers; requests, tokens and bodies stay behind.

import { AsyncLocalStorage } from 'node:async_hooks'
import { Buffer } from 'node:buffer'
import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk'
import { z } from 'zod'
import { LarkFailure } from './errors.ts'
import { LIMITS } from './limits.ts'

type RequestOptions = HttpRequestOptions<unknown>

/** Of an answer only this is looked at: it may be a file, whose every byte would be a property. */
const Answer = z.object({ code: z.number().optional(), msg: z.string().optional() })

/** What a call over HTTP brought back. */
interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers: Headers
}

const stopping = new AsyncLocalStorage<AbortSignal | undefined>()

/** Runs work whose requests end with the signal; the SDK would not hand one through. */
export function stoppable<R>(stop: AbortSignal | undefined, work: () => Promise<R>): Promise<R> {
  return stopping.run(stop, work)
}

/** For the SDK's calls: a business error is a failure like any other. */
export function apiTransport(): HttpInstance {
  return toHttpInstance(async (options) => {
    const reply = await exchange(options)
    const code = Answer.safeParse(reply.body).data?.code ?? 0
    if (code !== 0 || reply.status >= 300) throw toFailure(reply)
    return reply.body
  })
}

/** For the SDK's long connection, which reads the code of an answer itself and knows which ones are final. */
export function plainTransport(): HttpInstance {
  return toHttpInstance(async (options) => {
    const reply = await exchange(options)
    if (reply.status >= 300) throw toFailure(reply)
    return reply.body
  })
}

function toHttpInstance(run: (options: RequestOptions) => Promise<unknown>): HttpInstance {
  const without =
    (method: string) =>
    async <R>(url: string, options?: RequestOptions) =>
      asAnswer<R>(await run({ ...options, url, method }))
  const carrying =
    (method: string) =>
    async <R>(url: string, data?: unknown, options?: RequestOptions) =>
      asAnswer<R>(await run({ ...options, url, data, method }))
  return {
    request: async <R>(options: RequestOptions) => asAnswer<R>(await run(options)),
    get: without('GET'),
    delete: without('DELETE'),
    head: without('HEAD'),
    options: without('OPTIONS'),
    post: carrying('POST'),
    put: carrying('PUT'),
    patch: carrying('PATCH'),
  }
}

/** The SDK declares what each call answers and asks its transport to promise it; what is used of it is parsed again. */
function asAnswer<R>(body: unknown): R {
  return body as R
}

async function exchange(options: RequestOptions): Promise<Reply> {
  try {
    const answer = await fetch(toUrl(options), {
      ...toInit(options),
      // The platform never redirects, and Workers know no other way to refuse one.
      redirect: 'manual',
      signal: endOf(options),
    })
    const body =
      options.responseType === 'arraybuffer' && answer.ok ? await readBytes(answer) : await readJson(answer)
    return { status: answer.status, headers: answer.headers, body }
  } catch (error) {
    // A name that does not resolve, a refused connection, a time limit: nothing is known but that no answer came.
    throw error instanceof LarkFailure ? error : new LarkFailure({ code: 0, status: 0 })
  }
}

function endOf(options: RequestOptions): AbortSignal {
  const stop = stopping.getStore()
  const limit = AbortSignal.timeout(options.timeout ?? timeLimitOf(options))
  return stop === undefined ? limit : AbortSignal.any([limit, stop])
}

function timeLimitOf({ responseType, headers }: RequestOptions): number {
  return responseType === 'arraybuffer' || isMultipart(headers) ? LIMITS.transferMs : LIMITS.requestMs
}

function toUrl({ url = '', params = {} }: RequestOptions): URL {
  const target = new URL(url)
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) target.searchParams.append(name, String(one))
    }
  }
  return target
}

function toInit({ method = 'GET', headers = {}, data }: RequestOptions): RequestInit {
  const sent = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') sent.set(name, value)
  }
  const verb = method.toUpperCase()
  if (verb === 'GET' || verb === 'HEAD' || data === undefined) return { method: verb, headers: sent }
  if (isMultipart(headers)) {
    // The boundary belongs into this header and is known only to fetch.
    sent.delete('content-type')
    return { method: verb, headers: sent, body: toFormData(data) }
  }
  sent.set('content-type', 'application/json; charset=utf-8')
  return { method: verb, headers: sent, body: JSON.stringify(data) }
}

function isMultipart(headers: RequestOptions['headers']): boolean {
  return String(headers?.['Content-Type'] ?? '').startsWith('multipart/form-data')
}

function toFormData(data: unknown): FormData {
  const form = new FormData()
  const fields = z.record(z.string(), z.unknown()).parse(data)
  const fileName = typeof fields['file_name'] === 'string' ? fields['file_name'] : 'file'
  for (const [name, value] of Object.entries(fields)) {
    if (Buffer.isBuffer(value)) form.append(name, new Blob([new Uint8Array(value)]), fileName)
    else if (value !== undefined) form.append(name, String(value))
  }
  return form
}

async function readJson(answer: Response): Promise<unknown> {
  const text = await answer.text()
  try {
    return JSON.parse(text)
  } catch {
    // A gateway's page, not the platform's answer.
    throw new LarkFailure({ code: 0, status: answer.status, waitMs: toWaitMs(answer.headers) })
  }
}

async function readBytes(answer: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.byteLength
    if (length > LIMITS.downloadBytes) throw new LarkFailure({ code: 0, status: 413 })
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function toFailure({ status, body, headers }: Reply): LarkFailure {
  const answer = Answer.safeParse(body).data
  const subCode = Number(/ErrCode:\s*(\d+)/i.exec(answer?.msg ?? '')?.[1] ?? 0)
  return new LarkFailure({ code: answer?.code ?? 0, status, subCode, waitMs: toWaitMs(headers) })
}

function toWaitMs(headers: Headers): number | null {
  const seconds = Number(headers.get('x-ogw-ratelimit-reset') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : null
}
