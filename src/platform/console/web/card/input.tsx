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
  const shared = {
    id: field.id,
    class: 'field-box',
    value: field.value,
    maxLength: limit,
    disabled: field.isDisabled,
    placeholder: toWords(node.placeholder, language.value),
    'aria-label': label === '' ? toFieldName(node, t(copy.textField)) : undefined,
    'aria-required': node.required === true,
    'aria-invalid': field.isMissed,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      field.set(event.currentTarget.value),
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
            <input
              {...shared}
              type={node.input_type === 'password' ? 'password' : 'text'}
              autocomplete="off"
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.isComposing && !field.isInForm) send()
              }}
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
