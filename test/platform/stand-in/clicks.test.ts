import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clickAsPerson } from '../../../src/platform/stand-in/index.ts'
import { type Bench, cardOf, openBench } from './support.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const plain = (zh: string, en: string) => ({ tag: 'plain_text', content: zh, i18n_content: { en_us: en } })
const button = (rest: object) => ({
  tag: 'button',
  text: plain('批准', 'Approve'),
  behaviors: [{ type: 'callback', value: { action: 'approve', id: 7 } }],
  ...rest,
})
const form = {
  tag: 'form',
  name: 'edit_form',
  elements: [
    { tag: 'input', name: 'note', default_value: '原文', label: plain('备注', 'Note') },
    {
      tag: 'select_static',
      name: 'stage',
      required: true,
      placeholder: plain('阶段', 'Stage'),
      options: [
        { text: plain('成交', 'Won'), value: 'won' },
        { text: plain('失败', 'Lost'), value: 'lost' },
      ],
    },
    { tag: 'picker_datetime', name: 'due', initial_datetime: '2026-11-25 14:00' },
    { tag: 'date_picker', name: 'day', placeholder: plain('日期', 'Day') },
    { tag: 'checker', name: 'urgent', text: plain('紧急', 'Urgent') },
    { tag: 'button', name: 'save', text: plain('保存', 'Save'), form_action_type: 'submit' },
  ],
}

async function post(...elements: readonly unknown[]): Promise<string> {
  const sent = await bench.call('POST', '/im/v1/messages?receive_id_type=chat_id', {
    receive_id: 'oc_retail1',
    msg_type: 'interactive',
    content: JSON.stringify(cardOf(...elements)),
  })
  expect(sent.body['msg']).toBe('success')
  return (sent.body['data'] as { message_id: string }).message_id
}
const click = (messageId: string, element: string, rest: object = {}) =>
  clickAsPerson(bench.standIn.platform, { as: 'ou_wangmin', messageId, element, ...rest })
const action = () => bench.pushes.at(-1)?.event['action']

describe('a click', () => {
  test.each(['批准', 'Approve', 'approve_it', 'btn_1', '{"action":"approve","id":7}', '/body/elements/0'])(
    'finds a button called %s',
    async (called) => {
      const messageId = await post(button({ name: 'approve_it', element_id: 'btn_1' }))
      await click(messageId, called)
      expect(action()).toEqual({ tag: 'button', name: 'approve_it', value: { action: 'approve', id: 7 } })
    },
  )

  test('carries operator, card token and place, to the address of callbacks', async () => {
    const messageId = await post(button({}))
    await click(messageId, '批准')
    expect(bench.pushes).toMatchObject([
      {
        path: '/lark/cards',
        signed: true,
        header: { event_type: 'card.action.trigger' },
        event: {
          operator: { open_id: 'ou_wangmin', user_id: 'wangmin' },
          host: 'im_message',
          context: { open_message_id: messageId, open_chat_id: 'oc_retail1' },
        },
      },
    ])
    expect(bench.pushes[0]?.header['create_time']).toMatch(/^\d{16}$/)
  })

  test('on a disabled button, on nothing, or on a message that is not there is refused before the bot hears of it', async () => {
    const messageId = await post(button({ disabled: true }))
    await expect(click(messageId, '批准')).rejects.toMatchObject({ reason: 'element_disabled' })
    await expect(click(messageId, '驳回')).rejects.toMatchObject({ reason: 'element_unknown' })
    await expect(click('om_nothing', '批准')).rejects.toMatchObject({ reason: 'message_unknown' })
    expect(bench.pushes).toEqual([])
  })

  test('prefers the button that can be pressed where two bear the same label', async () => {
    const messageId = await post(button({ name: 'a', disabled: true }), button({ name: 'b' }))
    await click(messageId, '批准')
    expect(action()).toMatchObject({ name: 'b' })
  })

  test('shows the toast of the answer and draws the card of the answer for everybody', async () => {
    const fresh = cardOf({ tag: 'markdown', content: '已批准' })
    bench.answer = () => ({ toast: { type: 'success', content: '好' }, card: { type: 'raw', data: fresh } })
    const messageId = await post(button({}))
    expect(await click(messageId, '批准')).toMatchObject({
      code: 0,
      toast: { type: 'success', content: '好' },
    })
    const kept = bench.standIn.platform.memory.findMessage(messageId)
    expect(JSON.parse(kept?.content ?? '')).toEqual(fresh)
  })

  test.each([
    ['another status than 200', () => new Response('{}', { status: 201 }), 200671],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: '/' } }), 200671],
    ['no JSON', () => new Response('ok'), 200672],
    ['a toast without words', () => ({ toast: { type: 'info' } }), 200672],
    ['a card that is refused', () => ({ card: { type: 'raw', data: cardOf({ tag: 'note' }) } }), 200673],
  ])('answered with %s shows the number of the fault, and is not repeated', async (_case, answer, code) => {
    bench.answer = answer
    const messageId = await post(button({}))
    const effect = await click(messageId, '批准')
    expect(effect).toMatchObject({
      code,
      toast: { type: 'error', content: expect.stringContaining(String(code)) },
    })
    expect(bench.pushes).toHaveLength(1)
    expect(bench.standIn.platform.courier.nextDueAt()).toBeNull()
  })
})

test('a click that is not answered in time shows 200341', async () => {
  const patient = bench
  bench = await openBench({ answerWithinMs: 100 })
  bench.answer = () => new Promise(() => {})
  expect(await click(await post(button({})), '批准')).toMatchObject({ code: 200341 })
  await patient.close()
})

describe('a form', () => {
  test('is sent with its untouched defaults, and empty fields as empty', async () => {
    const messageId = await post(form)
    await click(messageId, 'save', { form: { stage: 'won' } })
    expect(action()).toEqual({
      tag: 'button',
      name: 'save',
      timezone: 'Asia/Shanghai',
      form_value: { note: '原文', stage: 'won', due: '2026-11-25 14:00 +0800', day: '', urgent: false },
    })
  })

  test('takes values by label and options by their words, and writes the offset behind dates', async () => {
    const messageId = await post(form)
    await click(messageId, '保存', { form: { 备注: '新', 阶段: '失败', day: '2026-12-01', urgent: true } })
    expect(action()).toMatchObject({
      form_value: { note: '新', stage: 'lost', day: '2026-12-01 +0800', urgent: true },
    })
  })

  test.each([
    ['a required field is empty', {}, 'field_required'],
    ['a value was not offered', { stage: 'maybe' }, 'value_not_offered'],
    ['a date is none', { stage: 'won', day: 'tomorrow' }, 'value_not_offered'],
    ['a field does not exist', { stage: 'won', amount: '5' }, 'field_unknown'],
    ['a text is longer than the field', { stage: 'won', note: '字'.repeat(1001) }, 'too_long'],
  ])('stays in the client while %s', async (_case, values, reason) => {
    const messageId = await post(form)
    await expect(click(messageId, 'save', { form: values })).rejects.toMatchObject({ reason })
    expect(bench.pushes).toEqual([])
  })

  test('sends nothing when a field inside of it is touched', async () => {
    const messageId = await post(form)
    expect(await click(messageId, 'stage', { option: 'won' })).toEqual({ code: 0 })
    expect(bench.pushes).toEqual([])
  })
})

describe('what stands alone', () => {
  const options = [{ text: plain('一', 'One'), value: '1' }]
  const placeholder = plain('请选', 'Pick')
  test.each([
    [{ tag: 'select_static', name: 'f', placeholder, options }, '一', { option: '1' }],
    [{ tag: 'multi_select_static', name: 'f', placeholder, options }, ['1'], { options: ['1'] }],
    [{ tag: 'overflow', element_id: 'f', options }, '1', { option: '1' }],
    [{ tag: 'date_picker', name: 'f', placeholder }, '2026-12-01', { option: '2026-12-01 +0800' }],
    [{ tag: 'picker_time', name: 'f', placeholder }, '08:30', { option: '08:30 +0800' }],
    [
      { tag: 'picker_datetime', name: 'f', placeholder },
      '2026-12-01T08:30',
      { option: '2026-12-01 08:30 +0800' },
    ],
    [{ tag: 'input', name: 'f' }, '原因', { input_value: '原因' }],
    [
      { tag: 'select_person', name: 'f', placeholder, options: [] },
      'ou_zhaoqiang',
      { option: 'ou_zhaoqiang' },
    ],
    [
      { tag: 'checker', name: 'f', behaviors: [{ type: 'callback', value: {} }] },
      undefined,
      { checked: true },
    ],
  ])('%j sends what was picked', async (element, option, sent) => {
    const messageId = await post(element)
    await click(messageId, 'f', { option })
    expect(action()).toMatchObject({ tag: element.tag, ...sent })
  })
})
