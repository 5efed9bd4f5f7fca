import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Card, say } from '../../../cards/kit/index.ts'
import { Fault } from '../../../src/core/errors.ts'
import type { Receiver } from '../../../src/core/ports.ts'
import { type LarkMessenger, larkMessenger } from '../../../src/platform/lark/client.ts'
import type { LarkLog } from '../../../src/platform/lark/log.ts'
import { clickAsPerson, sendFileAsPerson } from '../../../src/platform/stand-in/index.ts'
import { APP_SECRET, type Bench, openBench } from '../stand-in/support.ts'

const SECRET_WORDS = '客户身份证号不可外泄'
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

const card: Card = {
  heading: { title: say('任务', 'Task') },
  summary: say('一条任务', 'A task'),
  nodes: [
    { node: 'text', text: SECRET_WORDS },
    {
      node: 'buttons',
      buttons: [{ label: say('完成', 'Done'), press: { action: 'task.done', input: { task: 7 } } }],
    },
  ],
}
const content = { kind: 'card', card } as const
const toWangMin: Receiver = { to: 'account', id: 'ou_wangmin' }

let bench: Bench
let messenger: LarkMessenger
let logged: string[]

/** Keeps whatever is logged, objects and all, as a careless log would write it out. */
function keepingLog(): LarkLog {
  const keep = (...entry: readonly unknown[]) => {
    logged.push(
      JSON.stringify(entry, (_key, value) =>
        value instanceof Error ? { ...value, message: value.message } : value,
      ),
    )
  }
  return { info: keep, warn: keep, error: keep }
}

beforeEach(async () => {
  logged = []
  bench = await openBench()
  messenger = larkMessenger({
    appId: 'cli_demo',
    appSecret: APP_SECRET,
    domain: bench.domain,
    clock: bench.clock,
    log: keepingLog(),
  })
})
afterEach(() => bench.close())

function messagesOf(chat: string) {
  return bench.standIn.platform.memory.messagesOf(chat)
}

async function sendCard(id = 'key-1', receiver = toWangMin): Promise<string> {
  const delivery = await messenger.send({ id, receiver, content })
  if (delivery.outcome !== 'sent') throw new Error(JSON.stringify(delivery))
  return delivery.messageId
}

describe('a message', () => {
  it('goes to a person, and the chat in which it arrived is known afterwards', async () => {
    const delivery = await messenger.send({ id: 'key-1', receiver: toWangMin, content })
    expect(delivery).toMatchObject({ outcome: 'sent', conversation: 'oc_p2p_wangmin' })
    expect(messagesOf('oc_p2p_wangmin')).toHaveLength(1)
  })

  it('goes to a group, and below a message', async () => {
    const messageId = await sendCard('key-1', { to: 'conversation', id: 'oc_retail1' })
    const reply = await messenger.send({ id: 'key-2', receiver: { to: 'message', id: messageId }, content })
    expect(reply).toMatchObject({ outcome: 'sent', conversation: 'oc_retail1' })
    expect(messagesOf('oc_retail1')).toHaveLength(2)
  })

  it('goes out once under one key', async () => {
    expect(await sendCard('same')).toBe(await sendCard('same'))
    expect(messagesOf('oc_p2p_wangmin')).toHaveLength(1)
  })

  it('is repeated without harm when its answer was lost', async () => {
    bench.standIn.faults.plan({
      failure: { kind: 'close' },
      endpoint: 'POST /im/v1/messages',
      afterEffect: true,
    })
    expect(await messenger.send({ id: 'lost', receiver: toWangMin, content })).toMatchObject({
      outcome: 'retry',
      code: 0,
    })
    await sendCard('lost')
    expect(messagesOf('oc_p2p_wangmin')).toHaveLength(1)
  })

  it.each<[string, Receiver, number]>([
    ['who has left', { to: 'account', id: 'ou_gone' }, 230013],
    ['who may not use the bot', { to: 'account', id: 'ou_outside' }, 230013],
    ['where the bot is not', { to: 'conversation', id: 'oc_lost' }, 230002],
  ])('to somebody %s is not repeated', async (_case, receiver, code) => {
    expect(await messenger.send({ id: 'x', receiver, content })).toMatchObject({
      outcome: 'dead',
      code: expect.closeTo(code, -2),
    })
  })

  it.each([
    [
      { kind: 'code', code: 99991400, status: 429 } as const,
      { outcome: 'retry', code: 99991400, afterMs: 1000 },
    ],
    [{ kind: 'status', status: 429, resetSeconds: 7 } as const, { outcome: 'retry', afterMs: 7000 }],
    [{ kind: 'code', code: 230020 } as const, { outcome: 'retry', code: 230020 }],
    [{ kind: 'code', code: 230049 } as const, { outcome: 'retry', code: 230049 }],
    [{ kind: 'status', status: 502 } as const, { outcome: 'retry' }],
    [{ kind: 'code', code: 230028 } as const, { outcome: 'dead', code: 230028 }],
    [{ kind: 'code', code: 99991672 } as const, { outcome: 'dead', code: 99991672 }],
    [{ kind: 'code', code: 999 } as const, { outcome: 'dead', code: 999 }],
  ])('that meets %j ends as the platform asks', async (failure, outcome) => {
    bench.standIn.faults.plan({ failure, endpoint: 'POST /im/v1/messages' })
    expect(await messenger.send({ id: 'x', receiver: toWangMin, content })).toMatchObject(outcome)
  })
})

describe('the access token', () => {
  it('that is no longer good is fetched anew, once, and the call repeated', async () => {
    await sendCard('before')
    bench.standIn.tokens.revokeAll()
    await sendCard('after')
    expect(messagesOf('oc_p2p_wangmin')).toHaveLength(2)
  })

  it('that is refused again leaves the call for later', async () => {
    await sendCard('before')
    const failure = { kind: 'code', code: 99991663, status: 400 } as const
    bench.standIn.faults.plan({ failure, endpoint: 'POST /im/v1/messages', times: 2 })
    expect(await messenger.send({ id: 'x', receiver: toWangMin, content })).toMatchObject({
      outcome: 'retry',
      code: 99991663,
    })
  })

  it('ages by the clock that was passed in', async () => {
    await sendCard('before')
    bench.clock.advance(3 * 3_600_000)
    await sendCard('after')
    expect(logged).toEqual([])
  })

  it('cannot be had with a wrong secret, and an operator is told', async () => {
    const log = keepingLog()
    const wrong = larkMessenger({
      appId: 'cli_demo',
      appSecret: 'wrong',
      domain: bench.domain,
      clock: bench.clock,
      log,
    })
    expect(await wrong.send({ id: 'x', receiver: toWangMin, content })).toEqual({
      outcome: 'dead',
      code: 10014,
    })
    expect(logged.join()).toContain('lark.call.refused')
  })
})

describe('what is logged', () => {
  it('holds neither what was sent, nor a token, nor the secret', async () => {
    const failures = [
      { kind: 'code', code: 230001, status: 400 },
      { kind: 'status', status: 500 },
      { kind: 'close' },
    ] as const
    for (const failure of failures) {
      bench.standIn.faults.plan({ failure, endpoint: 'POST /im/v1/messages' })
      await messenger.send({ id: 'x', receiver: toWangMin, content })
    }
    const log = keepingLog()
    const unfetched = larkMessenger({
      appId: 'cli_demo',
      appSecret: 'app-secret-1',
      domain: bench.domain,
      clock: bench.clock,
      log,
    })
    await unfetched.send({ id: 'x', receiver: toWangMin, content })
    const { token } = bench.standIn.tokens.issue('cli_demo', APP_SECRET)
    expect(logged.length).toBeGreaterThanOrEqual(4)
    for (const secret of [SECRET_WORDS, token, APP_SECRET, 'app-secret-1', 'Bearer', 'ou_wangmin']) {
      expect(logged.join('\n')).not.toContain(secret)
    }
  })

  it('names the sub number of a card that the platform could not build', async () => {
    bench.standIn.faults.plan({ failure: { kind: 'code', code: 230099 }, endpoint: 'POST /im/v1/messages' })
    await messenger.send({ id: 'x', receiver: toWangMin, content })
    expect(logged.join()).toContain('"subCode"')
  })
})

describe('a card that was sent', () => {
  it('can be replaced', async () => {
    const messageId = await sendCard()
    const done: Card = { ...card, heading: { title: say('已完成', 'Done') } }
    expect(await messenger.update({ messageId, card: done })).toMatchObject({ outcome: 'sent', messageId })
    expect(messagesOf('oc_p2p_wangmin')[0]?.content).toContain('已完成')
  })

  it('that is not the bot’s cannot, and is not tried again', async () => {
    expect(await messenger.update({ messageId: 'om_unknown', card })).toMatchObject({ outcome: 'dead' })
  })

  it('can be pressed by the name of its button, whose press comes back', async () => {
    const messageId = await sendCard()
    await clickAsPerson(bench.standIn.platform, { as: 'ou_wangmin', messageId, element: 'button_1' })
    expect(bench.pushes.at(-1)?.event).toMatchObject({
      action: { value: { a: 'task.done', i: { task: 7 } } },
    })
  })
})

describe('a file', () => {
  it('is uploaded and sent under its name', async () => {
    const file = { kind: 'file', name: '导入模板.csv', bytes: Buffer.from('姓名,手机号') } as const
    expect(await messenger.send({ id: 'f', receiver: toWangMin, content: file })).toMatchObject({
      outcome: 'sent',
    })
    const [message] = messagesOf('oc_p2p_wangmin')
    expect(message?.msgType).toBe('file')
    const { file_key } = JSON.parse(message?.content ?? '{}')
    expect(bench.standIn.platform.memory.findFile(file_key)).toMatchObject({ name: '导入模板.csv' })
  })

  it('that is a picture is sent as one', async () => {
    const file = { kind: 'file', name: 'chart.png', bytes: PNG } as const
    expect(await messenger.send({ id: 'p', receiver: toWangMin, content: file })).toMatchObject({
      outcome: 'sent',
    })
    expect(messagesOf('oc_p2p_wangmin')[0]?.msgType).toBe('image')
  })

  it.each([0, 31 * 1024 * 1024])('of %i bytes is not even tried', async (length) => {
    const file = { kind: 'file', name: 'a.csv', bytes: new Uint8Array(length) } as const
    expect(await messenger.send({ id: 'x', receiver: toWangMin, content: file })).toMatchObject({
      outcome: 'dead',
    })
  })

  it('that a person sent can be fetched', async () => {
    const bytes = Buffer.from('姓名\n李建国')
    const { message } = await sendFileAsPerson(bench.standIn.platform, {
      as: 'ou_wangmin',
      chatId: 'oc_p2p_wangmin',
      file: { kind: 'file', name: '名单.csv', mime: 'text/csv', bytes },
    })
    const { file_key: key } = JSON.parse(message.content)
    expect(
      Buffer.from(await messenger.download({ messageId: message.messageId, key, kind: 'file' })),
    ).toEqual(bytes)
  })

  it('of 30 MB is fetched without looking at each byte as if it were an answer', async () => {
    const bytes = Buffer.alloc(30 * 1024 * 1024, 'a')
    const { message } = await sendFileAsPerson(bench.standIn.platform, {
      as: 'ou_wangmin',
      chatId: 'oc_p2p_wangmin',
      file: { kind: 'file', name: '名单.csv', mime: 'text/csv', bytes },
    })
    const { file_key: key } = JSON.parse(message.content)
    const fetched = await messenger.download({ messageId: message.messageId, key, kind: 'file' })
    expect(bytes.equals(fetched)).toBe(true)
  })

  it('that is not there cannot, and says whether a later try helps', async () => {
    const missing = messenger.download({ messageId: 'om_x', key: 'file_x', kind: 'file' })
    await expect(missing).rejects.toBeInstanceOf(Fault)
    await expect(missing).rejects.toMatchObject({
      service: 'lark',
      operation: 'message.resource',
      retryable: false,
    })
  })
})

describe('what must not leave any more', () => {
  /** Lets calls of an endpoint go unanswered. @returns a promise of the first of them */
  function hang(endpoint: string): Promise<void> {
    const { faults } = bench.standIn
    const { promise, resolve } = Promise.withResolvers<void>()
    const take = faults.take
    faults.plan({ failure: { kind: 'hang' }, endpoint })
    faults.take = (called) => {
      if (called === endpoint) resolve()
      return take(called)
    }
    return promise
  }
  const file = { kind: 'file', name: '客户.csv', bytes: Buffer.from('姓名,手机号') } as const

  it.each([
    ['a card whose token is long in coming', 'POST /auth/v3/tenant_access_token/internal', content],
    ['a card that the platform is slow to take', 'POST /im/v1/messages', content],
    ['a file that is still being uploaded', 'POST /im/v1/files', file],
  ])('is stopped: %s', async (_case, endpoint, what) => {
    const stop = new AbortController()
    const under = hang(endpoint)
    const sending = messenger.send({ id: 'x', receiver: toWangMin, content: what, stop: stop.signal })
    await under
    stop.abort()
    expect(await sending).toMatchObject({ outcome: 'retry', code: 0 })
    expect(messagesOf('oc_p2p_wangmin')).toEqual([])
  })

  it('is not even begun, and others go on', async () => {
    const messageId = await sendCard()
    const stop = AbortSignal.abort()
    expect(await messenger.send({ id: 'x', receiver: toWangMin, content, stop })).toMatchObject({
      outcome: 'retry',
    })
    const done: Card = { ...card, heading: { title: say('已完成', 'Done') } }
    expect(await messenger.update({ messageId, card: done, stop })).toMatchObject({ outcome: 'retry' })
    expect(messagesOf('oc_p2p_wangmin').map(({ content: kept }) => kept)).toEqual([
      expect.not.stringContaining('已完成'),
    ])
    await sendCard('y')
    expect(messagesOf('oc_p2p_wangmin')).toHaveLength(2)
  })
})

describe('the bot', () => {
  it('learns who it is', async () => {
    expect(await messenger.botAccount()).toBe(bench.standIn.platform.bot.openId)
  })

  it('says so where it cannot', async () => {
    bench.standIn.faults.plan({ failure: { kind: 'status', status: 503 } })
    await expect(messenger.botAccount()).rejects.toMatchObject({ name: 'Fault', retryable: true })
  })

  it('replaces a card by the token of a click, twice and not a third time', async () => {
    const messageId = await sendCard()
    await clickAsPerson(bench.standIn.platform, { as: 'ou_wangmin', messageId, element: 'button_1' })
    const updateToken = String(bench.pushes.at(-1)?.event['token'])
    expect(await messenger.updateClicked({ updateToken, card })).toMatchObject({ outcome: 'sent' })
    expect(await messenger.updateClicked({ updateToken, card })).toMatchObject({ outcome: 'sent' })
    expect(await messenger.updateClicked({ updateToken, card })).toMatchObject({ outcome: 'dead' })
  })
})
