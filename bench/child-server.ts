// A server of the benchmark in a process of its own.

import { fork } from 'node:child_process'

export interface ChildServer {
  readonly port: number
  stop(): void
}

/** Starts a file of bench/servers. It sends `{ port }` once it listens. */
export function startChild(
  file: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildServer> {
  const { promise, resolve, reject } = Promise.withResolvers<ChildServer>()
  const child = fork(new URL(`servers/${file}`, import.meta.url).pathname, {
    env: { ...process.env, ...environment },
  })
  child.once('message', ({ port }: { port: number }) => resolve({ port, stop: () => child.kill('SIGKILL') }))
  child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  return promise
}
