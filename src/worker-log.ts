// The log on Workers: one JSON line an entry on the console, which is where Workers collect it.

import { describeError } from './bot/describe-error.ts'
import type { Log, LogFacts } from './bot/log.ts'

const write = (level: 'info' | 'warn' | 'error', event: string, facts: LogFacts): void => {
  globalThis.console[level](JSON.stringify({ level, time: new Date().toISOString(), msg: event, ...facts }))
}

export const workerLog: Log = {
  info: (event, facts = {}) => write('info', event, facts),
  warn: (event, facts = {}) => write('warn', event, facts),
  error: (event, error, facts = {}) => write('error', event, { ...facts, ...describeError(error) }),
}
