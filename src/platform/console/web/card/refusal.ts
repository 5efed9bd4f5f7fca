// What the platform would refuse of a card, so that the page never draws more than a real client would get.
// Codes and rules: Card JSON 2.0; properties that 2.0 does not know are refused there, not ignored.

/** Why a card is refused: the platform's code, its sub code, and where in the JSON. */
export interface Refusal {
  readonly code: 230025 | 230099
  readonly subCode: number | null
  readonly reason: string
  readonly pointer: string
}

type Json = { readonly [key: string]: unknown }

const interactive = 'name required disabled disabled_tips hover_tips confirm behaviors value'
const layout = 'direction padding vertical_spacing horizontal_spacing vertical_align horizontal_align'
const select = `${interactive} placeholder options type width`

/** Properties of each tag beyond `tag`, `element_id` and `margin`. */
const properties: { readonly [tag: string]: string } = {
  column_set: 'columns flex_mode horizontal_spacing horizontal_align background_style action',
  column: `elements width weight background_style action ${layout}`,
  form: `name elements ${layout}`,
  interactive_container: `elements width height background_style has_border border_color corner_radius ${interactive} ${layout}`,
  collapsible_panel: `header elements expanded background_color border ${layout}`,
  div: 'text icon width fields',
  markdown: 'content i18n_content text_size text_align icon',
  img: 'img_key i18n_img_key alt title scale_type size corner_radius transparent preview',
  img_combination: 'combination_mode img_list combination_transparent corner_radius',
  person: 'user_id size show_avatar show_name style',
  person_list: 'persons drop_invalid_user_id show_name show_avatar size lines icon',
  hr: '',
  chart: 'chart_spec aspect_ratio color_theme height preview',
  table: 'columns rows page_size row_height row_max_height freeze_first_column header_style',
  button: `text type size width icon form_action_type action_type url multi_url ${interactive}`,
  input: `placeholder default_value i18n_default_value label label_position input_type rows auto_resize max_rows max_length show_icon width ${interactive}`,
  select_static: `initial_option initial_index ${select}`,
  multi_select_static: `selected_values ${select}`,
  select_person: `initial_option ${select}`,
  multi_select_person: `selected_values ${select}`,
  date_picker: `initial_date placeholder width ${interactive}`,
  picker_time: `initial_time placeholder width ${interactive}`,
  picker_datetime: `initial_datetime placeholder width ${interactive}`,
  overflow: `options width ${interactive}`,
  checker: `text checked overall_checkable button_area checked_style ${layout} ${interactive}`,
  select_img: `options multi_select layout aspect_ratio can_preview style selected_values ${interactive}`,
}

const allowed = new Map(
  Object.entries(properties).map(([tag, names]) => [
    tag,
    new Set(['tag', 'element_id', 'margin', ...names.split(' ')]),
  ]),
)

const maxBytes = 30 * 1024
const maxDepth = 5
const maxTables = 5

/** The tags that this page draws, which are those that the platform knows inside a body. */
export const knownTags: readonly string[] = Object.keys(properties)

interface Walk {
  readonly names: Set<string>
  tables: number
}

/** Finds the first thing that the platform would refuse, or null where it would take the card. */
export function findRefusal(card: unknown): Refusal | null {
  if (!isJson(card)) return refuse(200621, 'the card is not an object', '')
  if (new TextEncoder().encode(JSON.stringify(card)).length > maxBytes) {
    return { code: 230025, subCode: null, reason: 'the card is larger than 30 KB', pointer: '' }
  }
  if (card['schema'] !== '2.0') return refuse(200830, 'schema must be "2.0"', '/schema')
  const body = card['body']
  if (!isJson(body)) return refuse(200621, 'body is missing', '/body')
  return findInList(body['elements'], '/body/elements', 1, { names: new Set(), tables: 0 })
}

function findInList(list: unknown, pointer: string, depth: number, walk: Walk): Refusal | null {
  if (list === undefined) return null
  if (!Array.isArray(list)) return refuse(200621, 'elements must be a list', pointer)
  for (const [index, element] of list.entries()) {
    const found = findInElement(element, `${pointer}/${index}`, depth, walk)
    if (found !== null) return found
  }
  return null
}

function findInElement(element: unknown, pointer: string, depth: number, walk: Walk): Refusal | null {
  if (!isJson(element)) return refuse(200621, 'an element must be an object', pointer)
  const tag = String(element['tag'])
  const names = allowed.get(tag)
  if (names === undefined) return refuse(200861, `not support tag: ${tag}`, pointer)
  const unknown = Object.keys(element).find((key) => !names.has(key))
  if (unknown !== undefined)
    return refuse(200621, `unknown property: ${unknown} on ${tag}`, `${pointer}/${unknown}`)
  return findDuplicate(element, pointer, walk) ?? findInside(element, pointer, depth, walk)
}

function findDuplicate(element: Json, pointer: string, walk: Walk): Refusal | null {
  if (element['tag'] === 'table') walk.tables += 1
  if (walk.tables > maxTables) return refuse(11310, 'more than 5 tables', pointer)
  const name = element['name']
  if (typeof name !== 'string' || name === '') return null
  if (walk.names.has(name)) return refuse(11310, `duplicate name: ${name}`, `${pointer}/name`)
  walk.names.add(name)
  return null
}

function findInside(element: Json, pointer: string, depth: number, walk: Walk): Refusal | null {
  const isContainer = element['elements'] !== undefined || element['columns'] !== undefined
  if (!isContainer || element['tag'] === 'table') return null
  if (depth > maxDepth) return refuse(11310, 'containers nested deeper than 5 levels', pointer)
  return (
    findInList(element['elements'], `${pointer}/elements`, depth + 1, walk) ??
    findInList(
      element['columns'],
      `${pointer}/columns`,
      element['tag'] === 'column_set' ? depth : depth + 1,
      walk,
    )
  )
}

function refuse(subCode: number, reason: string, pointer: string): Refusal {
  return { code: 230099, subCode, reason, pointer }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
