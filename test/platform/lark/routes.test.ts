import { Buffer } from 'node:buffer'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Inbound } from '../../../src/core/inbound.ts'
import type { ClickAnswer } from '../../../src/core/ports.ts'
import { type LarkRoutesOptions, larkRoutes } from '../../../src/platform/lark/routes.ts'
import { click, envelope, events } from './fixtures/events.ts'
import { door, type Letter, letter, seal, signed } from './fixtures/letter.ts'

function makeApp(changes: Partial<LarkRoutesOptions> = {}) {
  const accepted: { readonly inbound: Inbound; readonly raw: string }[] = []
  const counted: string[] = []
  const routes = larkRoutes({
    door,
    accept: async (inbound, raw) => {
      accepted.push({ inbound, raw })
      return 'new'
    },
    click: async () => ({ toast: { tone: 'success', text: { zh: '已完成', en: 'Done' } } }),
    count: (name, labels) => counted.push(`${name} ${JSON.stringify(labels)}`),
    ...changes,
  })
  const app = new Hono().route('/lark', routes)
  const post = async (path: string, { body, headers }: Letter) => {
    const answer = await app.request(path, { method: 'POST', headers, body: Buffer.from(body) })
    return { status: answer.status, text: await answer.text() }
  }
  return { app, post, accepted, counted }
}

describe.each(['/lark/events', '/lark/cards'])('%s', (path) => {
  it('stores an event and acknowledges it', async () => {
    const { post, accepted } = makeApp()
    expect(await post(path, letter(events.text))).toEqual({ status: 200, text: '{}' })
    expect(accepted).toMatchObject([{ inbound: { kind: 'message' }, raw: JSON.stringify(events.text) }])
  })

  it('does not acknowledge what could not be stored', async () => {
    const { post } = makeApp({ accept: () => Promise.reject(new Error('no database')) })
    expect((await post(path, letter(events.text))).status).toBe(503)
  })

  it('answers a click with words in both languages and the card as it is now', async () => {
    const answer: ClickAnswer = {
      toast: { tone: 'warning', text: { zh: '已被处理', en: 'Already handled' } },
      card: { heading: { title: '标题' }, summary: '摘要', nodes: [] },
    }
    const { post } = makeApp({ click: async () => answer })
    const { status, text } = await post(path, letter(click({ tag: 'button', value: { a: 'x', i: {} } })))
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({
      toast: { type: 'warning', content: '已被处理', i18n: { zh_cn: '已被处理', en_us: 'Already handled' } },
      card: { type: 'raw', data: { schema: '2.0' } },
    })
  })

  it('answers the check of a new address', async () => {
    const { post } = makeApp()
    const body = Buffer.from(seal(events.challenge))
    expect(await post(path, { body, headers: new Headers() })).toEqual({
      status: 200,
      text: '{"challenge":"challenge-fixture"}',
    })
  })

  it('takes an unknown kind of event without any effect', async () => {
    const { post, accepted } = makeApp()
    expect(await post(path, letter(envelope('new.kind_v1', {})))).toEqual({ status: 200, text: '{}' })
    expect(accepted).toEqual([])
  })

  it('refuses everything wrong with one and the same answer, and counts why', async () => {
    const { post, accepted, counted } = makeApp()
    const good = letter(events.text)
    const answers = await Promise.all([
      post(path, { ...good, headers: new Headers() }),
      post(path, { ...good, body: Buffer.concat([good.body, Buffer.from(' ')]) }),
      post(path, signed(seal(events.text), '1700000000')),
      post(path, signed('no json')),
      post(path, signed(JSON.stringify(events.text))),
      post(path, signed(JSON.stringify({ encrypt: 'AAAA' }))),
      post(path, letter(envelope('im.chat.disbanded_v1', { chat_id: 'oc' }, { token: 'x' }))),
      post(path, letter(envelope('im.chat.disbanded_v1', { chat_id: 'oc' }, { app_id: 'x' }))),
      post(path, signed(Buffer.alloc(300_000, 0x20))),
    ])
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['400 {"error":"refused"}']),
    )
    expect(accepted).toEqual([])
    expect(counted.map((line) => JSON.parse(line.slice(line.indexOf('{'))).reason).sort()).toEqual([
      'bad_signature',
      'bad_token',
      'malformed',
      'plaintext',
      'stale',
      'too_large',
      'undecryptable',
      'unsigned',
      'wrong_app',
    ])
  })

  it('puts a body together that arrives cut at every byte', async () => {
    const { app, accepted } = makeApp()
    const { body, headers } = letter(events.text)
    const bytes = new ReadableStream({
      start: (controller) => {
        for (const byte of body) controller.enqueue(new Uint8Array([byte]))
        controller.close()
      },
    })
    const request = new Request(`http://bot${path}`, {
      method: 'POST',
      headers,
      body: bytes,
      duplex: 'half',
    } as RequestInit)
    expect((await app.request(request)).status).toBe(200)
    expect(accepted[0]?.raw).toBe(JSON.stringify(events.text))
  })

  it('stops reading a body without a declared length once it is too large', async () => {
    const { app } = makeApp()
    let sent = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const { headers } = letter(events.text)
    const request = new Request(`http://bot${path}`, {
      method: 'POST',
      headers,
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect((await app.request(request)).status).toBe(400)
    expect(sent).toBeLessThan(1_000_000)
  })

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('knows no %s', async (method) => {
    const { app } = makeApp()
    expect((await app.request(path, { method })).status).toBe(404)
  })
})
