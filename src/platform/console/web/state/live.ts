// The stream of events from the server: reconnects by itself, resumes where it stopped, notices every hole.

import type { ConsoleEvent } from '../../protocol.ts'
import { applyEvent, connection, resync } from './store.ts'

const eventNames = ['message', 'updated', 'refused', 'clock', 'typing', 'read', 'reset']
const firstWaitMs = 500
const longestWaitMs = 5_000

let lastId: number | null = null
let waitMs = firstWaitMs
let retry: ReturnType<typeof setTimeout> | undefined

/** Fetches the state and opens the stream; from then on the store follows the server, through restarts too. */
export async function startLive(): Promise<void> {
  try {
    await resync()
    open()
  } catch {
    connection.value = 'lost'
    scheduleRetry(startLive)
  }
}

function scheduleRetry(again: () => void | Promise<void>): void {
  clearTimeout(retry)
  retry = setTimeout(() => void again(), waitMs)
  waitMs = Math.min(waitMs * 2, longestWaitMs)
}

function open(): void {
  const after = lastId === null ? '' : `?after=${lastId}`
  const source = new EventSource(`/console/events${after}`)
  const wasOpen = lastId !== null
  source.onopen = () => {
    waitMs = firstWaitMs
    connection.value = 'open'
    // A restarted server may have forgotten the journal; the state tells the truth either way.
    if (wasOpen || lastId === null) void resync().catch(() => undefined)
  }
  source.onerror = () => {
    // The browser's own retry gives up on an HTTP error and cannot be paced, so each break opens a new stream.
    source.close()
    connection.value = 'lost'
    scheduleRetry(open)
  }
  for (const name of eventNames) source.addEventListener(name, receive)
}

function receive(message: MessageEvent<string>): void {
  const id = message.lastEventId === '' ? null : Number(message.lastEventId)
  const event = JSON.parse(message.data) as ConsoleEvent
  const hasHole = id !== null && lastId !== null && id !== lastId && id !== lastId + 1
  const isRepeated = id !== null && lastId !== null && id === lastId && event.type !== 'typing'
  if (id !== null) lastId = id
  if (isRepeated) return
  applyEvent(event)
  if (hasHole || event.type === 'reset') void resync().catch(() => undefined)
}
