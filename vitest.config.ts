import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/global-databases.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    pool: 'forks',
    maxWorkers: 2,
    // The house is loaded once for each process and not for each file, which would take a third of the time. So a test
    // leaves nothing behind: what it opens it closes, and no module holds anything of one test for the next.
    isolate: false,
  },
})
