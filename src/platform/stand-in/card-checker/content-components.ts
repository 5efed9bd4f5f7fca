// Components that show something, as data: the properties of each and their kinds.

import { chartSpec } from './chart-spec.ts'
import {
  byLanguage,
  flag,
  type Kind,
  list,
  number,
  oneOf,
  record,
  required,
  type Shape,
  text,
  whole,
} from './kinds.ts'
import { across, corner, down, icon, imageKey, imageKeys, length, textSize } from './look-kinds.ts'
import { DATA_TYPES } from './table-rows.ts'
import { markup, plainText, textObject } from './text-kinds.ts'
import { CARD_LIMITS } from './walk.ts'

const sizeInPixels = (value: unknown) => typeof value === 'string' && /^\d+(?:px)? \d+(?:px)?$/.test(value)
const personSize = oneOf('extra_small', 'small', 'medium', 'large')

/** Rows are checked against the columns, where the table is known as a whole. */
const anyRows: Kind = () => {}

const tableColumn = record({
  name: required(text()),
  display_name: text(),
  i18n_display_name: byLanguage(text()),
  data_type: oneOf(...DATA_TYPES),
  width: (value, path, walk) => {
    if (typeof value === 'string' && /^(?:[1-9]\d?|100)%$/.test(value)) return
    length({ least: 80, most: 600 }, 'auto')(value, path, walk)
  },
  horizontal_align: across,
  vertical_align: down,
  format: record({ precision: whole(0, 10), symbol: text(1), separator: flag }),
  date_format: text(),
})

const headerStyle = record({
  text_align: across,
  text_size: oneOf('normal', 'heading'),
  background_style: oneOf('grey', 'none'),
  text_color: oneOf('default', 'grey'),
  bold: flag,
  lines: whole(1, 100),
})

/** Properties of the components that show something, beside those that all components have. */
export const CONTENT_COMPONENTS: { readonly [tag: string]: Shape } = {
  div: {
    text: textObject(['plain_text', 'lark_md']),
    icon,
    width: length({ least: 16, most: 999 }, 'fill', 'auto'),
    fields: list(record({ is_short: flag, text: required(textObject(['plain_text', 'lark_md'])) })),
  },
  markdown: {
    content: required(markup),
    i18n_content: byLanguage(markup),
    text_size: textSize,
    text_align: across,
    icon,
  },
  img: {
    img_key: required(imageKey),
    i18n_img_key: imageKeys,
    alt: required(plainText()),
    title: plainText(),
    scale_type: oneOf('crop_center', 'crop_top', 'fit_horizontal'),
    size: (value, path, walk) => {
      if (!sizeInPixels(value)) oneOf('stretch', 'large', 'medium', 'small', 'tiny')(value, path, walk)
    },
    corner_radius: corner,
    transparent: flag,
    preview: flag,
  },
  img_combination: {
    combination_mode: required(oneOf('double', 'triple', 'bisect', 'trisect')),
    img_list: required(list(record({ img_key: required(imageKey) }), { least: 1 })),
    combination_transparent: flag,
    corner_radius: corner,
  },
  person: {
    user_id: required((value, path, walk) => {
      text()(value, path, walk)
      walk.checkPerson(String(value), path)
    }),
    size: personSize,
    show_avatar: flag,
    show_name: flag,
    style: oneOf('normal', 'capsule'),
  },
  person_list: {
    persons: required(list(record({ id: required(text()) }), { least: 1 })),
    drop_invalid_user_id: flag,
    show_name: flag,
    show_avatar: flag,
    size: personSize,
    lines: whole(1, 100),
    icon,
  },
  hr: {},
  chart: {
    chart_spec: required(chartSpec),
    aspect_ratio: oneOf('1:1', '2:1', '4:3', '16:9'),
    color_theme: oneOf('brand', 'rainbow', 'complementary', 'converse', 'primary'),
    height: length({ least: 1, most: 999 }, 'auto'),
    preview: flag,
  },
  table: {
    columns: required(list(tableColumn, { least: 1, most: CARD_LIMITS.tableColumns })),
    rows: required(anyRows),
    page_size: number(1, 10),
    row_height: length({ least: 32, most: 124 }, 'low', 'middle', 'high', 'auto'),
    row_max_height: length({ least: 32, most: 999 }),
    freeze_first_column: flag,
    header_style: headerStyle,
  },
}
