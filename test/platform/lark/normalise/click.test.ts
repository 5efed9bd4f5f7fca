import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClickInbound } from '../../../../src/core/inbound.ts'
import { NOW } from '../fixtures/app.ts'
import { click, type Json } from '../fixtures/events.ts'
import { letter, receive } from '../fixtures/letter.ts'

function read(event: Json): ClickInbound {
  const received = receive(letter(event))
  if (received.kind !== 'inbound' || received.inbound.kind !== 'click')
    throw new Error(JSON.stringify(received))
  return received.inbound
}

describe('a click', () => {
  it('carries the press of its button, who clicked and where', () => {
    expect(read(click({ tag: 'button', value: { a: 'task.done', i: { task: 7, version: 3 } } }))).toEqual({
      kind: 'click',
      id: 'event-of-card.action.trigger',
      happenedAt: NOW,
      conversation: 'oc_private1',
      messageId: 'om_card1',
      sender: { account: 'ou_person1', unionAccount: 'on_person1', userAccount: 'emp-1' },
      press: { action: 'task.done', input: { task: 7, version: 3 } },
      form: {},
      updateToken: 'c-fixture-token',
    })
  })

  it.each([undefined, null, 'text', 5, [], { id: 1 }, { a: '' }, { a: 'x', i: 'not an object' }])(
    'on a button that is not ours carries no press: %j',
    (value) => {
      expect(read(click({ tag: 'button', value }))).not.toHaveProperty('press')
    },
  )

  it('on a submit button carries the form by field name, days and times without an offset', () => {
    const submitted = read(
      click({
        tag: 'button',
        name: 'submit_follow_1',
        timezone: 'Asia/Shanghai',
        form_value: {
          tags: ['deposit', 'loan'],
          day: '2026-06-05 +0800',
          moment: '2026-06-04 09:30 +0800',
          time: '14:00 +0800',
          note: '利率\n2026-06-05 +0800 之前',
          empty: '',
          checked: true,
        },
      }),
    )
    expect(submitted).not.toHaveProperty('press')
    expect(submitted.element).toBe('submit_follow_1')
    expect(submitted.form).toEqual({
      tags: ['deposit', 'loan'],
      day: '2026-06-05',
      moment: '2026-06-04 09:30',
      time: '14:00',
      note: '利率\n2026-06-05 +0800 之前',
      empty: '',
      checked: true,
    })
  })

  it.each<[string, Json, Json]>([
    ['select_static', { option: 'negotiation' }, { option: 'negotiation' }],
    ['select_person', { option: 'ou_1' }, { option: 'ou_1' }],
    ['multi_select_static', { options: ['a', 'b'] }, { options: ['a', 'b'] }],
    ['overflow', { option: 'transfer' }, { option: 'transfer' }],
    ['date_picker', { option: '2024-04-01 +0800', timezone: 'Asia/Shanghai' }, { option: '2024-04-01' }],
    ['picker_time', { option: '08:30 +0800' }, { option: '08:30' }],
    ['picker_datetime', { option: '2024-04-29 07:07 -0330' }, { option: '2024-04-29 07:07' }],
    ['input', { input_value: '一行\n两行' }, { input: '一行\n两行' }],
    ['checker', { checked: false, name: 'todo_1' }, { checked: false }],
  ])('on a %s carries what was chosen', (tag, action, form) => {
    const value = { a: 'x.y', i: {} }
    expect(read(click({ tag, value, ...action }))).toMatchObject({
      press: { action: 'x.y', input: {} },
      form,
    })
  })

  it('by somebody whose other ids are hidden is still theirs', () => {
    expect(read(click({ value: {} }, { operator: { open_id: 'ou_9', user_id: null } })).sender).toEqual({
      account: 'ou_9',
    })
  })

  it.each([
    ['no operator', { operator: undefined }],
    ['an operator without an id', { operator: { open_id: '' } }],
    ['no message', { context: { open_chat_id: 'oc_1' } }],
  ])('with %s is refused', (_case, more) => {
    expect(receive(letter(click({ tag: 'button' }, more))).kind).toBe('refused')
  })

  it('never throws, whatever was done', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (action, form_value) => {
        expect(['inbound', 'refused']).toContain(receive(letter(click({ ...action, form_value }))).kind)
      }),
    )
  })
})
