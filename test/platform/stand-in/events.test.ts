import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  openAsPerson,
  pickMenuAsPerson,
  recallAsPerson,
  sayAsPerson,
  sendFileAsPerson,
} from '../../../src/platform/stand-in/index.ts'
import { type Bench, openBench } from './support.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const say = (words: string, chatId = 'oc_p2p_wangmin') =>
  sayAsPerson(bench.standIn.platform, { as: 'ou_wangmin', chatId, text: words })
const fail = () => new Response(null, { status: 503 })

describe('an event', () => {
  test('arrives at the webhook signed and encrypted, with the ids of its sender', async () => {
    const { message, delivered } = await say('你好')
    expect(delivered).toBe(true)
    expect(bench.pushes).toMatchObject([
      {
        path: '/lark/events',
        signed: true,
        header: { event_type: 'im.message.receive_v1', app_id: 'cli_demo', token: 'a token for tests' },
        event: {
          sender: { sender_id: { open_id: 'ou_wangmin', union_id: 'on_wangmin', user_id: 'wangmin' } },
          message: { message_id: message.messageId, chat_type: 'p2p', content: '{"text":"你好"}' },
        },
      },
    ])
    expect(bench.pushes[0]?.header['create_time']).toMatch(/^\d{13}$/)
  })

  test('that fails is tried again after 15 seconds, 5 minutes, 1 hour and 6 hours, then lost', async () => {
    bench.answer = fail
    const { delivered } = await say('你好')
    expect(delivered).toBe(false)
    const { courier } = bench.standIn.platform
    for (const waitMs of [15_000, 300_000, 3_600_000, 21_600_000]) {
      bench.clock.advance(waitMs - 1000)
      await courier.deliverDue()
      const before = bench.pushes.length
      bench.clock.advance(1000)
      await courier.deliverDue()
      expect(bench.pushes).toHaveLength(before + 1)
    }
    expect(bench.pushes).toHaveLength(5)
    expect(new Set(bench.pushes.map((push) => push.header['event_id'])).size).toBe(1)
    expect(courier.nextDueAt()).toBeNull()
  })

  test('that is not answered in time counts as failed', async () => {
    const hasty = await openBench({ answerWithinMs: 100 })
    hasty.answer = () => new Promise(() => {})
    const said = { as: 'ou_wangmin', chatId: 'oc_p2p_wangmin', text: '你好' }
    expect((await sayAsPerson(hasty.standIn.platform, said)).delivered).toBe(false)
    expect(hasty.standIn.platform.courier.nextDueAt()).not.toBeNull()
    await hasty.close()
  })

  test('can come twice although it was taken', async () => {
    await say('你好')
    const [eventId = ''] = bench.standIn.platform.courier.recent()
    await bench.standIn.platform.courier.repeat(eventId)
    expect(bench.pushes.map((push) => push.header['event_id'])).toEqual([eventId, eventId])
  })
})

describe('what people do', () => {
  test('a group message reaches the bot with placeholders for those mentioned', async () => {
    await say('@Larkspur 把 @赵强 的客户列一下', 'oc_retail1')
    expect(bench.pushes[0]?.event['message']).toMatchObject({
      chat_type: 'group',
      content: '{"text":"@_user_1 把 @_user_2 的客户列一下"}',
      mentions: [
        { key: '@_user_1', mentioned_type: 'bot', id: { open_id: 'ou_larkspur' } },
        { key: '@_user_2', mentioned_type: 'user', id: { open_id: 'ou_zhaoqiang' }, name: '赵强' },
      ],
    })
  })

  test('a group message that mentions nobody is posted and the bot never hears of it', async () => {
    const chatId = 'oc_retail1'
    const said = { as: 'ou_wangmin', chatId, text: '大家早', mention: false }
    expect((await sayAsPerson(bench.standIn.platform, said)).delivered).toBe(false)
    expect(bench.pushes).toEqual([])
    expect(bench.standIn.platform.memory.messagesOf(chatId)).toHaveLength(1)
  })

  test('a reply carries the message it answers and the root of the talk', async () => {
    const first = await say('一')
    const chatId = 'oc_p2p_wangmin'
    const answer = { as: 'ou_wangmin', chatId, text: '二', replyTo: first.message.messageId }
    const second = await sayAsPerson(bench.standIn.platform, answer)
    await sayAsPerson(bench.standIn.platform, { ...answer, replyTo: second.message.messageId })
    expect(bench.pushes.at(-1)?.event['message']).toMatchObject({
      parent_id: second.message.messageId,
      root_id: first.message.messageId,
    })
  })

  test('a dropped file can be fetched by the bot from the message, and only from it', async () => {
    const bytes = new TextEncoder().encode('姓名,手机号\n')
    const file = { kind: 'file' as const, name: '客户.csv', mime: 'text/csv', bytes }
    const { message } = await sendFileAsPerson(bench.standIn.platform, {
      as: 'ou_wangmin',
      chatId: 'oc_p2p_wangmin',
      file,
    })
    const { file_key } = JSON.parse(message.content)
    const path = { message_id: message.messageId, file_key }
    const got = await bench.client.im.v1.messageResource.get({ path, params: { type: 'file' } })
    const parts: Buffer[] = []
    for await (const part of got.getReadableStream()) parts.push(part)
    expect(Buffer.concat(parts).toString()).toBe('姓名,手机号\n')
    const other = await say('x')
    const stray = await bench.call(
      'GET',
      `/im/v1/messages/${other.message.messageId}/resources/${file_key}?type=file`,
    )
    expect(stray.body['code']).toBe(234003)
  })

  test('a recall, an opened chat and a chosen menu entry are told', async () => {
    const { platform } = bench.standIn
    const { message } = await say('错了')
    await recallAsPerson(platform, { as: 'ou_wangmin', messageId: message.messageId })
    await openAsPerson(platform, { as: 'ou_wangmin' })
    await pickMenuAsPerson(platform, { as: 'ou_wangmin', key: 'help' })
    expect(bench.pushes.map((push) => push.header['event_type'])).toEqual([
      'im.message.receive_v1',
      'im.message.recalled_v1',
      'im.chat.access_event.bot_p2p_chat_entered_v1',
      'application.bot.menu_v6',
    ])
    expect(bench.pushes.at(-1)?.event).toMatchObject({
      event_key: 'help',
      operator: { operator_id: { open_id: 'ou_wangmin' } },
    })
  })

  test('nobody writes into a chat of others', async () => {
    await expect(say('hallo', 'oc_p2p_zhaoqiang')).rejects.toMatchObject({ reason: 'not_a_member' })
  })
})
