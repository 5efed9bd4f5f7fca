// The `action` part of a card callback: what the client sends for a press, a pick or a submitted form.

import { asText, isRecord, type JsonRecord } from '../json.ts'
import { findCallbackValue, findFields, isCalled, type Pressable } from './card-elements.ts'
import { ClientError } from './client-error.ts'
import { findInitialValue, toSentValue } from './field-values.ts'

/** What a person filled in or picked, as the caller gave it. */
export interface GivenInput {
  /** Fields by name, id or label. */
  readonly form?: JsonRecord
  /** A choice, several, a typed text or the state of a checker, where the element stands alone. */
  readonly option?: unknown
  /** IANA zone of the device. */
  readonly timezone?: string
}

/** Zone of a device in the bank. */
const DEVICE_ZONE = 'Asia/Shanghai'

/**
 * The action to send, or null where the client sends nothing: a link, a reset, an input that waits for its form.
 * Throws a ClientError for a missing required field and for values that cannot be picked.
 */
export function toCardAction(pressed: Pressable, given: GivenInput): JsonRecord | null {
  const { element, form } = pressed
  const tag = asText(element['tag']) ?? ''
  const timezone = given.timezone ?? DEVICE_ZONE
  if (tag === 'button' && form !== null) return toSubmit(pressed, given.form ?? {}, timezone)
  if (form !== null) return null
  const value = findCallbackValue(element)
  const base = { tag, ...(value === undefined ? {} : { value }), ...toName(element) }
  if (tag === 'button' || tag === 'interactive_container') return value === undefined ? null : base
  const picked = toPicked(element, given, timezone)
  return tag === 'checker' && value === undefined ? null : { ...base, timezone, ...picked }
}

function toPicked(element: JsonRecord, given: GivenInput, timezone: string): JsonRecord {
  const tag = asText(element['tag']) ?? ''
  if (tag === 'checker') {
    const turned = given.option ?? given.form?.['checked'] ?? element['checked'] !== true
    return { checked: toSentValue(element, turned, timezone) }
  }
  const raw = given.option ?? findGiven(element, given.form ?? {})
  if (raw === undefined) throw new ClientError('field_required', asText(element['name']) ?? tag)
  const sent = toSentValue(element, raw, timezone)
  if (tag === 'input') return { input_value: sent }
  return Array.isArray(sent) ? { options: sent } : { option: sent }
}

/** A lone value may be given under any key, as there is only one thing that it can mean. */
function findGiven(element: JsonRecord, form: JsonRecord): unknown {
  const entries = Object.entries(form)
  return (entries.find(([key]) => isCalled(element, key)) ??
    (entries.length === 1 ? entries[0] : undefined))?.[1]
}

function toSubmit(pressed: Pressable, given: JsonRecord, timezone: string): JsonRecord | null {
  const { element: button, form } = pressed
  const isSubmit = button['form_action_type'] === 'submit' || button['action_type'] === 'form_submit'
  if (!isSubmit) return null
  const value = findCallbackValue(button)
  return {
    tag: 'button',
    ...(isRecord(value) ? { value } : {}),
    ...toName(button),
    timezone,
    form_value: toFormValue(form ?? {}, given, timezone),
  }
}

function toFormValue(form: JsonRecord, given: JsonRecord, timezone: string): JsonRecord {
  const fields = findFields(form)
  const stray = Object.keys(given).find((key) => !fields.some((field) => isCalled(field, key)))
  if (stray !== undefined) throw new ClientError('field_unknown', stray)
  const values = fields.map((field) => [String(field['name']), toFieldValue(field, given, timezone)] as const)
  const missing = fields.find((field, at) => field['required'] === true && isEmpty(values[at]?.[1]))
  if (missing !== undefined) throw new ClientError('field_required', String(missing['name']))
  return Object.fromEntries(values)
}

function toFieldValue(field: JsonRecord, given: JsonRecord, timezone: string): unknown {
  const entry = Object.entries(given).find(([key]) => isCalled(field, key))
  if (entry !== undefined && !isEmpty(entry[1])) return toSentValue(field, entry[1], timezone)
  const initial = entry === undefined ? findInitialValue(field, timezone) : undefined
  if (initial !== undefined) return initial
  return String(field['tag']).startsWith('multi_') ? [] : ''
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function toName(element: JsonRecord): { readonly name?: string } {
  const name = asText(element['name'])
  return name === null ? {} : { name }
}
