// Run by npm after an install, so that the first start and the first visit are quick: the console's page, an empty
// database, and the compiled code of the service. A failure is told and does not fail the install, because each is made
// later where it is missing.

import { buildPage } from './platform/console/build.ts'
import { makeEmptyDatabase } from './storage/empty-database.ts'

for (const [what, make] of [
  ['console page', buildPage],
  ['empty database', makeEmptyDatabase],
  // what quick-start.ts keeps is what was loaded
  ['compiled code', () => import('./node-demo.ts')],
] as const) {
  await make().catch((cause: unknown) => {
    process.stderr.write(
      `The ${what} could not be made now; it is made when it is first needed: ${String(cause)}\n`,
    )
  })
}
