// npm run admin: the operator's tool. The commands are in src/admin/.

import { runCommand } from './admin/commands.ts'
import { getPlace, withBank } from './command-line.ts'
import { systemClock } from './core/clock.ts'
import { openNodeLog } from './node-log.ts'
import { larkDirectory } from './platform/lark/directory.ts'

const { lines, exitCode } = await runCommand(
  process.argv.slice(2),
  (work) =>
    withBank(({ store, sealer, config }) =>
      work({
        store,
        sealer,
        now: systemClock.now(),
        zone: config.zone,
        ...(config.lark === null
          ? {}
          : {
              directory: larkDirectory({
                ...config.lark,
                clock: systemClock,
                log: openNodeLog(config.logLevel),
              }),
            }),
      }),
    ),
  getPlace,
)
const stream = exitCode === 0 ? process.stdout : process.stderr
if (lines.length > 0) stream.write(`${lines.join('\n')}\n`)
process.exitCode = exitCode
