// An instance that answers what is in the inbox, sends what is in the outbox, and has people who click meanwhile. Told to
// stop, it reports what left it and when.

import { setTimeout as wait } from 'node:timers/promises'
import type { Card } from '../../cards/kit/index.ts'
import { startEngine } from '../../src/bot/engine.ts'
import { click } from '../../src/bot/work.ts'
import type { ClickInbound } from '../../src/core/inbound.ts'
import { nodePrimitives } from '../../src/node-seal.ts'
import { openSealer } from '../../src/storage/index-key.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { benchBot } from '../bench-bot.ts'
import { BENCH_KEYS, type Writer } from '../path-bank.ts'
import { type HandedOver, instant, recordingMessenger } from '../recording-messenger.ts'

/** People who click at the same time, and how long each looks at an answer. */
const CLICKERS = 2
const LOOKING_MS = 50

const writers = JSON.parse(process.env['WRITERS'] ?? '[]') as readonly Writer[]
const customers = new RegExp(
  [...writers.map(({ customer }) => customer), String.raw`\bC\d{6}\b`, String.raw`\d{3}\*{4}\d{4}`].join('|'),
)
const tells = (card: Card): boolean => customers.test(JSON.stringify(card))

const handed: HandedOver[] = []
const store = openPostgres(process.env['DATABASE_URL'] ?? '')
const bot = {
  ...benchBot(store, await openSealer(store.db, BENCH_KEYS, nodePrimitives)),
  messenger: recordingMessenger(Number(process.env['LATENCY_MS']), tells, handed),
}
const engine = startEngine(bot)
let stopping = false
const clicking = Promise.all(Array.from({ length: CLICKERS }, (_, lane) => clickAround(lane)))

async function clickAround(lane: number): Promise<void> {
  for (let i = lane; !stopping; i += CLICKERS) {
    const writer = writers[i % writers.length]
    if (writer === undefined) return
    const { card } = await click(bot, clickOf(writer), () => undefined)
    if (card !== undefined) handed.push({ at: instant(), data: tells(card), as: 'answer' })
    engine.wake()
    await wait(LOOKING_MS)
  }
}

/** A click on a button that looks a customer up. */
function clickOf({ account, chat, customer }: Writer): ClickInbound {
  return {
    kind: 'click',
    id: `click_${crypto.randomUUID()}`,
    happenedAt: new Date(),
    conversation: chat,
    messageId: 'om_bench',
    sender: { account },
    press: { action: 'say', input: { text: customer } },
    form: {},
  }
}

process.on('message', async () => {
  stopping = true
  await clicking
  await engine.stop()
  process.send?.({ handed })
})
