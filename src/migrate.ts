// npm run migrate: brings the schema of the configured database up to date.

import { getConfig, printLine } from './command-line.ts'
import { openStore } from './open-store.ts'

const store = await openStore(getConfig())
try {
  await store.migrate()
  printLine('schema is up to date')
} finally {
  await store.close()
}
