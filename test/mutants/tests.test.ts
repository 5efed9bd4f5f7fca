import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTests, type Tests } from '../../bench/mutants/tests.ts'

const NOTICED = { killed: true, by: 'the lock is shut' }
const UNNOTICED = { killed: false, by: 'every test passed' }
let folder: string
let tests: Tests

/** Breaks the file of that name, or mends it. */
function write(name: 'lock' | 'light', right: boolean): void {
  const path = join(folder, `${name}.ts`)
  writeFileSync(path, `export const right = ${right}\n`)
  tests?.forget(path)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'larkspur-mutants-test-'))
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'test'))
  for (const [name, title] of [
    ['lock', 'the lock is shut'],
    ['light', 'the light is on'],
  ] as const) {
    write(name, true)
    writeFileSync(
      join(folder, 'test', `${name}.test.ts`),
      `import { expect, it } from 'vitest'\nimport { right } from '../${name}.ts'\nit('${title}', () => expect(right).toBe(true))\n`,
    )
  }
  writeFileSync(join(folder, 'vitest.config.mjs'), 'export default { test: { isolate: false } }\n')
  tests = await openTests(folder)
}, 60_000)

afterAll(async () => {
  await tests.close()
  rmSync(folder, { recursive: true, force: true })
})

it('tells which test noticed, and of a later mutant only what its own tests say', async () => {
  expect(await tests.run({ tests: ['test/lock'] })).toEqual(UNNOTICED)
  write('lock', false)
  expect(await tests.run({ tests: ['test/lock'] })).toEqual(NOTICED)
  write('lock', true)
  expect(await tests.run({ tests: ['test/light'] })).toEqual(UNNOTICED)
  expect(await tests.run({ tests: ['test/lock'] })).toEqual(UNNOTICED)
}, 60_000)

it('a mutant for which no test is found has survived', async () => {
  expect(await tests.run({ tests: ['test/none'] })).toEqual({ killed: false, by: 'no test was run' })
  expect(await tests.run({ tests: ['test/lock'], named: 'no such name' })).toEqual({
    killed: false,
    by: 'no test was run',
  })
}, 60_000)
