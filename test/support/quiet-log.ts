// A log for tests: errors are shown, because an error nobody expected should be seen.

import type { Log } from '../../src/bot/log.ts'

export const quietLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, error, facts) => console.error(event, error, facts),
}
