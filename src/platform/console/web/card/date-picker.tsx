// The three pickers of date and time, by the browser's own controls, which every keyboard and screen reader knows.

import { Check } from 'lucide'
import { copy } from '../copy/card.ts'
import { Icon } from '../shell/icon.tsx'
import { toOffset } from '../state/clock.ts'
import { t } from '../state/preferences.ts'
import { timeZone } from '../state/store.ts'
import type { ElementProps } from './element.tsx'
import { FieldFrame, toFieldName, useField } from './field.tsx'
import type { Interactive } from './json.ts'
import { toSpacing, toWidth } from './style.ts'

interface PickerNode extends Interactive {
  readonly initial_date?: string
  readonly initial_time?: string
  readonly initial_datetime?: string
}

type Kind = 'date' | 'time' | 'datetime-local'

/** `2026-11-25T14:00` of the control as the platform writes it, with the offset of the zone. */
function toPlatformText(value: string, kind: Kind): string {
  if (value === '') return ''
  const at = kind === 'time' ? Date.now() : Date.parse(`${value.slice(0, 10)}T00:00:00Z`)
  return `${value.replace('T', ' ')} ${toOffset(at)}`
}

/** What the platform writes, as the control wants it. */
function toControlText(value: string, kind: Kind): string {
  const bare = value.replace(/ [+-]\d{4}$/, '')
  return kind === 'datetime-local' ? bare.replace(' ', 'T') : bare
}

function Picker(
  props: ElementProps<PickerNode> & { readonly kind: Kind; readonly initial: string | undefined },
) {
  const { node, kind } = props
  const initial = props.initial === undefined ? '' : toPlatformText(toControlText(props.initial, kind), kind)
  const field = useField<string>(node, props.pointer, initial)
  const name = toFieldName(node, t(copy.pick[kind]))
  return (
    <FieldFrame field={field} width={toWidth(node.width)} margin={toSpacing(node.margin)}>
      <div class={`input-box picker ${field.value === '' ? 'is-empty' : ''}`}>
        <input
          class="field-box"
          type={kind}
          aria-label={name}
          aria-required={node.required === true}
          aria-invalid={field.isMissed}
          disabled={field.isDisabled || field.isBusy}
          value={toControlText(field.value, kind)}
          onInput={(event) => field.set(toPlatformText(event.currentTarget.value, kind))}
        />
        {field.value === '' && (
          <span class="picker-placeholder" aria-hidden="true">
            {name}
          </span>
        )}
        {/* The control changes while a date is still being typed, so it is sent when it is confirmed. */}
        {!field.isInForm && field.value !== initial && field.value !== '' && (
          <button
            type="button"
            class="send-value"
            aria-label={t(copy.submit)}
            onClick={() => field.send({ option: field.value, timezone: timeZone.value })}
          >
            <Icon shape={Check} size={16} />
          </button>
        )}
      </div>
    </FieldFrame>
  )
}

export function DatePicker(props: ElementProps<PickerNode>) {
  return <Picker {...props} kind="date" initial={props.node.initial_date} />
}

export function TimePicker(props: ElementProps<PickerNode>) {
  return <Picker {...props} kind="time" initial={props.node.initial_time} />
}

export function DatetimePicker(props: ElementProps<PickerNode>) {
  return <Picker {...props} kind="datetime-local" initial={props.node.initial_datetime} />
}
