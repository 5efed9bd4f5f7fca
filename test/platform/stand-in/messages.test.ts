import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Bench, cardOf, codeOf, openBench } from './support.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const text = (words: string) => ({ msg_type: 'text', content: JSON.stringify({ text: words }) })
const send = (receive_id: string, data: object, receive_id_type: 'open_id' | 'chat_id' = 'open_id') =>
  bench.client.im.v1.message.create({
    params: { receive_id_type },
    data: { receive_id, ...text('你好'), ...data },
  })
const sendCard = (card: unknown) =>
  send('ou_wangmin', { msg_type: 'interactive', content: JSON.stringify(card) })

describe('sending through the unchanged SDK', () => {
  test('a message to a person lands in the private chat and its id comes back', async () => {
    const sent = await send('ou_wangmin', {})
    expect(sent.code).toBe(0)
    expect(sent.data?.chat_id).toBe('oc_p2p_wangmin')
    const kept = bench.standIn.platform.memory.messagesOf('oc_p2p_wangmin')
    expect(kept.map((message) => message.messageId)).toEqual([sent.data?.message_id])
  })

  test('a union_id and a user_id reach the same chat', async () => {
    const sent = await bench.client.im.v1.message.create({
      params: { receive_id_type: 'union_id' },
      data: { receive_id: 'on_wangmin', ...text('a') },
    })
    expect(sent.data?.chat_id).toBe('oc_p2p_wangmin')
  })

  test('the same uuid within an hour gives the same message, and a new one afterwards', async () => {
    const first = await send('ou_wangmin', { uuid: 'u-1' })
    bench.clock.advance(59 * 60_000)
    const again = await send('ou_wangmin', { uuid: 'u-1' })
    expect(again.data?.message_id).toBe(first.data?.message_id)
    bench.clock.advance(2 * 60_000)
    const later = await send('ou_wangmin', { uuid: 'u-1' })
    expect(later.data?.message_id).not.toBe(first.data?.message_id)
  })

  test('a reply knows its parent and stays in the chat', async () => {
    const first = await send('oc_retail1', {}, 'chat_id')
    const reply = await bench.client.im.v1.message.reply({
      path: { message_id: first.data?.message_id ?? '' },
      data: text('答复'),
    })
    expect(reply.data).toMatchObject({ parent_id: first.data?.message_id, chat_id: 'oc_retail1' })
  })

  test('a card is replaced by PATCH and read back as it was sent', async () => {
    const sent = await sendCard(cardOf({ tag: 'hr' }))
    const fresh = cardOf({ tag: 'markdown', content: '**新**' })
    const message_id = sent.data?.message_id ?? ''
    await bench.client.im.v1.message.patch({ path: { message_id }, data: { content: JSON.stringify(fresh) } })
    const read = await bench.call(
      'GET',
      `/im/v1/messages/${message_id}?card_msg_content_type=user_card_content`,
    )
    expect(read.body).toMatchObject({
      data: { items: [{ body: { content: JSON.stringify(fresh) }, updated: true }] },
    })
  })

  test('a recalled message cannot be read or changed', async () => {
    const sent = await sendCard(cardOf({ tag: 'hr' }))
    const path = { message_id: sent.data?.message_id ?? '' }
    await bench.client.im.v1.message.delete({ path })
    const data = { content: JSON.stringify(cardOf({ tag: 'hr' })) }
    expect(await codeOf(bench.client.im.v1.message.patch({ path, data }))).toBe(230011)
    expect(await codeOf(bench.client.im.v1.message.get({ path }))).toBe(230011)
  })

  test('a card older than fourteen days cannot be changed', async () => {
    const sent = await sendCard(cardOf({ tag: 'hr' }))
    bench.clock.advance(15 * 86_400_000)
    const path = { message_id: sent.data?.message_id ?? '' }
    const refused = await bench.call('PATCH', `/im/v1/messages/${path.message_id}`, {
      content: JSON.stringify(cardOf({ tag: 'hr' })),
    })
    expect(refused.body['code']).toBe(230031)
  })

  test('the twenty-first edit of a text is refused', async () => {
    const sent = await send('ou_wangmin', {})
    const path = { message_id: sent.data?.message_id ?? '' }
    const codes: number[] = []
    for (let edit = 0; edit < 21; edit++) {
      codes.push(await codeOf(bench.client.im.v1.message.update({ path, data: text(`第${edit}次`) })))
    }
    expect(codes.filter((code) => code === 0)).toHaveLength(20)
    expect(codes.at(-1)).toBe(230072)
  })
})

describe('what the platform refuses', () => {
  test.each([
    ['a person whom nobody knows', 'ou_nobody', 'open_id', 99992351],
    ['a chat that does not exist', 'oc_nowhere', 'chat_id', 230034],
    ['a group without the bot', 'oc_lost', 'chat_id', 230002],
    ['somebody who has resigned', 'ou_gone', 'open_id', 230029],
    ['somebody outside of the range', 'ou_outside', 'open_id', 230013],
  ] as const)('a message to %s', async (_case, id, type, code) => {
    expect(await codeOf(send(id, {}, type))).toBe(code)
  })

  test.each([
    ['no receive_id_type', '/im/v1/messages', { receive_id: 'ou_wangmin', ...text('a') }, 99992402],
    [
      'a kind of message that does not exist',
      '/im/v1/messages?receive_id_type=open_id',
      { receive_id: 'ou_wangmin', msg_type: 'poem', content: '{}' },
      230001,
    ],
    [
      'content that is no JSON',
      '/im/v1/messages?receive_id_type=open_id',
      { receive_id: 'ou_wangmin', msg_type: 'text', content: 'hello' },
      230001,
    ],
    [
      'an empty text',
      '/im/v1/messages?receive_id_type=open_id',
      { receive_id: 'ou_wangmin', ...text('') },
      230001,
    ],
    [
      'a text of more than 150 KB',
      '/im/v1/messages?receive_id_type=open_id',
      { receive_id: 'ou_wangmin', ...text('字'.repeat(52_000)) },
      230025,
    ],
    [
      'a uuid of more than fifty characters',
      '/im/v1/messages?receive_id_type=open_id',
      { receive_id: 'ou_wangmin', uuid: 'u'.repeat(51), ...text('a') },
      230001,
    ],
    [
      'an image that was never uploaded',
      '/im/v1/messages?receive_id_type=open_id',
      { receive_id: 'ou_wangmin', msg_type: 'image', content: '{"image_key":"img_x"}' },
      230001,
    ],
  ])('%s', async (_case, path, body, code) => {
    expect((await bench.call('POST', path, body)).body['code']).toBe(code)
  })

  test('a card with a fault comes back with sub code and path, and is kept for the console', async () => {
    const sent = sendCard(cardOf({ tag: 'column_set', columns: [{ tag: 'column', corner_radius: '8px' }] }))
    const error = await sent.catch((refused) => refused.response.data)
    expect(error.code).toBe(230099)
    expect(error.msg).toContain('ErrCode: 200621')
    expect(error.msg).toContain('property: corner_radius')
    expect(bench.standIn.platform.memory.changesSince(0)).toMatchObject([
      { kind: 'refusal', refusal: { code: 230099, chatId: 'oc_p2p_wangmin' } },
    ])
  })

  test('the sixth message to one person within a second, while another person can be written to', async () => {
    const codes: number[] = []
    for (let sent = 0; sent < 6; sent++) codes.push(await codeOf(send('ou_wangmin', {})))
    expect(codes).toEqual([0, 0, 0, 0, 0, 230020])
    expect(await codeOf(send('ou_zhaoqiang', {}))).toBe(0)
    bench.running.ms += 1001
    expect(await codeOf(send('ou_wangmin', {}))).toBe(0)
  })

  test('the fifty-first call of an endpoint within a second, with the time to wait in the headers', async () => {
    for (let call = 0; call < 50; call++) await bench.call('GET', '/bot/v3/info')
    const refused = await bench.call('GET', '/bot/v3/info')
    expect(refused.status).toBe(429)
    expect(refused.body['code']).toBe(99991400)
    expect(refused.headers.get('x-ogw-ratelimit-limit')).toBe('50')
    expect(refused.headers.get('x-ogw-ratelimit-reset')).toBe('1')
  })
})

describe('tokens', () => {
  const info = (headers: Record<string, string>) => bench.call('GET', '/bot/v3/info', undefined, headers)

  test('a call without a token and one with an unknown token are refused with different numbers', async () => {
    expect((await info({})).body['code']).toBe(99991661)
    expect((await info({ authorization: 'Bearer t-made-up' })).body['code']).toBe(99991663)
  })

  test('a token is good for two hours, and is replaced in the last thirty minutes while the old one still works', async () => {
    const first = bench.standIn.tokens.issue('cli_demo', 'a secret for tests')
    bench.clock.advance(89 * 60_000)
    expect(bench.standIn.tokens.issue('cli_demo', 'a secret for tests').token).toBe(first.token)
    bench.clock.advance(2 * 60_000)
    expect(bench.standIn.tokens.issue('cli_demo', 'a secret for tests').token).not.toBe(first.token)
    expect((await info({ authorization: `Bearer ${first.token}` })).body['code']).toBe(0)
    bench.clock.advance(30 * 60_000)
    expect((await info({ authorization: `Bearer ${first.token}` })).body['code']).toBe(99991663)
  })

  test('a wrong secret gets no token', async () => {
    const wrong = await bench.call('POST', '/auth/v3/tenant_access_token/internal', {
      app_id: 'cli_demo',
      app_secret: 'x',
    })
    expect(wrong.body).not.toHaveProperty('tenant_access_token')
    expect(wrong.body['code']).toBe(10014)
  })
})

describe('planned faults', () => {
  test('the next answer is an error number, the one after is right again', async () => {
    bench.standIn.faults.plan({ failure: { kind: 'code', code: 230049 }, endpoint: 'POST /im/v1/messages' })
    expect(await codeOf(send('ou_wangmin', {}))).toBe(230049)
    expect(await codeOf(send('ou_wangmin', {}))).toBe(0)
  })

  test('a lost answer leaves the message behind, and its uuid finds it again', async () => {
    await send('ou_zhaoqiang', {})
    bench.standIn.faults.plan({
      failure: { kind: 'close' },
      endpoint: 'POST /im/v1/messages',
      afterEffect: true,
    })
    await expect(send('ou_wangmin', { uuid: 'once' })).rejects.toThrow()
    await send('ou_wangmin', { uuid: 'once' })
    expect(bench.standIn.platform.memory.messagesOf('oc_p2p_wangmin')).toHaveLength(1)
  })

  test('a call that hangs ends when the caller gives up', async () => {
    bench.standIn.faults.plan({ failure: { kind: 'hang' } })
    const giveUp = new AbortController()
    const hanging = fetch(`${bench.domain}/open-apis/bot/v3/info`, { signal: giveUp.signal })
    giveUp.abort()
    await expect(hanging).rejects.toThrow()
  })
})
