import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MessageDraft } from '../../../src/platform/stand-in/memory/entries.ts'
import { openJournal } from '../../../src/platform/stand-in/memory/journal.ts'
import { createMemory } from '../../../src/platform/stand-in/memory/memory.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stand-in-'))
  file = join(folder, 'data', 'chats.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

const draft = (name: string, rest: Partial<MessageDraft> = {}): MessageDraft => ({
  messageId: `om_${name}`,
  chatId: 'oc_a',
  sender: { kind: 'bot' },
  msgType: 'text',
  content: '{"text":"a"}',
  createdAt: 0,
  ...rest,
})
const open = (most?: number) => createMemory(openJournal(file), most)
const countLines = async () => (await readFile(file, 'utf8')).split('\n').length - 1

describe('what the stand-in remembers', () => {
  test('is the same after a restart', () => {
    const before = open()
    before.addMessage(draft('1', { uuid: 'u' }))
    before.changeMessage('om_1', { content: '{"text":"b"}' })
    before.markRead({ chatId: 'oc_a', openId: 'ou_x', upTo: 2, readAt: 5 })
    before.addFile({ key: 'k', kind: 'file', name: 'n', mime: '', size: 1, by: 'bot' })
    before.close()
    const after = open()
    expect(after.messagesOf('oc_a')).toMatchObject([{ content: '{"text":"b"}', seq: 1, changed: 2 }])
    expect(after.findByUuid('u')?.messageId).toBe('om_1')
    expect(after.readMarkOf('oc_a', 'ou_x')?.upTo).toBe(2)
    expect(after.findFile('k')?.name).toBe('n')
    expect(after.newest()).toBe(3)
    after.close()
  })

  test('survives a last line that was torn by a crash', async () => {
    const before = open()
    before.addMessage(draft('1'))
    before.close()
    await appendFile(file, '{"kind":"message","n":2,"mess')
    const after = open()
    after.addMessage(draft('2'))
    after.close()
    expect(
      open()
        .messagesOf('oc_a')
        .map((message) => message.messageId),
    ).toEqual(['om_1', 'om_2'])
  })

  test('holds so many messages and forgets the oldest', () => {
    const memory = open(2)
    for (const name of ['1', '2', '3']) memory.addMessage(draft(name, { uuid: name }))
    expect(memory.messagesOf('oc_a').map((message) => message.messageId)).toEqual(['om_2', 'om_3'])
    expect(memory.findByUuid('1')).toBeNull()
    memory.close()
  })

  test('is written anew at a start when most of the journal is past, without a number going back', async () => {
    const before = open()
    before.addMessage(draft('1'))
    before.addMessage(draft('2'))
    for (let change = 0; change < 1100; change++) before.changeMessage('om_1', { updatedAt: change })
    before.noteClock({ now: '2026-11-21T02:00:00.000Z', offsetMs: 5 })
    before.close()
    const after = open()
    expect(await countLines()).toBe(3)
    expect(after.newest()).toBe(1103)
    expect(after.messagesOf('oc_a').map((message) => message.messageId)).toEqual(['om_1', 'om_2'])
    after.close()
    expect(open().newest()).toBe(1103)
  })

  test('tells every change after a number, and admits where some are lost', () => {
    const memory = open()
    memory.addMessage(draft('1'))
    memory.changeMessage('om_1', { recalled: true })
    expect(memory.changesSince(0)?.map((change) => change.n)).toEqual([1, 2])
    expect(memory.changesSince(2)).toEqual([])
    expect(memory.changesSince(3)).toBeNull()
    memory.close()
  })

  test('keeps events that the bot has not taken over a restart', () => {
    const before = open()
    const envelope = { schema: '2.0' as const, header: { event_id: 'e' }, event: {} }
    before.keepEvent({ eventId: 'e', envelope, attempts: 1, dueAt: 7 })
    before.keepEvent({ eventId: 'f', envelope, attempts: 1, dueAt: 7 })
    before.settleEvent('f')
    before.close()
    expect(open().events()).toMatchObject([{ eventId: 'e', attempts: 1 }])
  })
})
