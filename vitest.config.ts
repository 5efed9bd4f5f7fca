import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/global-databases.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    pool: 'forks',
    maxWorkers: 2,
    // Two cores, databases and a browser at once: a wait that was too long once is tried again before CI calls it a fault.
    retry: process.env['CI'] === 'true' ? 2 : 0,
  },
})
