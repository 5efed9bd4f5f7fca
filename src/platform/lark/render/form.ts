// A form: labels above fields, and the buttons that send it. The client asks for what is required before it sends;
// what was filled in is looked at again by whoever receives it.

import { type Button, type Field, join, type Node, say } from '../../../../cards/kit/index.ts'
import { LIMITS } from '../limits.ts'
import { MUTED, toColours } from './colours.ts'
import type { Drawing } from './drawing.ts'
import { type Element, paragraph, wrappingRow } from './element.ts'
import { renderButton, renderOption, toOptions } from './press.ts'
import { clean, cutTo, toPlainText } from './text.ts'
import { GUESSED } from './words.ts'

type FormNode = Extract<Node, { node: 'form' }>
type FieldOf<Kind extends Field['field']> = Extract<Field, { field: Kind }>

const TYPE_HERE = say('请输入', 'Type here')
const PICK = say('请选择', 'Choose')

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^\d{2}:\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/

/** A form. Without a button it could never be sent, and the platform takes none; then there is nothing to show. */
export function renderForm(node: FormNode, drawing: Drawing): readonly Element[] {
  if (node.buttons.length === 0) return []
  const name = drawing.takeName(node.name === '' ? 'form' : node.name)
  const fields = node.fields.flatMap((field) => renderField(field, drawing))
  const sends = node.buttons.map((button) => isSending(button, node))
  const senders = node.buttons.flatMap((button, at) =>
    sends[at] ? [renderSender(button, name, at, drawing)] : [],
  )
  const form = {
    tag: 'form',
    element_id: drawing.takeId('form'),
    name,
    vertical_spacing: '8px',
    elements: [...fields, ...wrappingRow(senders)],
  }
  const others = node.buttons.filter((_, at) => !sends[at])
  return [form, ...wrappingRow(others.map((button) => renderLeaver(button, drawing)))]
}

/**
 * Whether a button sends the form. A plain one beside required fields does not: it leaves the form, and the client would
 * hold it back until everything is filled in. Where there is no other, it does.
 */
function isSending({ tone = 'plain' }: Button, { fields, buttons }: FormNode): boolean {
  const isRequiring = fields.some(({ required }) => required === true)
  const hasOthers = buttons.some((other) => (other.tone ?? 'plain') !== 'plain')
  return tone !== 'plain' || !isRequiring || !hasOthers
}

/** The button's name tells form and place, because the platform does not promise to bring its value along. */
function renderSender(button: Button, form: string, at: number, drawing: Drawing): Element {
  return renderButton(button, drawing, {
    name: drawing.takeName(`submit_${form}_${at}`),
    form_action_type: 'submit',
  })
}

/** What leaves the form stands below it, as words: the button that sends it is the one to see. */
function renderLeaver(button: Button, drawing: Drawing): Element {
  return renderButton(button, drawing, { type: 'text' })
}

function renderField(field: Field, drawing: Drawing): readonly Element[] {
  const label = join([field.required ? '* ' : '', field.label, field.guessed ? GUESSED : ''])
  const color = field.guessed ? toColours('warning').text : MUTED
  return [paragraph(label, { size: 'notation', color }), renderControl(field, drawing)]
}

function renderControl(field: Field, drawing: Drawing): Element {
  const common = {
    element_id: drawing.takeId(field.field),
    name: drawing.takeName(field.name),
    required: field.required ?? false,
    width: 'fill',
    placeholder: toPlainText(field.placeholder ?? toHint(field), {}, LIMITS.placeholderText),
  }
  switch (field.field) {
    case 'line':
    case 'lines':
      return { ...common, ...toInput(field) }
    case 'date':
      return { ...common, tag: 'date_picker', ...toInitial('initial_date', DAY, field.value) }
    case 'time':
      return { ...common, tag: 'picker_time', ...toInitial('initial_time', TIME, field.value) }
    case 'moment':
      return { ...common, tag: 'picker_datetime', ...toInitial('initial_datetime', MOMENT, field.value) }
    case 'choice':
      return { ...common, ...toChoice(field) }
    case 'choices':
      return { ...common, ...toChoices(field) }
  }
}

/** The label stands above the field already; inside of it stands what to do. */
function toHint({ field }: Field) {
  return field === 'line' || field === 'lines' ? TYPE_HERE : PICK
}

function toInput(field: FieldOf<'line' | 'lines'>): Element {
  const length = Math.min(LIMITS.inputLength, Math.max(1, Math.floor(field.maxLength ?? LIMITS.inputLength)))
  const value = cutTo(clean(field.value ?? ''), length)
  return {
    tag: 'input',
    ...(field.field === 'lines'
      ? { input_type: 'multiline_text', rows: 3, auto_resize: true, max_rows: 8 }
      : {}),
    max_length: length,
    ...(value === '' ? {} : { default_value: value }),
  }
}

/** A value that the picker cannot read would fail the whole card. */
function toInitial(key: string, form: RegExp, value: string | undefined): object {
  return value !== undefined && form.test(value) ? { [key]: value } : {}
}

function toChoice({ options, value }: FieldOf<'choice'>): Element {
  const shown = toOptions(options)
  const chosen = shown.findIndex((option) => option.value === value)
  return {
    tag: 'select_static',
    options: shown.map(renderOption),
    ...(chosen === -1 ? {} : { initial_index: chosen + 1 }),
  }
}

function toChoices({ options, value = [] }: FieldOf<'choices'>): Element {
  const shown = toOptions(options)
  const chosen = shown.map((option) => option.value).filter((each) => value.includes(each))
  return {
    tag: 'multi_select_static',
    options: shown.map(renderOption),
    ...(chosen.length === 0 ? {} : { selected_values: chosen }),
  }
}
