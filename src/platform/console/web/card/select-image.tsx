// Pictures to choose from: one at once, or several inside a form.

import { Check } from 'lucide'
import { copy } from '../copy/card.ts'
import { Icon } from '../shell/icon.tsx'
import { t } from '../state/preferences.ts'
import { toResourceUrl } from '../state/server.ts'
import type { ElementProps } from './element.tsx'
import { FieldFrame, useField } from './field.tsx'
import type { Interactive } from './json.ts'
import { toSpacing } from './style.ts'

interface SelectImageNode extends Interactive {
  readonly options: readonly {
    readonly img_key: string
    readonly value: string
    readonly disabled?: boolean
  }[]
  readonly multi_select?: boolean
  readonly layout?: 'stretch' | 'bisect' | 'trisect'
  readonly aspect_ratio?: '1:1' | '16:9' | '4:3'
}

export function SelectImage({ node, pointer }: ElementProps<SelectImageNode>) {
  const field = useField<readonly string[]>(node, pointer, [])
  const isMultiple = node.multi_select === true && field.isInForm
  const choose = (value: string) => {
    const isChosen = field.value.includes(value)
    const kept = isMultiple ? field.value.filter((one) => one !== value) : []
    field.set(isChosen ? kept : [...kept, value])
    if (!field.isInForm) field.send({ option: value, options: [value] })
  }
  return (
    <FieldFrame field={field} margin={toSpacing(node.margin)}>
      <div
        class={`select-images is-${node.layout ?? 'bisect'}`}
        role="group"
        aria-label={t(copy.choosePicture)}
      >
        {node.options.map((option, index) => (
          <button
            key={option.value}
            type="button"
            class="select-image"
            style={{ aspectRatio: (node.aspect_ratio ?? '16:9').replace(':', ' / ') }}
            aria-pressed={field.value.includes(option.value)}
            aria-label={`${t(copy.picture)} ${index + 1}`}
            disabled={option.disabled === true || field.isDisabled || field.isBusy}
            onClick={() => choose(option.value)}
          >
            <img src={toResourceUrl(option.img_key)} alt="" />
            {field.value.includes(option.value) && (
              <span class="select-image-mark">
                <Icon shape={Check} size={14} />
              </span>
            )}
          </button>
        ))}
      </div>
    </FieldFrame>
  )
}
