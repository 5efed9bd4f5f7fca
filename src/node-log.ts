// The log on Node: one structured line an entry. An error is reduced to names and places; its message may hold data.

import { pino } from 'pino'
import { describeError } from './bot/describe-error.ts'
import type { Log } from './bot/log.ts'
import type { Config } from './config.ts'

/** Opens the log on standard error, so that standard output keeps the one line with the address. */
export function openNodeLog(level: Config['logLevel']): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: false }),
  )
  return {
    info: (event, facts = {}) => logger.info(facts, event),
    warn: (event, facts = {}) => logger.warn(facts, event),
    error: (event, error, facts = {}) => logger.error({ ...facts, ...describeError(error) }, event),
  }
}
