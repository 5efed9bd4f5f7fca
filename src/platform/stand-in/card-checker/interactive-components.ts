// Components that a person can press or fill in, as data: the properties of each and their kinds.

import { behaviors } from './behaviors.ts'
import {
  byLanguage,
  flag,
  list,
  number,
  oneOf,
  record,
  required,
  type Shape,
  text,
  whole,
  wrong,
} from './kinds.ts'
import { controlWidth, icon, imageKey, links } from './look-kinds.ts'
import { confirm, plainText, textObject } from './text-kinds.ts'

const PRESSED: Shape = {
  name: text(100),
  behaviors,
  confirm,
  disabled: flag,
  disabled_tips: plainText(),
  hover_tips: plainText(),
}
const PICKED: Shape = { ...PRESSED, required: flag, placeholder: plainText(100), width: controlWidth }

const option = record({ text: required(plainText()), value: required(text()), icon })
const personOption = record({ value: required(text()), icon })
const select: Shape = { ...PICKED, type: oneOf('default', 'text') }

const button: Shape = {
  ...PRESSED,
  text: plainText(100),
  type: oneOf(
    'default',
    'primary',
    'danger',
    'text',
    'primary_text',
    'danger_text',
    'primary_filled',
    'danger_filled',
    'laser',
  ),
  size: oneOf('tiny', 'small', 'medium', 'large'),
  width: controlWidth,
  icon,
  form_action_type: oneOf('submit', 'reset'),
}

function calendarText(form: RegExp, expected: string) {
  return (value: unknown, path: string) => {
    if (typeof value !== 'string' || !form.test(value)) throw wrong(value, expected, path)
  }
}

/** Properties of the components that can be pressed or filled in, beside those that all components have. */
export const INTERACTIVE_COMPONENTS: { readonly [tag: string]: Shape } = {
  button,
  input: {
    ...PRESSED,
    required: flag,
    placeholder: plainText(100),
    default_value: text(1000),
    i18n_default_value: byLanguage(text(1000)),
    label: plainText(),
    label_position: oneOf('top', 'left'),
    input_type: oneOf('text', 'multiline_text', 'password'),
    rows: whole(1, 100),
    auto_resize: flag,
    max_rows: whole(1, 100),
    max_length: whole(1, 1000),
    show_icon: flag,
    width: controlWidth,
  },
  select_static: {
    ...select,
    options: required(list(option)),
    initial_option: text(),
    initial_index: whole(0, 1000),
  },
  multi_select_static: { ...select, options: required(list(option)), selected_values: list(text()) },
  select_person: { ...select, options: list(personOption), initial_option: text() },
  multi_select_person: { ...select, options: list(personOption), selected_values: list(text()) },
  date_picker: { ...PICKED, initial_date: calendarText(/^\d{4}-\d{2}-\d{2}$/, 'yyyy-MM-dd') },
  picker_time: { ...PICKED, initial_time: calendarText(/^\d{2}:\d{2}$/, 'HH:mm') },
  picker_datetime: {
    ...PICKED,
    initial_datetime: calendarText(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'yyyy-MM-dd HH:mm'),
  },
  overflow: {
    ...PRESSED,
    width: controlWidth,
    options: required(
      list(record({ text: required(plainText(100)), value: text(), multi_url: links }), { least: 1 }),
    ),
  },
  checker: {
    ...PRESSED,
    text: textObject(['plain_text', 'lark_md']),
    checked: flag,
    overall_checkable: flag,
    button_area: record({
      pc_display_rule: oneOf('always', 'on_hover'),
      buttons: list(record({ ...button, tag: required(oneOf('button')) }), { most: 3 }),
    }),
    checked_style: record({ show_strikethrough: flag, opacity: number(0, 1) }),
  },
  select_img: {
    ...PRESSED,
    required: flag,
    options: required(
      list(
        record({
          img_key: required(imageKey),
          value: required(text()),
          disabled: flag,
          disabled_tips: plainText(),
          hover_tips: plainText(),
        }),
        { least: 1 },
      ),
    ),
    multi_select: flag,
    layout: oneOf('stretch', 'bisect', 'trisect'),
    aspect_ratio: oneOf('1:1', '16:9', '4:3'),
    can_preview: flag,
    style: oneOf('normal', 'laser'),
  },
}
