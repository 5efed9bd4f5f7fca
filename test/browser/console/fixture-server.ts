// A small server that speaks the console's protocol with a scripted bot: for what the real one does not do on demand
// (5,000 messages, a journal that forgets, a stop in the middle). The page cannot tell the two apart.

import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { answerPage } from '../../../src/platform/console/page.ts'
import type {
  ConsoleChat,
  ConsoleClick,
  ConsoleEvent,
  ConsoleMessage,
} from '../../../src/platform/console/protocol.ts'
import { refused, showcase } from './showcase.ts'

const people = [
  ['ou_wangmin', '王敏', 'RM', '零售一组'],
  ['ou_lilei', '李磊', 'RM', '零售一组'],
  ['ou_liuyang', '刘洋', 'RM', '零售二组'],
  ['ou_chenjing', '陈静', 'RM', '公司一组'],
  ['ou_zhaoqiang', '赵强', 'supervisor', '零售一组'],
  ['ou_qianli', '钱丽', 'supervisor', '零售二组'],
  ['ou_zhoujie', '周杰', 'supervisor', '零售一组'],
  ['ou_sunhang', '孙航', 'head', null],
  ['ou_hemei', '何梅', 'head', null],
  ['ou_zhoukai', '周凯', 'administrator', null],
  ['ou_wujing', '吴静', 'auditor', null],
  ['ou_stranger', '外部人员', null, null],
] as const

const startAt = Date.parse('2026-11-21T01:30:00Z')
const journalLimit = 200

/** One entry of the journal, with its number. */
interface Entry {
  readonly id: number
  readonly event: ConsoleEvent
}

export interface Fixture {
  readonly url: string
  readonly port: number
  /** Everything that was clicked, in order. */
  readonly clicks: ConsoleClick[]
  post(message: NewMessage): ConsoleMessage
  update(messageId: string, content: unknown): void
  tell(event: ConsoleEvent): void
  /** Adds entries to the journal without telling anybody, as if they were lost on the way. */
  loseEvents(count: number): void
  /** Drops all connections and answers no more, until `resume`. */
  stop(): Promise<void>
  resume(): Promise<void>
}

interface NewMessage {
  readonly chatId: string
  readonly from?: string
  readonly msgType?: ConsoleMessage['msgType']
  readonly content: unknown
  readonly visibleTo?: string
  readonly replyTo?: string
  readonly mentions?: ConsoleMessage['mentions']
  readonly at?: number
}

/** Starts the server on a free port of the loopback. */
export async function startFixture(): Promise<Fixture> {
  const bank = createBank()
  const app = createRoutes(bank)
  let server = await listen(app, 0)
  const port = server.port
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    clicks: bank.clicks,
    post: bank.post,
    update: bank.update,
    tell: bank.tell,
    loseEvents: bank.lose,
    stop: () => server.close(),
    resume: async () => {
      server = await listen(app, port)
    },
  }
}

async function listen(app: Hono, port: number): Promise<{ readonly port: number; close(): Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (info) => {
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done())
          if ('closeAllConnections' in server) server.closeAllConnections()
        })
      resolve({ port: info.port, close })
    })
  })
}

function createBank() {
  const messages: ConsoleMessage[] = []
  const journal: Entry[] = []
  const listeners = new Set<(entry: Entry) => void>()
  const clicks: ConsoleClick[] = []
  let newest = 0
  let offsetMs = 0
  const chats: readonly ConsoleChat[] = [
    ...people.map(([openId]) => ({
      chatId: `oc_p2p_${openId}`,
      kind: 'p2p' as const,
      name: 'bot',
      members: [openId],
      newest: 0,
    })),
    {
      chatId: 'oc_retail1',
      kind: 'group',
      name: '零售一组',
      members: ['ou_wangmin', 'ou_lilei', 'ou_zhaoqiang', 'ou_zhoujie'],
      newest: 0,
    },
    {
      chatId: 'oc_branch2',
      kind: 'group',
      name: '路北支行全员',
      members: people.slice(0, 8).map(([openId]) => openId),
      newest: 0,
    },
  ]
  const record = (make: (id: number) => ConsoleEvent, isTold = true) => {
    newest += 1
    const entry = { id: newest, event: make(newest) }
    journal.push(entry)
    if (journal.length > journalLimit) journal.shift()
    if (isTold) for (const listener of listeners) listener(entry)
  }
  const post = (one: NewMessage): ConsoleMessage => {
    const message: ConsoleMessage = {
      seq: newest + 1,
      messageId: `om_${newest + 1}`,
      chatId: one.chatId,
      sender: one.from === undefined ? { kind: 'bot' } : { kind: 'person', openId: one.from },
      msgType: one.msgType ?? 'text',
      content: one.content,
      createdAt: new Date(one.at ?? startAt + offsetMs + newest * 1000).toISOString(),
      readBy: [],
      ...(one.visibleTo === undefined ? {} : { visibleTo: one.visibleTo }),
      ...(one.replyTo === undefined ? {} : { replyTo: one.replyTo }),
      ...(one.mentions === undefined ? {} : { mentions: one.mentions }),
    }
    messages.push(message)
    record(() => ({ type: 'message', message }))
    return message
  }
  const change = (messageId: string, changed: Partial<ConsoleMessage>) => {
    const at = messages.findIndex((message) => message.messageId === messageId)
    const before = messages[at]
    if (before === undefined) return
    const message = {
      ...before,
      ...changed,
      updatedAt: new Date(startAt + offsetMs + newest * 1000).toISOString(),
    }
    messages[at] = message
    record(() => ({ type: 'updated', message }))
  }
  return {
    messages,
    journal,
    listeners,
    clicks,
    chats,
    post,
    change,
    update: (messageId: string, content: unknown) => change(messageId, { content }),
    tell: (event: ConsoleEvent) => record(() => event),
    lose: (count: number) => {
      for (let index = 0; index < count; index++)
        record(() => ({ type: 'clock', now: '', offsetMs: 0 }), false)
    },
    newest: () => newest,
    offsetMs: () => offsetMs,
    move: (ms: number) => {
      offsetMs = ms
      record(() => ({ type: 'clock', now: new Date(startAt + ms).toISOString(), offsetMs }))
    },
  }
}

type Bank = ReturnType<typeof createBank>

function createRoutes(bank: Bank): Hono {
  const app = new Hono()
  app.get('/console/state', (c) => c.json(toState(bank)))
  app.get('/console/messages', (c) => c.json({ messages: toPage(bank, c) }))
  app.get('/console/events', (c) => streamJournal(bank, c))
  app.get('/console/trace', (c) => c.json({ steps: trace }))
  app.get('/console/cards.json', (c) => c.json({ cards: toSamples() }))
  app.get('/console/resource', (c) =>
    c.body(picture(c.req.query('key') ?? ''), 200, { 'content-type': 'image/svg+xml' }),
  )
  app.post('/console/say', async (c) => {
    const said: { as: string; chat: string; text: string; replyTo?: string } = await c.req.json()
    const message = bank.post({
      chatId: said.chat,
      from: said.as,
      content: { text: said.text },
      ...(said.replyTo === undefined ? {} : { replyTo: said.replyTo }),
    })
    return c.json({ message, messages: [answer(bank, said.chat, said.text)] })
  })
  app.post('/console/click', async (c) => {
    const click: ConsoleClick = await c.req.json()
    bank.clicks.push(click)
    return c.json({
      toast: { type: 'success', content: '已保存', i18n: { zh_cn: '已保存', en_us: 'Saved' } },
      messages: [],
    })
  })
  app.post('/console/file', async (c) => {
    const body = await c.req.parseBody()
    const name = body['file'] instanceof File ? body['file'].name : ''
    const kind = String(body['kind'])
    const content = {
      file: { file_key: 'file_one', file_name: name },
      image: { image_key: 'img_one' },
      audio: { file_key: 'file_two', duration: 3000 },
    }[kind]
    const message = bank.post({
      chatId: String(body['chat']),
      from: String(body['as']),
      msgType: kind as 'file',
      content,
    })
    return c.json({ message, messages: [] })
  })
  app.post('/console/edit', async (c) => {
    const { messageId, text }: { messageId: string; text: string } = await c.req.json()
    bank.update(messageId, { text })
    return c.json({ messages: [] })
  })
  app.post('/console/recall', async (c) => {
    const { messageId }: { messageId: string } = await c.req.json()
    bank.change(messageId, { recalled: true })
    return c.json({ messages: [] })
  })
  app.post('/console/read', async (c) => {
    const { as, chat }: { as: string; chat: string } = await c.req.json()
    const last = bank.messages.findLast((message) => message.chatId === chat)
    if (last !== undefined) bank.tell({ type: 'read', chatId: chat, openId: as, upTo: last.seq })
    return c.json({ messages: [] })
  })
  app.post('/console/clock', async (c) => {
    const move: { advance?: string; set?: string | null; to?: string } = await c.req.json()
    bank.move(move.set === null ? 0 : bank.offsetMs() + 3_600_000)
    return c.json({ now: new Date(startAt + bank.offsetMs()).toISOString(), offsetMs: bank.offsetMs() })
  })
  app.get('/console/*', async (c) => (await answerPage(c.req.path)) ?? c.notFound())
  app.get('/console', async (c) => (await answerPage(c.req.path)) ?? c.notFound())
  return app
}

function answer(bank: Bank, chatId: string, text: string): ConsoleMessage {
  const wanted = showcase.find(([name]) => text.includes(name)) ?? showcase[0]
  return text.includes('ping')
    ? bank.post({ chatId, content: { text: `pong ${text}` } })
    : bank.post({ chatId, msgType: 'interactive', content: wanted?.[1] })
}

function toState(bank: Bank) {
  const chats = bank.chats.map((chat) => {
    const last = bank.messages.findLast((message) => message.chatId === chat.chatId)
    return last === undefined ? chat : { ...chat, last, newest: last.seq }
  })
  return {
    now: new Date(startAt + bank.offsetMs()).toISOString(),
    offsetMs: bank.offsetMs(),
    people: people.map(([openId, name, role, team]) => ({ openId, name, role, team, branch: 'TS02' })),
    chats,
    newest: bank.newest(),
    languages: ['zh_cn', 'en_us'],
    bot: { name: '小云雀', openId: 'ou_bot' },
    timeZone: 'Asia/Shanghai',
  }
}

function toPage(bank: Bank, c: Context): readonly ConsoleMessage[] {
  const { chat, as = '', before = String(Number.MAX_SAFE_INTEGER), limit = '50' } = c.req.query()
  return bank.messages
    .filter((message) => message.chatId === chat && message.seq < Number(before))
    .filter((message) => message.visibleTo === undefined || message.visibleTo === as)
    .slice(-Number(limit))
}

function streamJournal(bank: Bank, c: Context): Response {
  const after = Number(c.req.query('after') ?? bank.newest())
  return streamSSE(c, async (stream) => {
    const waiting = bank.journal.filter((entry) => entry.id > after)
    let wake = () => {}
    const listener = (entry: Entry) => {
      waiting.push(entry)
      wake()
    }
    bank.listeners.add(listener)
    stream.onAbort(() => {
      bank.listeners.delete(listener)
      wake()
    })
    await stream.write(': hello\n\n')
    while (!stream.aborted) {
      for (const { id, event } of waiting.splice(0)) {
        await stream.writeSSE({ id: String(id), event: event.type, data: JSON.stringify(event) })
      }
      await new Promise<void>((resolve) => {
        wake = resolve
        if (waiting.length > 0 || stream.aborted) resolve()
      })
    }
  })
}

function toSamples() {
  const toSample = ([name, card]: readonly [string, unknown, ...unknown[]]) => ({
    file: 'showcase.ts',
    name,
    card,
    bytes: new TextEncoder().encode(JSON.stringify(card)).length,
    elements: JSON.stringify(card).split('"tag"').length - 1,
  })
  return [...showcase.map(toSample), ...refused.map(toSample)]
}

function picture(key: string): string {
  const hue = [...key].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 360
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="320"><rect width="600" height="320" fill="hsl(${hue} 45% 70%)"/><circle cx="420" cy="120" r="80" fill="hsl(${hue} 60% 85%)"/></svg>`
}

const trace = [
  {
    step: 'received',
    at: '2026-11-21T01:30:00Z',
    tookMs: 0.8,
    facts: { transport: 'webhook', type: 'im.message.receive_v1' },
  },
  {
    step: 'understood',
    at: '2026-11-21T01:30:00Z',
    tookMs: 3.2,
    facts: {
      intent: 'followup.create',
      confidence: 0.94,
      frame: { customer: '李*国', when: '2026-11-21T15:00:00+08:00' },
    },
  },
  { step: 'scope', at: '2026-11-21T01:30:00Z', facts: { role: 'RM', reach: 'own' } },
  {
    step: 'statement',
    at: '2026-11-21T01:30:00Z',
    tookMs: 1.4,
    facts: { sql: 'select … from customers where …', rows: 1 },
  },
  { step: 'outcome', at: '2026-11-21T01:30:00Z', facts: { kind: 'card' } },
  {
    step: 'sent',
    at: '2026-11-21T01:30:00Z',
    tookMs: 6,
    facts: { code: 0, request: { receive_id: 'oc_…', msg_type: 'interactive' } },
  },
]
