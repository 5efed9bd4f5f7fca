// A platform that keeps nothing but when it was handed what, and answers after a while as a real one does.

import { setTimeout as wait } from 'node:timers/promises'
import type { Card } from '../cards/kit/index.ts'
import type { Delivery, Messenger } from '../src/core/ports.ts'

/** Something that left the house. */
export interface HandedOver {
  /** Milliseconds of the machine's own clock, which all processes share. */
  readonly at: number
  /** Whether it tells of a customer. */
  readonly data: boolean
  /** A message, a part of a file, a change of a card, or the answer to a click. */
  readonly as: 'message' | 'part' | 'change' | 'answer'
}

/** The machine's own clock. */
export function instant(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** How many times longer than a card a file is on its way, and how often a part of it leaves. */
const FILE_TAKES = 40
const PART_MS = 20

/** The platform, `latencyMs` away, as the real client is towards it; `tells` knows a customer's data where it sees some. */
export function recordingMessenger(
  latencyMs: number,
  tells: (card: Card) => boolean,
  handed: HandedOver[],
): Messenger {
  const answer = (id: string, conversation: string, stop?: AbortSignal): Promise<Delivery> =>
    wait(latencyMs, undefined, stop === undefined ? {} : { signal: stop }).then(
      () => ({ outcome: 'sent', messageId: `om_${id}`, conversation }),
      () => ({ outcome: 'retry', code: 0, afterMs: 1000 }),
    )
  const upload = async (stop?: AbortSignal) => {
    const end = instant() + latencyMs * FILE_TAKES
    for (; instant() < end && stop?.aborted !== true; await wait(PART_MS))
      handed.push({ at: instant(), data: true, as: 'part' })
  }
  return {
    send: async ({ id, receiver, content, stop }) => {
      if (content.kind === 'file') await upload(stop)
      else handed.push({ at: instant(), data: tells(content.card), as: 'message' })
      return answer(id, receiver.id, stop)
    },
    update: ({ messageId, card, stop }) => {
      handed.push({ at: instant(), data: tells(card), as: 'change' })
      return answer(messageId, '', stop)
    },
    placePictures: async (card) => card,
    download: () => Promise.reject(new Error('nobody attached a file')),
  }
}
