// A server of the benchmark in a process of its own.

import { fork } from 'node:child_process'

export interface ChildServer {
  readonly port: number
  /** Resolves once the server has told that it answered so many messages in all. */
  untilAnswered(count: number): Promise<void>
  stop(): void
}

type Told = { readonly port?: number; readonly answered?: number }

/** Starts a file of bench/servers. It sends `{ port }` once it listens, and `{ answered }` as it goes on. */
export function startChild(
  file: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildServer> {
  const { promise, resolve, reject } = Promise.withResolvers<ChildServer>()
  const child = fork(new URL(`servers/${file}`, import.meta.url).pathname, {
    env: { ...process.env, ...environment },
  })
  let answered = 0
  let waiting: {
    readonly count: number
    readonly done: () => void
    readonly failed: (error: Error) => void
  } | null = null
  const untilAnswered = (count: number) => {
    const until = Promise.withResolvers<void>()
    if (answered >= count) until.resolve()
    else waiting = { count, done: until.resolve, failed: until.reject }
    return until.promise
  }
  child.on('message', (told: Told) => {
    if (told.port !== undefined)
      resolve({ port: told.port, untilAnswered, stop: () => child.kill('SIGKILL') })
    answered = told.answered ?? answered
    if (waiting !== null && answered >= waiting.count) waiting.done()
  })
  child.once('exit', (code) => {
    const ended = new Error(`${file} ended with ${code}`)
    reject(ended)
    waiting?.failed(ended)
  })
  return promise
}
