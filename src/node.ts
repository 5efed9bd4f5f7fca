// The entry point on Node: a bank's own machines, or the demo on a laptop.

import { type Config, EXIT_CONFIG, readConfig } from './config.ts'
import { runDemo } from './node-demo.ts'
import { openNodeLog } from './node-log.ts'
import { runService } from './node-service.ts'

const read = readConfig(process.env)
if (!read.ok) {
  for (const { setting, fault } of read.reason) process.stderr.write(`${setting} ${fault}\n`)
  process.exit(EXIT_CONFIG)
}
await run(read.value)

async function run(config: Config): Promise<void> {
  const log = openNodeLog(config.logLevel)
  const service =
    config.lark === null ? await runDemo(config, log) : await runService(config, config.lark, log)
  process.stdout.write(`${service.line}\n`)
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
