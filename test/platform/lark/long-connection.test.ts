import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClickInbound, Inbound } from '../../../src/core/inbound.ts'
import { larkMessenger } from '../../../src/platform/lark/client.ts'
import { openLongConnection } from '../../../src/platform/lark/long-connection.ts'
import { clickAsPerson, sayAsPerson } from '../../../src/platform/stand-in/index.ts'
import { APP_SECRET, type Bench, openBench } from '../stand-in/support.ts'

const APP_ID = 'cli_a1b2c3d4e5f60718'

let bench: Bench
let close: () => void
let ready: Promise<void>
let accepted: { readonly inbound: Inbound; readonly raw: string }[]
let clicked: ClickInbound[]
let failing: boolean

beforeEach(async () => {
  accepted = []
  clicked = []
  failing = false
  const timing = { pingSeconds: 120, reconnectSeconds: 0, reconnectNonceSeconds: 0 }
  bench = await openBench({ appId: APP_ID, transport: 'websocket', answerWithinMs: 2000, timing })
  const { promise, resolve } = Promise.withResolvers<void>()
  ready = promise
  close = await openLongConnection({
    appId: APP_ID,
    appSecret: APP_SECRET,
    domain: bench.domain,
    log: {
      info: (event) => (event === 'lark.connection.ready' ? resolve() : undefined),
      warn: () => {},
      error: () => {},
    },
    accept: async (inbound, raw) => {
      if (failing) throw new Error('no database')
      accepted.push({ inbound, raw })
      return 'new'
    },
    click: async (inbound) => {
      clicked.push(inbound)
      return { toast: { tone: 'success', text: { zh: '已完成', en: 'Done' } } }
    },
  })
  await ready
})
afterEach(async () => {
  close()
  await bench.close()
})

const say = (text: string) =>
  sayAsPerson(bench.standIn.platform, { as: 'ou_wangmin', chatId: 'oc_p2p_wangmin', text })

describe('the long connection', () => {
  it('brings the same Inbound as the door, with the whole event beside it', async () => {
    const { message, delivered } = await say('今天有什么待办')
    expect(delivered).toBe(true)
    expect(accepted).toMatchObject([
      {
        inbound: {
          kind: 'message',
          id: message.messageId,
          text: '今天有什么待办',
          sender: { account: 'ou_wangmin' },
        },
      },
    ])
    expect(JSON.parse(accepted[0]?.raw ?? '')).toMatchObject({
      schema: '2.0',
      header: { app_id: APP_ID },
      event: {},
    })
  })

  it('does not acknowledge what could not be stored', async () => {
    failing = true
    expect((await say('你好')).delivered).toBe(false)
    failing = false
    bench.clock.advance(15_000)
    expect(await bench.standIn.platform.courier.deliverDue()).toBe(1)
    expect(accepted).toHaveLength(1)
  })

  it('answers a click inside of the call', async () => {
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const messenger = larkMessenger({
      appId: APP_ID,
      appSecret: APP_SECRET,
      domain: bench.domain,
      clock: bench.clock,
      log,
    })
    const sent = await messenger.send({
      id: 'card',
      receiver: { to: 'account', id: 'ou_wangmin' },
      content: {
        kind: 'card',
        card: {
          heading: { title: '任务' },
          summary: '任务',
          nodes: [
            {
              node: 'buttons',
              buttons: [{ label: '完成', press: { action: 'task.done', input: { task: 7 } } }],
            },
          ],
        },
      },
    })
    if (sent.outcome !== 'sent') throw new Error(JSON.stringify(sent))
    const click = { as: 'ou_wangmin', messageId: sent.messageId, element: 'button_1' }
    const effect = await clickAsPerson(bench.standIn.platform, click)
    expect(effect).toMatchObject({ toast: { type: 'success', content: '已完成', i18n: { en_us: 'Done' } } })
    expect(clicked).toMatchObject([{ press: { action: 'task.done', input: { task: 7 } } }])
  })

  it('is not tried with an application id that the SDK would silently refuse', async () => {
    const nothing = { accept: async () => 'new' as const, click: async () => ({}) }
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const opening = openLongConnection({
      appId: 'cli_demo',
      appSecret: 'x',
      domain: bench.domain,
      log,
      ...nothing,
    })
    await expect(opening).rejects.toThrow(/16 hex digits/)
  })
})
