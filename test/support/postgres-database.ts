// A fresh database on a real server for one test file. The servers run for the whole test run (global-databases.ts).

import postgres from 'postgres'
import { inject } from 'vitest'

/** The servers of this run, newest PostgreSQL first; empty where none could be had, which CI does not allow. */
export function servers(): readonly { readonly version: string; readonly url: string }[] {
  return inject('postgresServers')
}

/** Makes an empty database. @returns its address and how to drop it */
export async function createDatabase(server: {
  readonly url: string
}): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `larkspur_${crypto.randomUUID().replaceAll('-', '')}`
  await administer(server.url, `create database ${name}`)
  return {
    url: server.url.replace(/\/[^/]*$/, `/${name}`),
    drop: () => administer(server.url, `drop database if exists ${name} with (force)`),
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined })
  await client.unsafe(statement)
  await client.end()
}
