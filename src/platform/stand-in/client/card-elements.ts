// Finding what a person means on a card: an element by its id, its name, its label or the value it sends.

import { asList, asRecord, asText, isRecord, type JsonRecord } from '../json.ts'

/** An element that can be pressed, with the form around it. */
export interface Pressable {
  readonly element: JsonRecord
  readonly form: JsonRecord | null
  /** Disabled itself, or inside a container that is. */
  readonly disabled: boolean
}

const PRESSABLE_TAGS = new Set([
  'button',
  'checker',
  'date_picker',
  'input',
  'interactive_container',
  'multi_select_person',
  'multi_select_static',
  'overflow',
  'picker_datetime',
  'picker_time',
  'select_img',
  'select_person',
  'select_static',
])

/** All elements of a card that can be pressed, in the order in which they are drawn. */
function findPressables(card: unknown): readonly Pressable[] {
  return collect(asRecord(asRecord(card)['body'])['elements'], { form: null, disabled: false })
}

/**
 * The element that somebody calls by `called`, or null. A JSON pointer means exactly one (RFC 6901). Else an id counts for more than a name, a name for more than a
 * label, a label for more than a value; among equals one that is not disabled, then the first.
 */
export function findElement(card: unknown, called: string): Pressable | null {
  const all = findPressables(card)
  if (called.startsWith('/'))
    return all.find(({ element }) => element === followPointer(card, called)) ?? null
  for (const isCalled of WAYS_TO_CALL) {
    const fitting = all.filter(({ element }) => isCalled(element, called))
    const found = fitting.find(({ disabled }) => !disabled) ?? fitting[0]
    if (found !== undefined) return found
  }
  return null
}

const SILENT_IN_FORMS = new Set(['button', 'overflow', 'interactive_container'])

/** The fields of a form. */
export function findFields(form: JsonRecord): readonly JsonRecord[] {
  return collect(form['elements'], { form, disabled: false })
    .map(({ element }) => element)
    .filter((element) => !SILENT_IN_FORMS.has(String(element['tag'])) && asText(element['name']) !== null)
}

/** What a click on the element hands to the bot, where it was given something. */
export function findCallbackValue(element: JsonRecord): unknown {
  const behavior = asList(element['behaviors']).find((each) => asRecord(each)['type'] === 'callback')
  return behavior === undefined ? undefined : asRecord(behavior)['value']
}

function followPointer(card: unknown, pointer: string): unknown {
  const steps = pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return steps.reduce<unknown>(
    (node, step) => (Array.isArray(node) ? node[Number(step)] : asRecord(node)[step]),
    card,
  )
}

/** Every wording of a text object, in any language. */
export function toWordings(text: unknown): readonly string[] {
  const { content, i18n_content: translations } = asRecord(text)
  return [content, ...Object.values(asRecord(translations))].filter((each) => typeof each === 'string')
}

/** Whether somebody calls the element so: by id, by name, by a wording on it. */
export function isCalled(element: JsonRecord, called: string): boolean {
  return WAYS_TO_CALL.some((way) => way(element, called))
}

const WAYS_TO_CALL: readonly ((element: JsonRecord, called: string) => boolean)[] = [
  (element, called) => element['element_id'] === called,
  (element, called) => element['name'] === called,
  (element, called) =>
    ['text', 'label', 'placeholder'].some((key) => toWordings(element[key]).includes(called)),
  (element, called) => isValue(findCallbackValue(element), called),
]

function isValue(value: unknown, called: string): boolean {
  if (value === undefined) return false
  if (value === called || JSON.stringify(value) === called) return true
  return isRecord(value) && Object.values(value).includes(called)
}

function collect(node: unknown, around: Omit<Pressable, 'element'>): readonly Pressable[] {
  if (Array.isArray(node)) return node.flatMap((each) => collect(each, around))
  if (!isRecord(node)) return []
  const tag = asText(node['tag']) ?? ''
  const disabled = around.disabled || node['disabled'] === true
  const inside = { form: tag === 'form' ? node : around.form, disabled }
  const own = PRESSABLE_TAGS.has(tag) ? [{ element: node, form: around.form, disabled }] : []
  return [
    ...own,
    ...['elements', 'columns', 'button_area', 'buttons'].flatMap((key) => collect(node[key], inside)),
  ]
}
