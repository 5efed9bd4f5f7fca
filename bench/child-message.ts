// What a process of the benchmark tells next; one that ends instead fails the run.

import type { ChildProcess } from 'node:child_process'

/** The next message of a child. @throws Error where it ends before */
export function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  const { promise, resolve, reject } = Promise.withResolvers<Message>()
  const ended = (code: number | null) => reject(new Error(`a process ended with ${code}`))
  child.once('exit', ended)
  child.once('message', (message) => {
    child.off('exit', ended)
    resolve(message as Message)
  })
  return promise
}
