// The project's tests in a folder, opened once and run for one mutant after the other: servers and databases are made
// when they are opened, which takes longer than most of the tests.

import { createVitest } from 'vitest/node'
import type { Mutant } from './mutant.ts'

/** A mutant after which a test waits for ever has been noticed by that test. */
const TIME_LIMIT_MS = 60_000

/** What the tests say to a mutant. A run that found no test has noticed nothing. */
export interface Verdict {
  readonly killed: boolean
  /** Full name of the first test that noticed. */
  readonly by: string
}

export interface Tests {
  run(mutant: Pick<Mutant, 'tests' | 'named'>): Promise<Verdict>
  /** Says that a file has changed. */
  forget(path: string): void
  close(): Promise<void>
}

const PREPARATION: Verdict = { killed: true, by: 'the preparation of the tests fails' }

/** Opens the tests of a folder. */
export async function openTests(folder: string): Promise<Tests> {
  const vitest = await createVitest('test', {
    root: folder,
    watch: false,
    bail: 1,
    reporters: [{}],
    testTimeout: TIME_LIMIT_MS,
    hookTimeout: TIME_LIMIT_MS,
  })
  return {
    run: async ({ tests, named }) => {
      if (named === undefined) vitest.resetGlobalTestNamePattern()
      else vitest.setGlobalTestNamePattern(named)
      // What an earlier mutant let fail stays known to vitest, and would be told of this one.
      for (const project of vitest.projects) vitest.state.clearFiles(project, vitest.state.getFilepaths())
      const ran = await vitest
        .globTestSpecifications([...tests])
        .then((specifications) => vitest.runTestSpecifications(specifications))
        .catch(() => null)
      // The servers or databases of the tests cannot be made any more: that is noticed before any test is.
      if (ran === null) return PREPARATION
      const { testModules, unhandledErrors } = ran
      const [first] = testModules.flatMap((module) => [...module.children.allTests('failed')])
      if (first !== undefined) return { killed: true, by: first.fullName }
      // A file that fails as it is prepared, for instance because nothing can be opened any more, has noticed too.
      if (unhandledErrors.length > 0 || testModules.some((module) => module.state() === 'failed'))
        return PREPARATION
      const passed = testModules.some((module) => !module.children.allTests('passed').next().done)
      return { killed: false, by: passed ? 'every test passed' : 'no test was run' }
    },
    forget: (path) => vitest.invalidateFile(path),
    close: () => vitest.close(),
  }
}
