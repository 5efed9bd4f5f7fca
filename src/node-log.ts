// The log on Node: one structured line an entry. An error is reduced to names and places; its message may hold data.

import { pino } from 'pino'
import type { Config } from './config.ts'
import type { Log } from './bot/log.ts'

/** Opens the log on standard error, so that standard output keeps the one line with the address. */
export function openNodeLog(level: Config['logLevel']): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: false }))
  return {
    info: (event, facts = {}) => logger.info(facts, event),
    warn: (event, facts = {}) => logger.warn(facts, event),
    error: (event, error, facts = {}) => logger.error({ ...facts, ...describeError(error) }, event),
  }
}

/** What may be logged of an error: its names, codes and where it was thrown. Never its message, which may quote data. */
export function describeError(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const place = /\n\s+at (.+)/.exec(error.stack ?? '')?.[1] ?? ''
  const cause = error.cause instanceof Error ? { cause: error.cause.name } : {}
  return { error: error.name, at: place.replace(/file:\/\/\S*?\/(src|node_modules)\//, '$1/'), ...code, ...cause }
}
