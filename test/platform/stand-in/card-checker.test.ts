import { describe, expect, test } from 'vitest'
import { type CardFacts, checkCard } from '../../../src/platform/stand-in/index.ts'
import { cardOf } from './support.ts'

const facts: CardFacts = {
  knowsPerson: (id) => id === 'ou_wangmin',
  knowsImage: (key) => key === 'img_known',
}
const check = (...elements: readonly unknown[]) => checkCard(cardOf(...elements), facts)
const subCode = (...elements: readonly unknown[]) => {
  const verdict = check(...elements)
  return verdict.ok ? 'taken' : verdict.subCode
}
const plain = (content: string) => ({ tag: 'plain_text', content })
const callback = [{ type: 'callback', value: {} }]
const submit = { tag: 'button', name: 'save', text: plain('保存'), form_action_type: 'submit' }
const formOf = (...elements: readonly unknown[]) => ({
  tag: 'form',
  name: 'f',
  elements: [...elements, submit],
})
const columnsOf = (...elements: readonly unknown[]) => ({
  tag: 'column_set',
  columns: [{ tag: 'column', elements }],
})
const times = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index))

describe('a card that the platform takes', () => {
  test('may use every component with all of its properties', () => {
    const pressed = {
      disabled: false,
      disabled_tips: plain('t'),
      hover_tips: plain('t'),
      confirm: { title: plain('?'), text: plain('!') },
    }
    const icon = { tag: 'standard_icon', token: 'todo_outlined', color: 'red' }
    const options = [{ text: plain('一'), value: '1', icon }]
    const placeholder = plain('…')
    const everything = [
      {
        tag: 'div',
        element_id: 'div_1',
        margin: '0px 4px',
        text: { ...plain('a'), text_size: 'notation', text_color: 'grey-500', text_align: 'left', lines: 2 },
        icon,
        width: 'fill',
        fields: [{ is_short: true, text: { tag: 'lark_md', content: '**a**' } }],
      },
      {
        tag: 'markdown',
        content: '<at id=ou_wangmin></at> ![x](img_known)',
        i18n_content: { en_us: 'b' },
        text_size: 'heading',
        text_align: 'center',
        icon,
      },
      {
        tag: 'img',
        img_key: 'img_known',
        alt: plain(''),
        title: plain('t'),
        scale_type: 'crop_center',
        size: '20px 20px',
        corner_radius: '8px',
        transparent: true,
        preview: false,
      },
      {
        tag: 'img_combination',
        combination_mode: 'double',
        img_list: [{ img_key: 'img_known' }],
        combination_transparent: true,
        corner_radius: '50%',
      },
      {
        tag: 'person',
        user_id: 'ou_wangmin',
        size: 'small',
        show_avatar: true,
        show_name: true,
        style: 'capsule',
      },
      {
        tag: 'person_list',
        persons: [{ id: 'ou_nobody' }],
        drop_invalid_user_id: true,
        show_name: true,
        show_avatar: true,
        size: 'small',
        lines: 1,
        icon,
      },
      { tag: 'hr' },
      {
        tag: 'chart',
        chart_spec: { type: 'bar', xField: 'x', yField: 'y', data: { values: [] }, axes: [] },
        aspect_ratio: '16:9',
        color_theme: 'brand',
        height: 'auto',
        preview: true,
      },
      {
        tag: 'table',
        page_size: 5,
        row_height: 'low',
        freeze_first_column: true,
        header_style: {
          text_align: 'left',
          text_size: 'normal',
          background_style: 'grey',
          text_color: 'grey',
          bold: true,
          lines: 1,
        },
        columns: [
          {
            name: 'a',
            display_name: 'A',
            data_type: 'number',
            width: '20%',
            horizontal_align: 'right',
            vertical_align: 'top',
            format: { precision: 2, symbol: '¥', separator: true },
          },
        ],
        rows: [{ a: 1 }],
      },
      {
        tag: 'button',
        name: 'b',
        text: plain('b'),
        type: 'primary',
        size: 'small',
        width: 'fill',
        icon,
        behaviors: [...callback, { type: 'open_url', default_url: 'https://example.com' }],
        ...pressed,
      },
      {
        tag: 'input',
        name: 'i',
        placeholder,
        default_value: 'a',
        label: plain('l'),
        label_position: 'left',
        input_type: 'multiline_text',
        rows: 3,
        auto_resize: true,
        max_rows: 5,
        max_length: 1000,
        show_icon: true,
        width: '120px',
        ...pressed,
      },
      {
        tag: 'select_static',
        name: 's',
        placeholder,
        options,
        initial_option: '1',
        initial_index: 1,
        type: 'text',
        width: 'fill',
        behaviors: callback,
        ...pressed,
      },
      { tag: 'multi_select_static', name: 'm', placeholder, options, selected_values: ['1'] },
      { tag: 'select_person', name: 'sp', placeholder, options: [{ value: 'ou_wangmin' }] },
      { tag: 'multi_select_person', name: 'mp', placeholder, options: [] },
      { tag: 'date_picker', name: 'd', initial_date: '2026-11-25' },
      { tag: 'picker_time', name: 't', initial_time: '08:30' },
      { tag: 'picker_datetime', name: 'dt', initial_datetime: '2026-11-25 08:30' },
      { tag: 'overflow', options: [{ text: plain('一'), value: '1' }], behaviors: callback },
      {
        tag: 'checker',
        name: 'c',
        text: plain('c'),
        checked: true,
        overall_checkable: true,
        behaviors: callback,
        checked_style: { show_strikethrough: true, opacity: 0.5 },
      },
      {
        tag: 'select_img',
        name: 'si',
        options: [{ img_key: 'img_known', value: '1' }],
        behaviors: callback,
        layout: 'bisect',
        aspect_ratio: '1:1',
        can_preview: true,
      },
      {
        tag: 'interactive_container',
        elements: [{ tag: 'hr' }],
        behaviors: callback,
        width: 'fill',
        height: 'auto',
        background_style: 'laser',
        has_border: true,
        border_color: 'grey',
        corner_radius: '8px',
        padding: '4px 12px',
        ...pressed,
      },
      {
        tag: 'collapsible_panel',
        header: {
          title: plain('t'),
          background_color: 'grey',
          width: 'auto_when_fold',
          vertical_align: 'center',
          padding: '4px',
          icon,
          icon_position: 'right',
          icon_expanded_angle: -180,
        },
        elements: [{ tag: 'hr' }],
        expanded: true,
        border: { color: 'grey', corner_radius: '5px' },
      },
      columnsOf({ tag: 'hr' }),
      formOf({ tag: 'input', name: 'note' }),
    ]
    const card = {
      schema: '2.0',
      config: {
        update_multi: true,
        enable_forward: false,
        width_mode: 'fill',
        summary: { content: 's', i18n_content: { en_us: 's' } },
        locales: ['zh_cn', 'en_us'],
        style: {
          text_size: { own: { default: 'normal', pc: 'normal', mobile: 'heading' } },
          color: { ours: { light_mode: 'rgba(1,2,3,0.5)', dark_mode: 'rgba(1,2,3,1)' } },
        },
      },
      card_link: { url: 'https://example.com' },
      header: {
        title: plain('t'),
        subtitle: plain('s'),
        text_tag_list: [{ tag: 'text_tag', text: plain('x'), color: 'neutral' }],
        template: 'blue',
        icon,
        padding: '12px',
      },
      body: {
        direction: 'vertical',
        padding: '12px 12px 20px 12px',
        vertical_spacing: 'medium',
        elements: [
          ...everything,
          { tag: 'div', text: { ...plain('own'), text_size: 'own', text_color: 'ours' } },
        ],
      },
    }
    expect(checkCard(card, facts)).toMatchObject({ ok: true })
  })

  test('is told its bytes in UTF-8 and its elements with the texts in them', () => {
    const card = cardOf({ tag: 'div', text: plain('客户') })
    expect(checkCard(card, facts)).toEqual({
      ok: true,
      bytes: Buffer.byteLength(JSON.stringify(card)),
      elements: 2,
    })
  })
})

describe('a card that the platform refuses', () => {
  test.each([
    [
      'a property on a column that it does not have',
      { tag: 'column_set', columns: [{ tag: 'column', corner_radius: '8px' }] },
      200621,
    ],
    ['a missing property', { tag: 'img', img_key: 'img_known' }, 200621],
    ['a value of the wrong type', { tag: 'markdown', content: 5 }, 200621],
    ['a colour that does not exist', { tag: 'div', text: { ...plain('a'), text_color: 'mauve' } }, 200621],
    ['a spacing out of bounds', { tag: 'hr', margin: '100px' }, 200621],
    ['an element_id that begins with a digit', { tag: 'hr', element_id: '1a' }, 200621],
    ['an element_id of more than twenty characters', { tag: 'hr', element_id: 'a'.repeat(21) }, 200621],
    [
      'a language that does not exist',
      { tag: 'div', text: { ...plain('a'), i18n_content: { klingon: 'b' } } },
      200621,
    ],
    [
      'a value of a button that is no object',
      { tag: 'button', text: plain('a'), behaviors: [{ type: 'callback', value: 'a' }] },
      200621,
    ],
    [
      'a link of a dangerous scheme',
      {
        tag: 'button',
        text: plain('a'),
        behaviors: [{ type: 'open_url', default_url: 'javascript:alert(1)' }],
      },
      200621,
    ],
    ['an input of more than 1000 characters', { tag: 'input', name: 'a', max_length: 1001 }, 200621],
    ['a picker without placeholder', { tag: 'date_picker', name: 'a' }, 200621],
    ['a container that does nothing', { tag: 'interactive_container', elements: [] }, 200621],
    ['a tag of schema 1.0', { tag: 'note', elements: [] }, 200861],
    ['an action module of schema 1.0', { tag: 'action', actions: [] }, 200861],
    ['a button of more than a hundred characters', { tag: 'button', text: plain('a'.repeat(101)) }, 11310],
    ['a form in a column', columnsOf(formOf()), 11310],
    [
      'a table in a panel',
      {
        tag: 'collapsible_panel',
        header: { title: plain('t') },
        elements: [{ tag: 'table', columns: [{ name: 'a' }], rows: [] }],
      },
      11310,
    ],
    ['a column outside of a column_set', { tag: 'column', elements: [] }, 11310],
    ['a column_set that holds a text', { tag: 'column_set', columns: [{ tag: 'hr' }] }, 11310],
    [
      'a form without a submit button',
      { tag: 'form', name: 'f', elements: [{ tag: 'input', name: 'a' }] },
      11310,
    ],
    [
      'a button in a form that neither submits nor resets',
      formOf({ tag: 'button', name: 'b', text: plain('b'), behaviors: callback }),
      11310,
    ],
    ['a field of a form with an empty name', formOf({ tag: 'input', name: '' }), 200530],
    [
      'a field of a form without a name',
      formOf({ tag: 'select_static', placeholder: plain('p'), options: [] }),
      200530,
    ],
    ['a field named like its form', formOf({ tag: 'input', name: 'f' }), 11310],
    [
      'options of the same value',
      {
        tag: 'select_static',
        name: 's',
        options: [
          { text: plain('a'), value: '1' },
          { text: plain('b'), value: '1' },
        ],
      },
      11310,
    ],
    ['a mention of nobody', { tag: 'markdown', content: '<at id=ou_nobody></at>' }, 100290],
    [
      'a mention of nobody among several',
      { tag: 'markdown', content: "<at ids='ou_wangmin,ou_nobody'></at>" },
      100290,
    ],
    [
      'a mention of nobody in a text object',
      { tag: 'div', text: { tag: 'lark_md', content: "<person id = 'ou_nobody' ></person>" } },
      100290,
    ],
    [
      'a mention of nobody in a translation',
      { tag: 'markdown', content: 'a', i18n_content: { en_us: '<at id="ou_nobody"></at>' } },
      100290,
    ],
    ['a person whom nobody knows', { tag: 'person', user_id: 'ou_nobody' }, 100290],
    [
      'a list with a person whom nobody knows',
      { tag: 'person_list', persons: [{ id: 'ou_wangmin' }, { id: 'ou_nobody' }] },
      100290,
    ],
    ['a chart without a type', { tag: 'chart', chart_spec: { data: { values: [] } } }, 200550],
    [
      'a chart whose axes are no list',
      {
        tag: 'chart',
        chart_spec: { type: 'line', xField: 'x', yField: 'y', data: { values: [] }, axes: {} },
      },
      200550,
    ],
    [
      'a chart without data',
      { tag: 'chart', chart_spec: { type: 'pie', categoryField: 'x', valueField: 'y' } },
      200550,
    ],
    ['an image that was never uploaded', { tag: 'img', img_key: 'img_foreign', alt: plain('') }, 200570],
    [
      'an image in markdown that was never uploaded',
      { tag: 'markdown', content: '![a](img_foreign)' },
      200570,
    ],
    [
      'a table row with a key that is no column',
      { tag: 'table', columns: [{ name: 'a' }], rows: [{ b: 'x' }] },
      200915,
    ],
    [
      'a table cell of the wrong type',
      { tag: 'table', columns: [{ name: 'a', data_type: 'number' }], rows: [{ a: '1' }] },
      200914,
    ],
    ['table rows that are no list', { tag: 'table', columns: [{ name: 'a' }], rows: {} }, 200914],
    [
      'a page of more than ten rows',
      { tag: 'table', page_size: 11, columns: [{ name: 'a' }], rows: [] },
      200621,
    ],
    [
      'more than four tables in one markdown',
      { tag: 'markdown', content: '|a|b|\n|-|-|\n|1|2|\n\n'.repeat(5) },
      11310,
    ],
  ])('with %s', (_case, element, code) => {
    expect(subCode(element)).toBe(code)
  })

  test.each([
    ['names taken twice', times(2, () => ({ tag: 'input', name: 'a' }))],
    ['ids taken twice', times(2, () => ({ tag: 'hr', element_id: 'a' }))],
    ['more than five tables', times(6, () => ({ tag: 'table', columns: [{ name: 'a' }], rows: [] }))],
    ['more than 200 elements, texts counted', times(101, () => ({ tag: 'div', text: plain('a') }))],
    [
      'more than fifty columns of a table',
      [{ tag: 'table', columns: times(51, (n) => ({ name: `c${n}` })), rows: [] }],
    ],
    [
      'six containers in one another',
      [times(6, () => null).reduce<unknown>((inner) => columnsOf(inner), { tag: 'hr' })],
    ],
  ])('for its limits: %s', (_case, elements) => {
    expect(subCode(...elements)).toBe(11310)
  })

  test('for more than 30 KB has a number of its own', () => {
    expect(check({ tag: 'markdown', content: '字'.repeat(10_300) })).toMatchObject({
      ok: false,
      code: 230025,
      subCode: null,
    })
  })

  test.each([
    ['no schema', { body: { elements: [] } }, 200621],
    ['a number as schema', { schema: 2, body: { elements: [] } }, 200621],
    ['elements of schema 1.0', { schema: '2.0', elements: [] }, 200621],
    ['no body', { schema: '2.0' }, 200621],
    [
      'a card of its own for each person',
      { schema: '2.0', config: { update_multi: false }, body: { elements: [] } },
      200621,
    ],
    [
      'more than three tags in the header',
      {
        schema: '2.0',
        header: { title: plain('t'), text_tag_list: times(4, () => ({ tag: 'text_tag', text: plain('x') })) },
        body: { elements: [] },
      },
      11310,
    ],
    [
      'a grey tag',
      {
        schema: '2.0',
        header: { title: plain('t'), text_tag_list: [{ tag: 'text_tag', text: plain('x'), color: 'grey' }] },
        body: { elements: [] },
      },
      200621,
    ],
    ['a template that does not exist', { type: 'template', data: { template_id: 'AAq' } }, 200380],
  ])('as a whole: %s', (_case, card, code) => {
    expect(checkCard(card, facts)).toMatchObject({ ok: false, code: 230099, subCode: code })
  })

  test('names code, fault and place in its message, as the platform words it', () => {
    const verdict = check({ tag: 'hr' }, columnsOf({ tag: 'hr', colour: 'red' }))
    expect(verdict).toMatchObject({
      message: expect.stringMatching(
        /ErrCode: 200621; ErrMsg: .*property: colour.*body -> elements -> \[1\].*tag: hr/,
      ),
    })
  })
})

describe('text of people in a card', () => {
  test.each([
    ['in a plain text', { tag: 'div', text: plain('<at id=ou_nobody></at>') }],
    ['with its characters written as entities', { tag: 'markdown', content: '&#60;at id=ou_nobody&#62;' }],
    ['between raw tags', { tag: 'markdown', content: '<raw><at id=ou_nobody></at></raw>' }],
  ])('that looks like a mention is none %s', (_case, element) => {
    expect(subCode(element)).toBe('taken')
  })
})
