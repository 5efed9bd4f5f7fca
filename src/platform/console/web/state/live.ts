// The stream of events from the server: reconnects by itself, resumes where it stopped, notices every hole.

import type { ConsoleEvent } from '../../protocol.ts'
import { applyEvent, connection, consoleState, resync } from './store.ts'

const eventNames = ['message', 'updated', 'refused', 'clock', 'typing', 'read', 'reset']
const firstWaitMs = 500
const longestWaitMs = 5_000

/** Number of the newest entry of the journal that the page has taken in. */
let lastId = 0
let waitMs = firstWaitMs
let retry: ReturnType<typeof setTimeout> | undefined

/** Fetches the state and opens the stream; from then on the store follows the server, through restarts too. */
export async function startLive(): Promise<void> {
  try {
    await resync()
    // The stream takes up where the state stands, so nothing that happens between the two is missed.
    lastId = consoleState.value?.newest ?? 0
    open()
  } catch {
    connection.value = 'lost'
    scheduleRetry()
  }
}

function scheduleRetry(): void {
  clearTimeout(retry)
  // A new start rather than a bare reconnection: a restarted server may count anew.
  retry = setTimeout(() => void startLive(), waitMs)
  waitMs = Math.min(waitMs * 2, longestWaitMs)
}

function open(): void {
  const source = new EventSource(`/console/events?after=${lastId}`)
  source.onopen = () => {
    waitMs = firstWaitMs
    connection.value = 'open'
  }
  source.onerror = () => {
    // The browser's own retry gives up on an HTTP error and cannot be paced, so each break opens a new stream.
    source.close()
    connection.value = 'lost'
    scheduleRetry()
  }
  const receiveFrom = (message: MessageEvent<string>) => receive(message, source)
  for (const name of eventNames) source.addEventListener(name, receiveFrom)
}

/** Applies an event. Where its number does not follow the last one, events were lost: then all begins anew. */
function receive(message: MessageEvent<string>, source: EventSource): void {
  const event = JSON.parse(message.data) as ConsoleEvent
  if (event.type === 'typing') {
    applyEvent(event)
    return
  }
  const id = Number(message.lastEventId)
  if (id === lastId) return
  if (event.type === 'reset' || id !== lastId + 1) {
    source.close()
    void startLive()
    return
  }
  lastId = id
  applyEvent(event)
}
