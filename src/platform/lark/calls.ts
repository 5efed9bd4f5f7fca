// One call to the platform: made through the SDK, with the token renewed once where it turned out bad, and reported by
// name and number. Says how it ended instead of throwing.

import type { Client } from '@larksuiteoapi/node-sdk'
import type { Clock } from '../../core/clock.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { describeFailure, findRemedy, LarkFailure, TOKEN_INVALID } from './errors.ts'
import type { LarkLog } from './log.ts'
import { redactingLogger } from './sdk-logger.ts'
import { openTokenCache } from './token-cache.ts'
import { apiTransport } from './transport.ts'

/** Makes a call by name. */
export type Call = <Answer>(
  name: string,
  run: (client: Client) => Promise<Answer>,
) => Promise<Result<Answer, LarkFailure>>

/** What a connection to the platform needs. */
export interface LarkAccess {
  readonly appId: string
  readonly appSecret: string
  /** Base address, `https://open.feishu.cn` or any other that speaks the protocol. */
  readonly domain: string
  readonly clock: Clock
  readonly log: LarkLog
}

/** Opens the way for calls. The SDK is loaded at the first one, because it takes a quarter of a second. */
export function openCalls({ appId, appSecret, domain, clock, log }: LarkAccess): Call {
  const cache = openTokenCache(clock)
  let loading: Promise<Client> | null = null
  const load = async (): Promise<Client> => {
    const { Client: SdkClient, LoggerLevel } = await import('@larksuiteoapi/node-sdk')
    return new SdkClient({
      appId,
      appSecret,
      domain: domain.replace(/\/+$/, ''),
      cache,
      httpInstance: apiTransport(),
      logger: redactingLogger(log),
      loggerLevel: LoggerLevel.warn,
    })
  }
  return async (name, run) => {
    loading ??= load()
    const client = await loading
    const first = await attempt(() => run(client))
    if (first.ok || first.reason.code !== TOKEN_INVALID) return report(log, name, first)
    cache.drop()
    return report(log, name, await attempt(() => run(client)))
  }
}

async function attempt<Answer>(run: () => Promise<Answer>): Promise<Result<Answer, LarkFailure>> {
  try {
    return ok(await run())
  } catch (error) {
    if (error instanceof LarkFailure) return fail(error)
    // The SDK's own complaint, for instance an answer without a token. Its words may quote what was sent.
    return fail(new LarkFailure({ code: 0, status: 0 }))
  }
}

function report<Answer>(
  log: LarkLog,
  name: string,
  result: Result<Answer, LarkFailure>,
): Result<Answer, LarkFailure> {
  if (result.ok) return result
  const { code, status, subCode } = result.reason
  const facts = { call: name, code, status, subCode, means: describeFailure(result.reason) }
  if (findRemedy(result.reason) === 'alert') log.error('lark.call.refused', result.reason, facts)
  else log.warn('lark.call.failed', facts)
  return result
}
