import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSamples } from '../../src/card-samples.ts'

test('the gallery shows every file of cards/', async () => {
  const entries = await readdir(join(import.meta.dirname, '..', '..', 'cards'), { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name.replace(/\.ts$/, ''))
  const shown = new Set((await loadSamples()).map(({ file }) => file))
  expect([...shown].toSorted()).toEqual(files.toSorted())
})
