// The entry point on Node: a bank's own machines, or the demo on a laptop.

import { EXIT_UNAVAILABLE, getConfig } from './command-line.ts'
import type { Config } from './config.ts'
import { Fault } from './core/errors.ts'
import { runDemo } from './node-demo.ts'
import { serveDisarmed } from './node-disarmed.ts'
import { openNodeLog } from './node-log.ts'
import { runService } from './node-service.ts'
import { Disarmed } from './storage/backup/disarmed.ts'

try {
  await run(getConfig())
} catch (error) {
  if (!isOutside(error)) throw error
  process.stderr.write(`Larkspur cannot start: ${error.message}\n`)
  process.exit(EXIT_UNAVAILABLE)
}

/** Whether the start failed at the world outside: a folder in use, a port taken, a database that does not answer. */
function isOutside(error: unknown): error is Error {
  return error instanceof Fault || (error instanceof Error && 'syscall' in error)
}

async function run(config: Config): Promise<void> {
  const log = openNodeLog(config.logLevel)
  const { lark } = config
  const starting = lark === null ? runDemo(config, log) : runService(config, lark, log)
  const service = await starting.catch((error: unknown) => {
    if (error instanceof Disarmed) return serveDisarmed(config, error)
    throw error
  })
  process.stdout.write(`${service.line}\n`)
  service.settleIn()
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    log.info('stopping', { signal })
    // What is in hand is finished; whatever hangs is left to the leases.
    setTimeout(() => process.exit(0), 14_000).unref()
    service.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stop.failed', error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
}
