// Starts the PostgreSQL servers and makes the templates of embedded databases, once for the whole test run.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeTemplates, type Templates } from './embedded-store.ts'
import { findBinaries, type PostgresServer, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresServers: readonly { readonly version: string; readonly url: string }[]
    templates: Templates
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers: PostgresServer[] = []
  for (const bin of newestAndOldest(findBinaries())) servers.push(await startPostgres(bin))
  if (servers.length === 0) {
    if (process.env['CI'] === 'true') throw new Error('no PostgreSQL server could be had, and CI=true')
    process.stdout.write(
      'SKIPPED: no PostgreSQL server binaries here; the tests on a real server do not run\n',
    )
  }
  project.provide(
    'postgresServers',
    servers.map((server) => ({ version: server.version, url: server.url('postgres') })),
  )
  const folder = mkdtempSync(join(tmpdir(), 'larkspur-templates-'))
  project.provide('templates', await makeTemplates(folder))
  return async () => {
    rmSync(folder, { recursive: true })
    await Promise.all(servers.map((server) => server.stop()))
  }
}

function newestAndOldest(found: readonly string[]): readonly string[] {
  return [...new Set([found.at(0), found.at(-1)])].filter((bin) => bin !== undefined)
}
