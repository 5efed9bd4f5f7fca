// A restored place before it is armed: it says so, and does nothing else. No database is held open, so that `arm` can.

import { disarmedApp } from './app-disarmed.ts'
import type { Config } from './config.ts'
import { listen, type Service } from './node-service.ts'
import type { Disarmed } from './storage/backup/disarmed.ts'

/** Serves the answer that nothing is served. */
export async function serveDisarmed(config: Config, { backupId }: Disarmed): Promise<Service> {
  const server = await listen(disarmedApp(backupId), config)
  return {
    line: `Larkspur is disarmed at ${server.address}: restored from backup ${backupId}; npm run admin -- arm, then start again`,
    settleIn: () => undefined,
    stop: () => server.close(),
  }
}
