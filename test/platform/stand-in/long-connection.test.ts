import { EventDispatcher, WSClient } from '@larksuiteoapi/node-sdk'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clickAsPerson, sayAsPerson } from '../../../src/platform/stand-in/index.ts'
import { APP_SECRET, type Bench, cardOf, openBench, silent } from './support.ts'

/** The SDK's client takes no other form of app id. */
const APP_ID = 'cli_a1b2c3d4e5f60718'
const timing = { pingSeconds: 120, reconnectSeconds: 0, reconnectNonceSeconds: 0 }

let bench: Bench
let clients: WSClient[]

beforeEach(async () => {
  clients = []
  bench = await openBench({ appId: APP_ID, transport: 'websocket', answerWithinMs: 500, timing })
})
afterEach(async () => {
  for (const client of clients) client.close({ force: true })
  await bench.close()
})

type Handler = (data: Record<string, unknown>) => unknown

/** Starts the SDK's client unchanged; resolves when it is ready, or with what went wrong. */
function connect(
  handlers: { readonly [type: string]: Handler },
  appSecret = APP_SECRET,
): Promise<Error | null> {
  return new Promise((resolve) => {
    const client = new WSClient({
      appId: APP_ID,
      appSecret,
      domain: bench.domain,
      logger: silent,
      onReady: () => resolve(null),
      onError: resolve,
    })
    clients.push(client)
    const eventDispatcher = new EventDispatcher({ logger: silent }).register(handlers)
    void client.start({ eventDispatcher })
  })
}

const say = (words: string) =>
  sayAsPerson(bench.standIn.platform, { as: 'ou_wangmin', chatId: 'oc_p2p_wangmin', text: words })

describe('the long connection', () => {
  test('brings an event to the SDK’s client and learns that it was taken', async () => {
    const got: Record<string, unknown>[] = []
    expect(await connect({ 'im.message.receive_v1': (data) => got.push(data) })).toBeNull()
    const { message, delivered } = await say('你好')
    expect(delivered).toBe(true)
    expect(got).toMatchObject([{ message: { message_id: message.messageId, content: '{"text":"你好"}' } }])
  })

  test('carries a message of 140 KB in several frames', async () => {
    const lengths: number[] = []
    const words = '字'.repeat(46_000)
    await connect({
      'im.message.receive_v1': (data) => {
        lengths.push(JSON.parse((data['message'] as { content: string }).content).text.length)
      },
    })
    expect((await say(words)).delivered).toBe(true)
    expect(lengths).toEqual([46_000])
  })

  test('brings back the toast with which a click is answered', async () => {
    await connect({ 'card.action.trigger': () => ({ toast: { type: 'success', content: '好' } }) })
    const button = {
      tag: 'button',
      name: 'ok',
      text: { tag: 'plain_text', content: '好' },
      behaviors: [{ type: 'callback', value: {} }],
    }
    const sent = await bench.call('POST', '/im/v1/messages?receive_id_type=open_id', {
      receive_id: 'ou_wangmin',
      msg_type: 'interactive',
      content: JSON.stringify(cardOf(button)),
    })
    const { message_id: messageId } = sent.body['data'] as { message_id: string }
    const effect = await clickAsPerson(bench.standIn.platform, { as: 'ou_wangmin', messageId, element: 'ok' })
    expect(effect).toEqual({ code: 0, toast: { type: 'success', content: '好' } })
  })

  test('delivers again what a handler threw at', async () => {
    let failures = 1
    const seen: unknown[] = []
    await connect({
      'im.message.receive_v1': (data) => {
        if (failures-- > 0) throw new Error('not now')
        seen.push(data)
      },
    })
    expect((await say('你好')).delivered).toBe(false)
    bench.clock.advance(15_000)
    expect(await bench.standIn.platform.courier.deliverDue()).toBe(1)
    expect(seen).toHaveLength(1)
  })

  test('gives each event to one of several connections', async () => {
    let taken = 0
    const count = () => {
      taken += 1
    }
    await Promise.all([1, 2, 3].map(() => connect({ 'im.message.receive_v1': count })))
    expect(bench.standIn.connections.count).toBe(3)
    for (let said = 0; said < 5; said++) await say(`${said}`)
    expect(taken).toBe(5)
  })

  test('that is cut is opened again by the client, and what was missed comes then', async () => {
    const got: unknown[] = []
    const reconnected = new Promise<void>((resolve) => {
      const client = new WSClient({
        appId: APP_ID,
        appSecret: APP_SECRET,
        domain: bench.domain,
        logger: silent,
        onReady: () => {
          bench.standIn.connections.closeAll()
        },
        onReconnected: resolve,
      })
      clients.push(client)
      const eventDispatcher = new EventDispatcher({ logger: silent }).register({
        'im.message.receive_v1': (data) => {
          got.push(data)
        },
      })
      void client.start({ eventDispatcher })
    })
    await reconnected
    await say('在吗')
    expect(got).toHaveLength(1)
  })

  test('is refused for a wrong secret, for good', async () => {
    expect(await connect({}, 'a wrong secret')).toMatchObject({ message: expect.stringContaining('514') })
  })

  test('without anybody connected, an event waits', async () => {
    expect((await say('你好')).delivered).toBe(false)
    expect(bench.standIn.platform.courier.nextDueAt()).not.toBeNull()
  })
})
