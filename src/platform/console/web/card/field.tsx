// What all components share that hold a value: inside a form they keep it, outside they send it at once.

import type { ComponentChildren } from 'preact'
import { useContext, useId, useState } from 'preact/hooks'
import { copy } from '../copy/card.ts'
import { language, t } from '../state/preferences.ts'
import { type Interactive, toWords } from './json.ts'
import { FormContext, type FormValue, type Press, useCard, usePress } from './scope.ts'

export interface Field<Value extends FormValue> {
  readonly id: string
  readonly value: Value
  readonly isInForm: boolean
  readonly isDisabled: boolean
  readonly isBusy: boolean
  readonly isMissed: boolean
  readonly tips: string
  readonly set: (value: Value) => void
  readonly send: (more: Omit<Press, 'element'>) => void
}

/** State of one field, starting with the value that the card gives it. */
export function useField<Value extends FormValue>(
  node: Interactive,
  pointer: string,
  initial: Value,
): Field<Value> {
  const form = useContext(FormContext)
  const { busy } = useCard()
  const press = usePress(node, pointer)
  const id = useId()
  const [value, setValue] = useState(initial)
  const name = node.name ?? ''
  if (form !== null && name !== '') {
    if (node.required === true) form.require(name)
    if (form.values.peek()[name] === undefined && initial !== '') {
      form.values.value = { ...form.values.peek(), [name]: initial }
    }
  }
  return {
    id,
    value,
    isInForm: form !== null,
    isDisabled: node.disabled === true,
    isBusy: busy.value === pointer,
    isMissed: form?.missed.value.has(name) === true,
    tips: toWords(node.disabled === true ? node.disabled_tips : node.hover_tips, language.value),
    set: (next) => {
      setValue(next)
      if (form === null || name === '') return
      form.values.value = { ...form.values.peek(), [name]: next }
      if (form.missed.peek().has(name))
        form.missed.value = new Set([...form.missed.peek()].filter((one) => one !== name))
    },
    send: (more) => void press(more).then((done) => done || setValue(initial)),
  }
}

/** The line under a required field that was left empty. */
function MissedLine({ field }: { readonly field: { readonly isMissed: boolean; readonly id: string } }) {
  if (!field.isMissed) return null
  return (
    <span class="missed" id={`${field.id}-missed`} role="alert">
      {t(copy.required)}
    </span>
  )
}

/** The name that readers of the screen hear for a field: its placeholder, else its kind. */
export function toFieldName(node: Interactive, kind: string): string {
  return toWords(node.placeholder, language.value) || kind
}

/** Frame of a field: marks a missed one and carries its tips. */
export function FieldFrame(props: {
  readonly field: Pick<Field<FormValue>, 'id' | 'isMissed' | 'isBusy' | 'tips'>
  readonly width?: string | undefined
  readonly margin?: string | undefined
  readonly children: ComponentChildren
}) {
  const { field } = props
  return (
    <div
      class={`field ${field.isMissed ? 'is-missed' : ''} ${field.isBusy ? 'is-busy' : ''}`}
      style={{ width: props.width, margin: props.margin }}
      title={field.tips || undefined}
    >
      {props.children}
      <MissedLine field={field} />
    </div>
  )
}
