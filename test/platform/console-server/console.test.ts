import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createConsoleApp } from '../../../src/platform/console/server/app.ts'
import type { ConsolePorts } from '../../../src/platform/console/server/ports.ts'
import { type Bench, cardOf, openBench } from '../stand-in/support.ts'

let bench: Bench
let ports: ConsolePorts
let app: Hono
let ticks: string[]
let due: Date | null
let ending: AbortController

beforeEach(async () => {
  bench = await openBench()
  connect()
})
afterEach(() => bench.close())

/** The bot of these tests answers each message with a card, and finishes after it has acknowledged. */
function connect(): void {
  ticks = []
  due = null
  ending = new AbortController()
  let work: Promise<unknown> = Promise.resolve()
  bench.answer = ({ header, event }) => {
    if (header['event_type'] === 'card.action.trigger') return { toast: { type: 'success', content: '好' } }
    const { chat_id } = event['message'] as { chat_id: string }
    work = work.then(() => reply(chat_id))
    return {}
  }
  ports = {
    standIn: bench.standIn,
    clock: bench.clock,
    settle: async () => {
      await work
    },
    tick: async () => {
      ticks.push(bench.clock.now().toISOString())
    },
    nextDue: async () => due,
    trace: async (messageId) => [{ step: 'received', at: '2026-11-21T02:00:00Z', facts: { messageId } }],
    samples: () => [{ file: 'customers.ts', name: 'one', card: cardOf({ tag: 'hr' }) }],
    ending: ending.signal,
    page: async (path) => (path === '/console' ? new Response('<title>') : null),
  }
  app = createConsoleApp(ports)
}

const button = {
  tag: 'button',
  name: 'ok',
  text: { tag: 'plain_text', content: '确认' },
  behaviors: [{ type: 'callback', value: { a: 1 } }],
}

function reply(chatId: string): Promise<unknown> {
  return bench.call('POST', '/im/v1/messages?receive_id_type=chat_id', {
    receive_id: chatId,
    msg_type: 'interactive',
    content: JSON.stringify(cardOf(button)),
  })
}

interface Answered {
  readonly status: number
  readonly body: { readonly [name: string]: unknown }
}

async function request(path: string, init: RequestInit = {}): Promise<Answered> {
  const response = await app.request(path, init)
  return { status: response.status, body: (await response.json()) as Answered['body'] }
}
const post = (path: string, body: unknown) =>
  request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
const say = (rest: object = {}) =>
  post('/console/say', { as: 'ou_wangmin', chat: 'p2p', text: '你好', ...rest })
const firstOf = (answered: Answered) => (answered.body['messages'] as { messageId: string }[])[0]

describe('saying something', () => {
  test('answers with what the bot wrote, once it has finished', async () => {
    const said = await say()
    expect(said.body).toMatchObject({
      delivered: true,
      message: { content: { text: '你好' }, sender: { kind: 'person', openId: 'ou_wangmin' } },
      messages: [
        {
          chatId: 'oc_p2p_wangmin',
          sender: { kind: 'bot' },
          msgType: 'interactive',
          content: cardOf(button),
        },
      ],
    })
  })

  test('in a group mentions the bot, unless that is switched off', async () => {
    expect((await say({ chat: 'oc_retail1' })).body['messages']).toHaveLength(1)
    expect((await say({ chat: 'oc_retail1', mention: false })).body).toMatchObject({
      delivered: false,
      messages: [],
    })
  })

  test.each([
    ['a person whom nobody knows', { as: 'ou_nobody' }, 404, 'person_unknown'],
    ['a chat that does not exist', { chat: 'oc_nowhere' }, 404, 'chat_unknown'],
    ['a chat of others', { chat: 'oc_p2p_zhaoqiang' }, 403, 'not_a_member'],
    ['no text', { text: '' }, 400, 'bad_request'],
    ['more than 150 KB', { text: '字'.repeat(52_000) }, 413, 'too_long'],
    ['an answer to nothing', { replyTo: 'om_nothing' }, 404, 'message_unknown'],
  ])('with %s is refused by name', async (_case, rest, status, error) => {
    expect(await say(rest)).toMatchObject({ status, body: { error } })
  })

  test('from a page of another address is refused', async () => {
    const headers = {
      origin: 'https://elsewhere.example',
      host: 'localhost:3000',
      'content-type': 'application/json',
    }
    const foreign = await request('/console/say', { method: 'POST', headers, body: '{}' })
    expect(foreign).toMatchObject({ status: 403, body: { error: 'foreign_origin' } })
  })
})

describe('clicking', () => {
  test('answers with the toast', async () => {
    const messageId = firstOf(await say())?.messageId
    const clicked = await post('/console/click', { as: 'ou_wangmin', messageId, element: '确认' })
    expect(clicked.body).toMatchObject({ code: 0, toast: { type: 'success', content: '好' }, messages: [] })
  })

  test('a card that changed comes back as it is now', async () => {
    const messageId = firstOf(await say())?.messageId
    const fresh = cardOf({ tag: 'hr' })
    bench.answer = () => ({ card: { type: 'raw', data: fresh } })
    const clicked = await post('/console/click', { as: 'ou_wangmin', messageId, element: 'ok' })
    expect(clicked.body['messages']).toMatchObject([
      { messageId, content: fresh, updatedAt: expect.any(String) },
    ])
  })

  test('on something that is not there is 404', async () => {
    const messageId = firstOf(await say())?.messageId
    expect(await post('/console/click', { as: 'ou_wangmin', messageId, element: '不存在' })).toMatchObject({
      status: 404,
      body: { error: 'element_unknown' },
    })
    expect(
      await post('/console/click', { as: 'ou_wangmin', messageId: 'om_x', element: 'ok' }),
    ).toMatchObject({
      status: 404,
    })
  })
})

describe('the clock', () => {
  test('moves by a duration and runs what falls due there', async () => {
    const moved = await post('/console/clock', { advance: 'PT1H' })
    expect(moved.body['now']).toBe('2026-11-21T03:00:00.000Z')
    expect(ticks).toEqual(['2026-11-21T03:00:00.000Z'])
  })

  test('is set to an instant', async () => {
    const moved = await post('/console/clock', { set: '2026-11-25T08:29:50+08:00' })
    expect(moved.body['now']).toBe('2026-11-25T00:29:50.000Z')
  })

  test('goes to half past eight in the morning of the bank, today or tomorrow', async () => {
    await post('/console/clock', { set: '2026-11-25T08:29:50+08:00' })
    expect((await post('/console/clock', { to: 'morning' })).body['now']).toBe('2026-11-25T00:30:00.000Z')
    expect((await post('/console/clock', { to: 'morning' })).body['now']).toBe('2026-11-26T00:30:00.000Z')
  })

  test('goes to the next thing due, and stays where nothing waits', async () => {
    due = new Date('2026-11-21T05:00:00Z')
    expect((await post('/console/clock', { to: 'next' })).body['now']).toBe('2026-11-21T05:00:00.000Z')
    due = null
    ending = new AbortController()
    expect((await post('/console/clock', { to: 'next' })).body['now']).toBe('2026-11-21T05:00:00.000Z')
  })

  test.each([{ advance: 'an hour' }, { set: 'tomorrow' }, { to: 'yesterday' }, {}])(
    '%j is refused',
    async (body) => {
      expect(await post('/console/clock', body)).toMatchObject({
        status: 400,
        body: { error: 'bad_request' },
      })
    },
  )

  test('that moves on lets a failed event be tried again', async () => {
    const answer = bench.answer
    bench.answer = () => new Response(null, { status: 503 })
    expect((await say()).body).toMatchObject({ delivered: false, messages: [] })
    bench.answer = answer
    await post('/console/clock', { advance: 'PT15S' })
    expect((await request('/console/transcript?chat=oc_p2p_wangmin')).body['messages']).toHaveLength(2)
  })
})

describe('looking', () => {
  test('the state has people, chats with what is unread, the bot and the clock', async () => {
    await say()
    const { body } = await request('/console/state')
    expect(body['people']).toContainEqual({
      openId: 'ou_wangmin',
      name: '王敏',
      role: 'rm',
      team: '零售一组',
      branch: 'TS02',
    })
    const chats = body['chats'] as { chatId: string }[]
    expect(chats.find((chat) => chat.chatId === 'oc_p2p_wangmin')).toMatchObject({
      unread: { ou_wangmin: 1 },
      newest: 2,
    })
    expect(body).toMatchObject({ bot: { name: '小云雀' }, now: '2026-11-21T02:00:00.000Z' })
  })

  test('reading a chat leaves nothing unread and shows at the messages', async () => {
    await say()
    await post('/console/read', { as: 'ou_wangmin', chat: 'p2p' })
    const { body } = await request('/console/messages?chat=p2p&as=ou_wangmin')
    expect(body['messages']).toMatchObject([{ readBy: [] }, { readBy: ['ou_wangmin'] }])
  })

  test('messages come page by page, oldest first', async () => {
    for (const text of ['一', '二', '三']) await say({ text, chat: 'oc_retail1', mention: false })
    const newest = await request('/console/messages?chat=oc_retail1&as=ou_zhaoqiang&limit=2')
    expect(newest.body['messages']).toMatchObject([{ content: { text: '二' } }, { content: { text: '三' } }])
    const before = (newest.body['messages'] as { seq: number }[])[0]?.seq
    const older = await request(`/console/messages?chat=oc_retail1&as=ou_zhaoqiang&limit=2&before=${before}`)
    expect(older.body['messages']).toMatchObject([{ content: { text: '一' } }])
  })

  test('a card for one person is shown to that person alone', async () => {
    const card = cardOf({ tag: 'hr' })
    const only = { chat_id: 'oc_retail1', open_id: 'ou_zhaoqiang', msg_type: 'interactive', card }
    const sent = await bench.call('POST', '/ephemeral/v1/send', only)
    expect(sent.body['code']).toBe(0)
    const seen = async (as: string) =>
      (await request(`/console/messages?chat=oc_retail1&as=${as}`)).body['messages']
    expect(await seen('ou_zhaoqiang')).toHaveLength(1)
    expect(await seen('ou_wangmin')).toEqual([])
  })

  test('the gallery gives each card its weight', async () => {
    const { body } = await request('/console/cards.json')
    expect(body['cards']).toMatchObject([
      { file: 'customers.ts', name: 'one', elements: 1, bytes: expect.any(Number) },
    ])
  })

  test('a file that was dropped can be looked at, and is never served as a page', async () => {
    const form = new FormData()
    form.set('as', 'ou_wangmin')
    form.set('chat', 'p2p')
    form.set('kind', 'file')
    form.set('file', new File(['<script>'], 'x.html', { type: 'text/html' }))
    const sent = await request('/console/file', { method: 'POST', body: form })
    const { file_key } = (sent.body['message'] as { content: { file_key: string } }).content
    const got = await app.request(`/console/resource?key=${file_key}`)
    expect(await got.text()).toBe('<script>')
    expect(got.headers.get('content-type')).toBe('application/octet-stream')
  })

  test('what is not there is 404 in JSON', async () => {
    for (const path of ['/console/nothing', '/console/transcript?chat=oc_x', '/console/resource?key=..']) {
      expect(await request(path)).toMatchObject({ status: 404, body: { error: expect.any(String) } })
    }
  })
})

describe('events', () => {
  /** Reads server-sent events until there are so many. */
  async function readEvents(path: string, count: number, headers: Record<string, string> = {}) {
    const giveUp = new AbortController()
    const response = await app.request(path, { headers, signal: giveUp.signal })
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    const decoder = new TextDecoder()
    let text = ''
    while (text.split('\n\n').length <= count) {
      const { value, done } = await reader.read()
      if (done) break
      text += decoder.decode(value, { stream: true })
    }
    await reader.cancel()
    giveUp.abort()
    return text
      .split('\n\n')
      .slice(0, count)
      .map((block) => ({
        id: /^id: (.*)$/m.exec(block)?.[1],
        ...JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}'),
      }))
  }

  test('resume after the last one seen, in numbers without holes', async () => {
    await say()
    await post('/console/read', { as: 'ou_wangmin', chat: 'p2p' })
    const events = await readEvents('/console/events', 2, { 'last-event-id': '1' })
    expect(events).toMatchObject([
      { id: '2', type: 'message' },
      { id: '3', type: 'read', openId: 'ou_wangmin', upTo: 2 },
    ])
  })

  test('that are no longer remembered lead to a reset', async () => {
    expect(await readEvents('/console/events?after=99', 1)).toMatchObject([{ type: 'reset' }])
  })

  test('tell of typing, of the clock and of refused cards as they happen', async () => {
    const reading = readEvents('/console/events', 5)
    await say()
    await post('/console/clock', { advance: 'PT1H' })
    expect((await reading).map((event) => event.type)).toEqual([
      'typing',
      'message',
      'message',
      'typing',
      'clock',
    ])
  })

  test('end when the demo ends', async () => {
    const response = await app.request('/console/events')
    ending.abort()
    expect(await response.text()).not.toContain('data:')
  })

  test('keep their numbers over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stand-in-'))
    const journalFile = join(folder, 'chats.jsonl')
    await bench.close()
    bench = await openBench({ journalFile })
    connect()
    await say()
    await bench.close()
    bench = await openBench({ journalFile })
    connect()
    await say({ text: '又来' })
    const events = await readEvents('/console/events?after=1', 3)
    expect(events.map((event) => event.id)).toEqual(['2', '3', '4'])
    expect((await request('/console/transcript?chat=oc_p2p_wangmin')).body['messages']).toHaveLength(4)
    await rm(folder, { recursive: true })
  })
})
