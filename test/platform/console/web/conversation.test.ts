import { describe, expect, test } from 'vitest'
import type { ConsoleMessage } from '../../../../src/platform/console/protocol.ts'
import {
  isVisibleTo,
  joinNewest,
  mergeMessages,
  settlePending,
  toTypedText,
} from '../../../../src/platform/console/web/state/conversation.ts'

const message = (seq: number, more: Partial<ConsoleMessage> = {}): ConsoleMessage => ({
  seq,
  messageId: `om_${seq}`,
  chatId: 'oc_1',
  sender: { kind: 'person', openId: 'ou_wangmin' },
  msgType: 'text',
  content: { text: `text ${seq}` },
  createdAt: '2026-11-25T01:00:00Z',
  readBy: [],
  ...more,
})
const seqs = (messages: readonly ConsoleMessage[]) => messages.map(({ seq }) => seq)

describe('the messages of a conversation', () => {
  test('stand in order once each, in their newest state, however often they arrive', () => {
    const changed = message(2, { recalled: true })
    const merged = mergeMessages([message(1), message(2)], [message(3), changed, message(3)])
    expect(seqs(merged)).toEqual([1, 2, 3])
    expect(merged[1]?.recalled).toBe(true)
  })

  test('are joined to a page that reaches back to them, with what changed meanwhile', () => {
    const joined = joinNewest(
      [message(1), message(2), message(3)],
      [message(2, { recalled: true }), message(3), message(4)],
    )
    expect(joined.dropped).toBe(false)
    expect(seqs(joined.messages)).toEqual([1, 2, 3, 4])
    expect(joined.messages[1]?.recalled).toBe(true)
  })

  test('are dropped where the page does not reach back to them, so that no hole can hide', () => {
    const joined = joinNewest([message(1), message(2)], [message(5), message(6)])
    expect(joined).toEqual({ messages: [message(5), message(6)], dropped: true })
  })

  test('that are for one person only are nobody else’s', () => {
    const only = message(1, { visibleTo: 'ou_wangmin' })
    expect(isVisibleTo(only, 'ou_wangmin')).toBe(true)
    expect(isVisibleTo(only, 'ou_lilei')).toBe(false)
  })

  test('settle the oldest text on its way that says the same, mentions included', () => {
    const arrived = message(1, {
      content: { text: '@_user_1 你好' },
      mentions: [{ key: '@_user_1', openId: 'ou_bot', name: '小云雀' }],
    })
    expect(toTypedText(arrived)).toBe('@小云雀 你好')
    const pending = ['a', 'b'].map((id) => ({ id, text: '@小云雀 你好', failed: null }))
    expect(settlePending(pending, arrived).map(({ id }) => id)).toEqual(['b'])
  })

  test('do not settle a text that has failed: it waits to be sent again', () => {
    const pending = [{ id: 'a', text: 'text 1', failed: 'gone' }]
    expect(settlePending(pending, message(1))).toEqual(pending)
  })
})
