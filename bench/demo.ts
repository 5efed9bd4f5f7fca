// The demo's first impression: from the start of the process to ready, with a new database and with an existing one,
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
  const child = spawn(process.execPath, ['src/node.ts'], {
    cwd: new URL('..', import.meta.url).pathname,
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ready = Promise.withResolvers<void>()
  child.stdout.on('data', () => ready.resolve())
  child.once('exit', (code) => ready.reject(new Error(`the demo ended with ${code}`)))
  await ready.promise
  const seconds = (performance.now() - started) / 1000
  const megabytes =
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  const ended = Promise.withResolvers<void>()
  child.once('exit', () => ended.resolve())
  child.kill('SIGTERM')
  await ended.promise
  return { seconds, megabytes }
}
