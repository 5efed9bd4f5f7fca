// Server-sent events of the console: what changed since the client was last here, then everything as it happens.

import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Platform } from '../../stand-in/index.ts'
import type { ConsoleEvent } from '../protocol.ts'
import { toConsoleEvent } from './views.ts'

const KEEP_ALIVE_MS = 15_000

/** Who types where: it passes, is not kept, and carries no id. */
export interface Typing {
  tell(chatId: string, on: boolean): void
  watch(listener: (event: ConsoleEvent) => void): () => void
}

/** Makes the channel on which typing is told. */
export function createTyping(): Typing {
  const listeners = new Set<(event: ConsoleEvent) => void>()
  return {
    tell: (chatId, on) => {
      for (const listener of listeners) listener({ type: 'typing', chatId, on })
    },
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

interface Outgoing {
  readonly event: ConsoleEvent
  readonly id?: number
}

/** Streams every change after a number, or from now on where it is null. */
export function streamEvents(
  c: Context,
  feed: { platform: Platform; typing: Typing; after: number | null; ending: AbortSignal },
): Response {
  return streamSSE(c, async (stream) => {
    const queue = createQueue()
    // Watching begins in the same breath in which the past is read, so that nothing falls in between.
    const past = findPast(feed.platform, feed.after)
    const stops = [
      feed.platform.memory.watch((change) =>
        queue.add({ event: toConsoleEvent(feed.platform, change), id: change.n }),
      ),
      feed.typing.watch((event) => queue.add({ event })),
    ]
    for (const outgoing of past) queue.add(outgoing)
    stream.onAbort(() => queue.wake())
    feed.ending.addEventListener('abort', queue.wake, { once: true })
    try {
      while (!stream.aborted && !stream.closed && !feed.ending.aborted) await writeNext(stream, queue)
    } finally {
      feed.ending.removeEventListener('abort', queue.wake)
      for (const stop of stops) stop()
    }
  })
}

/** A comment keeps proxies from closing a stream on which nothing happens. */
async function writeNext(stream: SSEStreamingApi, queue: Queue): Promise<void> {
  const batch = await queue.take(KEEP_ALIVE_MS)
  if (batch.length === 0) await stream.write(': still here\n\n')
  await writeAll(stream, batch)
}

function findPast(platform: Platform, after: number | null): readonly Outgoing[] {
  if (after === null) return []
  const changes = platform.memory.changesSince(after)
  if (changes === null) return [{ event: { type: 'reset' }, id: platform.memory.newest() }]
  return changes.map((change) => ({ event: toConsoleEvent(platform, change), id: change.n }))
}

interface Queue {
  add(outgoing: Outgoing): void
  wake(): void
  /** Everything that waits; waits itself for so long at most where there is nothing. */
  take(waitMs: number): Promise<readonly Outgoing[]>
}

function createQueue(): Queue {
  const waiting: Outgoing[] = []
  let wake = () => {}
  return {
    add: (outgoing) => {
      waiting.push(outgoing)
      wake()
    },
    wake: () => wake(),
    take: async (waitMs) => {
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, waitMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      return waiting.splice(0)
    },
  }
}

async function writeAll(stream: SSEStreamingApi, batch: readonly Outgoing[]): Promise<void> {
  for (const { event, id } of batch) {
    const data = JSON.stringify(event)
    await stream.writeSSE({ event: event.type, data, ...(id === undefined ? {} : { id: String(id) }) })
  }
}
