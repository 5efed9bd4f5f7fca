// A line or several lines of text, at most 1000 characters, with a count near the end.

import { Check } from 'lucide'
import { copy } from '../copy/card.ts'
import { Icon } from '../shell/icon.tsx'
import { language, t } from '../state/preferences.ts'
import type { ElementProps } from './element.tsx'
import { FieldFrame, toFieldName, useField } from './field.tsx'
import { type I18n, type Interactive, pick, type TextObject, toWords } from './json.ts'
import { toSpacing, toWidth } from './style.ts'

interface InputNode extends Interactive {
  readonly default_value?: string
  readonly i18n_default_value?: I18n
  readonly label?: TextObject
  readonly label_position?: 'top' | 'left'
  readonly input_type?: 'text' | 'multiline_text' | 'password'
  readonly rows?: number
  readonly max_length?: number
}

const mostCharacters = 1000

export function Input({ node, pointer }: ElementProps<InputNode>) {
  const initial = pick(node.default_value ?? '', node.i18n_default_value, language.value)
  const field = useField<string>(node, pointer, initial)
  const limit = Math.min(node.max_length ?? mostCharacters, mostCharacters)
  const isMultiline = node.input_type === 'multiline_text'
  const label = toWords(node.label, language.value)
  const send = () => field.send({ inputValue: field.value })
  const shared: SharedProps = {
    id: field.id,
    class: 'field-box',
    value: field.value,
    maxLength: limit,
    disabled: field.isDisabled,
    placeholder: toWords(node.placeholder, language.value),
    ...(label === '' ? { 'aria-label': toFieldName(node, t(copy.textField)) } : {}),
    'aria-required': node.required === true,
    'aria-invalid': field.isMissed,
    onInput: (event) => field.set(event.currentTarget.value),
  }
  return (
    <FieldFrame field={field} width={toWidth(node.width)} margin={toSpacing(node.margin)}>
      <div class={`labelled is-${node.label_position ?? 'top'}`}>
        {label !== '' && (
          <label for={field.id}>
            {label}
            {node.required === true && (
              <span class="required" aria-hidden="true">
                *
              </span>
            )}
          </label>
        )}
        <div class="input-box">
          {isMultiline ? (
            <textarea {...shared} rows={node.rows ?? 5} />
          ) : (
            <LineInput
              isSecret={node.input_type === 'password'}
              shared={shared}
              onEnter={field.isInForm ? null : send}
            />
          )}
          {(isMultiline || field.value.length > limit * 0.8) && (
            <span class="count" aria-live="polite">
              {field.value.length}/{limit}
            </span>
          )}
          {!field.isInForm && field.value !== initial && (
            <button type="button" class="send-value" aria-label={t(copy.submit)} onClick={send}>
              <Icon shape={Check} size={16} />
            </button>
          )}
        </div>
      </div>
    </FieldFrame>
  )
}

interface SharedProps {
  readonly id: string
  readonly class: string
  readonly value: string
  readonly maxLength: number
  readonly disabled: boolean
  readonly placeholder: string
  readonly 'aria-label'?: string
  readonly 'aria-required': boolean
  readonly 'aria-invalid': boolean
  readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void
}

/** One line; Enter sends it where no form waits for it. */
function LineInput(props: {
  readonly isSecret: boolean
  readonly shared: SharedProps
  readonly onEnter: (() => void) | null
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) props.onEnter?.()
  }
  if (props.isSecret)
    return <input {...props.shared} type="password" autocomplete="off" onKeyDown={onKeyDown} />
  return <input {...props.shared} type="text" autocomplete="off" onKeyDown={onKeyDown} />
}
