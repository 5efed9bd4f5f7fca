// Cards that together use every component of Card JSON 2.0, for drawing tests and screenshots.

type Json = Readonly<Record<string, unknown>>

const plain = (content: string, more: Json = {}): Json => ({ tag: 'plain_text', content, ...more })
const both = (zh: string, en: string, more: Json = {}): Json => ({
  tag: 'plain_text',
  content: zh,
  i18n_content: { zh_cn: zh, en_us: en },
  ...more,
})
const callback = (value: Json): readonly Json[] => [{ type: 'callback', value }]
const button = (zh: string, en: string, more: Json = {}): Json => ({
  tag: 'button',
  text: both(zh, en),
  behaviors: callback({ action: en }),
  ...more,
})

function card(header: Json, elements: readonly Json[], more: Json = {}): Json {
  return {
    schema: '2.0',
    config: { update_multi: true, enable_forward: false, summary: { content: '卡片' }, ...more },
    header,
    body: { elements },
  }
}

const followUp = card(
  {
    title: both('请确认这次跟进', 'Please confirm this follow-up'),
    subtitle: both('李建国 · VIP', '李建国 · VIP'),
    template: 'blue',
    icon: { tag: 'standard_icon', token: 'edit_outlined', color: 'blue' },
    text_tag_list: [
      { tag: 'text_tag', text: both('待确认', 'To confirm'), color: 'blue' },
      { tag: 'text_tag', text: plain('VIP'), color: 'orange' },
    ],
  },
  [
    {
      tag: 'div',
      fields: [
        { is_short: true, text: { tag: 'lark_md', content: "<font color='grey'>客户</font>\n**李建国**" } },
        { is_short: true, text: { tag: 'lark_md', content: "<font color='grey'>时间</font>\n今天 15:00" } },
        {
          is_short: true,
          text: { tag: 'lark_md', content: "<font color='grey'>产品</font>\n3年期大额存单" },
        },
        { is_short: true, text: { tag: 'lark_md', content: "<font color='grey'>金额</font>\n50万" } },
      ],
    },
    { tag: 'hr' },
    {
      tag: 'div',
      icon: { tag: 'standard_icon', token: 'info_outlined', color: 'grey' },
      text: both(
        '对大额存单感兴趣，下周答复利率。',
        'Interested in a certificate of deposit; rate next week.',
        { text_color: 'grey' },
      ),
    },
    {
      tag: 'column_set',
      flex_mode: 'flow',
      horizontal_spacing: '8px',
      columns: [
        {
          tag: 'column',
          width: 'auto',
          elements: [button('确认保存', 'Confirm', { type: 'primary_filled', name: 'confirm' })],
        },
        { tag: 'column', width: 'auto', elements: [button('修改', 'Edit')] },
        {
          tag: 'column',
          width: 'auto',
          elements: [
            button('取消', 'Cancel', {
              type: 'text',
              confirm: {
                title: both('放弃这次跟进？', 'Discard this follow-up?'),
                text: both('内容不会保存。', 'It is not saved.'),
              },
            }),
          ],
        },
      ],
    },
  ],
)

const figures = card(
  {
    title: both('零售一组 · 本周', 'Retail one · this week'),
    template: 'turquoise',
    subtitle: plain('2026-11-16 ~ 11-22'),
  },
  [
    {
      tag: 'column_set',
      flex_mode: 'trisect',
      columns: ['跟进|42|blue', '新商机|9|green', '逾期|3|red'].map((one) => {
        const [label = '', value = '', color = ''] = one.split('|')
        return {
          tag: 'column',
          background_style: `${color}-50`,
          padding: '10px 12px',
          vertical_spacing: '2px',
          elements: [
            { tag: 'div', text: plain(label, { text_size: 'notation', text_color: 'grey' }) },
            { tag: 'div', text: plain(value, { text_size: 'heading-1', text_color: color }) },
          ],
        }
      }),
    },
    {
      tag: 'chart',
      aspect_ratio: '2:1',
      chart_spec: {
        type: 'bar',
        title: { text: '每日跟进' },
        data: {
          values: ['周一', '周二', '周三', '周四', '周五'].map((day, index) => ({
            day,
            count: [7, 11, 6, 10, 8][index],
          })),
        },
        xField: 'day',
        yField: 'count',
      },
    },
    {
      tag: 'table',
      page_size: 3,
      row_height: 'low',
      freeze_first_column: true,
      header_style: { background_style: 'grey', bold: true },
      columns: [
        { name: 'rm', display_name: '客户经理', data_type: 'persons', width: '130px' },
        { name: 'stage', display_name: '阶段', data_type: 'options' },
        {
          name: 'amount',
          display_name: '金额',
          data_type: 'number',
          format: { symbol: '¥', separator: true, precision: 2 },
        },
        { name: 'due', display_name: '到期', data_type: 'date', date_format: 'YYYY/MM/DD' },
        { name: 'note', display_name: '备注', data_type: 'lark_md' },
      ],
      rows: [1, 2, 3, 4, 5].map((index) => ({
        rm: index % 2 === 0 ? 'ou_lilei' : 'ou_wangmin',
        stage: [
          { text: index % 2 === 0 ? '方案报价' : '需求分析', color: index % 2 === 0 ? 'green' : 'blue' },
        ],
        amount: 500_000 * index,
        due: 1_780_300_800_000 + index * 86_400_000,
        note: index === 1 ? '**加急**' : '正常',
      })),
    },
  ],
)

const form = card({ title: both('新建跟进', 'New follow-up'), template: 'indigo' }, [
  {
    tag: 'form',
    name: 'followup',
    elements: [
      {
        tag: 'input',
        name: 'note',
        required: true,
        label: both('内容', 'Note'),
        placeholder: both('谈了什么', 'What was said'),
        input_type: 'multiline_text',
        rows: 3,
        max_length: 200,
      },
      {
        tag: 'input',
        name: 'amount',
        label: both('金额', 'Amount'),
        label_position: 'left',
        placeholder: plain('50万'),
        default_value: '30万',
      },
      {
        tag: 'select_static',
        name: 'product',
        placeholder: both('产品', 'Product'),
        options: [
          { text: both('大额存单', 'Certificate of deposit'), value: 'cd' },
          { text: both('国债', 'Treasury bond'), value: 'bond' },
        ],
        initial_index: 1,
        width: 'fill',
      },
      {
        tag: 'multi_select_static',
        name: 'tags',
        placeholder: both('标签', 'Tags'),
        options: [
          { text: plain('VIP'), value: 'vip' },
          { text: plain('续作'), value: 'renew' },
        ],
        selected_values: ['vip'],
        width: 'fill',
      },
      {
        tag: 'select_person',
        name: 'owner',
        placeholder: both('负责人', 'Owner'),
        options: [{ value: 'ou_wangmin' }, { value: 'ou_lilei' }],
        width: 'fill',
      },
      {
        tag: 'multi_select_person',
        name: 'cc',
        placeholder: both('抄送', 'Copy to'),
        options: [],
        width: 'fill',
      },
      { tag: 'date_picker', name: 'day', placeholder: both('日期', 'Day'), initial_date: '2026-11-25' },
      { tag: 'picker_time', name: 'time', placeholder: both('时间', 'Time') },
      {
        tag: 'picker_datetime',
        name: 'remind',
        placeholder: both('提醒', 'Reminder'),
        initial_datetime: '2026-11-25 14:00',
      },
      { tag: 'checker', name: 'urgent', text: both('加急', 'Urgent'), checked: false },
      {
        tag: 'column_set',
        columns: [
          {
            tag: 'column',
            width: 'auto',
            elements: [
              {
                tag: 'button',
                name: 'save',
                text: both('保存', 'Save'),
                type: 'primary_filled',
                form_action_type: 'submit',
              },
            ],
          },
          {
            tag: 'column',
            width: 'auto',
            elements: [
              { tag: 'button', name: 'clear', text: both('重置', 'Reset'), form_action_type: 'reset' },
            ],
          },
        ],
      },
    ],
  },
])

const choices = card(
  {
    title: both('找到 2 位张伟', '2 people named 张伟'),
    template: 'yellow',
    text_tag_list: [{ tag: 'text_tag', text: plain('2'), color: 'neutral' }],
  },
  [
    ...['1111|冀东装备', '2222|唐钢物流'].map((one) => {
      const [digits = '', firm = ''] = one.split('|')
      return {
        tag: 'interactive_container',
        has_border: true,
        corner_radius: '8px',
        padding: '8px 12px',
        behaviors: callback({ customer: digits }),
        elements: [
          {
            tag: 'column_set',
            columns: [
              {
                tag: 'column',
                width: 'weighted',
                weight: 1,
                elements: [
                  {
                    tag: 'markdown',
                    content: `**张伟** <text_tag color='blue'>尾号 ${digits}</text_tag>\n<font color='grey'>${firm}</font>`,
                  },
                ],
              },
              {
                tag: 'column',
                width: 'auto',
                vertical_align: 'center',
                elements: [button('选择', 'Choose', { size: 'small', element_id: `choose_${digits}` })],
              },
            ],
          },
        ],
      }
    }),
    {
      tag: 'select_static',
      name: 'stage',
      placeholder: both('商机阶段', 'Stage'),
      options: [
        { text: plain('需求分析'), value: 'need' },
        { text: plain('方案报价'), value: 'offer' },
      ],
    },
    {
      tag: 'overflow',
      options: [
        { text: both('转交', 'Hand over'), value: 'transfer' },
        { text: both('归档', 'Archive'), value: 'archive' },
      ],
    },
    { tag: 'input', name: 'quick', placeholder: both('补一句', 'Add a line') },
    { tag: 'date_picker', name: 'snooze', placeholder: both('改期', 'Reschedule') },
    {
      tag: 'checker',
      name: 'done',
      text: both('给李建国打电话', 'Call 李建国'),
      checked: true,
      checked_style: { show_strikethrough: true, opacity: 0.85 },
      behaviors: callback({ a: 'toggle' }),
      button_area: {
        pc_display_rule: 'always',
        buttons: [button('推迟', 'Snooze', { size: 'tiny', type: 'text' })],
      },
    },
  ],
)

const words = card({ title: { tag: 'lark_md', content: '**客户** 概览' }, template: 'violet' }, [
  {
    tag: 'markdown',
    content:
      '# 一级标题\n## 二级标题\n普通 **加粗** *斜体* ~~删除~~ `code` [链接](https://example.com) [危险](javascript:alert(1))\n' +
      "<at id=ou_zhaoqiang></at> <at id=all></at> <person id='ou_wangmin' show_name=true show_avatar=true style='capsule'></person>\n" +
      "<font color='red'>红色</font> <text_tag color='green'>已完成</text_tag> <number_tag background_color='blue' font_color='white'>12</number_tag> :DONE: :OK:\n" +
      "<local_datetime millisecond='1780300800000' format_type='date_num'></local_datetime> <raw>**原样**</raw>\n" +
      '- 第一项\n- 第二项\n    - 第二层\n\n1. 甲\n2. 乙\n\n> 引用的话\n\n```\nconst a = 1\n```\n\n| 产品 | 利率 |\n| --- | ---: |\n| 大额存单 | 2.15% |\n| 国债 | 2.38% |\n\n' +
      '<script>alert(1)</script> <img src=x onerror=alert(1)> &#60;b&#62;转义&#60;/b&#62;',
  },
  { tag: 'hr' },
  {
    tag: 'collapsible_panel',
    expanded: false,
    header: { title: both('更多信息', 'More'), background_color: 'grey-100' },
    border: { color: 'grey-300', corner_radius: '6px' },
    elements: [{ tag: 'markdown', content: '藏起来的内容', text_size: 'notation' }],
  },
  { tag: 'person', user_id: 'ou_zhaoqiang', show_name: true, size: 'small' },
  {
    tag: 'person_list',
    persons: [{ id: 'ou_wangmin' }, { id: 'ou_lilei' }],
    show_avatar: true,
    drop_invalid_user_id: true,
    size: 'small',
  },
  { tag: 'div', text: plain('很长的一段话'.repeat(30), { lines: 2 }) },
])

const pictures = card({ title: both('图片', 'Pictures'), template: 'carmine' }, [
  {
    tag: 'img',
    img_key: 'img_one',
    alt: plain('示意图'),
    scale_type: 'crop_center',
    size: '300px 120px',
    corner_radius: '8px',
  },
  {
    tag: 'img_combination',
    combination_mode: 'triple',
    img_list: [{ img_key: 'img_one' }, { img_key: 'img_two' }, { img_key: 'img_three' }],
  },
  {
    tag: 'select_img',
    name: 'pick',
    layout: 'trisect',
    behaviors: callback({ a: 'pick' }),
    options: [
      { img_key: 'img_one', value: 'one' },
      { img_key: 'img_two', value: 'two' },
      { img_key: 'img_three', value: 'three', disabled: true },
    ],
  },
])

const buttons = card({ title: both('所有按钮', 'All buttons'), template: 'grey' }, [
  {
    tag: 'column_set',
    flex_mode: 'flow',
    columns: [
      'default',
      'primary',
      'danger',
      'text',
      'primary_text',
      'danger_text',
      'primary_filled',
      'danger_filled',
      'laser',
    ].map((type) => ({
      tag: 'column',
      width: 'auto',
      elements: [button(type, type, { type })],
    })),
  },
  {
    tag: 'column_set',
    flex_mode: 'flow',
    columns: ['tiny', 'small', 'medium', 'large'].map((size) => ({
      tag: 'column',
      elements: [button(size, size, { size, icon: { tag: 'standard_icon', token: 'done_outlined' } })],
    })),
  },
  button('不可用', 'Disabled', {
    disabled: true,
    disabled_tips: both('已有人处理', 'Already decided'),
    width: 'fill',
  }),
])

function headers(): readonly (readonly [string, Json])[] {
  const templates =
    'blue wathet turquoise green yellow orange red carmine violet purple indigo grey default'.split(' ')
  return templates.map((template) => [
    `header ${template}`,
    card(
      {
        title: plain(template),
        subtitle: plain('subtitle'),
        template,
        text_tag_list: [
          {
            tag: 'text_tag',
            text: plain('tag'),
            color: template === 'grey' || template === 'default' ? 'neutral' : template,
          },
        ],
      },
      [{ tag: 'div', text: plain('body') }],
    ),
  ])
}

function flexModes(): readonly (readonly [string, Json])[] {
  return ['none', 'stretch', 'flow', 'bisect', 'trisect'].map((mode) => [
    `columns ${mode}`,
    card({ title: plain(mode), template: 'default' }, [
      {
        tag: 'column_set',
        flex_mode: mode,
        background_style: 'grey-50',
        columns: [1, 2, 3].map((index) => ({
          tag: 'column',
          background_style: 'blue-50',
          ...(mode === 'none' ? { width: 'weighted', weight: index } : {}),
          elements: [{ tag: 'div', text: plain(`column ${index}`) }],
        })),
      },
    ]),
  ])
}

function charts(): readonly (readonly [string, Json])[] {
  const values = ['一月', '二月', '三月'].map((month, index) => ({
    month,
    value: [3, 7, 5][index],
    kind: '存款',
  }))
  const specs: readonly Json[] = [
    { type: 'line', xField: 'month', yField: 'value' },
    { type: 'area', xField: 'month', yField: 'value' },
    { type: 'bar', direction: 'horizontal', xField: 'value', yField: 'month' },
    { type: 'pie', categoryField: 'month', valueField: 'value', innerRadius: 0.6 },
    { type: 'funnel', categoryField: 'month', valueField: 'value' },
    { type: 'radar', categoryField: 'month', valueField: 'value' },
  ]
  return specs.map((spec) => [
    `chart ${String(spec['type'])}`,
    card({ title: plain(String(spec['type'])), template: 'blue' }, [
      { tag: 'chart', chart_spec: { ...spec, data: { values } }, height: '220px' },
    ]),
  ])
}

const unknownTag = card({ title: plain('refused') }, [{ tag: 'note', elements: [] }])
const unknownProperty = card({ title: plain('refused') }, [{ tag: 'hr', corner_radius: '8px' }])

/** Cards that the platform takes, by name. */
export const showcase: readonly (readonly [string, Json])[] = [
  ['follow-up', followUp],
  ['figures', figures],
  ['form', form],
  ['choices', choices],
  ['words', words],
  ['pictures', pictures],
  ['buttons', buttons],
  ...headers(),
  ...flexModes(),
  ...charts(),
]

/** Cards that the platform refuses, with the sub code that it gives. */
export const refused: readonly (readonly [string, Json, number])[] = [
  ['unknown tag', unknownTag, 200861],
  ['unknown property', unknownProperty, 200621],
]
