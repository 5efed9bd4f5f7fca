// The value of one input of a card, as the client sends it: what was picked or typed, or what stood there from the start.

import { Temporal } from 'temporal-polyfill'
import { asList, asRecord, asText, type JsonRecord } from '../json.ts'
import { toWordings } from './card-elements.ts'
import { ClientError } from './client-error.ts'

/** The value of an untouched input, or undefined where nothing stands in it. */
export function findInitialValue(element: JsonRecord, timezone: string): unknown {
  switch (element['tag']) {
    case 'input':
      return asText(element['default_value']) ?? undefined
    case 'select_static':
    case 'select_person':
      return findInitialOption(element)
    case 'multi_select_static':
    case 'multi_select_person':
      return Array.isArray(element['selected_values']) ? element['selected_values'] : undefined
    case 'date_picker':
      return withOffset(element['initial_date'], timezone)
    case 'picker_time':
      return withOffset(element['initial_time'], timezone)
    case 'picker_datetime':
      return withOffset(element['initial_datetime'], timezone)
    case 'checker':
      return element['checked'] === true
    default:
      return undefined
  }
}

/** A picked or typed value in the form in which the client sends it. Throws a ClientError for what cannot be picked. */
export function toSentValue(element: JsonRecord, given: unknown, timezone: string): unknown {
  switch (element['tag']) {
    case 'input':
      return toTyped(element, given)
    case 'select_static':
    case 'select_person':
    case 'select_img':
    case 'overflow':
      return toOption(element, given)
    case 'multi_select_static':
    case 'multi_select_person':
      return asList(Array.isArray(given) ? given : [given]).map((each) => toOption(element, each))
    case 'date_picker':
    case 'picker_time':
    case 'picker_datetime':
      return toPicked(element, given, timezone)
    case 'checker':
      return given === true || given === 'true'
    default:
      return given
  }
}

function findInitialOption(element: JsonRecord): unknown {
  const options = asList(element['options']).map(asRecord)
  const initial = asText(element['initial_option'])
  if (initial !== null) {
    const found = options.find(
      (option) => option['value'] === initial || toWordings(option['text']).includes(initial),
    )
    return found?.['value']
  }
  const index = element['initial_index']
  return typeof index === 'number' && index >= 1 ? options[index - 1]?.['value'] : undefined
}

function toOption(element: JsonRecord, given: unknown): string {
  const wanted = String(given)
  const options = asList(element['options']).map(asRecord)
  const found =
    options.find((option) => option['value'] === wanted) ??
    options.find((option) => option['img_key'] === wanted || toWordings(option['text']).includes(wanted))
  // A list of people that is empty offers every member of the chat.
  const open = found === undefined && options.length === 0 && String(element['tag']).endsWith('person')
  const value = open ? wanted : asText(found?.['value'])
  if (value === null) throw new ClientError('value_not_offered', wanted)
  return value
}

const PICKED_FORMS: { readonly [tag: string]: RegExp } = {
  date_picker: /^\d{4}-\d{2}-\d{2}$/,
  picker_time: /^\d{2}:\d{2}$/,
  picker_datetime: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
}

function toPicked(element: JsonRecord, given: unknown, timezone: string): unknown {
  const bare = String(given)
    .replace(/ [+-]\d{4}$/, '')
    .replace('T', ' ')
  const form = PICKED_FORMS[String(element['tag'])]
  if (form?.test(bare) !== true) throw new ClientError('value_not_offered', String(given))
  return withOffset(bare, timezone)
}

function toTyped(element: JsonRecord, given: unknown): string {
  const typed = String(given)
  const most = typeof element['max_length'] === 'number' ? element['max_length'] : 1000
  if (typed.length > most) throw new ClientError('too_long', `${most} characters`)
  return typed
}

/** A device writes its offset behind dates and times; here the one of noon on that day. */
function withOffset(value: unknown, timezone: string): unknown {
  const text = asText(value)
  return text === null || text === '' ? undefined : `${text} ${toOffset(text, timezone)}`
}

function toOffset(text: string, timezone: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '1970-01-01'
  const noon = Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(timezone)
  return noon.offset.replace(':', '')
}
