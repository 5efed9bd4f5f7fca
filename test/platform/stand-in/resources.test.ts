import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clickAsPerson, readAsPerson } from '../../../src/platform/stand-in/index.ts'
import { type Bench, cardOf, codeOf, openBench } from './support.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

async function send(content: unknown, msg_type = 'interactive', receive_id = 'ou_wangmin'): Promise<string> {
  const type = receive_id.startsWith('oc_') ? 'chat_id' : 'open_id'
  const body = { receive_id, msg_type, content: JSON.stringify(content) }
  const sent = await bench.call('POST', `/im/v1/messages?receive_id_type=${type}`, body)
  expect(sent.body['msg']).toBe('success')
  return (sent.body['data'] as { message_id: string }).message_id
}

describe('files', () => {
  test('an image is uploaded, sent in a card, and fetched again', async () => {
    const uploaded = await bench.client.im.v1.image.create({ data: { image_type: 'message', image: PNG } })
    const image_key = uploaded?.image_key ?? ''
    await send(cardOf({ tag: 'img', img_key: image_key, alt: { tag: 'plain_text', content: '' } }))
    await send({ image_key }, 'image')
    const got = await bench.client.im.v1.image.get({ path: { image_key } })
    const parts: Buffer[] = []
    for await (const part of got.getReadableStream()) parts.push(part)
    expect(Buffer.concat(parts)).toEqual(PNG)
  })

  test('a file is uploaded and sent', async () => {
    const data = { file_type: 'stream' as const, file_name: '模板.csv', file: Buffer.from('姓名') }
    const uploaded = await bench.client.im.v1.file.create({ data })
    await send({ file_key: uploaded?.file_key }, 'file')
    expect(bench.standIn.platform.memory.findFile(uploaded?.file_key ?? '')).toMatchObject({
      name: '模板.csv',
      size: 6,
    })
  })

  test.each([
    ['an image that is none', Buffer.from('hello'), 234011],
    ['an empty image', Buffer.alloc(0), 234010],
    ['an image of more than 10 MB', Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]), 234006],
  ])('%s is refused', async (_case, image, code) => {
    const form = new FormData()
    form.set('image_type', 'message')
    form.set('image', new File([image], 'a.png'))
    const { token } = bench.standIn.tokens.issue('cli_demo', 'a secret for tests')
    const init = { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } }
    const answer = (await (await fetch(`${bench.domain}/open-apis/im/v1/images`, init)).json()) as {
      code: number
    }
    expect(answer.code).toBe(code)
  })
})

describe('the directory', () => {
  test('gives a person with ids, superior, department and status', async () => {
    const got = await bench.client.contact.v3.user.get({ path: { user_id: 'ou_wangmin' } })
    expect(got.data?.user).toMatchObject({
      open_id: 'ou_wangmin',
      union_id: 'on_wangmin',
      user_id: 'wangmin',
      name: '王敏',
      leader_user_id: 'ou_zhaoqiang',
      status: { is_resigned: false },
    })
  })

  test('leaves people out of range away from a batch, and refuses them one by one', async () => {
    const batch = await bench.call('GET', '/contact/v3/users/batch?user_ids=ou_wangmin&user_ids=ou_nobody')
    expect((batch.body['data'] as { items: unknown[] }).items).toHaveLength(1)
    expect(await codeOf(bench.client.contact.v3.user.get({ path: { user_id: 'ou_nobody' } }))).toBe(41050)
    expect(await codeOf(bench.client.contact.v3.user.get({ path: { user_id: 'nobody' } }))).toBe(41012)
  })

  test('lists departments below the root and the people of one', async () => {
    const children = await bench.client.contact.v3.department.children({
      path: { department_id: '0' },
      params: { fetch_child: true },
    })
    const team = children.data?.items?.find((each) => each.name === '零售一组')
    expect(team?.parent_department_id).toBe(
      children.data?.items?.find((each) => each.name === 'TS02')?.open_department_id,
    )
    const members = await bench.client.contact.v3.user.findByDepartment({
      params: { department_id: team?.open_department_id ?? '' },
    })
    expect(members.data?.items?.map((each) => each.name)).toEqual(['王敏', '赵强'])
  })
})

describe('chats', () => {
  test('tell who is in them, and that they are not external', async () => {
    const path = { chat_id: 'oc_retail1' }
    expect((await bench.client.im.v1.chat.get({ path })).data).toMatchObject({
      external: false,
      user_count: '2',
    })
    const members = await bench.client.im.v1.chatMembers.get({ path, params: { page_size: 1 } })
    expect(members.data).toMatchObject({
      has_more: true,
      member_total: 2,
      items: [{ member_id: 'ou_wangmin' }],
    })
  })

  test('without the bot tell nothing', async () => {
    expect(await codeOf(bench.client.im.v1.chat.get({ path: { chat_id: 'oc_lost' } }))).toBe(232011)
  })
})

describe('what is added to a message', () => {
  test('who has read it', async () => {
    const message_id = await send(cardOf({ tag: 'hr' }))
    const path = { message_id }
    const params = { user_id_type: 'open_id' as const }
    expect((await bench.client.im.v1.message.readUsers({ path, params })).data?.items).toEqual([])
    readAsPerson(bench.standIn.platform, { as: 'ou_wangmin', chatId: 'oc_p2p_wangmin' })
    const readers = await bench.client.im.v1.message.readUsers({ path, params })
    expect(readers.data?.items).toMatchObject([{ user_id: 'ou_wangmin' }])
  })

  test('a buzz and bubbles to tap', async () => {
    const message_id = await send(cardOf({ tag: 'hr' }))
    const path = { message_id }
    await bench.client.im.v1.message.urgentApp({
      path,
      params: { user_id_type: 'open_id' },
      data: { user_id_list: ['ou_wangmin'] },
    })
    await bench.client.im.v1.message.pushFollowUp({ path, data: { follow_ups: [{ content: '查客户' }] } })
    expect(bench.standIn.platform.memory.findMessage(message_id)).toMatchObject({
      urgentFor: ['ou_wangmin'],
      followUps: ['查客户'],
    })
  })
})

describe('cards beside messages', () => {
  const button = {
    tag: 'button',
    name: 'ok',
    text: { tag: 'plain_text', content: '好' },
    behaviors: [{ type: 'callback', value: {} }],
  }
  const update = (token: unknown, card: unknown = cardOf({ tag: 'hr' })) =>
    bench.call('POST', '/interactive/v1/card/update', { token, card }).then(({ body }) => body['code'])

  test('a clicked card is replaced later twice, and not before the click was answered', async () => {
    const messageId = await send(cardOf(button))
    let early: unknown
    bench.answer = async ({ event }) => {
      early = await update(event['token'])
      return {}
    }
    await clickAsPerson(bench.standIn.platform, { as: 'ou_wangmin', messageId, element: 'ok' })
    const token = bench.pushes.at(-1)?.event['token']
    expect(early).toBe(300020)
    expect([await update(token), await update(token), await update(token)]).toEqual([0, 0, 300040])
  })

  test('the token of a click ends after thirty minutes', async () => {
    const messageId = await send(cardOf(button))
    await clickAsPerson(bench.standIn.platform, { as: 'ou_wangmin', messageId, element: 'ok' })
    bench.clock.advance(30 * 60_000)
    expect(await update(bench.pushes.at(-1)?.event['token'])).toBe(300030)
    expect(await update('c-made-up')).toBe(300020)
    expect(await update('c-made-up', cardOf({ tag: 'note' }))).toBe(11311)
  })

  test('an only-you card is for groups, cannot be changed, and is deleted once', async () => {
    const card = cardOf({ tag: 'hr' })
    const only = (chat_id: string) =>
      bench.call('POST', '/ephemeral/v1/send', {
        chat_id,
        open_id: 'ou_wangmin',
        msg_type: 'interactive',
        card,
      })
    expect((await only('oc_p2p_wangmin')).body['code']).toBe(230001)
    const sent = await only('oc_retail1')
    const { message_id } = sent.body['data'] as { message_id: string }
    const patched = await bench.call('PATCH', `/im/v1/messages/${message_id}`, {
      content: JSON.stringify(card),
    })
    expect(patched.body['code']).toBe(230001)
    const remove = async () => (await bench.call('POST', '/ephemeral/v1/delete', { message_id })).body['code']
    expect([await remove(), await remove()]).toEqual([0, 18051])
  })
})

test('the bot learns its own open_id and the addresses that events come from', async () => {
  expect((await bench.call('GET', '/bot/v3/info')).body).toMatchObject({
    bot: { open_id: 'ou_larkspur', app_name: '小云雀', activate_status: 2 },
  })
  expect((await bench.call('GET', '/event/v1/outbound_ip')).body).toMatchObject({
    data: { ip_list: ['127.0.0.1'] },
  })
})
