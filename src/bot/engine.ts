// Keeps the work going on a machine of its own: wakes when something came in, polls for what other instances left,
// waits out the pace of sending, and ends with what is in hand done.

import { setTimeout as wait } from 'node:timers/promises'
import type { BotParts } from './bot.ts'
import { workInbox, workOutbox } from './work.ts'

/** What another instance left behind is found within this time. */
const POLL_MS = 2000

export interface Engine {
  /** Something came in, or something is to be sent. */
  wake(): void
  /** Resolves when nothing is left to do now; waits out the pace of sending, but not a later try. */
  settle(): Promise<void>
  /** Finishes what is in hand and stops. */
  stop(): Promise<void>
}

/** Starts the engine. */
export function startEngine(parts: BotParts): Engine {
  const outbox = startPump(parts, 'outbox', () => workOutbox(parts))
  const inbox = startPump(parts, 'inbox', async () => {
    await workInbox(parts, outbox.wake)
    return null
  })
  return {
    wake: () => {
      inbox.wake()
      outbox.wake()
    },
    settle: async () => {
      await inbox.settle()
      await outbox.settle()
    },
    stop: async () => {
      await inbox.stop()
      await outbox.stop()
    },
  }
}

interface Pump {
  wake(): void
  settle(): Promise<void>
  stop(): Promise<void>
}

/** Waits no longer than this for a message that is held back by the pace. */
const PACE_MS = 3000

/** Runs a piece of work again and again: at once when woken, when it says so, and now and then in any case. */
function startPump(parts: BotParts, name: string, work: () => Promise<Date | null>): Pump {
  let stopped = false
  let woken = true
  let nextAt: Date | null = null
  let running: Promise<void> | null = null
  const timer = setInterval(() => wake(), POLL_MS)

  const run = async () => {
    while (woken && !stopped) {
      woken = false
      try {
        nextAt = await work()
      } catch (error) {
        // The database is away, most likely: the process lives on, and the next poll tries again.
        parts.log.error(`${name}.paused`, error)
        nextAt = null
        return
      }
      if (nextAt !== null) scheduleAt(nextAt)
    }
  }
  const wake = () => {
    woken = true
    running ??= run().finally(() => {
      running = null
      if (woken && !stopped) wake()
    })
  }
  const scheduleAt = (at: Date) => {
    const ms = Math.max(10, at.getTime() - parts.clock.now().getTime())
    if (ms < POLL_MS) setTimeout(wake, ms).unref()
  }
  wake()
  return {
    wake,
    settle: async () => {
      wake()
      for (;;) {
        await running
        if (woken && !stopped) continue
        const ms = nextAt === null ? null : nextAt.getTime() - parts.clock.now().getTime()
        if (ms === null || ms > PACE_MS || stopped) return
        await wait(Math.max(10, ms))
        wake()
      }
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
