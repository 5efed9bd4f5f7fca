// `keys rotate` in a process of its own, so that it can be killed in the middle and shares no processor with the look-ups.

import { runCommand } from '../../src/admin/commands.ts'
import { nodePrimitives } from '../../src/node-seal.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { ROTATED_KEYS } from '../rotated-keys.ts'

const store = openPostgres(process.env['DATABASE_URL'] ?? '')
const sealer = await openSealer(store.db, ROTATED_KEYS, nodePrimitives)
process.send?.({ began: true })
const { lines, exitCode } = await runCommand(['keys', 'rotate'], (work) =>
  work({ store, sealer, now: new Date(), zone: 'Asia/Shanghai' }),
)
await store.close()
process.send?.({ lines, exitCode })
