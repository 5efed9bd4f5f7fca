// A light HTTP/1.1 loader over plain sockets: what it costs must not be taken for what the server costs.

import { connect, type Socket } from 'node:net'

interface Target {
  readonly port: number
  readonly path: string
  /** Makes the next request's body and headers. */
  next(): { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> }
  readonly connections: number
}

/** How a server is loaded for a while. */
export interface Load extends Target {
  readonly durationMs: number
}

/** Sends so many requests and waits for their answers. @throws Error where the server answers otherwise than 200 */
export async function measureCount(load: Target & { readonly count: number }): Promise<void> {
  let sent = 0
  const more = () => {
    sent += 1
    return sent <= load.count
  }
  await Promise.all(Array.from({ length: load.connections }, () => keepAsking(load, more)))
}

/** Requests answered with 200 each second, over the duration. @throws Error where the server answers otherwise */
export async function measureRate(load: Load): Promise<number> {
  const end = performance.now() + load.durationMs
  const started = performance.now()
  const more = () => performance.now() < end
  const counts = await Promise.all(Array.from({ length: load.connections }, () => keepAsking(load, more)))
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - started) / 1000)
}

function keepAsking(load: Target, more: () => boolean): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const socket = connect(load.port, '127.0.0.1')
  let answered = 0
  socket.setNoDelay(true)
  const askOrEnd = () => {
    if (more()) return socket.write(toRequest(load))
    socket.destroy()
    return resolve(answered)
  }
  socket.on('connect', askOrEnd)
  onAnswers(socket, (status) => {
    if (status !== '200') {
      socket.destroy()
      return reject(new Error(`${load.path} answered ${status}`))
    }
    answered += 1
    askOrEnd()
  })
  socket.on('error', reject)
  return promise
}

function toRequest(load: Target): Buffer {
  const { body, headers } = load.next()
  const lines = Object.entries({
    host: 'localhost',
    'content-type': 'application/json',
    'content-length': String(body.length),
    ...headers,
  })
  const head = `POST ${load.path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  return Buffer.concat([Buffer.from(head), body])
}

/** One call for each whole answer; answers have a content-length or come in one chunk. */
function onAnswers(socket: Socket, answered: (status: string) => void): void {
  let pending = ''
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    pending += chunk
    for (;;) {
      const head = pending.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/content-length: (\d+)/i.exec(pending.slice(0, head))?.[1] ?? 0)
      const chunked = /transfer-encoding: chunked/i.test(pending.slice(0, head))
      const end = chunked ? pending.indexOf('\r\n0\r\n\r\n', head) + 7 : head + 4 + length
      if ((chunked && end < head + 7) || pending.length < end) return
      const status = pending.slice(9, 12)
      pending = pending.slice(end)
      answered(status)
    }
  })
}
