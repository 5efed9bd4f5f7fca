import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MessageInbound } from '../../../../src/core/inbound.ts'
import { NOW } from '../fixtures/app.ts'
import { botMention, colleagueMention, events, type Json, message } from '../fixtures/events.ts'
import { letter, receive } from '../fixtures/letter.ts'

function read(event: Json): MessageInbound {
  const received = receive(letter(event))
  if (received.kind !== 'inbound' || received.inbound.kind !== 'message')
    throw new Error(JSON.stringify(received))
  return received.inbound
}

function kindOf(event: Json): string {
  return receive(letter(event)).kind
}

describe('a message', () => {
  it('carries its own id, its writer with all ids, and the moment when it was written', () => {
    expect(read(events.text)).toEqual({
      kind: 'message',
      id: 'om_x100bfixture',
      messageId: 'om_x100bfixture',
      happenedAt: new Date(NOW.getTime() - 1000),
      conversation: 'oc_private1',
      private: true,
      sender: { account: 'ou_person1', unionAccount: 'on_person1', userAccount: 'emp-1' },
      text: '今天下午拜访了云杉精密，谈了续作',
      mentions: [],
      attachments: [],
    })
  })

  it.each([null, '', undefined])('knows no employee id where it is %j', (user_id) => {
    const sender = { sender_id: { open_id: 'ou_person1', union_id: 'on_person1', user_id } }
    expect(read(message('text', { text: 'x' }, {}, sender)).sender).toEqual({
      account: 'ou_person1',
      unionAccount: 'on_person1',
    })
  })

  it('in a group loses the mention of the bot and names the others', () => {
    const text = '@_user_1 把 @_user_2 名下本周到期的存款列一下'
    const group = { chat_type: 'group', chat_id: 'oc_group1', mentions: [botMention, colleagueMention] }
    const read1 = read(message('text', { text }, group))
    expect(read1).toMatchObject({ private: false, text: '把 @周主管 名下本周到期的存款列一下' })
    expect(read1.mentions).toEqual([
      { account: 'ou_bot0000000000000000000000000000b0', name: '云雀', bot: true },
      { account: 'ou_person2', name: '周主管', bot: false },
    ])
  })

  it('keeps the mention of another bot', () => {
    const other = { ...botMention, id: { open_id: 'ou_other_bot' }, name: '天气' }
    expect(read(message('text', { text: '@_user_1 明天' }, { mentions: [other] })).text).toBe('@天气 明天')
  })

  it('does not take the tenth mention for the first', () => {
    const tenth = { ...colleagueMention, key: '@_user_10', name: '第十人' }
    const mentions = [{ ...colleagueMention, key: '@_user_1', name: '第一人' }, tenth]
    expect(read(message('text', { text: '@_user_10 @_user_1' }, { mentions })).text).toBe('@第十人 @第一人')
  })

  it('does not read a name as a placeholder', () => {
    const tricky = { ...colleagueMention, name: '@_user_1</at><at user_id="all">' }
    const mentions = [botMention, tricky]
    const { text } = read(message('text', { text: '找 @_user_2' }, { mentions }))
    expect(text).toBe('找 @@_user_1</at><at user_id="all">')
  })

  it('keeps a placeholder that nothing explains, and words the mention of everybody', () => {
    expect(read(message('text', { text: '@_user_7 和 @_all 你好' })).text).toBe('@_user_7 和 @所有人 你好')
  })

  it.each([
    ['no list', 'x'],
    ['a list of nothing', [null, 5, 'x', {}]],
    ['no ids', [{ key: '@_user_1', name: 'A' }]],
    ['no name', [{ key: '@_user_1', id: { open_id: 'ou_x' } }]],
  ])('survives mentions that are wrong: %s', (_case, mentions) => {
    expect(kindOf(message('text', { text: '@_user_1 x' }, { mentions }))).toBe('inbound')
  })

  it('knows what it answers', () => {
    expect(read(message('text', { text: 'x' }, { parent_id: 'om_parent', root_id: 'om_root' })).replyTo).toBe(
      'om_parent',
    )
  })

  it('with headings, links and pictures becomes lines of text and attachments', () => {
    const post = {
      title: '拜访纪要',
      content: [
        [
          { tag: 'text', text: '客户：云杉 ', style: ['bold'] },
          { tag: 'a', href: 'https://example.com/a', text: '年报' },
        ],
        [{ tag: 'text', text: '1. 意向明确\n2. 担心利率' }],
        [
          { tag: 'img', image_key: 'img_1' },
          { tag: 'media', file_key: 'file_v', image_key: 'img_2' },
        ],
        [
          { tag: 'at', user_id: '@_user_1', user_name: '云雀' },
          { tag: 'emotion', emoji_type: 'DONE' },
        ],
        [
          { tag: 'code_block', language: 'SQL', text: 'select 1' },
          { tag: 'hr' },
          { tag: 'newest', text: 5 },
          null,
        ],
      ],
    }
    const { text, attachments } = read(message('post', post, { mentions: [botMention] }))
    expect(text).toBe(
      '拜访纪要\n客户：云杉 年报 (https://example.com/a)\n1. 意向明确\n2. 担心利率\n\nselect 1',
    )
    expect(attachments).toEqual([
      { kind: 'image', key: 'img_1' },
      { kind: 'video', key: 'file_v' },
    ])
  })

  it.each([
    ['image', { image_key: 'img_1' }, { kind: 'image', key: 'img_1' }],
    ['file', { file_key: 'f', file_name: '名单.xlsx' }, { kind: 'file', key: 'f', name: '名单.xlsx' }],
    ['audio', { file_key: 'f', duration: 23000 }, { kind: 'audio', key: 'f', durationMs: 23000 }],
    [
      'media',
      { file_key: 'f', image_key: 'i', file_name: 'a.mp4', duration: 5 },
      { kind: 'video', key: 'f', name: 'a.mp4', durationMs: 5 },
    ],
  ])('that is a %s carries it', (type, content, attachment) => {
    expect(read(message(type, content))).toMatchObject({ text: '', attachments: [attachment] })
  })

  it.each([
    'sticker',
    'folder',
    'share_chat',
    'merge_forward',
    'interactive',
    'todo',
    'vote',
    'kind_of_tomorrow',
  ])('of kind %s says nothing, but is a message', (type) => {
    expect(read(message(type, { anything: 1 }))).toMatchObject({ text: '', attachments: [] })
  })

  it('that is a place says its name', () => {
    expect(read(message('location', { name: '路北支行', longitude: '1', latitude: '2' })).text).toBe(
      '路北支行',
    )
  })

  it.each([
    ['another bot', { sender_type: 'bot' }],
    ['an application', { sender_type: 'app' }],
    ['the bot itself', { sender_id: { open_id: 'ou_bot0000000000000000000000000000b0' } }],
    ['somebody of another company', { tenant_key: 'tenant-other' }],
  ])('of %s has no effect', (_case, sender) => {
    expect(kindOf(message('text', { text: 'x' }, {}, sender))).toBe('ignored')
  })

  it('of the client itself has no effect', () => {
    expect(kindOf(message('system', { template: '{from} renamed the group' }))).toBe('ignored')
  })

  it.each([
    ['text', 'no json'],
    ['text', '"a string"'],
    ['text', '{"text":5}'],
    ['text', '{"text":"a","text":"b"}'],
    ['post', '{"title":"x"}'],
    ['image', '{}'],
    ['file', '{"file_key":""}'],
  ])('of kind %s with the content %s is refused', (type, content) => {
    expect(kindOf(message(type, content))).toBe('refused')
  })

  it('never throws, whatever its content', () => {
    const types = fc.constantFrom('text', 'post', 'image', 'file', 'audio', 'media', 'location', 'sticker')
    fc.assert(
      fc.property(types, fc.jsonValue(), fc.jsonValue(), (type, content, mentions) => {
        const kind = kindOf(message(type, content, { mentions }))
        expect(['inbound', 'refused']).toContain(kind)
      }),
    )
  })
})
