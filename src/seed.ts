// npm run seed: loads the demo bank, or a synthetic one of a given size, into the configured database.

import { parseArgs } from 'node:util'
import { printLine, withBank } from './command-line.ts'
import { systemClock } from './core/clock.ts'
import { openDemoBank } from './demo/open-demo-bank.ts'
import { loadSyntheticBank } from './demo/synthetic-bank.ts'

const USAGE = `npm run seed -- --demo                    the demo bank
npm run seed -- --customers N [--seed S]  a synthetic bank of N customers, the same for the same S`

const { values } = parseArgs({
  options: {
    demo: { type: 'boolean' },
    customers: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})
const customers = Number(values.customers)
const seed = Number(values.seed)

if (values.customers !== undefined && isCount(customers, 1) && isCount(seed, 0)) await seedSynthetic()
else if (values.demo === true && values.customers === undefined) await seedDemo()
else {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 64
}

async function seedDemo(): Promise<void> {
  await withBank(async ({ config, store, sealer }) => {
    const loaded = await openDemoBank({ store, sealer, now: systemClock.now(), zone: config.zone })
    printLine(loaded ? 'the demo bank is loaded' : 'the demo bank was loaded before; nothing was changed')
  })
}

async function seedSynthetic(): Promise<void> {
  await withBank(async ({ config, store, sealer }) => {
    const onProgress = (count: number) => {
      if (count % 100_000 === 0) printLine(`${count} customers`)
    }
    const loaded = await loadSyntheticBank({
      store,
      sealer,
      now: systemClock.now(),
      zone: config.zone,
      customers,
      seed,
      onProgress,
    })
    printLine(
      loaded
        ? `${customers} customers are loaded`
        : `the bank of seed ${seed} was loaded before; nothing was changed`,
    )
  })
}

function isCount(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= 1_000_000_000
}
