// Run by npm after an install: builds the console's page ahead of the first visit.
// A failure is told and does not fail the install, because the service needs no console and the page is built on demand.

import { buildPage } from './build.ts'

try {
  await buildPage()
} catch (cause) {
  console.error('The console page could not be built now; it is built on the first visit instead.', cause)
}
