// What every call of an endpoint passes before and after its own work: planned faults, bearer token, rate, error form.

import type { Context, Handler } from 'hono'
import type { Failure, Faults } from '../faults.ts'
import { isRecord, type JsonRecord, readJson } from '../json.ts'
import { fieldInvalid, PlatformError } from '../platform-error.ts'
import { randomHex } from '../random-ids.ts'
import type { Rate, Rates } from '../rates.ts'
import type { Tokens } from '../tokens.ts'

/** The tier of nearly all endpoints that the bot uses: 1000 a minute and 50 a second. */
const USUAL_RATES: readonly Rate[] = [
  { limit: 50, windowMs: 1000 },
  { limit: 1000, windowMs: 60_000 },
]

/** What an endpoint answers: members beside `code` and `msg`, or a response of its own. */
type EndpointAnswer = JsonRecord | Response

/** How an endpoint is guarded. */
interface GateOptions {
  readonly rates?: readonly Rate[]
  /** The endpoint that issues tokens asks for none. */
  readonly open?: boolean
}

export type Guard = (
  endpoint: string,
  work: (c: Context) => Promise<EndpointAnswer> | EndpointAnswer,
  options?: GateOptions,
) => Handler

/** Makes the guard of all endpoints. `endpoint` is method and pattern, the name for rates and faults. */
export function createGuard(gate: { tokens: Tokens; rates: Rates; faults: Faults }): Guard {
  return (endpoint, work, options = {}) =>
    async (c) => {
      const fault = gate.faults.take(endpoint)
      if (fault !== null && fault.afterEffect !== true) return fail(c, fault.failure)
      const answer = await settle(c, async () => {
        if (options.open !== true) gate.tokens.check(c.req.header('authorization'))
        takeRate(gate.rates, endpoint, options.rates ?? USUAL_RATES)
        return work(c)
      })
      return fault === null ? answer : fail(c, fault.failure)
    }
}

/** The body of a request as an object. Throws a PlatformError where it is none. */
export async function readBody(c: Context): Promise<JsonRecord> {
  const body = readJson(await c.req.text())
  if (!isRecord(body)) throw fieldInvalid('body', 'is not a JSON object')
  return body
}

function takeRate(rates: Rates, endpoint: string, limits: readonly Rate[]): void {
  const broken = rates.take(endpoint, limits)
  if (broken === null) return
  throw new PlatformError(99991400, 'request trigger frequency limit', {
    status: 429,
    headers: {
      'x-ogw-ratelimit-limit': String(broken.rate.limit),
      'x-ogw-ratelimit-reset': String(Math.max(1, Math.ceil(broken.waitMs / 1000))),
    },
  })
}

async function settle(c: Context, work: () => Promise<EndpointAnswer>): Promise<Response> {
  try {
    const answer = await work()
    return answer instanceof Response ? answer : c.json({ code: 0, msg: 'success', ...answer })
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    const body = { code: error.code, msg: error.message, error: { log_id: randomHex(16) } }
    return c.json(body, error.status, { ...error.headers })
  }
}

async function fail(c: Context, failure: Failure): Promise<Response> {
  if (failure.kind === 'code')
    return c.json({ code: failure.code, msg: 'planned fault' }, failure.status ?? 400)
  if (failure.kind === 'status') {
    const headers = {
      'x-ogw-ratelimit-limit': '50',
      'x-ogw-ratelimit-reset': String(failure.resetSeconds ?? 1),
    }
    const limited = failure.status === 429
    return c.json(
      { code: limited ? 99991400 : 2200, msg: 'planned fault' },
      failure.status,
      limited ? headers : {},
    )
  }
  if (failure.kind === 'close') closeConnection(c)
  else await untilGivenUp(c.req.raw.signal)
  return new Response(null, { status: 500, headers: { 'x-hono-already-sent': 'true' } })
}

function untilGivenUp(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Under Hono's Node server the environment carries the socket; without one there is no connection to close. */
function closeConnection(c: Context): void {
  const outgoing = isRecord(c.env) ? c.env['outgoing'] : undefined
  if (isRecord(outgoing) && typeof outgoing['destroy'] === 'function') outgoing['destroy']()
}
