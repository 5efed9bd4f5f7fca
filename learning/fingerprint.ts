// Tells whether the weights that are kept were learnt from what stands there now.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { SOURCES } from './examples.ts'

/** SHA-256 over the files that the weights come from, in hexadecimal digits. */
export function takeFingerprint(): string {
  const hash = createHash('sha256')
  for (const name of SOURCES) hash.update(readFileSync(new URL(`../${name}`, import.meta.url)))
  return hash.digest('hex')
}
