import { describe, expect, it } from 'vitest'
import { type Card, type Node, say } from '../../../../cards/kit/index.ts'
import { LIMITS } from '../../../../src/platform/lark/limits.ts'
import { renderCard } from '../../../../src/platform/lark/render/index.ts'
import { measure } from '../../../../src/platform/lark/render/measure.ts'
import { findTagged, findTexts, walk } from '../fixtures/walk.ts'

const press = { action: 'task.done', input: { task: 7, version: 3 } }
const save = { label: say('保存', 'Save'), press, tone: 'primary' } as const
const cancel = { label: say('取消', 'Cancel'), press: { action: 'cancel', input: {} } } as const

function card(nodes: readonly Node[], heading: Card['heading'] = { title: say('任务', 'Task') }): Card {
  return { heading, summary: say('一条任务', 'A task'), nodes }
}

function draw(...nodes: readonly Node[]) {
  const { json, cut } = renderCard(card(nodes))
  return { json, cut, tagged: (tag: string) => findTagged(json, tag), texts: findTexts(json) }
}

describe('around a card', () => {
  const { json } = renderCard(
    card([], {
      title: say('任务', 'Task'),
      subtitle: '王敏',
      tone: 'warning',
      tags: [{ text: say('今天', 'Today'), tone: 'muted' }],
    }),
  )

  it('nothing is forwarded, everybody sees the same, and a lock screen shows a neutral line', () => {
    expect(json).toMatchObject({
      schema: '2.0',
      config: {
        update_multi: true,
        enable_forward: false,
        width_mode: 'default',
        summary: { content: '一条任务', i18n_content: { zh_cn: '一条任务', en_us: 'A task' } },
      },
    })
  })

  it('the heading has the colour of its tone and labels in the colours that the platform knows', () => {
    expect(json).toMatchObject({
      header: {
        template: 'orange',
        title: { tag: 'plain_text', content: '任务', i18n_content: { zh_cn: '任务', en_us: 'Task' } },
        subtitle: { tag: 'plain_text', content: '王敏' },
        text_tag_list: [{ tag: 'text_tag', color: 'neutral' }],
      },
    })
  })

  it('words that read the same in both languages are sent once', () => {
    expect(findTagged(json, 'plain_text').find(({ content }) => content === '王敏')).not.toHaveProperty(
      'i18n_content',
    )
  })
})

describe('on a card', () => {
  it('a button carries its press, asks first where it should, and can be found by its id', () => {
    const { tagged } = draw({
      node: 'buttons',
      buttons: [{ ...save, confirm: { title: '确定？', text: '不可撤销' } }, cancel],
    })
    expect(tagged('button')).toMatchObject([
      {
        element_id: 'button_1',
        type: 'primary_filled',
        behaviors: [{ type: 'callback', value: { a: 'task.done', i: { task: 7, version: 3 } } }],
        confirm: { title: { content: '确定？' }, text: { content: '不可撤销' } },
      },
      { element_id: 'button_2', type: 'default' },
    ])
  })

  it('a guessed fact is marked in both languages', () => {
    const { texts, tagged } = draw({
      node: 'facts',
      facts: [{ label: '金额', value: '50万', guessed: true }],
    })
    expect(texts).toContain('50万（推测，请核对）')
    expect(
      tagged('plain_text').some((text) => JSON.stringify(text).includes('(guessed, please check)')),
    ).toBe(true)
  })

  it('an empty value is a dash, and an empty text nothing at all', () => {
    const { texts } = draw(
      { node: 'facts', facts: [{ label: '公司', value: '' }] },
      { node: 'text', text: ' ' },
    )
    expect(texts).toEqual(['任务', '公司', '—'])
  })

  it('an item with one button has it at its side, with several below', () => {
    const { tagged } = draw({
      node: 'list',
      items: [
        {
          title: '李建国',
          detail: '138****1234',
          note: 'C000001',
          tags: [{ text: 'VIP', tone: 'info' }],
          buttons: [save],
        },
        { title: '李娜', buttons: [save, cancel] },
      ],
    })
    expect(tagged('button').map(({ element_id, size }) => [element_id, size])).toEqual([
      ['button_1', 'small'],
      ['button_2', 'small'],
      ['button_3', 'small'],
    ])
  })

  it('a small table with words of ours is a grid, whose words follow the language of the reader', () => {
    const { tagged, texts } = draw({
      node: 'table',
      columns: [
        { name: 'stage', title: say('阶段', 'Stage') },
        { name: 'count', title: say('商机数', 'Count'), kind: 'number' },
      ],
      rows: [{ stage: say('初步接触', 'Initial contact'), count: 18 }],
    })
    expect(tagged('table')).toEqual([])
    expect(texts).toEqual(expect.arrayContaining(['阶段', '商机数', '初步接触', '18']))
    expect(tagged('plain_text')).toContainEqual(
      expect.objectContaining({ i18n_content: { zh_cn: '初步接触', en_us: 'Initial contact' } }),
    )
  })

  it('a larger table stands directly in the card, with keys of its own and numbers as numbers', () => {
    const { tagged } = draw({
      node: 'table',
      columns: [
        { name: 'customer', title: say('客户', 'Customer') },
        { name: 'amount', title: '金额', kind: 'number' },
        { name: 'mixed', title: '备注', kind: 'number' },
      ],
      rows: [
        { customer: '李建国', amount: 500000, mixed: 1 },
        { customer: say('合计', 'Total'), amount: 1.5, mixed: '无' },
        ...Array.from({ length: 12 }, () => ({ customer: '王敏', amount: 1, mixed: 2 })),
      ],
      pageSize: 50,
    })
    expect(tagged('table')).toMatchObject([
      {
        page_size: 10,
        columns: [
          { name: 'c1', display_name: '客户 / Customer', data_type: 'text', horizontal_align: 'left' },
          { name: 'c2', data_type: 'number', horizontal_align: 'right' },
          { name: 'c3', data_type: 'text', horizontal_align: 'right' },
        ],
        rows: [
          { c1: '李建国', c2: 500000, c3: '1' },
          { c1: '合计 / Total', c2: 1.5, c3: '无' },
          ...Array.from({ length: 12 }, () => ({ c1: '王敏', c2: 1, c3: '2' })),
        ],
      },
    ])
  })

  it('a table within a panel becomes a list, a form goes below it, and a panel in it lies open', () => {
    const { json, tagged, texts } = draw({
      node: 'panel',
      title: '明细',
      nodes: [
        {
          node: 'table',
          columns: [
            { name: 'a', title: '客户' },
            { name: 'b', title: '金额' },
          ],
          rows: [{ a: '李建国', b: 5 }],
        },
        { node: 'form', name: 'f', fields: [], buttons: [save] },
        { node: 'panel', title: '更多', nodes: [{ node: 'text', text: '里面' }] },
      ],
    })
    expect(tagged('table')).toEqual([])
    expect(tagged('collapsible_panel')).toHaveLength(1)
    expect(texts).toEqual(expect.arrayContaining(['李建国', '金额: 5', '更多', '里面']))
    expect([...walk(json)].find(({ part }) => part['tag'] === 'form')?.around).toEqual([])
  })

  it('the sixth table and the sixth chart take another form', () => {
    const table: Node = { node: 'table', columns: [{ name: 'a', title: 'A' }], rows: [{ a: '1' }] }
    const chart: Node = {
      node: 'chart',
      chart: { form: 'ring', title: 'T', values: [{ label: 'a', value: 1 }] },
    }
    const { tagged } = draw(
      ...Array.from({ length: 6 }, () => table),
      ...Array.from({ length: 6 }, () => chart),
    )
    expect(tagged('table')).toHaveLength(5)
    expect(tagged('chart')).toHaveLength(5)
  })

  it.each(['bar', 'rows', 'line', 'ring', 'funnel'] as const)(
    'a chart of the form %s has data and no number that is none',
    (form) => {
      const values = [
        { label: say('一', 'one'), value: 1, series: 's' },
        { label: 'b', value: Number.NaN },
      ]
      const { tagged } = draw({ node: 'chart', chart: { form, title: '走势', values } })
      expect(tagged('chart')[0]?.['chart_spec']).toMatchObject({
        data: { values: [{ label: '一 / one', value: 1, series: 's' }] },
      })
    },
  )

  it('a chart or table without data says so', () => {
    const { texts } = draw(
      { node: 'chart', chart: { form: 'bar', title: '走势', values: [] } },
      { node: 'table', columns: [{ name: 'a', title: 'A' }], rows: [] },
    )
    expect(texts.filter((text) => text === '暂无数据')).toHaveLength(2)
  })

  it('people are left out by the platform where it does not know them', () => {
    expect(draw({ node: 'people', accounts: ['ou_1', 'ou_1', ''] }).tagged('person_list')).toMatchObject([
      { drop_invalid_user_id: true, persons: [{ id: 'ou_1' }] },
    ])
  })

  it('options without a value, or with one that is taken, are left out', () => {
    const options = [
      { label: 'A', value: 'a' },
      { label: 'B', value: 'a' },
      { label: 'C', value: '' },
    ]
    const { tagged } = draw({ node: 'select', name: 'pick', placeholder: '选', options, press })
    expect(tagged('select_static')).toMatchObject([{ name: 'pick', options: [{ value: 'a' }] }])
  })
})

describe('a form', () => {
  const fields = [
    { field: 'line', name: 'title', label: '标题', required: true, value: '回访', maxLength: 5000 },
    { field: 'lines', name: 'note', label: '备注', placeholder: '说明' },
    { field: 'date', name: 'day', label: '日期', value: '2026-11-25', guessed: true },
    { field: 'time', name: 'time', label: '时间', value: 'soon' },
    { field: 'moment', name: 'moment', label: '提醒', value: '2026-11-25 14:00' },
    {
      field: 'choice',
      name: 'stage',
      label: '阶段',
      options: [
        { label: 'A', value: 'a' },
        { label: 'B', value: 'b' },
      ],
      value: 'b',
    },
    {
      field: 'choices',
      name: 'tags',
      label: '标签',
      options: [{ label: 'A', value: 'a' }],
      value: ['a', 'x'],
    },
  ] as const
  const { tagged } = draw({ node: 'form', name: 'follow', fields, buttons: [save, cancel] })

  it('has a control for each field, filled with what is known and readable', () => {
    expect(tagged('input')).toMatchObject([
      { name: 'title', required: true, default_value: '回访', max_length: LIMITS.inputLength },
      { name: 'note', required: false, input_type: 'multiline_text' },
    ])
    expect(tagged('date_picker')).toMatchObject([{ name: 'day', initial_date: '2026-11-25' }])
    expect(tagged('picker_time')[0]).not.toHaveProperty('initial_time')
    expect(tagged('picker_datetime')).toMatchObject([{ initial_datetime: '2026-11-25 14:00' }])
    expect(tagged('select_static')).toMatchObject([{ name: 'stage', initial_index: 2 }])
    expect(tagged('multi_select_static')).toMatchObject([{ selected_values: ['a'] }])
  })

  it('is sent by a button whose name tells form and place, and which carries its press as well', () => {
    const [first] = tagged('button')
    expect(first).toMatchObject({
      name: 'submit_follow_0',
      form_action_type: 'submit',
      behaviors: [{ type: 'callback', value: { a: 'task.done' } }],
    })
  })

  it('is not sent by the plain button beside required fields, which stands below it', () => {
    const { json } = renderCard(card([{ node: 'form', name: 'follow', fields, buttons: [save, cancel] }]))
    const plain = [...walk(json)].find(({ part }) => part['tag'] === 'button' && part['type'] === 'text')
    expect(plain?.around).toEqual([])
    expect(plain?.part).not.toHaveProperty('form_action_type')
  })

  it('is sent by every button where nothing is required', () => {
    const drawn = draw({
      node: 'form',
      name: 'f',
      fields: [{ field: 'line', name: 'a', label: 'A' }],
      buttons: [save, cancel],
    })
    expect(drawn.tagged('button').map(({ name }) => name)).toEqual(['submit_f_0', 'submit_f_1'])
  })

  it('keeps its field names unless another form has them', () => {
    const form = (name: string): Node => ({
      node: 'form',
      name,
      fields: [{ field: 'line', name: 'reason', label: 'R' }],
      buttons: [save],
    })
    expect(
      draw(form('a'), form('b'))
        .tagged('input')
        .map(({ name }) => name),
    ).toEqual(['reason', 'reason__2'])
  })
})

describe('a card that would be too large', () => {
  const item = (at: number) => ({
    title: `客户${at}`,
    detail: '某某有限公司',
    note: 'C000001',
    buttons: [save],
  })
  const form: Node = {
    node: 'form',
    name: 'f',
    fields: [{ field: 'lines', name: 'reason', label: '原因' }],
    buttons: [save, cancel],
  }

  it('is first drawn with fewer elements, and loses nothing by that', () => {
    const items = Array.from({ length: 14 }, (_, at) => ({ ...item(at), tags: [{ text: 'VIP' }] }))
    const { cut, texts, json } = draw({ node: 'list', items })
    expect(cut).toBe(false)
    expect(measure(json).elements).toBeLessThanOrEqual(LIMITS.cardElements)
    expect(texts).toEqual(expect.arrayContaining(['客户0', '客户13']))
  })

  it('loses the end of its longest list, says how much, and keeps form, facts and buttons', () => {
    const { json, cut, tagged, texts } = draw(
      { node: 'facts', facts: [{ label: '金额', value: '50万' }] },
      { node: 'list', items: Array.from({ length: 100 }, (_, at) => item(at)) },
      form,
      { node: 'buttons', buttons: [save] },
    )
    const { bytes, elements } = measure(json)
    expect(cut).toBe(true)
    expect(bytes).toBeLessThanOrEqual(LIMITS.cardBytes)
    expect(elements).toBeLessThanOrEqual(LIMITS.cardElements)
    const shown = texts.filter((text) => text.startsWith('客户')).length
    expect(shown).toBeGreaterThan(10)
    expect(texts).toContain(`还有 ${100 - shown} 项未显示`)
    expect(tagged('form')).toHaveLength(1)
    expect(texts).toContain('50万')
    expect(tagged('button').filter(({ type }) => type === 'primary_filled')).toHaveLength(shown + 2)
  })

  it('keeps the beginning of what somebody said and of a long story', () => {
    const text = '话'.repeat(20_000)
    const { cut, texts } = draw(
      { node: 'quote', text },
      { node: 'text', text },
      { node: 'facts', facts: [{ label: 'L', value: text }] },
      form,
    )
    expect(cut).toBe(true)
    const long = texts.filter((each) => each.startsWith('话话'))
    expect(long).toHaveLength(3)
    for (const each of long) expect(each.length).toBeGreaterThanOrEqual(60)
    expect(texts.some((each) => /后面还有 \d+ 个字未显示/.test(each))).toBe(true)
  })

  it('and cannot be made smaller says that it is too long', () => {
    const buttons = Array.from({ length: 300 }, () => save)
    const { cut, texts, tagged } = draw({ node: 'buttons', buttons })
    expect(cut).toBe(true)
    expect(tagged('button')).toEqual([])
    expect(texts[1]).toMatch(/内容过长/)
  })
})
