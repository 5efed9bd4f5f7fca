// A sabotage that finds nothing to break would count as noticed by chance.

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { MUTANTS } from '../../bench/mutants/every-mutant.ts'

const root = new URL('../../', import.meta.url)

it.each(MUTANTS.map(({ what, file, find }) => [what, file, find] as const))(
  '%s: its line stands in %s',
  (_, file, find) => {
    expect(readFileSync(new URL(file, root), 'utf8')).toContain(find)
  },
)

it('no two sabotages have one name', () => {
  expect(new Set(MUTANTS.map(({ what }) => what)).size).toBe(MUTANTS.length)
})
