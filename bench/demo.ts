// The demo's first impression: from `npm start` to ready, with a new database and with an existing one,
// and the most memory that it took.

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atMost, type Benchmark } from './bench.ts'

interface Start {
  readonly seconds: number
  readonly megabytes: number
}

export const demo: Benchmark = {
  name: 'demo',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'larkspur-demo-'))
    const fresh = await start(folder)
    const again = await start(folder)
    rmSync(folder, { recursive: true, force: true })
    return [
      atMost('demo ready with a new database', fresh.seconds, 7, 's'),
      atMost('demo ready with an existing database', again.seconds, 3, 's'),
      atMost('demo memory', Math.max(fresh.megabytes, again.megabytes), 800, 'MB'),
    ]
  },
}

async function start(folder: string): Promise<Start> {
  const started = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: new URL('..', import.meta.url).pathname,
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ready = Promise.withResolvers<void>()
  child.stdout.on('data', (told: Buffer) => {
    if (told.includes('Larkspur is ready')) ready.resolve()
  })
  child.once('exit', (code) => ready.reject(new Error(`the demo ended with ${code}`)))
  await ready.promise
  const seconds = (performance.now() - started) / 1000
  // npm starts a shell, and that the service, which names itself in the lock of its database
  const service = Number(readFileSync(join(folder, 'lock'), 'utf8'))
  const megabytes =
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${service}/status`, 'utf8'))?.[1] ?? 0) / 1024
  const ended = Promise.withResolvers<void>()
  child.once('exit', () => ended.resolve())
  process.kill(service, 'SIGTERM')
  await ended.promise
  return { seconds, megabytes }
}
